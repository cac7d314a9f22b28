import { SECOND } from '../../time/instant.ts'
import type { Case } from '../case.ts'
import { isDenied, isKeyOrTokenRefused, isTold, notesHold, isAfterOtherSecret } from '../case.ts'
import { hasToken, tokenAge } from '../values-of-case.ts'
import { EXAMPLE, facts, refused, token } from '../examples.ts'
import { clockRow, fullStopRow } from '../evidence-of-answer.ts'
import { tokenAgeRow, tokenWholeRow } from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

function isYoungerThan(c: Case, limitMs: number): boolean {
  const age = tokenAge(c)
  return age !== null && age >= -5 * SECOND && age < limitMs
}

/** This tab got the credentials from AWS within the last minute. */
function isIssuedHere(c: Case): boolean {
  const issued = c.facts.tried?.issuedMs ?? null
  return issued !== null && issued >= 0 && issued < 60 * SECOND
}

/** Nothing tells how old the credentials are; of a token of this page's own call its age should. */
const isAgeOpen = (c: Case): boolean => tokenAge(c) === null && (isTold(c) || !hasToken(c))

/**
 * Made seconds ago, and not yet known everywhere.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
 */
export const notYetPropagated: Rule = {
  cause: 'not-yet-propagated',
  applies: (c) =>
    (isKeyOrTokenRefused(c) &&
      (isAgeOpen(c) || isIssuedHere(c) || isYoungerThan(c, 60 * SECOND))) ||
    isAfterOtherSecret(c) ||
    c.code === 'OptInRequired' ||
    (isDenied(c) && isTold(c) && notesHold(c, WORDS.justMade)) ||
    (c.code === 'MalformedPolicyDocument' && isTold(c) && notesHold(c, WORDS.justMade)),
  weights: [
    inferred('fits-this-answer', 10),
    inferred('issued-just-now', 50, (c) => isIssuedHere(c)),
    inferred('other-secret-just-tried', 30, isAfterOtherSecret),
    toldAs(60, WORDS.justMade),
    inferred('issued-just-now', 30, (c) => isYoungerThan(c, 60 * SECOND)),
    inferred('issued-just-now', 20, (c) => isYoungerThan(c, 10 * SECOND)),
  ],
  evidence: (c) => [tokenAgeRow(c), tokenWholeRow(c), fullStopRow(c, 'key'), clockRow(c)],
  steps: (c) =>
    isAfterOtherSecret(c)
      ? [step('wait-between-secrets')]
      : [step('wait-and-ask-again'), step('ask-other-region')],
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
    ),
    facts: facts({ credentials: { sessionToken: token({ issuedAt: EXAMPLE.now - 4 * SECOND }) } }),
    certainty: 'likely',
  },
}
