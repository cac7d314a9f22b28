import type { Role } from '../accounts/account.ts'
import { roleOf } from '../accounts/role-table.ts'
import type { ApiError } from '../api-error.ts'
import type { Ask } from '../operation.ts'
import { SOURCE_IP } from '../caller-facts.ts'
import { evaluate } from '../policy/evaluate.ts'
import { contextOf, type ContextEntry } from '../policy/request-context.ts'
import { formatIso } from '#domain/time/instant.ts'
import { roleEntries } from './assumed-role.ts'
import { accessDenied } from './refusals.ts'

/**
 * The role that a provider's word opens, judged by its trust policy alone: whoever comes has no policies yet. AWS gives
 * one and the same refusal for a role that does not exist and for one that trusts somebody else.
 */
export function trustedRole(
  { world, region }: Ask,
  wish: {
    readonly roleArn: string
    readonly actions: readonly [first: string, ...more: string[]]
    readonly provider: string
    readonly context: readonly ContextEntry[]
  },
): Role | ApiError {
  const [action] = wish.actions
  const refusal = accessDenied(`Not authorized to perform ${action}`)
  const role = roleOf(wish.roleArn)
  if (!role) return refusal
  const context = contextOf([
    ['aws:CurrentTime', formatIso(world.now)],
    ['aws:RequestedRegion', region],
    ['aws:SourceIp', SOURCE_IP],
    ['aws:FederatedProvider', wish.provider],
    ...roleEntries(role),
    ...wish.context,
  ])
  const requester = { kind: 'federated', account: null, provider: wish.provider } as const
  const isTrusted = wish.actions.every((each) => {
    const request = { requester, action: each, resource: role.arn, context }
    const verdict = evaluate(request, {
      serviceControl: null,
      resource: role.trust,
      resourceKind: 'role trust policy',
      resourceAccount: role.account,
      identity: [],
      boundary: null,
      session: null,
    })
    return verdict.kind === 'allowed'
  })
  return isTrusted ? role : refusal
}
