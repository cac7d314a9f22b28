import type { Instant } from '../../time/instant.ts'
import type { Secret } from '../secret.ts'

/** A set of credentials to be written out; what is not known is null and is left out. */
export type WritableCredentials = {
  readonly accessKeyId: Secret
  readonly secretAccessKey: Secret
  readonly sessionToken: Secret | null
  readonly expiration: Instant | null
  /** A Region code; written where the format is a configuration file. */
  readonly region: string | null
  /** Name of an INI section. */
  readonly profile: string | null
}

/** A value in the clear under the name that a format gives it. */
export type NamedValue = readonly [name: string, value: string]

/** One way of writing credentials. */
export type CredentialFormat = {
  /** `--format` of `aws configure export-credentials` where that has it. */
  readonly id: FormatId
  /** What the format can say beside the three values. */
  readonly holds: { readonly expiration: boolean; readonly profile: boolean }
  /**
   * One or several sets as text that ends with a line end; null where a value cannot stand in the format (a line break
   * in an INI file). The text holds the secrets in the clear.
   */
  readonly write: (sets: readonly WritableCredentials[]) => string | null
}

export type FormatId =
  | 'process'
  | 'env'
  | 'env-no-export'
  | 'powershell'
  | 'windows-cmd'
  | 'fish'
  | 'ini'
  | 'sts-answer'
  | 'docker'
