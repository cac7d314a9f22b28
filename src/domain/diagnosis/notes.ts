/** Free words of a person about a failure, in clauses; bounded, and no secret in them. */
export type Notes = readonly string[]

const LONGEST = 8192
const MOST = 200
const NEGATED =
  /\b(?:no|not|never|without|nor|neither|isn'?t|wasn'?t|aren'?t|doesn'?t|didn'?t|don'?t|hasn'?t|haven'?t|nothing|none|rather than|instead of|ruled out|excluded|unrelated to)\b[^:]{0,28}$/i
const NEGATED_AFTER =
  /^\s{0,2}(?:is|are|was|were|has been)\s(?:not|ruled out|excluded|fine|in order|ok)\b/i

/** Cuts free words into clauses, so that a "no" reaches only as far as its own. */
export function readNotes(text: string | null): Notes {
  if (text === null) return []
  return text
    .slice(0, LONGEST)
    .replace(/[’‘]/g, "'")
    .split(/[;\n]|[.!?](?=\s|$)|,\s|\s[-–—]\s|\s(?:but|while|although|though|whereas)\s/i)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .slice(0, MOST)
}

/** A clause says these words, and no word before or behind them in it takes them back. */
export function affirms(notes: Notes, words: RegExp): boolean {
  return notes.some((clause) => {
    const match = words.exec(clause)
    if (!match) return false
    const before = clause.slice(Math.max(0, match.index - 40), match.index)
    const behind = clause.slice(match.index + match[0].length)
    return !NEGATED.test(before) && !NEGATED_AFTER.test(behind)
  })
}

/** A clause has these words, taken back or not; for words that hold their own "not". */
export function mentions(notes: Notes, words: RegExp): boolean {
  return notes.some((clause) => words.test(clause))
}
