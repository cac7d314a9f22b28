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

/** The parts of AWS's sentence about a denial; null where a part is not in it. */
export type DenialSentence = {
  readonly principal: string | null
  /** `sts:AssumeRole` */
  readonly action: string | null
  readonly resource: string | null
  /** `implicit`: no such policy allows it. `explicit`: such a policy denies it. */
  readonly effect: 'implicit' | 'explicit' | null
  readonly policy: PolicyKind | null
}

/**
 * Reads `User: … is not authorized to perform: … on resource: … because no … allows the … action`, or `… with an
 * explicit deny in a …`; null where the text says nothing of an authorization.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readDenialSentence(message: string): DenialSentence | null {
  const text = message.slice(0, 8192)
  if (!/not authorized to perform/i.test(text)) return null
  const explicit = behind(text, 'with an explicit deny')
  const implicit = explicit === null ? behind(text, 'because no ') : null
  return {
    principal: /\bUser: (\S{1,2048})/.exec(text)?.[1] ?? null,
    action: /not authorized to perform:? ?([\w-]{1,64}:\w{1,128})/i.exec(text)?.[1] ?? null,
    resource: /\bon resource: (\S{1,2048})/.exec(text)?.[1] ?? null,
    effect: explicit !== null ? 'explicit' : implicit !== null ? 'implicit' : null,
    policy: kindIn(explicit ?? implicit ?? ''),
  }
}

function behind(text: string, mark: string): string | null {
  const at = text.indexOf(mark)
  return at === -1 ? null : text.slice(at + mark.length)
}

/** The kind that stands first: "in a VPC endpoint policy transitively through a service control policy" is the former. */
function kindIn(text: string): PolicyKind | null {
  const lower = text.toLowerCase().replace('sessions policy', 'session policy')
  let first: PolicyKind | null = null
  let firstAt = Number.POSITIVE_INFINITY
  for (const kind of POLICY_KINDS) {
    const at = lower.indexOf(kind.toLowerCase())
    if (at !== -1 && at < firstAt) {
      first = kind
      firstAt = at
    }
  }
  return first
}
