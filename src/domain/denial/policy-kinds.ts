/** Kinds of policy that AWS names in the sentence of a denial. */
export const POLICY_KINDS = [
  'identity-based policy',
  'resource-based policy',
  'permissions boundary',
  'session policy',
  'VPC endpoint policy',
  'role trust policy',
  'service control policy',
  'resource control policy',
] as const

export type PolicyKind = (typeof POLICY_KINDS)[number]

/** Who can change a document of that kind; `unknown` for a kind that this page does not know. */
export type Keeper =
  | 'administrator-of-caller'
  | 'owner-of-resource'
  | 'administrator-of-role'
  | 'administrator-of-organization'
  | 'owner-of-network'
  | 'maker-of-session'
  | 'unknown'

const KEEPERS: Readonly<Record<PolicyKind, Keeper>> = {
  'identity-based policy': 'administrator-of-caller',
  'resource-based policy': 'owner-of-resource',
  'permissions boundary': 'administrator-of-caller',
  'session policy': 'maker-of-session',
  'VPC endpoint policy': 'owner-of-network',
  'role trust policy': 'administrator-of-role',
  'service control policy': 'administrator-of-organization',
  'resource control policy': 'administrator-of-organization',
}

/** Who can change a policy of that kind. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types */
export function keeperOf(kind: PolicyKind | null): Keeper {
  return kind === null ? 'unknown' : KEEPERS[kind]
}

/** The kind that a text names, AWS's slip "sessions policy" included; null where it is none of the known ones. */
export function kindOf(text: string): PolicyKind | null {
  const lower = text
    .toLowerCase()
    .replace('sessions policy', 'session policy')
    .replace('identity based', 'identity-based')
    .replace('resource based', 'resource-based')
    .replace('permission boundary', 'permissions boundary')
    .replace('vpce endpoint policy', 'vpc endpoint policy')
    .replace('trust policy', 'role trust policy')
    .replace('role role', 'role')
  return POLICY_KINDS.find((kind) => kind.toLowerCase() === lower.trim()) ?? null
}
