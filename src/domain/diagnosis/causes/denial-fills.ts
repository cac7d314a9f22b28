import { admissionOf } from '../../denial/remedy.ts'
import type { Case } from '../case.ts'
import { deniedAction } from '../case.ts'
import type { Fills } from '../finding.ts'

/** What is known of the denial, for sentences. */
export function denialFills(c: Case): Fills {
  const { principal, policyWords, policy, effect, resource } = c.denial ?? {}
  const account = /^arn:[\w-]{1,20}:(?:sts|iam)::(\d{12}):/.exec(principal ?? '')?.[1]
  const action = deniedAction(c)
  const named = policy ?? policyWords
  const service = /^([a-z0-9-]{2,40}):/i.exec(action)?.[1]?.toLowerCase()
  return {
    story: effect ?? 'unknown',
    ...(action !== '' && { action }),
    ...(named && { policy: named }),
    ...(principal && { principal }),
    ...(principal?.startsWith('arn:') === true && {
      admission: JSON.stringify(admissionOf(principal)),
    }),
    ...(service !== undefined && { service }),
    ...(account && { account }),
    // A name in words is no resource of a statement.
    ...(resource && /^(?:arn:|\*$)/.test(resource) && { resource }),
  }
}
