import { textOfHex } from '../hex-bytes.ts'
import { CHANGES_AT_ONCE, replaceAll, type Repair } from '../repair.ts'
import type { Steps } from '../steps.ts'

const CODES = /(?:=[0-9A-F]{2}){1,4096}/gi

/** What may stand behind an equals sign: a code, or the end of the line. */
const BEHIND = /([0-9A-F]{2})|[ \t]{0,4}(?:\n|$)/iy
const LONG_WORD = /^[A-Za-z0-9+/]{8}$/

/** The encoding allows 76; mail programs that quote it add a mark. */
const LONGEST_LINE = 78

/**
 * Quoted-printable, the encoding of mail: `=3D` for an equals sign, and an equals sign at the end of a broken line.
 * Taken for it only where every equals sign of the text can be read so.
 * @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
 */
export const quotedPrintable: Repair = function* (text) {
  if (!text.includes('=') || !(yield* isQuotedPrintable(text))) return null
  const original: number[] = [1]
  const joined: string[] = []
  let soft = 0
  let line = 1
  let from = 0
  while (from < text.length) {
    const next = text.indexOf('\n', from)
    const end = next < 0 ? text.length : next
    const piece = text.slice(from, end)
    const bare = piece.trimEnd()
    line += 1
    from = end + 1
    if (bare.endsWith('=')) {
      soft += 1
      joined.push(bare.slice(0, -1))
    } else {
      joined.push(piece, next < 0 ? '' : '\n')
      original.push(line)
    }
    if (line % CHANGES_AT_ONCE === 0) yield
  }
  let count = soft
  const decoded = yield* replaceAll(joined.join(''), 'quoted-printable', CODES, (codes) => {
    count += codes.length / 3
    // A line break in a code would move every line that follows.
    return textOfHex(codes).replace(/[\r\n]/g, ' ')
  })
  return {
    text: decoded?.text ?? joined.join(''),
    repair: 'quoted-printable',
    count,
    lineOf: (now) => original[now - 1] ?? now,
  }
}

/** Lines are short, and each equals sign is a code or ends its line; by chance that happens to no list of values. */
function* isQuotedPrintable(text: string): Steps<boolean> {
  if (!isOfShortLines(text)) return false
  let codes = 0
  let breaks = 0
  let isSure = false
  for (let at = text.indexOf('='); at !== -1; at = text.indexOf('=', at + 1)) {
    if ((codes + breaks) % CHANGES_AT_ONCE === CHANGES_AT_ONCE - 1) yield
    BEHIND.lastIndex = at + 1
    const behind = BEHIND.exec(text)
    if (!behind) return false
    // What mail encodes: its own sign, blanks at a line's end, and letters of two bytes or more.
    if (/^(?:3D|20|09|0D|0A)$/i.test(behind[1] ?? '') || text.charAt(at + 3) === '=') isSure = true
    if (behind[1] === undefined) breaks += behind[0].endsWith('\n') ? 1 : 0
    // A value may begin like a code, but is longer.
    else if (/^3D$/i.test(behind[1]) || !LONG_WORD.test(text.slice(at + 3, at + 11))) codes += 1
  }
  return (codes > 0 && (isSure || breaks > 0)) || breaks > 1
}

function isOfShortLines(text: string): boolean {
  let from = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
    if (at - from > LONGEST_LINE) return false
    from = at + 1
  }
  return text.length - from <= LONGEST_LINE
}
