import { isKeyIdShaped, isSecretShaped } from '../credentials/value-shapes.ts'
import { readInstant } from '../time/read-instant.ts'
import { endOfBrokenSecret } from './broken-secret.ts'
import { fieldOf, type EntryField } from './field-names-table.ts'
import { endOfSpaced } from './lost-plus-signs.ts'
import { endOfWrapped, isShortHead } from './wrapped-token.ts'

/** A value as it stands in the text. */
export type Value = {
  /** Without the quotes that the language itself asks for; others are still on it. */
  readonly raw: string
  readonly end: number
  readonly isQuoted: boolean
  /** Parts of one string that the program text joins: `'…' +` and the rest on the next line. */
  readonly pieces: number
}

const UNQUOTED = /[^\s;&|,"'`´‘’“”<>(){}[\]]{1,16384}/y
const DOUBLE = '"'
const SINGLE = "'`´"
const CLOSING_DOUBLE = /"/g
const CLOSING_SINGLE = /['`´]/g
const BLOCK_MARK = /[>|][+-]?[ \t]{0,8}\r?\n[ \t]{0,40}/y
const TYPED_MARK =
  /(?:\(\s{0,40}(?=["'])|"""|r#{0,2}"|[@$bru]["'](?=[A-Za-z0-9])|\[?["']?Some\(["']?|String::from\()/y
const NEXT_PIECE =
  /[ \t]{0,8}(?:[+.&\\][ \t]{0,8})?\r?\n[ \t]{0,64}(?:[+.&][ \t]{0,8})?["']([A-Za-z0-9+/=%\\]{1,4096})["']/y

/** `<your-key>`, `${{ secrets.KEY }}`, `$(command)`, `[MASKED]`: what stands for a value. */
const STAND_IN =
  /<[^<>\n]{1,80}>|\$\{\{?[^}\n]{1,80}\}{1,2}|\$\([^)\n]{1,80}\)|\[[A-Za-z -]{3,32}\]|\{\{[^{}\n]{1,80}\}\}|\((?:your|my|the|insert|put|enter|paste|add|sensitive|hidden|redacted|masked|secret|not|none|empty|value|known)\b[^()\n]{0,60}\)/iy

const LONGEST = 16_384

/** The value that begins at an offset: what stands between quotes, else everything up to a blank or a separator. */
export function valueAt(text: string, from: number, field: EntryField | null): Value {
  const start = skip(TYPED_MARK, text, skip(BLOCK_MARK, text, from))
  const before = text.charAt(start - 1)
  // A mark that ends in a quote has opened the string.
  const isOpened =
    start > from && (before === '"' || before === "'") && text.charAt(start) !== before
  const openAt = isOpened ? start - 1 : start
  const open = text.charAt(openAt)
  const isQuoted = open !== '' && (DOUBLE + SINGLE).includes(open)
  if (isQuoted) {
    const closing = DOUBLE.includes(open) ? CLOSING_DOUBLE : CLOSING_SINGLE
    closing.lastIndex = openAt + 1
    const close = closing.exec(text)?.index ?? -1
    const inner = text.slice(openAt + 1, Math.min(close, openAt + LONGEST))
    const isWhole = !/[\r\n]/.test(inner) || /^[\w+/=%\s\\^`-]*$/.test(inner)
    if (close > openAt && isWhole && !holdsNextName(inner, text.charAt(close + 1))) {
      const isPlain = open === text.charAt(close) && `"'`.includes(open)
      const raw = isPlain ? inner : text.slice(openAt, close + 1)
      return joinPieces(text, raw, close + 1, isPlain)
    }
  }
  STAND_IN.lastIndex = start
  const standIn = isQuoted ? undefined : STAND_IN.exec(text)?.[0]
  if (standIn !== undefined) {
    return { raw: standIn, end: start + standIn.length, isQuoted: false, pieces: 1 }
  }
  const bareAt = isQuoted ? openAt + 1 : start
  UNQUOTED.lastIndex = bareAt
  const bare = withoutNextName(UNQUOTED.exec(text)?.[0] ?? '', text, bareAt)
  const seen = bareAt + bare.length
  const end = endOfBroken(text, bareAt, seen, field)
  // A quote that nothing opened, neither here nor before the name, is told as well.
  const isClosed = !isQuoted && bare.length >= 16 && /["']/.test(text.charAt(end))
  const last = isClosed && !isOpenBefore(text, from, text.charAt(end)) ? end + 1 : end
  const raw = text.slice(isQuoted ? openAt : bareAt, last)
  return { raw, end: last, isQuoted: false, pieces: 1 }
}

/** The end of a value of which a blank or a line break is part. */
function endOfBroken(text: string, at: number, seen: number, field: EntryField | null): number {
  const spaced = endOfSpaced(text, at, seen, field)
  if (spaced > seen) return spaced
  if (field === 'secretAccessKey') return endOfBrokenSecret(text, at, seen)
  const isWrapped = field === 'sessionToken' && (seen - at >= 16 || isShortHead(text, at, seen))
  return isWrapped ? endOfWrapped(text, at, seen) : seen
}

/** The line up to this offset has opened such a quote, as in `"NAME=value"`. */
function isOpenBefore(text: string, offset: number, quote: string): boolean {
  const before = text.slice(Math.max(0, offset - 400), offset)
  return before.slice(before.lastIndexOf('\n') + 1).includes(quote)
}

const WORDS = /[\s][ \t]{0,64}([A-Za-z_][\w-]{1,63})(?=([ \t]{0,4}=(?!={0,1}\s*$))?)/gm

/** The closing quote was lost, and what stands up to the next one is another line or another assignment. */
function holdsNextName(inner: string, behind: string): boolean {
  if (inner.length < 16 || !/\s/.test(inner)) return false
  const isLines = inner.includes('\n')
  if (isLines && inner.endsWith('=') && /[\w/$"'.~]/.test(behind)) return true
  for (const [, word = '', tie] of inner.matchAll(WORDS)) {
    const isOurs = word.length > 5 && fieldOf(word)?.strength === 'strong'
    if (isOurs || (isLines && tie !== undefined)) return true
  }
  return false
}

/** A line break was lost: no value holds an underscore, and no value a word that a name follows. */
const NEXT_NAME = /(?:aws|amz)_[a-z]/i
/** What separates the parameters of an address, written as in a JSON string. */
const ESCAPED_SIGN = /\\{1,15}u0026/i
/** The line end of a JSON string, and no further piece of a token behind it. */
const LINE_END = /\\{1,15}[nr](?![A-Za-z0-9+/]{16})/
const NEXT_COMMAND = /(?:export|setx?|setenv|\$env:)$/i

function withoutNextName(bare: string, text: string, at: number): string {
  if (bare.length < 16) return bare
  const sign = bare.search(ESCAPED_SIGN)
  if (sign >= 16) return bare.slice(0, sign)
  const lineEnd = bare.search(LINE_END)
  if (lineEnd >= 16) return bare.slice(0, lineEnd)
  const name = bare.search(NEXT_NAME)
  const value = name < 16 ? bare : bare.slice(0, name)
  if (isKeyIdShaped(value) || isSecretShaped(value) || isPadded(value)) return value
  const behind = text.slice(at + bare.length, at + bare.length + 5)
  return name >= 16 || /^[ \t]{1,4}[a-z_]/i.test(behind) ? value.replace(NEXT_COMMAND, '') : value
}

/** A session token fills its last group of four, so a word at its end shows. */
const isPadded = (value: string): boolean => value.length >= 100 && value.length % 4 === 0

function joinPieces(text: string, first: string, from: number, isPlain: boolean): Value {
  let raw = first
  let end = from
  let pieces = 1
  if (!isPlain) return { raw, end, isQuoted: true, pieces }
  while (raw.length >= 16 && raw.length < LONGEST) {
    NEXT_PIECE.lastIndex = end
    const m = NEXT_PIECE.exec(text)
    // A name follows its own sign; only the rest of a long string stands alone.
    if (
      !m ||
      /^\s{0,8}(?:=>|[:=])/.test(text.slice(NEXT_PIECE.lastIndex, NEXT_PIECE.lastIndex + 10))
    )
      break
    if (!/[+.&\\]/.test(text.slice(end, end + 8)) && raw.length < 60) break
    raw += m[1] ?? ''
    end = NEXT_PIECE.lastIndex
    pieces += 1
  }
  return { raw, end, isQuoted: true, pieces }
}

function skip(mark: RegExp, text: string, at: number): number {
  mark.lastIndex = at
  return at + (mark.exec(text)?.[0].length ?? 0)
}

const CALL = /(?:new )?[A-Za-z_.:]{1,40}\([^)\n]{0,140}\)*/y
const REST = /[^\n\r"'<>|}{]{1,80}/y
const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)? ?(?:Z|UTC|[+-]\d\d:?\d\d)?/

/** A time that begins at an offset; where none can be read, the raw text up to the next separator. */
export function timeAt(text: string, from: number): Value {
  const open = text.charAt(from)
  if (open === '"' || open === "'") {
    const close = text.indexOf(open, from + 1)
    const end = close > 0 && close - from < 160 ? close : from + 1
    return { raw: text.slice(from + 1, end), end: end + 1, isQuoted: true, pieces: 1 }
  }
  const value = (raw: string): Value => ({
    raw: raw.trim(),
    end: from + raw.length,
    isQuoted: false,
    pieces: 1,
  })
  CALL.lastIndex = from
  const call = CALL.exec(text)?.[0]
  if (call !== undefined && readInstant(call) !== null) return value(call)
  REST.lastIndex = from
  const rest = REST.exec(text)?.[0] ?? ''
  const candidates = [rest, rest.replace(/[,;&].*$/, ''), ISO.exec(rest)?.[0] ?? '']
  const short = rest.replace(/[\s,;&].*$/, '')
  const read = [...candidates, short].find((each) => readInstant(each) !== null)
  return value(read ?? short)
}
