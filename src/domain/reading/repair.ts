import type { TextRepair } from './reading.ts'

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
export type Repair = (text: string) => Repaired | null

/** Replaces what a global regex matches; null where it matches nothing. */
export function replaceAll(
  text: string,
  repair: TextRepair,
  pattern: RegExp,
  by: string | ((match: string, ...groups: string[]) => string),
): Repaired | null {
  let count = 0
  const replaced = text.replace(pattern, (match: string, ...groups: string[]) => {
    const now = typeof by === 'string' ? by : by(match, ...groups)
    if (now !== match) count += 1
    return now
  })
  return count === 0 ? null : { text: replaced, repair, count }
}

/** What becomes of a character, by its code: another one, or none. */
export type Changes = ReadonlyMap<number, string>

/** The same change for every one of these characters; ranges as `['\u2060', '\u2064']`. */
export function changeAll(
  ranges: readonly (readonly [first: string, last: string])[],
  to: string,
): readonly (readonly [number, string])[] {
  return ranges.flatMap(([first, last]) => {
    const from = first.charCodeAt(0)
    const length = last.charCodeAt(0) - from + 1
    return Array.from({ length }, (_, index) => [from + index, to] as const)
  })
}

const AT_ONCE = 8192

/**
 * Changes single characters; null where there are none. `pattern` finds one of them. Written code by code, since
 * `replace` keeps every match of a hundred thousand.
 */
export function replaceCharacters(
  text: string,
  repair: TextRepair,
  pattern: RegExp,
  changes: Changes,
): Repaired | null {
  const first = text.search(pattern)
  if (first < 0) return null
  const parts = [text.slice(0, first)]
  const codes = new Uint16Array(AT_ONCE)
  let length = 0
  let count = 0
  for (let at = first; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    // Of ASCII only the null character is ever changed.
    const change = code < 128 && code !== 0 ? undefined : changes.get(code)
    if (change !== undefined) count += 1
    if (change !== '') {
      codes[length] = change === undefined ? code : change.charCodeAt(0)
      length += 1
    }
    if (length === AT_ONCE) {
      parts.push(textOf(codes))
      length = 0
    }
  }
  parts.push(textOf(codes.subarray(0, length)))
  return { text: parts.join(''), repair, count }
}

const textOf = (codes: Uint16Array): string =>
  Reflect.apply(String.fromCharCode, null, codes) as string
