import { isKeyOrTokenRefused } from '../case.ts'
import { facts, refused } from '../examples.ts'
import { clockRow, fullStopRow } from '../evidence-of-answer.ts'
import { keyKindRow, tokenPresenceRow } from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated } from '../rule.ts'
import { step } from '../step.ts'

/**
 * A temporary key without its session token. The prefix ASIA is documented, and so is the need of a token.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html
 */
export const missingSessionToken: Rule = {
  cause: 'missing-session-token',
  applies: (c) =>
    isKeyOrTokenRefused(c) &&
    c.facts.credentials.sessionToken === null &&
    c.facts.credentials.accessKeyId?.isDocumentation !== true &&
    c.facts.credentials.accessKeyId?.kind !== 'long-term' &&
    c.facts.credentials.accessKeyId?.kind !== 'other',
  weights: [
    inferred('fits-this-answer', 20),
    stated('token-missing', 100, (c) => c.facts.credentials.accessKeyId?.kind === 'temporary'),
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
