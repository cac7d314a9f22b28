import { NOTHING, type Decoy, type Entry, type Findings } from './entry.ts'
import type { Page } from './page.ts'
import type { Named, Style } from './scan-named.ts'
import type { Steps } from './steps.ts'

type Options = {
  readonly isOwn?: (named: Named) => boolean
  readonly isClose?: (named: Named) => boolean
  readonly groupOf?: (named: Named) => number
  readonly profileOf?: (named: Named) => string | null
}

/** The group of what is commented out: it makes sets of its own, and counts only where nothing else is there. */
const COMMENTS = Number.MIN_SAFE_INTEGER

/** Looked at so far back, since a whole line may be a megabyte. */
const LONGEST_COMMENT = 120

/** A mark of comments begins the line that this offset is in. */
function isCommentedOut(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_COMMENT), offset)
  const from = before.lastIndexOf('\n') + 1
  return (
    (from > 0 || offset <= LONGEST_COMMENT) &&
    /^[ \t]{0,40}(?:#(?!<)|;|\/\/)/.test(before.slice(from))
  )
}

/** The values behind names that a recogniser calls its own, as its findings. */
export function* findingsOf(
  page: Page,
  styles: readonly Style[],
  options: Options = {},
): Steps<Findings> {
  const { isOwn = () => true } = options
  const own: Named[] = []
  for (const style of styles) {
    for (const named of yield* page.named(style)) {
      if (page.isFree(named.at) && isOwn(named)) own.push(named)
    }
  }
  if (own.length === 0) return NOTHING
  const words = new Map<string, number>()
  const entries: Entry[] = []
  const decoys: Decoy[] = []
  for (const named of own) {
    const { kind, name, raw, at, end, pieces, setWord } = named
    if (kind.is === 'decoy') {
      if (raw.length >= 16) decoys.push({ decoy: kind.decoy, name, at, end })
      continue
    }
    const isComment = isCommentedOut(page.text, at)
    if (setWord !== null && !words.has(setWord)) words.set(setWord, -1 - words.size)
    entries.push({
      field: kind.field,
      strength: kind.strength,
      name,
      raw,
      at,
      end,
      pieces,
      group: isComment
        ? COMMENTS
        : setWord === null
          ? (options.groupOf?.(named) ?? 0)
          : (words.get(setWord) ?? 0),
      isClose: options.isClose?.(named) ?? false,
      profile: setWord ?? options.profileOf?.(named) ?? null,
      isAside: isComment,
    })
  }
  return { entries, decoys }
}
