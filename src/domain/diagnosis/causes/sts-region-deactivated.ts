import { says } from '../case.ts'
import { EXAMPLE, facts, refused } from '../examples.ts'
import { codeRow, requestIdRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { stated } from '../rule.ts'
import { step } from '../step.ts'

/**
 * STS is switched off for this Region in the account's settings. GetCallerIdentity is said to answer all the same.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html
 */
export const stsRegionDeactivated: Rule = {
  cause: 'sts-region-deactivated',
  applies: (c) =>
    c.code === 'RegionDisabledException' ||
    c.code === 'RegionDisabled' ||
    says(c, /STS is not activated in this region/i),
  weights: [stated('code-says-it', 100)],
  evidence: (c) => [codeRow(c), requestIdRow(c)],
  steps: () => [step('activate-sts-region'), step('ask-other-region')],
  fills: (c) => {
    const account = /for account:\s{0,4}(\d{12})\b/.exec(c.said)?.[1]
    return account ? { account } : {}
  },
  example: {
    outcome: refused(
      'RegionDisabledException',
      'STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.',
    ),
    facts: facts({
      target: {
        ...EXAMPLE.usual,
        region: 'eu-west-1',
        host: 'sts.eu-west-1.amazonaws.com',
        signingRegion: 'eu-west-1',
      },
    }),
    certainty: 'certain',
  },
}
