import { textOfHex } from '../hex-bytes.ts'
import type { Repair } from '../repair.ts'

const CODES = /(?:=[0-9A-F]{2})+/gi
const SOFT = /=[ \t]{0,4}\n/g

/**
 * Quoted-printable, the encoding of mail: `=3D` for an equals sign, and an equals sign at the end of a broken line.
 * Taken for it only where every equals sign of the text can be read so.
 * @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
 */
export const quotedPrintable: Repair = (text) => {
  if (!text.includes('=') || !isQuotedPrintable(text)) return null
  const original: number[] = [1]
  let count = 0
  let line = 1
  const joined: string[] = []
  for (const piece of text.split('\n')) {
    const bare = piece.trimEnd()
    const isSoft = bare.endsWith('=')
    line += 1
    if (isSoft) {
      count += 1
      joined.push(bare.slice(0, -1))
    } else {
      joined.push(piece, '\n')
      original.push(line)
    }
  }
  if (joined.at(-1) === '\n') joined.pop()
  const decoded = joined.join('').replace(CODES, (codes) => {
    count += codes.length / 3
    // A line break in a code would move every line that follows.
    return textOfHex(codes).replace(/[\r\n]/g, ' ')
  })
  return {
    text: decoded,
    repair: 'quoted-printable',
    count,
    lineOf: (now) => original[now - 1] ?? now,
  }
}

/** Lines are short, and each equals sign is a code or ends its line; by chance that happens to no list of values. */
function isQuotedPrintable(text: string): boolean {
  const codes = text.match(/=(?:3D|[0-9A-F]{2}(?![A-Za-z0-9+/]{8}))/gi)?.length ?? 0
  const breaks = text.match(SOFT)?.length ?? 0
  if (codes === 0 && breaks < 2) return false
  if (/=(?![0-9A-F]{2}|[ \t]{0,4}(?:\n|$))/i.test(text)) return false
  return !/[^\n]{79}/.test(text)
}
