import type { TextRepair } from './reading.ts'
import type { InSteps, Steps } from './steps.ts'

/** The line of the text as it was, of a line of the text as it is now; both 1-based. */
export type LineOf = (line: number) => number

/** A text that was mended. */
export type Repaired = {
  readonly text: string
  readonly repair: TextRepair
  /** Characters, lines or escapes that were changed. */
  readonly count: number
  /** Only where lines were joined or parted. */
  readonly lineOf?: LineOf
}

/** Mends one kind of damage in a whole text; null where there is none. Linear; nothing is thrown. */
export type Repair = (text: string) => InSteps<Repaired | null>

/** About a millisecond's work. */
export const CHANGES_AT_ONCE = 4096

/** Replaces what a global regex matches; null where it matches nothing. */
export function* replaceAll(
  text: string,
  repair: TextRepair,
  pattern: RegExp,
  by: string | ((match: string) => string),
): Steps<Repaired | null> {
  const parts: string[] = []
  let copied = 0
  let count = 0
  pattern.lastIndex = 0
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    const now = typeof by === 'string' ? by : by(m[0])
    if (now === m[0]) continue
    parts.push(text.slice(copied, m.index), now)
    copied = m.index + m[0].length
    count += 1
    if (count % CHANGES_AT_ONCE === 0) {
      // Meanwhile another text may be read with the same pattern.
      yield
      pattern.lastIndex = copied
    }
  }
  if (count === 0) return null
  parts.push(text.slice(copied))
  return { text: parts.join(''), repair, count }
}

/** What becomes of a character, by the two bytes of its code: 0 where nothing does, `GONE`, or another code. */
export type Changes = readonly (Uint16Array | undefined)[]

/** The character is taken out. */
const GONE = 1

/** The same change for all characters of a text of pairs, each pair the first and the last of a range. */
export function changesOf(changes: readonly (readonly [ranges: string, to: string])[]): Changes {
  const table: Uint16Array[] = []
  for (const [ranges, to] of changes) {
    for (let at = 0; at < ranges.length; at += 2) {
      for (let code = ranges.charCodeAt(at); code <= ranges.charCodeAt(at + 1); code += 1) {
        const row = (table[code >> 8] ??= new Uint16Array(256))
        row[code & 255] = to === '' ? GONE : to.charCodeAt(0)
      }
    }
  }
  return table
}

const CODES_AT_ONCE = 8192

/**
 * Changes single characters; null where there are none. `pattern` finds one of them. Written code by code, since
 * `replace` keeps every match of a hundred thousand.
 */
export function* replaceCharacters(
  text: string,
  repair: TextRepair,
  pattern: RegExp,
  changes: Changes,
): Steps<Repaired | null> {
  const first = text.search(pattern)
  if (first < 0) return null
  const parts = [text.slice(0, first)]
  let count = 0
  for (let from = first; from < text.length; from += CODES_AT_ONCE) {
    const codes = new Uint16Array(Math.min(CODES_AT_ONCE, text.length - from))
    let length = 0
    for (let index = 0; index < codes.length; index += 1) {
      const code = text.charCodeAt(from + index)
      const change = changes[code >> 8]?.[code & 255] ?? 0
      if (change !== 0) count += 1
      if (change === GONE) continue
      codes[length] = change === 0 ? code : change
      length += 1
    }
    parts.push(Reflect.apply(String.fromCharCode, null, codes.subarray(0, length)) as string)
    if ((from - first) % (32 * CODES_AT_ONCE) === 0) yield
  }
  return { text: parts.join(''), repair, count }
}
