import type { Secret } from '../credentials/secret.ts'
import type { Instant } from '../time/instant.ts'
import type { ClaimMeaning } from './claims-table.ts'

/** What stood around a token and was taken off. */
export type TokenWrapping = 'json' | 'bearer' | 'quotes' | 'name' | 'white-space'

/** What is wrong with a token, or worth a thought. */
export type JwtProblemWord =
  | 'empty'
  | 'too-large'
  | 'opaque'
  | 'wrong-parts'
  | 'encrypted'
  | 'not-base64url'
  | 'not-json'
  | 'not-an-object'
  | 'alg-none'
  | 'alg-not-accepted'
  | 'no-signature'
  | 'too-short-for-sts'
  | 'too-long-for-sts'
  | 'no-issuer'
  | 'issuer-not-https'
  | 'no-subject'
  | 'no-audience'
  | 'several-audiences'
  | 'no-expiry'
  | 'time-not-whole'
  | 'expired'
  | 'expired-within-grace'
  | 'not-yet-valid'
  | 'access-token'

/**
 * A problem of a token. An `error` is one that AssumeRoleWithWebIdentity refuses for certain, if the token is of
 * OpenID Connect; times are judged by this device's clock and never are.
 */
export type JwtProblem = {
  readonly problem: JwtProblemWord
  readonly severity: 'error' | 'warning'
  /** The part, the claim, the count or the value that it is about; null where nothing is. */
  readonly detail: string | null
  readonly instant: Instant | null
}

/** A claim as it stands in the token. */
export type JwtClaim = {
  readonly name: string
  /** Null for claims that are not in the table. */
  readonly meaning: ClaimMeaning | null
  /** The text itself, or the value as JSON; at most 4,000 characters. */
  readonly text: string
  readonly instant: Instant | null
}

/** The claims that a trust policy or a clock asks for; what is absent or of another type is null or empty. */
export type JwtFacts = {
  readonly algorithm: string | null
  readonly keyId: string | null
  readonly type: string | null
  readonly issuer: string | null
  readonly subject: string | null
  readonly audiences: readonly string[]
  readonly authorizedParty: string | null
  readonly methods: readonly string[]
  readonly issuedAt: Instant | null
  readonly notBefore: Instant | null
  readonly expiresAt: Instant | null
  readonly authenticatedAt: Instant | null
  readonly tokenUse: string | null
  /** Names of the session tags that the token brings. */
  readonly tagKeys: readonly string[]
  readonly hasSourceIdentity: boolean
  /** The subject is a workload's SPIFFE ID. */
  readonly isSpiffe: boolean
}

/** A JWT taken apart. Its signature is not checked here: nothing in it is proved. */
export type JwtRead = {
  readonly kind: 'read'
  /** The token without what stood around it. */
  readonly token: Secret
  readonly wrappings: readonly TokenWrapping[]
  readonly header: readonly JwtClaim[]
  readonly claims: readonly JwtClaim[]
  readonly facts: JwtFacts
  readonly isSignatureChecked: false
  readonly problems: readonly JwtProblem[]
}

/** A token that could be read, or why it could not. `token` is what would be sent all the same. */
export type JwtReading =
  | JwtRead
  | {
      readonly kind: 'unread'
      readonly token: Secret | null
      readonly wrappings: readonly TokenWrapping[]
      readonly problems: readonly JwtProblem[]
    }
