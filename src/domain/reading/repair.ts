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
