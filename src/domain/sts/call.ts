import type { Secret } from '../credentials/secret.ts'
import type { Instant } from '../time/instant.ts'

/** A header or a body: text in the clear, or text with secrets inside it. */
export type HeaderValue = string | readonly (string | Secret)[]

/** A request as it was signed and handed to the browser. The token and the signature are references. */
export type SentRequest = {
  readonly method: string
  readonly url: string
  readonly host: string
  /** Lower-case names, in the order of the wire. */
  readonly headers: readonly (readonly [name: string, value: HeaderValue])[]
  readonly body: HeaderValue
}

export type ReceivedResponse = {
  readonly status: number
  /** Lower-case names of those headers that the browser lets a page read. */
  readonly headers: Readonly<Record<string, string>>
  /** At most 64 KB of the body, as text. */
  readonly body: string
  /** Bytes of the whole body. */
  readonly bytes: number
}

/** When a call began and ended, on this device's clock. `tookMs` comes from a monotonic clock. */
export type Timing = { readonly sentAt: Instant; readonly tookMs: number }

/**
 * What came of a call, as plain facts; every judgement is made in the domain.
 *
 * - `answered`: bytes came back and could be read, whatever they say.
 * - `no-answer`: the browser gave no readable answer.
 * - `timed-out`, `cancelled`: this page stopped waiting. The request may have arrived all the same.
 * - `not-sent`: nothing left the page.
 */
export type StsReply =
  | {
      readonly kind: 'answered'
      readonly request: SentRequest
      readonly response: ReceivedResponse
      readonly timing: Timing
      /** What the SDK read from a 2xx answer; absent fields are null. */
      readonly result: {
        readonly account: string | null
        readonly arn: string | null
        readonly userId: string | null
        /** The text of DecodedMessage; absent where the call was for an identity. */
        readonly decoded?: string | null
      } | null
    }
  | {
      readonly kind: 'no-answer'
      readonly request: SentRequest | null
      readonly timing: Timing
      readonly online: boolean
      /** The directive of this page's policy that stopped the request, as a securitypolicyviolation event told. */
      readonly policyViolation: string | null
      /** The browser's own words, redacted. */
      readonly message: string
    }
  | {
      readonly kind: 'timed-out'
      readonly request: SentRequest | null
      readonly timing: Timing
      readonly limitMs: number
    }
  | { readonly kind: 'cancelled'; readonly request: SentRequest | null; readonly timing: Timing }
  | { readonly kind: 'not-sent'; readonly why: NotSentReason; readonly message: string }

/** `chunk-unavailable`: the SDK's file could not be loaded. `refused-by-sdk`: the SDK threw before sending. */
export type NotSentReason = 'chunk-unavailable' | 'refused-by-sdk' | 'insecure-origin'

/** What happened, judged from a reply. */
export type Outcome =
  | {
      readonly kind: 'identified'
      readonly account: string
      readonly arn: string
      readonly userId: string
      readonly requestId: string | null
    }
  | {
      readonly kind: 'refused'
      /** AWS's error code as it stands in the answer. */
      readonly code: string
      /** AWS's words, redacted: no secret, token, signature or whole Authorization header. */
      readonly message: string
      readonly status: number
      readonly requestId: string | null
    }
  | {
      readonly kind: 'unreadable'
      readonly what: 'html' | 'empty' | 'no-arn' | 'other'
      readonly status: number
    }
  | {
      readonly kind: 'unreachable'
      readonly why: 'offline' | 'policy' | 'timed-out' | 'unknown'
      readonly message: string
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-sent'; readonly why: NotSentReason; readonly message: string }
