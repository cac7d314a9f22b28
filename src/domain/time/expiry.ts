import type { CredentialFacts } from '../credentials/facts.ts'
import type { Expiry, SetAside } from '../credentials/verdict.ts'
import type { PrincipalKind } from '../identity/hard-limits.ts'
import type { SessionMaker } from '../identity/session-maker-table.ts'
import { HOUR, type Instant } from './instant.ts'
import {
  isPossibleSpan,
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
 * When the session ends and how that is known: a stated expiration first, unless it cannot be this session's, else the
 * window of durations that AWS allows from the issue time that the token shows. It never ends before AWS accepted it.
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
  const { aliveAt = null, maker = null } = answered
  const aside = expiration === null ? null : setAsideOf(expiration, issuedAt, aliveAt)
  if (expiration !== null && !aside) return { kind: 'stated', expiresAt: expiration, issuedAt }
  const flags = aside ? { setAside: aside } : {}
  if (issuedAt === null) return { kind: 'unknown', ...flags }
  const narrowed = (maker ? BY_MAKER[maker] : undefined) ?? (principal ? LIFETIMES[principal] : ANY)
  const outlives = ([, , longest]: Lifetime): boolean =>
    aliveAt !== null && issuedAt + longest <= aliveAt
  if (aliveAt !== null && outlives(ANY)) return { kind: 'unknown', ...flags, outlivedAt: aliveAt }
  const [shortest, usual, longest] = outlives(narrowed) ? ANY : narrowed
  const latest = issuedAt + longest
  if (latest < now) return { kind: 'probably-expired', issuedAt, latest, ...flags }
  return {
    kind: 'window',
    issuedAt,
    earliest: Math.max(issuedAt + shortest, aliveAt ?? 0),
    usual: issuedAt + usual,
    roleLimit: issuedAt + Math.min(LONGEST_ROLE_SESSION, longest),
    latest,
    ...(aliveAt === null ? {} : { aliveAt }),
    ...flags,
  }
}

/** Why a stated expiration cannot be this session's; what AWS has shown weighs more than what the token shows. */
export function setAsideOf(
  stated: Instant,
  issuedAt: Instant | null,
  aliveAt: Instant | null,
): SetAside | null {
  if (aliveAt !== null && stated <= aliveAt) return { stated, why: 'accepted-later', aliveAt }
  if (issuedAt === null || isPossibleSpan(stated - issuedAt)) return null
  return { stated, why: stated <= issuedAt ? 'before-issue' : 'beyond-longest', issuedAt }
}

/**
 * Milliseconds left, of a window at most; null where no end is known. A clock that stands before the issue time is
 * wrong, so it is counted from the issue time then: never longer than the session.
 */
export function timeLeft(expiry: Expiry, now: Instant): number | null {
  switch (expiry.kind) {
    case 'stated':
      return expiry.expiresAt - Math.max(now, expiry.issuedAt ?? now)
    case 'window':
      return expiry.latest - Math.max(now, expiry.issuedAt)
    case 'probably-expired':
      return expiry.latest - now
    case 'no-end':
    case 'unknown':
      return null
    default:
      return expiry satisfies never
  }
}
