import type { Secret } from '../credentials/secret.ts'
import { isAccessKeyId, type Span } from './span.ts'

/** So many letters and digits in a row of a known value are no coincidence. */
const GRAM = 12

/** A text as its letters and digits alone, with the place of each. */
type Letters = {
  /** Lower case. */
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** An escape of JSON, URLs or markup, or a single character. */
const UNIT =
  /%(?:25){0,3}([0-9A-Fa-f]{2})|&#(\d{1,7});|&#[xX]([0-9A-Fa-f]{1,6});|&[a-z]{2,6};|\\{1,3}u([0-9A-Fa-f]{4})|\\{1,3}[nrt]|[A-Za-z0-9]/g

/**
 * Parts of known values, 12 letters and digits or longer, in any disguise: cut, glued to other words, in other case,
 * escaped, or torn by blanks, line breaks, signs of no width and dots. Linear in the text.
 */
export function disguisedSpans(text: string, secrets: readonly Secret[]): readonly Span[] {
  const grams = gramsOf(secrets)
  if (grams.size === 0) return []
  const letters = lettersOf(text)
  const spans: Span[] = []
  const out = LEADING
  let hash = 0
  let open: [from: number, to: number] | null = null
  for (let at = 0; at < letters.text.length; at += 1) {
    hash = (Math.imul(hash, BASE) + letters.text.charCodeAt(at)) >>> 0
    if (at >= GRAM) {
      hash = (hash - Math.imul(letters.text.charCodeAt(at - GRAM), out)) >>> 0
    }
    const from = at - GRAM + 1
    if (from < 0 || !grams.get(hash)?.includes(letters.text.slice(from, at + 1))) continue
    if (open && from <= open[1]) {
      open[1] = at
      continue
    }
    if (open) spans.push(spanOf(letters, open))
    open = [from, at]
  }
  if (open) spans.push(spanOf(letters, open))
  return spans
}

const BASE = 16_777_619
/** The weight that a letter has once it leaves the window. */
const LEADING = Array.from({ length: GRAM }).reduce<number>(
  (power) => Math.imul(power, BASE) >>> 0,
  1,
)

function spanOf({ starts, ends }: Letters, [from, to]: readonly [number, number]): Span {
  return [starts[from] ?? 0, ends[to] ?? 0]
}

function lettersOf(text: string): Letters {
  const starts = new Int32Array(text.length)
  const ends = new Int32Array(text.length)
  const out: string[] = []
  for (const match of text.matchAll(UNIT)) {
    const letter = letterOf(match)
    if (letter === '') continue
    starts[out.length] = match.index
    ends[out.length] = match.index + match[0].length
    out.push(letter)
  }
  return { text: out.join(''), starts, ends }
}

/** The letter or digit that a unit stands for, in lower case; the empty string for anything else. */
function letterOf([unit, percent, decimal, hex, unicode]: RegExpExecArray): string {
  if (unit.length === 1) return unit.toLowerCase()
  const code = Number.parseInt(percent ?? hex ?? unicode ?? '', 16)
  const character = decimal === undefined ? code : Number(decimal)
  if (!Number.isInteger(character) || character > 0x7a) return ''
  const letter = String.fromCharCode(character)
  return /[A-Za-z0-9]/.test(letter) ? letter.toLowerCase() : ''
}

/** Every run of so many letters and digits in these values, by its hash. */
function gramsOf(secrets: readonly Secret[]): ReadonlyMap<number, readonly string[]> {
  const grams = new Map<number, string[]>()
  for (const secret of secrets) {
    for (const piece of piecesOf(secret.reveal())) {
      const { text } = lettersOf(piece)
      for (let at = 0; at + GRAM <= text.length; at += 1) {
        const gram = text.slice(at, at + GRAM)
        const hash = hashOf(gram)
        const others = grams.get(hash)
        if (others === undefined) grams.set(hash, [gram])
        else if (!others.includes(gram)) others.push(gram)
      }
    }
  }
  return grams
}

function hashOf(gram: string): number {
  let hash = 0
  for (let at = 0; at < gram.length; at += 1) {
    hash = (Math.imul(hash, BASE) + gram.charCodeAt(at)) >>> 0
  }
  return hash
}

/** A whole paste has names in it; its words are Regions and profiles too. */
function piecesOf(value: string): readonly string[] {
  if (/=[^=\s]|[:"{]/.test(value)) return []
  return value
    .split(/\s+/)
    .filter((piece) => !isAccessKeyId(piece) && /[A-Z/+]/.test(piece) && /[a-z0-9]/.test(piece))
}
