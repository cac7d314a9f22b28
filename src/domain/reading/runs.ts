/** A set of ASCII characters, by their codes. */
export type Letters = Uint8Array

/** The ASCII characters that a regex for one character matches. */
export function lettersOf(pattern: RegExp): Letters {
  return Uint8Array.from({ length: 128 }, (_, code) =>
    pattern.test(String.fromCharCode(code)) ? 1 : 0,
  )
}

/**
 * Where the next run of at least `shortest` such letters begins, from an offset on that is not within one; -1 where
 * there is none. Looks backwards from where a run would have to reach, so that most of a text is never looked at.
 */
export function nextRun(text: string, letters: Letters, shortest: number, from: number): number {
  let at = from
  while (at + shortest <= text.length) {
    let back = at + shortest - 1
    while (back >= at && letters[text.charCodeAt(back)] === 1) back -= 1
    if (back < at) return at
    at = back + 1
  }
  return -1
}

/** The first offset from `from` on that holds none of these letters; no further than `furthest`. */
export function endOfRun(
  text: string,
  letters: Letters,
  from: number,
  furthest = text.length,
): number {
  const last = Math.min(furthest, text.length)
  let end = from
  while (end < last && letters[text.charCodeAt(end)] === 1) end += 1
  return end
}
