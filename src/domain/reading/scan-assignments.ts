import { fieldOf, type NamedField } from './field-names-table.ts'
import { lineCounter } from './line-counter.ts'
import { endOfWrapped } from './wrapped-token.ts'

/** A value behind a known name, in any language that assigns with `=`, or with `set -gx NAME value` and its kind. */
export type Assignment = NamedField & {
  readonly name: string
  readonly raw: string
  readonly line: number
  /** Where the name begins in the text. */
  readonly offset: number
}

/** `=`, or the words of fish, csh and Windows that part name and value by a blank. */
const OPERATOR = /=|\bset(?:env|x|[ \t]{1,4}-{1,2}[a-z]{1,9})[ \t]{1,8}(?=\w)/gi
const NAME = /\w{1,64}/y
const GAP = /[ \t]{0,32}/y
const UNQUOTED = /[^\s;&|,"'`“”„‘’‚<>(){}]{1,16384}/y

const DOUBLE = '"“”„‟«»'
const SINGLE = "'‘’‚‛`´"
const CLOSING_DOUBLE = /["“”„‟«»]/g
const CLOSING_SINGLE = /['‘’‚‛`´]/g

/** Every assignment to a known name, in the order of the text. One pass; a value read is not read again. */
export function scanAssignments(text: string): readonly Assignment[] {
  const found: Assignment[] = []
  const lineAt = lineCounter(text)
  OPERATOR.lastIndex = 0
  for (let m = OPERATOR.exec(text); m; m = OPERATOR.exec(text)) {
    const name = m[0] === '=' ? nameBefore(text, m.index) : matchAt(NAME, text, OPERATOR.lastIndex)
    const field = fieldOf(name.text)
    if (!field) continue
    const from = m[0] === '=' ? OPERATOR.lastIndex : name.offset + name.text.length
    const start = matchAt(GAP, text, from)
    const value = valueAt(text, start.offset + start.text.length, field.field === 'sessionToken')
    found.push({
      ...field,
      name: name.text,
      raw: value.raw,
      line: lineAt(name.offset),
      offset: name.offset,
    })
    OPERATOR.lastIndex = Math.max(value.end, from)
  }
  return found
}

/** The name that ends before an offset, blanks and one quote between allowed. */
function nameBefore(text: string, offset: number): { text: string; offset: number } {
  let end = offset
  while (end > offset - 32 && ' \t'.includes(text.charAt(end - 1) || '-')) end -= 1
  if (end > 0 && `"'`.includes(text.charAt(end - 1))) end -= 1
  let start = end
  while (start > end - 65 && /[\w.-]/.test(text.charAt(start - 1))) start -= 1
  return { text: text.slice(start, end), offset: start }
}

function matchAt(sticky: RegExp, text: string, offset: number): { text: string; offset: number } {
  sticky.lastIndex = offset
  return { text: sticky.exec(text)?.[0] ?? '', offset }
}

/** The value that begins at an offset: what stands between quotes, else everything up to a blank or a separator. */
function valueAt(text: string, start: number, isToken: boolean): { raw: string; end: number } {
  const open = text.charAt(start)
  const closing = open && DOUBLE.includes(open) ? CLOSING_DOUBLE : CLOSING_SINGLE
  const isQuoted = open !== '' && (DOUBLE + SINGLE).includes(open)
  if (isQuoted) {
    closing.lastIndex = start + 1
    const close = closing.exec(text)?.index ?? -1
    const inner = text.slice(start + 1, Math.min(close, start + 16_384))
    if (close > start && /^[^\r\n]*$|^[\w+/=%\s-]*$/.test(inner)) {
      const isPlain = open === text.charAt(close) && `"'`.includes(open)
      return { raw: isPlain ? inner : text.slice(start, close + 1), end: close + 1 }
    }
  }
  const bare = matchAt(UNQUOTED, text, isQuoted ? start + 1 : start)
  const seen = bare.offset + bare.text.length
  const end = isToken && bare.text !== '' ? endOfWrapped(text, bare.offset, seen) : seen
  return { raw: text.slice(isQuoted ? start : bare.offset, end), end }
}
