import type { CredentialFacts } from '../credentials/facts.ts'
import type { Expiry } from '../credentials/verdict.ts'
import type { PrincipalKind } from '../identity/hard-limits.ts'
import type { Instant } from './instant.ts'
import {
  LONGEST_ROLE_SESSION,
  LONGEST_SESSION,
  SHORTEST_SESSION,
  USUAL_SESSION,
} from './session-lifetimes.ts'

/** The shortest, the usual and the longest duration. */
type Lifetime = readonly [shortest: number, usual: number, longest: number]

const ANY: Lifetime = [SHORTEST_SESSION, USUAL_SESSION, LONGEST_SESSION]
const USER: Lifetime = [SHORTEST_SESSION, LONGEST_ROLE_SESSION, LONGEST_SESSION]

/** By principal. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html */
const LIFETIMES: Readonly<Record<PrincipalKind, Lifetime>> = {
  root: [SHORTEST_SESSION, USUAL_SESSION, USUAL_SESSION],
  user: USER,
  'federated-user': USER,
  'assumed-role': [SHORTEST_SESSION, USUAL_SESSION, LONGEST_ROLE_SESSION],
  'assumed-root': [0, SHORTEST_SESSION, SHORTEST_SESSION],
  other: ANY,
}

/**
 * When the session ends and how that is known: a stated expiration first, else the window of durations that AWS
 * allows from the issue time that the token shows.
 */
export function expiryOf(
  facts: CredentialFacts,
  expiration: Instant | null,
  now: Instant,
  principal: PrincipalKind | null = null,
): Expiry {
  const issuedAt = facts.sessionToken?.issuedAt ?? null
  if (facts.accessKeyId?.kind === 'long-term' && !facts.sessionToken) return { kind: 'no-end' }
  if (expiration !== null) return { kind: 'stated', expiresAt: expiration, issuedAt }
  if (issuedAt === null) return { kind: 'unknown' }
  const [shortest, usual, longest] = principal ? LIFETIMES[principal] : ANY
  const latest = issuedAt + longest
  if (latest < now) return { kind: 'probably-expired', issuedAt, latest }
  return {
    kind: 'window',
    issuedAt,
    earliest: issuedAt + shortest,
    usual: issuedAt + usual,
    roleLimit: issuedAt + Math.min(LONGEST_ROLE_SESSION, longest),
    latest,
  }
}
