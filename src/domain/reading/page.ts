import type { Span } from './entry.ts'
import type { Steps } from './steps.ts'
import { scanNamed, type Named, type Style } from './scan-named.ts'

/** The text that recognisers look at, and what of it is taken already. */
export type Page = {
  readonly text: string
  /** No earlier recogniser took the character at this offset. */
  readonly isFree: (offset: number) => boolean
  readonly take: (span: Span) => void
  /** Values that are tied to known names in this way, in the order of the text; scanned once. */
  readonly named: (style: Style) => Steps<readonly Named[]>
}

const NONE: readonly Named[] = []

/** A page of which nothing is taken. */
export function pageOf(text: string): Page {
  const taken = new Uint8Array(text.length)
  let named: ReadonlyMap<Style, readonly Named[]> | null = null
  return {
    text,
    isFree: (offset) => taken[offset] !== 1,
    take: ({ at, end }) => void taken.fill(1, Math.max(0, at), end),
    *named(style) {
      named ??= yield* scanNamed(text, (offset) => taken[offset] !== 1)
      return named.get(style) ?? NONE
    },
  }
}
