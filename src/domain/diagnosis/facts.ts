import type { CredentialFacts } from '../credentials/facts.ts'
import type { EndpointKind, PartitionId } from '../region/target.ts'
import type { Instant } from '../time/instant.ts'
import type { NetworkFacts } from './network-facts.ts'
import type { Notes } from './notes.ts'

/** Where the call went. `isOptIn` is null for a Region that the page does not know. */
export type TargetFacts = {
  readonly partition: PartitionId
  readonly region: string
  readonly isOptIn: boolean | null
  readonly kind: EndpointKind
  readonly host: string
  readonly signingRegion: string
}

/** What a person says of a session token without showing it. */
export const TOLD_TOKENS = [
  'present',
  'missing',
  'cut',
  'changed',
  'blanks',
  'version-1',
  'version-2',
  'expired',
  'foreign',
] as const

export type ToldToken = (typeof TOLD_TOKENS)[number]

/** A fact that may be stated instead of pasted. */
export type StatedFact = 'key' | 'token' | 'host' | 'clock'

/** What is known of a failure in another program, beside AWS's answer; null for what nobody told. */
export type ToldFacts = {
  readonly keyKind: 'temporary' | 'long-term' | 'other' | null
  readonly token: ToldToken | null
  /** The key ID begins as none of AWS's does, not even a mistyped one. */
  readonly isForeignKey: boolean
  /** `AssumeRole`, as AWS spells it. */
  readonly operation: string | null
  /** `sts`, `s3`: the lower-case name of the service's host. */
  readonly service: string | null
  /** Region and host as they were given, known or not. */
  readonly region: string | null
  readonly host: string | null
  /** What the person stated as a fact beside the text; anything else stood in the text or was pasted with it. */
  readonly stated: readonly StatedFact[]
  /** The words around the error, redacted and bounded. */
  readonly said: string
  /** What the person added in words of their own: the end of `said`; empty where there is nothing. */
  readonly added: string
  readonly notes: Notes
}

/** What this tab remembers of earlier tries with the same key ID; null where there was none. */
export type TriedFacts = {
  /** Milliseconds since another secret was tried for the key ID. */
  readonly otherSecretMs: number | null
  /** Milliseconds since the credentials were issued to this page. */
  readonly issuedMs: number | null
}

/** What is known beside the outcome; no secret, only descriptions. */
export type DiagnosisFacts = {
  readonly credentials: CredentialFacts
  /** The expiration that was pasted. */
  readonly expiration: Instant | null
  /** Null where nobody said which host was asked. */
  readonly target: TargetFacts | null
  readonly clock: {
    /** This device's clock; null where the failure happened elsewhere, at an unknown time. */
    readonly now: Instant | null
    /** This device minus AWS, from the answer's Date header; null where it cannot be read. */
    readonly differenceMs: number | null
  }
  readonly tookMs: number | null
  /** The operation this page asked for, where it is not GetCallerIdentity. */
  readonly operation?: string
  readonly tried?: TriedFacts
  /** What was found out of the network after a call without an answer; null or left out where nobody looked. */
  readonly network?: NetworkFacts | null
  /** Only where the failure is another program's. */
  readonly told?: ToldFacts
}
