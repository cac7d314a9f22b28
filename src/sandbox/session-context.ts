import type { OperationName } from '#domain/sts/operations/descriptor.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Tag } from './accounts/account.ts'

/** How a session came about and what it carries; what is absent does not apply. */
export type SessionContext = {
  /** The operation that made it. */
  readonly by: OperationName
  /** When its MFA code was checked; absent where none was. */
  readonly mfaAt?: Instant
  /** The inline session policy, its JSON without blanks. */
  readonly policy?: string
  readonly policyArns?: readonly string[]
  readonly tags?: readonly Tag[]
  /** Keys of the tags that a role assumed with this session inherits. */
  readonly transitive?: readonly string[]
  readonly sourceIdentity?: string
  /** Who vouched for a federated identity: a provider's ARN or name. */
  readonly provider?: string
  /** ARN of the user who called GetFederationToken. */
  readonly madeFor?: string
}

/** The context of a session whose token does not tell: what the principal's ARN shows. */
export function plainContext(principalArn: string): SessionContext {
  if (principalArn.includes(':assumed-role/')) return { by: 'AssumeRole' }
  return {
    by: principalArn.includes(':federated-user/') ? 'GetFederationToken' : 'GetSessionToken',
  }
}
