import type { PolicyKind } from '#domain/denial/policy-kinds.ts'
import {
  allowsButForConditions,
  matchesIn,
  type AttachedPolicy,
  type Match,
  type PolicyRequest,
} from './match.ts'

/** Every policy that has a say in a request. Null: there is no policy of that kind, and it forbids nothing. */
export type PolicySet = {
  readonly resourceControl?: readonly AttachedPolicy[] | null
  readonly serviceControl: readonly AttachedPolicy[] | null
  /** The policy of the resource, for a role its trust policy. */
  readonly resource: AttachedPolicy | null
  readonly resourceKind: 'resource-based policy' | 'role trust policy'
  /** The account that the resource belongs to. */
  readonly resourceAccount: string
  readonly identity: readonly AttachedPolicy[]
  readonly boundary: AttachedPolicy | null
  readonly session: readonly AttachedPolicy[] | null
}

/** What the policies say of a request. */
export type Verdict =
  | { readonly kind: 'allowed'; readonly matched: readonly Match[] }
  | {
      readonly kind: 'denied'
      readonly effect: 'explicit' | 'implicit'
      /** The kind of policy that denies, or that allows nothing. */
      readonly by: PolicyKind
      /** The managed policy that denies; null for an inline one and for an implicit denial. */
      readonly policyArn: string | null
      readonly matched: readonly Match[]
      /** Whether caller and resource belong to two accounts. */
      readonly isCrossAccount: boolean
      /** Whether the resource's policy names the caller and the action, and only its conditions do not hold. */
      readonly isForConditions: boolean
    }

/**
 * Judges a request by every policy, as AWS documents it: an explicit Deny anywhere wins; the organisation's policies
 * must allow; within an account the resource's policy or the identity's must allow, over two accounts both; boundary
 * and session policy must allow too, unless the resource's policy names the caller itself.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: PolicyRequest, set: PolicySet): Verdict {
  const { requester } = request
  const isCrossAccount = requester.account !== set.resourceAccount
  const layers: readonly (readonly [PolicyKind, readonly AttachedPolicy[] | null])[] = [
    ['resource control policy', set.resourceControl ?? null],
    ['service control policy', set.serviceControl],
    [set.resourceKind, set.resource && [set.resource]],
    ['identity-based policy', set.identity],
    ['permissions boundary', set.boundary && [set.boundary]],
    ['session policy', set.session],
  ]
  const found = new Map(layers.map(([by, some]) => [by, some && matchesIn(some, request)]))
  const isForConditions = set.resource !== null && allowsButForConditions(set.resource, request)
  const denied = (
    effect: 'explicit' | 'implicit',
    by: PolicyKind,
    matched: readonly Match[],
  ): Verdict => {
    const policyArn = matched[0]?.policy.arn ?? null
    return { kind: 'denied', effect, by, policyArn, matched, isCrossAccount, isForConditions }
  }
  for (const [by, matches] of found) {
    const denying = matches?.filter(({ statement }) => statement.effect === 'Deny') ?? []
    if (denying.length > 0) return denied('explicit', by, denying)
  }
  const isAllowedBy = (by: PolicyKind): boolean => {
    const matches = found.get(by)
    return matches === null || (matches ?? []).length > 0
  }
  for (const by of ['resource control policy', 'service control policy'] as const) {
    if (!isAllowedBy(by)) return denied('implicit', by, [])
  }
  const granted = set.resource === null ? [] : (found.get(set.resourceKind) ?? [])
  const matched = [...found.values()].flatMap((matches) => matches ?? [])
  const isTrust = set.resourceKind === 'role trust policy'
  const hasNoPolicies = requester.kind === 'federated'
  const mustHaveResource = isTrust || isCrossAccount || hasNoPolicies
  if (mustHaveResource && granted.length === 0) return denied('implicit', set.resourceKind, [])
  if (hasNoPolicies) return { kind: 'allowed', matched }
  const names = (nearness: string): boolean =>
    !isCrossAccount && granted.some((match) => match.nearness === nearness)
  const isRoot = requester.kind === 'root'
  const isNamed = names('itself') || names('role')
  if (!isRoot && !isNamed && !isAllowedBy('identity-based policy')) {
    return denied('implicit', 'identity-based policy', [])
  }
  if (names('itself')) return { kind: 'allowed', matched }
  for (const by of ['permissions boundary', 'session policy'] as const) {
    if (!isAllowedBy(by)) return denied('implicit', by, [])
  }
  return { kind: 'allowed', matched }
}
