import type { CredentialFacts } from '../credentials/facts.ts'
import type { EndpointKind, PartitionId } from '../region/target.ts'
import type { Instant } from '../time/instant.ts'

/** Where the call went. `isOptIn` is null for a Region that the page does not know. */
export type TargetFacts = {
  readonly partition: PartitionId
  readonly region: string
  readonly isOptIn: boolean | null
  readonly kind: EndpointKind
  readonly host: string
  readonly signingRegion: string
}

/** What is known beside the outcome; no secret, only descriptions. */
export type DiagnosisFacts = {
  readonly credentials: CredentialFacts
  /** The expiration that was pasted. */
  readonly expiration: Instant | null
  readonly target: TargetFacts
  readonly clock: {
    /** This device's clock. */
    readonly now: Instant
    /** This device minus AWS, from the answer's Date header; null where it cannot be read. */
    readonly differenceMs: number | null
  }
  readonly tookMs: number
}
