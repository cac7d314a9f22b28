import type { CredentialFacts } from '../credentials/facts.ts'
import type { Expiry } from '../credentials/verdict.ts'
import type { PrincipalKind } from '../identity/hard-limits.ts'
import type { SessionMaker } from '../identity/session-maker-table.ts'
import { HOUR, type Instant } from './instant.ts'
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

/** Makers whose sessions are known to last a certain time; read off public examples, so the window says inferred. */
const BY_MAKER: Readonly<Partial<Record<SessionMaker, Lifetime>>> = {
  'cognito-identity-pool': [SHORTEST_SESSION, USUAL_SESSION, LONGEST_ROLE_SESSION],
  'ec2-instance': [6 * HOUR, 6.5 * HOUR, LONGEST_ROLE_SESSION],
}

/** What an answer of AWS adds. */
export type Answered = {
  /** When AWS accepted the session: it ended no earlier. */
  readonly aliveAt?: Instant | null
  /** Who seems to have made it. */
  readonly maker?: SessionMaker | null
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
  answered: Answered = {},
): Expiry {
  const issuedAt = facts.sessionToken?.issuedAt ?? null
  if (facts.accessKeyId?.kind === 'long-term' && !facts.sessionToken) return { kind: 'no-end' }
  if (expiration !== null) return { kind: 'stated', expiresAt: expiration, issuedAt }
  if (issuedAt === null) return { kind: 'unknown' }
  const { aliveAt = null, maker = null } = answered
  const [shortest, usual, longest] =
    (maker ? BY_MAKER[maker] : undefined) ?? (principal ? LIFETIMES[principal] : ANY)
  const latest = Math.max(issuedAt + longest, aliveAt ?? 0)
  if (latest < now) return { kind: 'probably-expired', issuedAt, latest }
  return {
    kind: 'window',
    issuedAt,
    earliest: Math.max(issuedAt + shortest, aliveAt ?? 0),
    usual: issuedAt + usual,
    roleLimit: issuedAt + Math.min(LONGEST_ROLE_SESSION, longest),
    latest,
    ...(aliveAt === null ? {} : { aliveAt }),
  }
}
