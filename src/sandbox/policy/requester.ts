import type { NamedPrincipal } from './document.ts'

/** Who makes a request, as policies can name it. */
export type Requester =
  | { readonly kind: 'user'; readonly account: string; readonly arn: string; readonly id: string }
  | { readonly kind: 'root'; readonly account: string; readonly arn: string; readonly id: string }
  | {
      readonly kind: 'role-session'
      readonly account: string
      /** Of the session: `arn:aws:sts::…:assumed-role/Role/name`. */
      readonly arn: string
      /** `AROA…:name` */
      readonly id: string
      /** With its path. */
      readonly roleArn: string
    }
  | {
      readonly kind: 'federated-user'
      readonly account: string
      readonly arn: string
      readonly id: string
      /** Who called GetFederationToken. */
      readonly userArn: string
    }
  /** Somebody whom a provider vouches for, who has no credentials yet. */
  | { readonly kind: 'federated'; readonly account: null; readonly provider: string }

/**
 * How near a policy names a requester; what it names nearer is bound by fewer other policies.
 *
 * - `everyone`: by its account.
 * - `role`: the role of a session, the user behind a federated user, or whoever there is.
 * - `itself`: exactly this requester.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export type Nearness = 'everyone' | 'role' | 'itself'

/** How near an element Principal names a requester; null where it does not. */
export function nearnessOf(
  names: readonly NamedPrincipal[],
  requester: Requester,
): Nearness | null {
  const found = names.map((name) => nearnessOfName(name, requester))
  return (['itself', 'role', 'everyone'] as const).find((each) => found.includes(each)) ?? null
}

function nearnessOfName({ type, name }: NamedPrincipal, requester: Requester): Nearness | null {
  if (requester.kind === 'federated') {
    return type === 'Federated' && (name === requester.provider || name === '*') ? 'itself' : null
  }
  if (type !== 'AWS') return null
  // Whoever a `*` lets in needs no policy of its own in the same account.
  if (name === '*') return 'role'
  if (name === requester.account) return 'everyone'
  if (name === requester.arn || name === requester.id) return 'itself'
  if (/^arn:[\w-]{1,20}:iam::\d{12}:root$/.test(name)) {
    return name.split(':')[4] === requester.account ? 'everyone' : null
  }
  const behind =
    requester.kind === 'role-session'
      ? [requester.roleArn, requester.id.split(':')[0]]
      : requester.kind === 'federated-user'
        ? [requester.userArn]
        : []
  return behind.includes(name) ? 'role' : null
}
