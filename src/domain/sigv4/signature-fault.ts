import type { Secret } from '../credentials/secret.ts'
import type { Instant } from '../time/instant.ts'
import type { SigningTrace } from './signature.ts'
import type { BrokenEscape } from './uri-encode.ts'

/** Where a signature stands: in the Authorization header, or in the query of a presigned URL. */
export type SignatureForm = 'header' | 'query'

/** One wrong part of a credential scope. */
export type ScopeFault =
  | { readonly part: 'region'; readonly seen: string }
  | { readonly part: 'service'; readonly seen: string; readonly expected: string }
  | { readonly part: 'terminator'; readonly seen: string }
  /** `expected` is the day of `amzDate`. */
  | {
      readonly part: 'date'
      readonly seen: string
      readonly expected: string
      readonly amzDate: string
    }

/** What an Authorization header (or the headers beside it), or the query of a presigned URL, must hold. */
export type SignaturePart = 'Credential' | 'Signature' | 'SignedHeaders' | 'Date'

/**
 * Why a signature is not accepted; the check that failed first, in AWS's order. Texts that may hold a swapped-in
 * secret are references.
 */
export type SignatureFault =
  | { readonly fault: 'malformed-query'; readonly escape: BrokenEscape }
  /** Neither a header nor a query signature. */
  | { readonly fault: 'missing' }
  /** Both of them. */
  | { readonly fault: 'two-signatures' }
  | { readonly fault: 'unsupported-algorithm'; readonly algorithm: Secret }
  | { readonly fault: 'not-key-value-pair'; readonly part: Secret; readonly header: Secret }
  /** An empty part of a query counts as missing. */
  | {
      readonly fault: 'parts-missing'
      readonly form: SignatureForm
      readonly missing: readonly SignaturePart[]
    }
  | { readonly fault: 'host-not-signed' }
  | { readonly fault: 'date-format'; readonly seen: string }
  /** `limit` is `now` minus the tolerance. */
  | {
      readonly fault: 'too-old'
      readonly signedAt: Instant
      readonly limit: Instant
      readonly now: Instant
    }
  /** `limit` is `now` plus the tolerance. */
  | {
      readonly fault: 'too-new'
      readonly signedAt: Instant
      readonly limit: Instant
      readonly now: Instant
    }
  | { readonly fault: 'not-five-parts'; readonly credential: Secret }
  | { readonly fault: 'scope'; readonly wrong: readonly ScopeFault[] }
  /** `expected` is how the verifier calculated it. */
  | {
      readonly fault: 'mismatch'
      readonly form: SignatureForm
      readonly seen: Secret
      readonly expected: SigningTrace
    }
