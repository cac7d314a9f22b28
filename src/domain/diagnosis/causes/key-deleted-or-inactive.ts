import {
  endsWithFullStop,
  isKeyOrTokenRefused,
  isOptIn,
  isAws,
  isTokenUnreadable,
  notesHold,
} from '../case.ts'
import { hasFlaw, hasToken, isAlmostAwsKey, keyKind, tokenState } from '../values-of-case.ts'
import { facts, keyId, refused } from '../examples.ts'
import { clockRow, fullStopRow, optInRow } from '../evidence-of-answer.ts'
import { flawRow, keyKindRow, keyShapeRow, tokenPresenceRow } from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred, told, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

/** The long-term key is not a live one: deleted, switched off, or its key ID mistyped. */
export const keyDeletedOrInactive: Rule = {
  cause: 'key-deleted-or-inactive',
  applies: (c) =>
    isKeyOrTokenRefused(c) &&
    !hasToken(c) &&
    !isTokenUnreadable(c) &&
    isAws(c) &&
    keyKind(c) !== 'temporary',
  weights: [
    inferred('fits-this-answer', 20),
    inferred(
      'long-term-key-alone',
      30,
      (c) => keyKind(c) === 'long-term' && tokenState(c) === 'missing',
    ),
    inferred('key-kind', 20, (c) => keyKind(c) === 'long-term' && tokenState(c) === null),
    inferred('almost-an-aws-key', 30, isAlmostAwsKey),
    inferred(
      'wrong-length',
      15,
      (c) =>
        (isAlmostAwsKey(c) || c.facts.credentials.accessKeyId?.kind === 'long-term') &&
        hasFlaw(c, ['accessKeyId'], ['length', 'foreign-characters']),
    ),
    inferred('full-stop', 10, endsWithFullStop),
    inferred('no-full-stop', -10, (c) => !endsWithFullStop(c)),
    inferred('opt-in-region', -25, isOptIn),
    told(40, WORDS.keyGone),
    told(30, WORDS.otherKeyWorks),
    told(-30, WORDS.otherPartition),
    told(
      -30,
      /\b(?:global|commercial|standard|ordinary)\b.{0,20}\b(?:account|aws)/i,
      (c) => c.facts.target !== null && c.facts.target.partition !== 'aws',
    ),
    toldAs(-35, WORDS.justMade),
    toldAs(-30, WORDS.otherSource, (c) =>
      notesHold(c, /\bprofile|environment|\benv\b|AWS_[A-Z]|shell|cache|~\/\.aws/i),
    ),
    toldAs(-15, WORDS.worksElsewhereRegion),
  ],
  evidence: (c) => [
    flawRow(c, ['length', 'foreign-characters']),
    fullStopRow(c, 'key'),
    keyKindRow(c, 'long-term', 'agrees'),
    keyShapeRow(c),
    tokenPresenceRow(c, 'missing'),
    optInRow(c),
    clockRow(c),
  ],
  steps: () => [
    step('check-key-status'),
    step('copy-again', { part: 'accessKeyId' }),
    step('find-account-of-key'),
    step('create-access-key'),
  ],
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
    ),
    facts: facts({
      credentials: { accessKeyId: keyId({ kind: 'long-term' }), sessionToken: null },
    }),
    certainty: 'likely',
  },
}
