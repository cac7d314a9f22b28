import type { Entry } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { fieldOf, type NamedField } from '../field-names-table.ts'
import { gather } from '../gather.ts'
import { lineCounter } from '../line-counter.ts'
import type { Recogniser } from '../recogniser.ts'

const LEXEME = /[{}[\],:"]|-?\d[\d.eE+-]{0,40}/g
const STRING_END = /["\\\n]/g

/** Longer than any value, also where it is broken over many lines. */
const LONGEST = 16_384

/**
 * JSON at any depth, whole or torn out of its surroundings. Read by its own scanner, since `JSON.parse` knows no line
 * numbers and gives up at the first missing brace.
 */
export const json: Recogniser = {
  shape: 'json',
  example: `{ "Credentials": {
  "AccessKeyId": "${EXAMPLE_KEY}",
  "SecretAccessKey": "${EXAMPLE_SECRET}",
  "SessionToken": "${EXAMPLE_TOKEN}"
} }`,
  recognise: (text) => gather(entriesOf(text)),
}

function entriesOf(text: string): readonly Entry[] {
  const entries: Entry[] = []
  const lineAt = lineCounter(text)
  const outer: number[] = []
  let group = 0
  let groups = 0
  let string = ''
  let named: (NamedField & { readonly name: string }) | null = null
  const take = (raw: string, offset: number): void => {
    if (!named) return
    const { name, ...field } = named
    const found = { name, line: lineAt(offset) }
    entries.push({ ...field, raw, found, group, isClose: true, profile: null })
  }
  LEXEME.lastIndex = 0
  for (let m = LEXEME.exec(text); m; m = LEXEME.exec(text)) {
    switch (m[0]) {
      case '{':
        outer.push(group)
        groups += 1
        group = groups
        break
      case '}':
        group = outer.pop() ?? 0
        break
      case ':': {
        const field = fieldOf(string)
        named = field && { ...field, name: string }
        string = ''
        continue
      }
      case '"': {
        const read = readString(text, m.index + 1, named !== null)
        LEXEME.lastIndex = read.end
        take(read.text, m.index)
        string = named ? '' : read.text
        break
      }
      case ',':
      case '[':
      case ']':
        break
      default:
        take(m[0], m.index)
    }
    named = null
    if (m[0] !== '"') string = ''
  }
  return entries
}

/** The string that begins at `start`. Only a value may run over line ends, and only if it is a broken token. */
function readString(text: string, start: number, isValue: boolean): { text: string; end: number } {
  let lineEnd = -1
  let close = -1
  STRING_END.lastIndex = start
  for (let m = STRING_END.exec(text); m; m = STRING_END.exec(text)) {
    if (m[0] === '\\') {
      STRING_END.lastIndex += 1
      continue
    }
    if (m[0] === '"') {
      close = m.index
      break
    }
    if (lineEnd < 0) lineEnd = m.index
    if (!isValue || m.index - start > LONGEST) break
  }
  const isBroken = lineEnd >= 0
  const raw = text.slice(start, Math.min(close < 0 ? text.length : close, start + LONGEST))
  if (close >= 0 && (!isBroken || /^[\w+/=\s-]*$/.test(raw)))
    return { text: unescape(raw), end: close + 1 }
  const end = isBroken ? lineEnd : text.length
  const line = raw.slice(0, end - start).trimEnd()
  return { text: unescape(line.endsWith(',') ? line.slice(0, -1) : line), end }
}

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw
  }
}
