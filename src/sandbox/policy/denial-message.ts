import type { PolicyKind } from '#domain/denial/policy-kinds.ts'
import type { PolicyRequest } from './match.ts'
import type { Verdict } from './evaluate.ts'

type Denied = Extract<Verdict, { readonly kind: 'denied' }>

const ARTICLES: Readonly<Record<PolicyKind, string>> = {
  'identity-based policy': 'an',
  'resource-based policy': 'a',
  'permissions boundary': 'a',
  'session policy': 'a',
  'VPC endpoint policy': 'a',
  'role trust policy': 'the',
  'service control policy': 'a',
  'resource control policy': 'a',
}

/**
 * The sentence of a denial as IAM words it: who, what, on which resource, and, where AWS tells, the kind of policy. An
 * implicit denial by an organisation's policy is worded as an explicit one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function denialMessage(
  request: Pick<PolicyRequest, 'action' | 'resource'> & { readonly requesterArn: string },
  verdict: Denied,
): string {
  const on = request.resource === '*' ? '' : ` on resource: ${request.resource}`
  return `User: ${request.requesterArn} is not authorized to perform: ${request.action}${on}${reasonOf(request.action, verdict)}`
}

function reasonOf(action: string, verdict: Denied): string {
  const { by, effect, policyArn } = verdict
  const isOrganization = by === 'service control policy' || by === 'resource control policy'
  if (effect === 'explicit' || isOrganization) {
    const arn = policyArn === null ? '' : `: ${policyArn}`
    return ` with an explicit deny in ${ARTICLES[by]} ${by}${arn}`
  }
  return isUnexplained(verdict) ? '' : ` because no ${by} allows the ${action} action`
}

/**
 * For a role AWS gives no reason over two accounts, nor where a condition of the trust policy (external ID, MFA) does
 * not hold: public reports show the bare sentence.
 */
function isUnexplained(verdict: Denied): boolean {
  return verdict.isCrossAccount || (verdict.by === 'role trust policy' && verdict.isForConditions)
}
