import { SECOND, parseIso, type Instant } from '../time/instant.ts'

/** Numbers below it are seconds, the others milliseconds. */
const MILLISECONDS_FROM = 1e11

/** Reads an expiration: ISO 8601 with any zone, or a number of seconds or milliseconds since 1970; else null. */
export function readExpiration(text: string): Instant | null {
  if (text.length > 64) return null
  if (!/^\d{9,13}(?:\.\d{1,9})?$|^\d(?:\.\d{1,16})?E\+?\d{1,2}$/i.test(text)) return parseIso(text)
  const number = Number(text)
  return number < MILLISECONDS_FROM ? number * SECOND : number
}
