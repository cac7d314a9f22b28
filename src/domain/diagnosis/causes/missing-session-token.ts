import { isKeyOrTokenRefused, isTokenUnreadable } from '../case.ts'
import { keyKind, tokenState } from '../values-of-case.ts'
import { facts, refused } from '../examples.ts'
import { clockRow, fullStopRow } from '../evidence-of-answer.ts'
import { keyKindRow, tokenPresenceRow } from '../evidence-of-credentials.ts'
import { isExpiredWithoutToken } from '../own-call.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

/**
 * A temporary key without its session token. The prefix ASIA is documented, and so is the need of a token.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html
 */
export const missingSessionToken: Rule = {
  cause: 'missing-session-token',
  applies: (c) =>
    (isKeyOrTokenRefused(c) || isExpiredWithoutToken(c)) &&
    !isTokenUnreadable(c) &&
    (tokenState(c) ?? 'missing') === 'missing' &&
    c.facts.credentials.accessKeyId?.isDocumentation !== true &&
    keyKind(c) !== 'long-term' &&
    keyKind(c) !== 'other',
  weights: [
    inferred('fits-this-answer', 20),
    stated(
      'token-missing',
      100,
      (c) => keyKind(c) === 'temporary' && tokenState(c) === 'missing' && !isExpiredWithoutToken(c),
    ),
    // AWS speaks of another token than the one that is missing, so this is at most half of it.
    inferred('token-missing', 25, (c) => keyKind(c) === 'temporary' && isExpiredWithoutToken(c)),
    inferred('key-kind', 5, (c) => keyKind(c) === 'temporary' && tokenState(c) === null),
    toldAs(50, WORDS.noToken),
  ],
  evidence: (c) => [
    keyKindRow(c, 'temporary', 'supports'),
    tokenPresenceRow(c, 'present'),
    fullStopRow(c, 'key'),
    clockRow(c),
  ],
  steps: () => [step('paste-session-token'), step('print-whole-set')],
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
    ),
    facts: facts({ credentials: { sessionToken: null } }),
    certainty: 'certain',
  },
}
