import type { CallerKind, OperationDescriptor } from './descriptor.ts'

/**
 * Why a duration ends where it does.
 *
 * - `role-maximum`: MaxSessionDuration of the role, 1 to 12 hours; STS does not tell it.
 * - `role-maximum-and-assertion`: the same, and never past the assertion's SessionNotOnOrAfter.
 * - `chaining`: the caller is a role session.
 * - `user`: 36 hours for a session of an IAM user; `root`: 1 hour, and a longer wish is shortened.
 * - `user-or-root`: who calls is not known.
 * - `privileged-task`: AssumeRoot; `token`: a JWT of GetWebIdentityToken, which the caller's own session also bounds.
 */
export type DurationRule =
  | 'role-maximum'
  | 'role-maximum-and-assertion'
  | 'chaining'
  | 'user'
  | 'root'
  | 'user-or-root'
  | 'privileged-task'
  | 'token'

/** How long a session may be asked for here; all in seconds. */
export type DurationCap = {
  readonly rule: DurationRule
  readonly least: number
  /** Nothing longer is accepted. */
  readonly most: number
  /** What is accepted for certain, as far as the duration goes; equal to `most` where nothing else decides. */
  readonly surely: number
  /** What AWS takes where nothing is asked for; null where that depends on who calls. */
  readonly usual: number | null
  /** What AWS does with a wish beyond the cap. */
  readonly beyond: 'refused' | 'shortened'
}

/**
 * The bounds of an operation's duration for a caller; null where it has none. `caller` null: not known.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
export function durationCap(
  descriptor: OperationDescriptor,
  caller: CallerKind | null,
): DurationCap | null {
  const parameter = descriptor.parameters.find(({ kind }) => kind === 'duration')
  if (!parameter?.number) return null
  const { least, most } = parameter.number
  const base = {
    least,
    most,
    surely: most,
    usual: parameter.usual ?? null,
    beyond: 'refused',
  } as const
  switch (descriptor.name) {
    case 'AssumeRole':
      return caller === 'role-session'
        ? { ...base, rule: 'chaining', most: 3600, surely: 3600 }
        : { ...base, rule: 'role-maximum', surely: 3600 }
    case 'AssumeRoleWithWebIdentity':
      return { ...base, rule: 'role-maximum', surely: 3600 }
    case 'AssumeRoleWithSAML':
      return { ...base, rule: 'role-maximum-and-assertion', surely: 3600 }
    case 'AssumeRoot':
      return { ...base, rule: 'privileged-task' }
    case 'GetWebIdentityToken':
      return { ...base, rule: 'token', surely: least }
    default:
      if (caller === 'root') {
        return { ...base, rule: 'root', most: 3600, surely: 3600, usual: 3600, beyond: 'shortened' }
      }
      return caller === 'user'
        ? { ...base, rule: 'user', usual: 43_200 }
        : { ...base, rule: 'user-or-root', surely: 3600 }
  }
}
