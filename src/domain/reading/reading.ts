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
  /** The profile that the text names: an INI section, `AWS_PROFILE`. */
  readonly profile: string | null
  /** The text holds what begins like a session token and could not be read: the token may not be missing. */
  readonly isTokenUnread?: boolean
}

/** The shapes a paste may have; one recogniser per shape. `typed`: entered field by field. */
export type Shape =
  | 'json'
  | 'eks-token'
  | 'signed-url'
  | 'user-info'
  | 'authorization'
  | 'xml'
  | 'text-output'
  | 'csv'
  | 'table'
  | 'ini'
  | 'powershell'
  | 'set-command'
  | 'assignments'
  | 'call'
  | 'literal'
  | 'bare'
  | 'typed'
  /** The answer of an operation asked from this page. */
  | 'received'

/** What stands in a text and is none of the three values, although it looks or is named like one. */
export type DecoyKind =
  | 'placeholder'
  | 'masked'
  | 'jwt'
  | 'hash'
  | 'ssh-key'
  | 'certificate'
  | 'github-token'
  | 'imds-token'
  | 'sso-access-token'
  | 'refresh-token'
  | 'dpop-key'
  | 'client-secret'
  | 'unique-id'
  | 'caller-key-id'

/** A repair of the whole text, before anything is looked for in it. */
export type TextRepair =
  | 'byte-order-mark'
  | 'windows-line-ends'
  | 'invisible-characters'
  | 'no-break-spaces'
  | 'smart-quotes'
  | 'markdown-fences'
  | 'mail-quoting'
  | 'quoted-printable'
  | 'html-entities'
  | 'percent-encoding'
  | 'json-in-json'
  | 'shell-prompts'
  | 'frame-lines'

/** The set that a note is about, where the text holds several: its place among the credentials, from 0. */
type OfSet = {
  readonly set?: { readonly index: number; readonly profile: string | null }
}

/** Something changed or noticed while reading; facts only, never a value. */
export type Note = OfSet & Remark

type Remark =
  /** `count`: characters, lines or escapes that were changed. */
  | { readonly note: 'text-repaired'; readonly repair: TextRepair; readonly count: number }
  | { readonly note: 'quotes-removed'; readonly field: FieldName }
  | { readonly note: 'blanks-removed'; readonly field: FieldName; readonly count: number }
  | { readonly note: 'line-breaks-removed'; readonly field: FieldName; readonly count: number }
  | { readonly note: 'escapes-resolved'; readonly field: FieldName; readonly count: number }
  | { readonly note: 'percent-decoded'; readonly field: FieldName; readonly count: number }
  | { readonly note: 'base64-decoded'; readonly field: FieldName }
  | { readonly note: 'plus-signs-restored'; readonly field: FieldName; readonly count: number }
  | { readonly note: 'commas-removed'; readonly field: FieldName }
  | { readonly note: 'pieces-joined'; readonly field: FieldName; readonly count: number }
  | { readonly note: 'commas-missing'; readonly count: number }
  /** `count`: how many of the kind the text holds, where more than the one that is named. */
  | {
      readonly note: 'decoy'
      readonly decoy: DecoyKind
      readonly found: Found
      readonly count?: number
    }
  /** A cache of `aws login`: it holds secrets that outlive the session. */
  | { readonly note: 'login-cache' }
  /** A signed request or an event: the secret is never part of it. */
  | { readonly note: 'no-secret-inside'; readonly shape: Shape }
  | { readonly note: 'expiration-unreadable'; readonly found: Found }
  /**
   * A lease (of Vault) that lasts `seconds` from when it was issued, and no word of when that was. Where the text tells,
   * the end of the lease is the expiration.
   */
  | { readonly note: 'lease-without-start'; readonly seconds: number; readonly found: Found }
  /** Something begins like a session token there, and no set has it. */
  | { readonly note: 'token-head-unread'; readonly found: Found }
  | { readonly note: 'more-credentials'; readonly count: number }
  | { readonly note: 'repeated'; readonly count: number }
  /** The text holds so many that the rest may not have been read. */
  | { readonly note: 'too-many-values'; readonly count: number }

/** What a paste turned out to be. */
export type Reading = {
  /** The shape of the first set; others may stand beside it. */
  readonly shape: Shape | null
  /** Every set found, in the order of the text; empty where nothing was recognised. */
  readonly credentials: readonly ReadCredentials[]
  readonly notes: readonly Note[]
  /** Number of lines of the text. */
  readonly lines: number
}
