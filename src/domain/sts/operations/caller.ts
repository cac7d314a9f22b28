import type { KeyIdFacts } from '../../credentials/facts.ts'
import { hardLimits } from '../../identity/hard-limits.ts'
import type { HardLimit, PrincipalKind } from '../../identity/hard-limits.ts'
import type { CallerKind, OperationDescriptor } from './descriptor.ts'

/**
 * The kind of caller that a principal is with a kind of key; null where neither says enough. A principal is known after
 * GetCallerIdentity only.
 */
export function callerKindOf(
  principal: PrincipalKind | null,
  key: KeyIdFacts['kind'] | null,
): CallerKind | null {
  switch (principal) {
    case 'assumed-role':
      return 'role-session'
    case 'federated-user':
    case 'assumed-root':
      return principal
    case 'user':
    case 'root':
      if (key === 'long-term') return principal
      return key === 'temporary' ? `${principal}-session` : null
    case 'other':
    case null:
      return null
  }
}

/**
 * What the session that an operation mints can never do, whatever any policy allows; empty where it mints none or
 * nothing is documented. `caller` decides for GetSessionToken.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
export function limitsOfMinted(
  descriptor: OperationDescriptor,
  caller: CallerKind | null,
): readonly HardLimit[] {
  switch (descriptor.name) {
    case 'AssumeRole':
    case 'AssumeRoleWithSAML':
    case 'AssumeRoleWithWebIdentity':
      return hardLimits('assumed-role', 'temporary')
    case 'GetFederationToken':
      return hardLimits('federated-user', 'temporary')
    case 'AssumeRoot':
      return hardLimits('assumed-root', 'temporary')
    case 'GetSessionToken':
      // Here it is known which operation made the session.
      return hardLimits(caller === 'root' ? 'root' : 'user', 'temporary').map(({ never }) => ({
        never,
        holds: 'always',
      }))
    case 'GetDelegatedAccessToken':
      return hardLimits('other', 'temporary')
    case 'DecodeAuthorizationMessage':
    case 'GetAccessKeyInfo':
    case 'GetCallerIdentity':
    case 'GetWebIdentityToken':
      return []
  }
}
