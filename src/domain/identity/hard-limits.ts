import type { KeyIdFacts } from '../credentials/facts.ts'

/** What kind of principal answered. `other` is an ARN of a shape this page does not know. */
export type PrincipalKind =
  | 'root'
  | 'user'
  | 'assumed-role'
  | 'federated-user'
  | 'assumed-root'
  | 'other'

/** Something credentials can never do, whatever any policy allows. */
export type Never =
  | 'call-get-session-token'
  | 'call-get-federation-token'
  /** Role chaining: a role assumed from here lasts at most 3600 seconds. */
  | 'assume-role-over-one-hour'
  | 'assume-any-role'
  /** In STS only GetCallerIdentity works. */
  | 'call-sts-but-caller-identity'
  /** In STS only AssumeRole and GetCallerIdentity work. */
  | 'call-sts-but-assume-role-and-caller-identity'
  | 'call-iam'
  | 'call-iam-without-mfa'
  /** A session asked for with these credentials lasts at most 3600 seconds. */
  | 'get-session-over-one-hour'
  | 'last-over-fifteen-minutes'
  /** A session is not prolonged; a new one takes its place. */
  | 'be-extended'

/**
 * A hard limit. A session of a user or of the root user mostly comes from GetSessionToken, but its ARN does not show
 * it (CloudShell gives such sessions too); limits of that operation hold only if it does.
 */
export type HardLimit = {
  readonly never: Never
  readonly holds: 'always' | 'if-from-get-session-token'
}

const always = (...words: readonly Never[]): readonly HardLimit[] =>
  words.map((never) => ({ never, holds: 'always' }))

const ifFromGetSessionToken = (...words: readonly Never[]): readonly HardLimit[] =>
  words.map((never) => ({ never, holds: 'if-from-get-session-token' }))

/**
 * The hard limits of a principal, those AWS documents only. Users and the root user have others with a session than
 * with a long-term key, so the kind of the access key ID is asked; null or `other` leaves what holds for both.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function hardLimits(
  principal: PrincipalKind,
  key: KeyIdFacts['kind'] | null,
): readonly HardLimit[] {
  const ofSession = key === 'temporary' ? always('be-extended') : []
  switch (principal) {
    case 'assumed-role':
      return always(
        'call-get-session-token',
        'call-get-federation-token',
        'assume-role-over-one-hour',
        'be-extended',
      )
    case 'federated-user':
      return always('call-sts-but-caller-identity', 'call-iam', 'be-extended')
    case 'assumed-root':
      return always('last-over-fifteen-minutes', 'be-extended')
    case 'user':
      return key === 'temporary' ? [...ofSession, ...ofGetSessionToken] : []
    case 'root':
      return [
        ...always('assume-any-role'),
        ...(key === 'long-term' ? always('get-session-over-one-hour') : []),
        ...(key === 'temporary' ? [...ofSession, ...ofGetSessionToken] : []),
      ]
    case 'other':
      return ofSession
    default:
      return principal satisfies never
  }
}

const ofGetSessionToken = ifFromGetSessionToken(
  'call-sts-but-assume-role-and-caller-identity',
  'call-iam-without-mfa',
)
