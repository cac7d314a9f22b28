import { textOfHex } from '../hex-bytes.ts'
import { CHANGES_AT_ONCE, type Repair } from '../repair.ts'

/** A known name with a code right behind it that no value begins with: then the whole text is encoded, not only its values. */
const ENCODED =
  /(?:key_?id|access_?key|session_?token|security_?token)(?:(?:\+){0,4}%3[ADCE]|%(?!2B|2F)[0-9A-F]{2})/i

/** Nothing but what encoding leaves as it is, and among the codes some that part names and values. */
const WHOLLY = /^[\w.~!*'()%-]{1,65536}$/
const PARTING = /%(?:20|22|27|3A|0A|7B|09)/i

const CODES = /(?:%[0-9A-F]{2}){1,4096}/iy

/** A text that went through an address as a whole: `%22AccessKeyId%22%3A…`. Plus signs then stand for blanks. */
export const percentEncoding: Repair = function* (text) {
  if (!text.includes('%') || !(ENCODED.test(text) || isWhollyEncoded(text.trim()))) return null
  const hasBlanks = /[ \t]/.test(text.trim())
  const plain = hasBlanks ? text : text.replaceAll('+', ' ')
  const parts: string[] = []
  const original: number[] = [1]
  let line = 1
  let copied = 0
  let codes = 0
  let runs = 0
  const copyTo = (end: number): void => {
    const part = plain.slice(copied, end)
    parts.push(part)
    for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1)) {
      line += 1
      original.push(line)
    }
  }
  for (let at = plain.indexOf('%'); at !== -1; at = plain.indexOf('%', Math.max(copied, at + 1))) {
    CODES.lastIndex = at
    if (!CODES.test(plain)) continue
    copyTo(at)
    copied = CODES.lastIndex
    codes += (copied - at) / 3
    const letters = textOfHex(plain.slice(at, copied))
    parts.push(letters.includes('\r') ? letters.replaceAll('\r', '') : letters)
    for (let end = letters.indexOf('\n'); end !== -1; end = letters.indexOf('\n', end + 1)) {
      original.push(line)
    }
    runs += 1
    if (runs % CHANGES_AT_ONCE === 0) yield
  }
  copyTo(plain.length)
  return {
    text: parts.join(''),
    repair: 'percent-encoding',
    count: codes,
    lineOf: (now) => original[now - 1] ?? now,
  }
}

const isWhollyEncoded = (text: string): boolean => PARTING.test(text) && WHOLLY.test(text)
