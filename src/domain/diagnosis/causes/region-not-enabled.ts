import type { Case } from '../case.ts'
import { endsWithFullStop, isKeyOrTokenRefused } from '../case.ts'
import { clockRow, fullStopRow, optInRow } from '../evidence-of-answer.ts'
import { keyKindRow, tokenVersionRow } from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred } from '../rule.ts'
import { step } from '../step.ts'

const isLongTermAlone = (c: Case): boolean =>
  c.facts.credentials.accessKeyId?.kind === 'long-term' && c.facts.credentials.sessionToken === null

/**
 * The account has not enabled the opt-in Region. One answer cannot tell it from a key that is unknown everywhere, so it
 * never leads by itself: asking in a default Region decides.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export const regionNotEnabled: Rule = {
  cause: 'region-not-enabled',
  applies: (c) => isKeyOrTokenRefused(c) && c.facts.target.isOptIn === true,
  weights: [
    inferred('fits-this-answer', 20),
    inferred('long-term-key-alone', 20, isLongTermAlone),
    inferred('full-stop', 8, endsWithFullStop),
    inferred('no-full-stop', -5, (c) => !endsWithFullStop(c)),
    inferred(
      'issued-in-this-region',
      -15,
      (c) => c.facts.credentials.sessionToken?.region === c.facts.target.region,
    ),
  ],
  evidence: (c) => [
    optInRow(c),
    fullStopRow(c, 'key'),
    keyKindRow(c, 'long-term', 'agrees'),
    tokenVersionRow(c),
    clockRow(c),
  ],
  steps: () => [step('ask-in-default-region'), step('check-region-enabled'), step('enable-region')],
  example: null,
}
