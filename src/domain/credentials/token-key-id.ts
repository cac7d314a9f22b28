import { HOUR, SECOND, type Instant } from '../time/instant.ts'

/** First key ID and its moment of change past the hour, per token name. */
const COUNTERS: Readonly<Record<string, readonly [first: number, changesAt: Instant]>> = {
  origin_ec: [129, 1280 * SECOND],
  'er/aws': [146, 360 * SECOND],
}

/**
 * The key ID (a signed byte) that a token of this name, issued at this instant, carries in field 2: an hour counter.
 * Null for names without a known rule. Inferred from public tokens, so a hint and never a proof.
 */
export function tokenKeyIdAt(name: string, issuedAt: Instant): number | null {
  const counter = COUNTERS[name]
  if (!counter) return null
  const hours = counter[0] + Math.floor((issuedAt - counter[1]) / HOUR)
  return ((((hours + 128) % 256) + 256) % 256) - 128
}

/**
 * The least age in hours (0–255) of a token of this name and key ID, as long as it is younger than 256 hours: for
 * tokens cut before their issue time. Null for names without a known rule. A hint and never a proof.
 */
export function leastHoursOld(name: string, keyId: number, now: Instant): number | null {
  const current = tokenKeyIdAt(name, now)
  return current === null ? null : (((current - keyId) % 256) + 256) % 256
}
