import { textOfHex } from '../hex-bytes.ts'
import type { Repair } from '../repair.ts'

/** A known name tied to its value by an encoded sign: then the whole text is encoded, and not only its values. */
const ENCODED =
  /(?:key_?id|access_?key|session_?token|security_?token)(?:%22|%27)?(?:%20|\+){0,4}(?:%3[ADCE]|%20|%22|%09|%7C)/i

/** A text that went through an address as a whole: `%22AccessKeyId%22%3A…`. Plus signs then stand for blanks. */
export const percentEncoding: Repair = (text) => {
  if (!text.includes('%') || !ENCODED.test(text)) return null
  let count = 0
  const original: number[] = [1]
  let line = 1
  const hasBlanks = /[ \t]/.test(text.trim())
  const decoded = (hasBlanks ? text : text.replace(/\+/g, ' ')).replace(
    /(?:%[0-9A-F]{2})+|\n/gi,
    (match: string) => {
      if (match === '\n') {
        line += 1
        original.push(line)
        return match
      }
      count += match.length / 3
      const letters = textOfHex(match).replace(/\r/g, '')
      for (const letter of letters) if (letter === '\n') original.push(line)
      return letters
    },
  )
  return {
    text: decoded,
    repair: 'percent-encoding',
    count,
    lineOf: (now) => original[now - 1] ?? now,
  }
}
