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

/**
 * Replaces single characters, each kind by one character or by none; null where there are none. Counted afterwards:
 * a function that is called for each of a hundred thousand takes longer than all the rest.
 */
export function replaceCharacters(
  text: string,
  repair: TextRepair,
  kinds: readonly (readonly [RegExp, string])[],
): Repaired | null {
  let replaced = text
  for (const [pattern, by] of kinds) replaced = replaced.replace(pattern, by)
  if (replaced === text) return null
  return { text: replaced, repair, count: countChanges(text, replaced) }
}

function countChanges(before: string, after: string): number {
  if (before.length !== after.length) return before.length - after.length
  let count = 0
  for (let at = 0; at < before.length; at += 1) {
    if (before.charCodeAt(at) !== after.charCodeAt(at)) count += 1
  }
  return count
}
