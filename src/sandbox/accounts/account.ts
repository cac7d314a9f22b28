import type { AttachedPolicy } from '../policy/match.ts'
import type { Principal } from '../principal-table.ts'

/** An account of the sandbox. */
export type Account = {
  /** 12 digits. */
  readonly id: string
  readonly name: string
  /** Whether it manages the organisation: no service control policy binds it. */
  readonly isManagement: boolean
  readonly serviceControl: readonly AttachedPolicy[] | null
}

export type Tag = readonly [key: string, value: string]

/** What a principal of the sandbox is there to show. */
export type Lesson =
  | 'user-with-mfa'
  | 'user-without-permissions'
  | 'administrator'
  | 'inactive-key'
  | 'under-service-control-policy'
  | 'root-user'
  | 'same-account'
  | 'chained'
  | 'twelve-hours'
  | 'mfa-required'
  | 'external-id'
  | 'cross-account'
  | 'web-identity'
  | 'saml'
  | 'identity-pool-authenticated'
  | 'identity-pool-guest'
  | 'permissions-boundary'
  | 'explicit-deny'
  | 'sessions-revoked'
  | 'service-only'
  | 'service-linked'
  | 'trusts-another'

/** A long-term access key. */
export type AccessKey = { readonly accessKeyId: string; readonly isActive: boolean }

/** An IAM user, or the root user of an account. */
export type User = {
  readonly kind: 'user' | 'root'
  readonly shows: Lesson
  readonly name: string
  readonly principal: Principal
  readonly policies: readonly AttachedPolicy[]
  readonly boundary: AttachedPolicy | null
  /** ARN of the virtual MFA device. */
  readonly mfaSerial: string | null
  readonly tags: readonly Tag[]
  readonly keys: readonly AccessKey[]
}

export type Role = {
  readonly kind: 'role'
  readonly shows: Lesson
  readonly account: string
  readonly name: string
  /** With its path. */
  readonly arn: string
  /** `AROA…` */
  readonly roleId: string
  readonly maxSessionSeconds: number
  readonly trust: AttachedPolicy
  readonly policies: readonly AttachedPolicy[]
  readonly boundary: AttachedPolicy | null
  readonly tags: readonly Tag[]
  /** Sessions older than this are revoked, as the console does it; null where none are. */
  readonly revokesAfterSeconds: number | null
}
