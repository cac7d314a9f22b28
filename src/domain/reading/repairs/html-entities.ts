import { CHANGES_AT_ONCE, type Repair } from '../repair.ts'
import { endOfRun, lettersOf } from '../runs.ts'

const NAMES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', ' '],
  ['sol', '/'],
  ['plus', '+'],
  ['equals', '='],
  ['lsquo', "'"],
  ['rsquo', "'"],
  ['ldquo', '"'],
  ['rdquo', '"'],
])

/** The longest reference between its two signs: `equals`, `#x00A0`, `#65279`. */
const LONGEST = 6

const LETTERS = lettersOf(/[A-Za-z0-9#]/)

/** Character references of HTML: `&quot;`, `&#x2F;`, `&amp;`; once or twice over. */
export const htmlEntities: Repair = function* (text) {
  const parts: string[] = []
  const known = new Map<string, string | null>()
  const characterOf = (reference: string): string | null => {
    const before = known.get(reference)
    if (before !== undefined) return before
    const character = referenced(reference)
    if (known.size < 1024) known.set(reference, character)
    return character
  }
  /** The character behind the ampersand at `at`, and where the text goes on. */
  const readAt = (at: number): { character: string; end: number } | null => {
    const end = endOf(text, at)
    const character = end < 0 ? null : characterOf(text.slice(at + 1, end))
    if (character === null) return null
    if (character !== '&') return { character, end: end + 1 }
    const inner = endOf(text, end)
    const second = inner < 0 ? null : characterOf(text.slice(end + 1, inner))
    return second === null ? { character, end: end + 1 } : { character: second, end: inner + 1 }
  }
  let copied = 0
  let count = 0
  let signs = 0
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at)) {
    const read = readAt(at)
    if (read) {
      parts.push(text.slice(copied, at), read.character)
      copied = read.end
      count += 1
    }
    at = read ? read.end : at + 1
    signs += 1
    if (signs % CHANGES_AT_ONCE === 0) yield
  }
  if (count === 0) return null
  parts.push(text.slice(copied))
  return { text: parts.join(''), repair: 'html-entities', count }
}

/** The semicolon that ends what begins behind an offset; -1 where something else does. */
function endOf(text: string, at: number): number {
  const end = endOfRun(text, LETTERS, at + 1, at + 1 + LONGEST)
  return end > at + 1 && text.charAt(end) === ';' ? end : -1
}

function referenced(reference: string): string | null {
  const hex = /^#x([0-9a-f]{1,4})$/i.exec(reference)?.[1]
  const decimal = /^#(\d{1,5})$/.exec(reference)?.[1]
  if (hex === undefined && decimal === undefined) return NAMES.get(reference.toLowerCase()) ?? null
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  // A line break would move every line that follows.
  return code === 10 || code === 13 ? ' ' : code > 31 ? String.fromCharCode(code) : null
}
