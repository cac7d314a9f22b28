import { CLOCK_TOLERANCE } from '../time/clock-difference.ts'
import { setAsideOf } from '../time/expiry.ts'
import { HOUR, MINUTE, type Instant } from '../time/instant.ts'
import { LONGEST_SESSION } from '../time/session-lifetimes.ts'
import type { CredentialFacts, TokenFacts } from './facts.ts'
import { comparing, differs, notJudged, warns, type Judged } from './judged.ts'
import { leastHoursOld, tokenKeyIdAt } from './token-key-id.ts'
import type { SetAside } from './verdict.ts'

/** What judging the time needs. */
export type TimeContext = {
  /** The expiration that the paste states. */
  readonly expiration: Instant | null
  /** AWS's time where it was measured, else this device's. */
  readonly now: Instant
  readonly isClockMeasured?: boolean
  /** When AWS accepted the session, where it has. */
  readonly aliveAt?: Instant | null
}

/** The stated expiration may belong to another set, and this device's clock may be wrong: never more than likely. */
export function judgeTime(
  { accessKeyId: key, sessionToken: token }: CredentialFacts,
  { expiration, now, isClockMeasured = false, aliveAt = null }: TimeContext,
): Judged[] {
  if (key?.kind === 'long-term') return []
  const issuedAt = token?.issuedAt ?? null
  const judged: Judged[] = []
  const aside = expiration === null ? null : setAsideOf(expiration, issuedAt, aliveAt)
  if (aside) judged.push(judgeSetAside(aside, aliveAt !== null))
  if (expiration !== null && !aside && expiration <= now) {
    judged.push(
      comparing(differs('expired', 'expired-session', { expiresAt: expiration }), [
        { word: 'in-the-future' },
        { milliseconds: expiration - now },
      ]),
    )
  }
  if (token && issuedAt === null) judged.push(...judgeHour(token, now))
  if (token === null || issuedAt === null) return judged
  const age = now - issuedAt
  // Of a session that AWS accepted beyond the limit the issue time was misread.
  const isOutlived = aliveAt !== null && aliveAt - issuedAt >= LONGEST_SESSION
  if (age > LONGEST_SESSION && !isOutlived) {
    judged.push(
      comparing(differs('probably-expired', 'expired-session', { hours: Math.floor(age / HOUR) }), [
        { word: 'under-36-hours' },
        { milliseconds: age },
      ]),
    )
  }
  if (-age > CLOCK_TOLERANCE) judged.push(judgeFuture(-age, isClockMeasured))
  // A counter that AWS does not document: where it does not fit, a hint and no more.
  const counted = token.name === null ? null : tokenKeyIdAt(token.name, issuedAt)
  if (token.keyId !== undefined && counted !== null && counted !== token.keyId) {
    judged.push(notJudged('token-hour'))
  }
  return judged
}

/**
 * An expiration beside a token that cannot have it: from another set, so the values may be too. After AWS has accepted
 * them only the expiration is.
 */
function judgeSetAside(aside: SetAside, isAccepted: boolean): Judged {
  const fills = { why: aside.why, expiresAt: aside.stated }
  if (aside.why === 'accepted-later') return warns('expiration-beyond-limit', fills)
  const span = aside.stated - aside.issuedAt
  const check = isAccepted
    ? warns('expiration-beyond-limit', fills)
    : differs('expiration-beyond-limit', 'long-term-and-session-key-mixed', fills)
  return aside.why === 'before-issue'
    ? check
    : comparing(check, [{ word: 'under-36-hours' }, { milliseconds: span }])
}

/** A token from the future: this device's clock is behind by no less, and AWS refuses what is signed too far off. */
function judgeFuture(ahead: number, isClockMeasured: boolean): Judged {
  const fills = { minutes: Math.round(ahead / MINUTE) }
  if (isClockMeasured) return warns('issued-in-future', { ...fills, clock: 'measured' })
  return ahead > SIGNATURE_TOLERANCE
    ? differs('issued-in-future', 'clock-skew', fills)
    : warns('issued-in-future', fills)
}

/** How far the time of a signature may be from AWS's. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html */
const SIGNATURE_TOLERANCE = 15 * MINUTE

/** A token cut before its issue time still tells the hour, modulo 256 hours. */
function judgeHour({ name, keyId, state }: TokenFacts, now: Instant): Judged[] {
  if (name === null || keyId === undefined || state === 'unknown') return []
  const hours = leastHoursOld(name, keyId, now)
  return hours === null || hours === 0 ? [] : [notJudged('token-age-hint', { hours })]
}
