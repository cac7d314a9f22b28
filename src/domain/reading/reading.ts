import type { Secret } from '../credentials/secret.ts'
import type { Instant } from '../time/instant.ts'

/** The three values of a set of temporary security credentials. */
export type FieldName = 'accessKeyId' | 'secretAccessKey' | 'sessionToken'

/** Where in the paste a value stood. */
export type Found = {
  /** The name that stood beside the value, as written (`AWS_SECRET_ACCESS_KEY`); empty for a bare value. */
  readonly name: string
  /** 1-based line of the paste; null where the value was typed into a field. */
  readonly line: number | null
}

export type ReadValue = { readonly value: Secret; readonly found: Found }

export type ReadExpiration = {
  readonly instant: Instant
  readonly found: Found
}

/** One set of credentials as read; a value that is not in the text is null. */
export type ReadCredentials = {
  readonly accessKeyId: ReadValue | null
  readonly secretAccessKey: ReadValue | null
  readonly sessionToken: ReadValue | null
  readonly expiration: ReadExpiration | null
  /** A region the text names, as written. */
  readonly region: { readonly code: string; readonly found: Found } | null
  /** Name of an INI profile. */
  readonly profile: string | null
}

/** The shapes a paste may have; one recogniser per shape. `typed`: entered field by field. */
export type Shape = 'json' | 'assignments' | 'powershell' | 'ini' | 'bare' | 'typed'

/** Something changed or noticed while reading; facts only, never a value. */
export type Note =
  | { readonly note: 'quotes-removed'; readonly field: FieldName }
  | { readonly note: 'blanks-removed'; readonly field: FieldName; readonly count: number }
  | { readonly note: 'line-breaks-removed'; readonly field: FieldName; readonly count: number }
  | { readonly note: 'expiration-unreadable'; readonly found: Found }
  | { readonly note: 'more-credentials'; readonly count: number }

/** What a paste turned out to be. */
export type Reading = {
  readonly shape: Shape | null
  /** Every set found, in the order of the text; empty where nothing was recognised. */
  readonly credentials: readonly ReadCredentials[]
  readonly notes: readonly Note[]
  /** Number of lines of the text. */
  readonly lines: number
}
