import type { Cause } from '../diagnosis/causes.ts'
import type { EvidenceValue } from '../diagnosis/finding.ts'
import type { Instant } from '../time/instant.ts'

/**
 * One thing that was compared; `reading` says how it came out. The messages render the sentence.
 * `warns`: nothing against these values working, and a reason to think before they are used.
 */
export type Check = {
  readonly check: CheckName
  readonly reading: 'agrees' | 'differs' | 'not-judged' | 'warns'
  /** What the rule asks for, and what is there; absent where nothing is compared. */
  readonly expected?: EvidenceValue
  readonly seen?: EvidenceValue
  /** Numbers, accounts, Regions for the sentence; never a secret value. */
  readonly fills: Readonly<Record<string, string | number>>
}

/** `key-*`, `secret-*`, `token-*` are about one value; the rest about how they fit. */
export type CheckName =
  | 'temporary-key-with-token'
  | 'temporary-key-without-token'
  | 'long-term-key'
  | 'long-term-key-with-token'
  | 'key-shape'
  | 'key-missing'
  | 'key-documentation'
  | 'secret-shape'
  | 'secret-missing'
  | 'token-whole'
  | 'token-cut'
  | 'token-damaged'
  | 'token-unknown'
  | 'token-flawed'
  | 'same-account'
  | 'different-accounts'
  | 'account-not-comparable'
  | 'token-version-fits-region'
  | 'version-1-token-in-opt-in-region'
  | 'fields-swapped'
  | 'trap-account'
  | 'issued-in-future'
  | 'token-hour'
  | 'token-age-hint'
  | 'expiration-beyond-limit'
  | 'expired'
  | 'probably-expired'

/**
 * What can be said before the call. A secret cannot be checked offline, so the best verdict is
 * `nothing-contradicts`. A verdict never blocks the call.
 */
export type Verdict = {
  readonly verdict: 'nothing-contradicts' | 'cannot-work' | 'cannot-tell'
  /** The leading cause where something differs. */
  readonly cause: Cause | null
  readonly certainty: 'certain' | 'likely' | null
  readonly checks: readonly Check[]
}

/** How long a session lasts, and how that is known. */
export type Expiry =
  /** An expiration was pasted. `issuedAt` is inferred from the token where it can be read. */
  | { readonly kind: 'stated'; readonly expiresAt: Instant; readonly issuedAt: Instant | null }
  /** Only the issue time is known: the honest window of durations that AWS allows. */
  | {
      readonly kind: 'window'
      readonly issuedAt: Instant
      /** Issue time plus 15 minutes, 1 hour, 12 hours and 36 hours; narrowed by the kind of session where it is known. */
      readonly earliest: Instant
      readonly usual: Instant
      readonly roleLimit: Instant
      readonly latest: Instant
      /** AWS accepted it then, so it ended no earlier. */
      readonly aliveAt?: Instant
      readonly setAside?: SetAside
    }
  /** Older than any session may be. */
  | {
      readonly kind: 'probably-expired'
      readonly issuedAt: Instant
      readonly latest: Instant
      readonly setAside?: SetAside
    }
  /** A long-term key. */
  | { readonly kind: 'no-end' }
  | {
      readonly kind: 'unknown'
      readonly setAside?: SetAside
      /** AWS accepted it then, later than any session of the token's issue time could last. */
      readonly outlivedAt?: Instant
    }

/** A pasted expiration that cannot be this session's, and what speaks against it. */
export type SetAside = { readonly stated: Instant } & (
  | { readonly why: 'accepted-later'; readonly aliveAt: Instant }
  /** The issue time is inferred from the token. */
  | { readonly why: 'before-issue' | 'beyond-longest'; readonly issuedAt: Instant }
)
