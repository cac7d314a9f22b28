import { HOUR, MINUTE, type Instant } from '../time/instant.ts'
import { LONGEST_SESSION } from '../time/session-lifetimes.ts'
import type { CredentialFacts, TokenFacts } from './facts.ts'
import { comparing, differs, notJudged, warns, type Judged } from './judged.ts'
import { leastHoursOld, tokenKeyIdAt } from './token-key-id.ts'

/** The stated expiration may belong to another set, and this device's clock may be wrong: never more than likely. */
export function judgeTime(
  { accessKeyId: key, sessionToken: token }: CredentialFacts,
  { expiration, now }: { readonly expiration: Instant | null; readonly now: Instant },
): Judged[] {
  if (key?.kind === 'long-term') return []
  const issuedAt = token?.issuedAt ?? null
  const judged: Judged[] = []
  if (expiration !== null && expiration <= now) {
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
  if (age > LONGEST_SESSION) {
    judged.push(
      comparing(differs('probably-expired', 'expired-session', { hours: Math.floor(age / HOUR) }), [
        { word: 'under-36-hours' },
        { milliseconds: age },
      ]),
    )
  }
  if (-age > CLOCK_TOLERANCE) {
    judged.push(warns('issued-in-future', { minutes: Math.round(-age / MINUTE) }))
  }
  if (expiration !== null && !isPossibleSpan(expiration - issuedAt)) {
    judged.push(
      comparing(warns('expiration-beyond-limit'), [
        { word: 'under-36-hours' },
        { milliseconds: expiration - issuedAt },
      ]),
    )
  }
  // A counter that AWS does not document: where it does not fit, a hint and no more.
  const counted = token.name === null ? null : tokenKeyIdAt(token.name, issuedAt)
  if (token.keyId !== undefined && counted !== null && counted !== token.keyId) {
    judged.push(notJudged('token-hour'))
  }
  return judged
}

/** More than two clocks that are both right can differ. */
const CLOCK_TOLERANCE = 5 * MINUTE

/** From issue to end: no longer than any session, and not the other way round. */
const isPossibleSpan = (span: number): boolean => span >= 0 && span <= LONGEST_SESSION + MINUTE

/** A token cut before its issue time still tells the hour, modulo 256 hours. */
function judgeHour({ name, keyId, state }: TokenFacts, now: Instant): Judged[] {
  if (name === null || keyId === undefined || state === 'unknown') return []
  const hours = leastHoursOld(name, keyId, now)
  return hours === null || hours === 0 ? [] : [notJudged('token-age-hint', { hours })]
}
