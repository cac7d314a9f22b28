const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 }

/** Longer than any lease; a larger number is a time or another unit. */
const LONGEST_DIGITS = 9

/** The whole seconds of a length of time as Vault and Go write it, `3600`, `1h`, `59m30s`; null for anything else. */
export function secondsIn(text: string): number | null {
  const written = text.trim()
  if (/^\d{1,9}$/.test(written)) return Number(written)
  if (written.length > 3 * (LONGEST_DIGITS + 1) || !/^(?:\d{1,9}[hms]){1,3}$/.test(written))
    return null
  let seconds = 0
  for (const [, digits, unit] of written.matchAll(/(\d{1,9})([hms])/g)) {
    seconds += Number(digits) * (UNITS[unit ?? ''] ?? 0)
  }
  return seconds
}
