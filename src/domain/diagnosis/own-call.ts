import type { Case } from './case.ts'
import { isClockWithinTolerance, isOutOfTime, isSignatureRefused, isTold } from './case.ts'
import { tokenState } from './values-of-case.ts'

/** This page's own call was signed with a key ID of AWS's shape, which cannot tear the Authorization header apart. */
export function isKeyInOrder(c: Case): boolean {
  const key = c.facts.credentials.accessKeyId
  if (isTold(c) || key === null) return false
  return key.kind !== 'other' && key.looksLike === null && key.flaws.length === 0
}

/** The Region that AWS quotes; the empty string where it quotes none, null where the sentence is another. */
export function scopeRegionOf(c: Case): string | null {
  const match =
    /Credential should be scoped to (?:a valid|the) region(?:, not '([\w-]{0,40})')?/i.exec(c.said)
  if (match) return match[1] ?? ''
  // S3's own sentence.
  return /the region '([\w-]{0,40})' is wrong; expecting/i.exec(c.said)?.[1] ?? null
}

/** AWS refuses the Region of a signature that this page made for the Region of the host. */
export function isScopeInOrder(c: Case): boolean {
  const seen = scopeRegionOf(c)
  if (seen === null || isTold(c)) return false
  return seen === '' || seen === c.facts.target?.signingRegion
}

/** AWS calls a token expired, in a call of this page that sent none. */
export function isExpiredWithoutToken(c: Case): boolean {
  const isExpired = c.code === 'ExpiredToken' || c.code === 'ExpiredTokenException'
  return isExpired && !isTold(c) && tokenState(c) === 'missing'
}

/** AWS calls the time of a request of this page out of bounds, although the clocks are known to agree. */
export function isTimeRefusedInOrder(c: Case): boolean {
  const isTime = isOutOfTime(c) || (isSignatureRefused(c) && c.clockSentence !== null)
  return isTime && !isTold(c) && isClockWithinTolerance(c)
}
