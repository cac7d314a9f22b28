import type { Flaw } from './facts.ts'
import { isPlaceholder } from './value-shapes.ts'

/** Blanks of every kind, also no-break and zero-width ones. */
export const BLANKS = /[\s\u200B-\u200D\u2060]/g

/** Straight, typographic and back quotes. */
export const QUOTES = /["'`´“”„‟‘’‚‛«»]/g

const ESCAPE = /%[0-9A-F]{2}/gi

/**
 * A value without its blanks, quotes and percent-encoding, and what was wrong with its characters. `foreign` is a
 * global regex for the characters that such a value never holds.
 */
export function inspect(text: string, foreign: RegExp): { bare: string; flaws: Flaw[] } {
  const flaws: Flaw[] = []
  if (isPlain(text)) return { bare: text, flaws }
  if (isPlaceholder(text.trim())) flaws.push({ flaw: 'placeholder' })
  const blanks = countOf(text, BLANKS)
  if (blanks > 0) flaws.push({ flaw: 'blanks', count: blanks })
  const quotes = countOf(text, QUOTES)
  if (quotes > 0) flaws.push({ flaw: 'quotes', count: quotes })
  const escaped = text.replace(BLANKS, '').replace(QUOTES, '')
  const bare = escaped.replace(ESCAPE, (code) => String.fromCharCode(parseInt(code.slice(1), 16)))
  if (bare !== escaped) flaws.push({ flaw: 'percent-encoded' })
  const strangers = countOf(bare, foreign)
  if (strangers > 0) flaws.push({ flaw: 'foreign-characters', count: strangers })
  return { bare, flaws }
}

/** How often a global regex for single characters matches. */
export function countOf(text: string, characters: RegExp): number {
  return text.length - text.replace(characters, '').length
}

/** Base64 letters of some length, as whole tokens are: nothing to look through. */
function isPlain(text: string): boolean {
  return text.length > 256 && /^[A-Za-z0-9+/]+={0,2}$/.test(text) && !isPlaceholder(text)
}
