import type { Instant } from '../time/instant.ts'

/** Something wrong with the characters of a value. Counts, never the characters themselves. */
export type Flaw =
  | { readonly flaw: 'blanks'; readonly count: number }
  | { readonly flaw: 'quotes'; readonly count: number }
  | { readonly flaw: 'foreign-characters'; readonly count: number }
  | { readonly flaw: 'length'; readonly expected: number; readonly seen: number }
  | { readonly flaw: 'percent-encoded' }
  | { readonly flaw: 'placeholder' }

/** What an access key ID shows without asking AWS. `account` is inferred and never a proof. */
export type KeyIdFacts = {
  /** ASIA → temporary, AKIA → long-term, any other text → other. */
  readonly kind: 'temporary' | 'long-term' | 'other'
  /** The four-letter prefix where there is one. */
  readonly prefix: string | null
  /** 12 digits; null for old keys (character 5 in A–P), documentation keys and other shapes. */
  readonly account: string | null
  /** One of AWS's documentation keys, which work nowhere. */
  readonly isDocumentation: boolean
  readonly flaws: readonly Flaw[]
  /** The text looks like one of the other two values (fields swapped). */
  readonly looksLike: 'secret-access-key' | 'session-token' | null
}

/** What a secret access key shows. Nothing offline can tell whether it is the right one. */
export type SecretFacts = {
  readonly length: number
  readonly flaws: readonly Flaw[]
  readonly isDocumentation: boolean
  readonly looksLike: 'access-key-id' | 'session-token' | null
}

/**
 * What a session token shows. AWS calls it opaque: everything here is inferred, may change any day,
 * and never blocks a call.
 *
 * - `whole`: every byte was accounted for.
 * - `cut`: a declared length runs past the end; `missingBytes` are absent.
 * - `damaged`: it begins like a token, but does not read to its end.
 * - `unknown`: not a layout this page knows.
 */
export type TokenFacts = {
  readonly state: 'whole' | 'cut' | 'damaged' | 'unknown'
  /** 1: not accepted in opt-in Regions; 2: accepted everywhere. */
  readonly version: 1 | 2 | null
  /** First byte, 0x21 for most version-2 tokens. */
  readonly firstByte: number | null
  /** Field 1: `origin_ec`, `er/aws`, `aws`, … */
  readonly name: string | null
  /** The Region that issued it; version 2 only. */
  readonly region: string | null
  /** 12 digits; version 2 only. */
  readonly account: string | null
  readonly issuedAt: Instant | null
  /** Field 2, a signed byte that counts hours in two layouts; absent where the token was cut before it. */
  readonly keyId?: number
  readonly missingBytes: number
  /** Bytes of the decoded token. */
  readonly bytes: number
  readonly flaws: readonly Flaw[]
  readonly looksLike: 'access-key-id' | 'secret-access-key' | null
}

/** The three values described; null where a value is absent or empty. */
export type CredentialFacts = {
  readonly accessKeyId: KeyIdFacts | null
  readonly secretAccessKey: SecretFacts | null
  readonly sessionToken: TokenFacts | null
}
