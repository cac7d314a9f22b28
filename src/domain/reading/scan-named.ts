import {
  decoyOf,
  fieldOf,
  setWordOf,
  shownName,
  type EntryField,
  type NamedField,
  type Strength,
} from './field-names-table.ts'
import { MOST_VALUES } from './entry.ts'
import type { DecoyKind } from './reading.ts'
import { endOfRun, lettersOf } from './runs.ts'
import type { Steps } from './steps.ts'
import { hasTokenHead, isMasked, isPlaceholder } from '../credentials/value-shapes.ts'
import { secondsIn } from '../time/duration.ts'
import { timeAt, valueAt, type Value } from './value-at.ts'

/**
 * How a name is tied to its value: `NAME=value`, `name: value` and `name => value`, `name("value")` and
 * `f("NAME", "value")`, `set NAME value`, columns parted by blanks, cells parted by bars, `<Name>value</Name>`.
 */
export type Style = 'equals' | 'colon' | 'call' | 'set' | 'columns' | 'cells' | 'tag'

/** A value behind a known name. */
export type Named = Value & {
  readonly kind:
    | ({ readonly is: 'field' } & NamedField)
    | { readonly is: 'decoy'; readonly decoy: DecoyKind }
  readonly style: Style
  readonly name: string
  /** Where the name begins. */
  readonly at: number
  /** `AWS_ACCESS_KEY_ID_PROD` and `PROD_AWS_ACCESS_KEY_ID` → `PROD`; several sets stand side by side that way. */
  readonly setWord: string | null
}

const STEM = /access|secret|token|expir|region|profile|key|aws_vault|lease|issue/gi
const LABEL =
  /(?:access key(?: id)?|secret(?: access)? key|session token|security token)(?![\w-])/iy
const CLOSERS = lettersOf(/["'`\])*]/)
const BLANKS = lettersOf(/[ \t]/)
const NAME = lettersOf(/[\w.-]/)
const BESIDE = /<\/(?:name|key)>\s{0,80}<(?:value|string)>/iy
const VALUE_MEMBER = /["']?,?\s{0,80}["']?value["']?[ \t]{0,4}[:=][ \t]{0,4}/iy
const SET_WORD =
  /(?:^|[\s;&|"'`(])(?:set|setenv|setx|env|export|set[ \t]{1,4}-{1,2}[a-z]{1,9}(?:[ \t]{1,4}-{1,2}[a-z]{1,9})?)[ \t]{1,8}$/i

const BEFORE_NAME = lettersOf(/[ \t\-"']/)
const BEHIND_VALUE = lettersOf(/[ \t,;]/)

const TOKEN: Named['kind'] = { is: 'field', field: 'sessionToken', strength: 'faint' }

/** About a millisecond's work. */
const STEMS_AT_ONCE = 2048

const HTTP_DATE = /^[A-Z][a-z]{2,8}, \d/

/** More blanks than any table needs between a name and its value. */
const LONGEST_GAP = 40

/**
 * Every value behind a known name, by how it is tied to it, in the order of the text. One pass; a value that was read
 * is not read again.
 */
export function* scanNamed(
  text: string,
  isFree: (offset: number) => boolean,
): Steps<ReadonlyMap<Style, readonly Named[]>> {
  const found = new Map<Style, Named[]>()
  const kinds = new Map<string, Named['kind'] | null>()
  let count = 0
  let stems = 0
  let floor = 0
  STEM.lastIndex = 0
  for (let m = STEM.exec(text); m && count < MOST_VALUES; m = STEM.exec(text)) {
    stems += 1
    if (stems % STEMS_AT_ONCE === 0) {
      const { lastIndex } = STEM
      yield
      STEM.lastIndex = lastIndex
    }
    const name = nameAround(text, m.index, STEM.lastIndex, floor)
    STEM.lastIndex = Math.max(name.end, STEM.lastIndex)
    if (!isFree(name.at)) continue
    let kind = kinds.get(name.text)
    if (kind === undefined) {
      kind = kindOf(name.text)
      if (kinds.size < 1024) kinds.set(name.text, kind)
    }
    if (!kind) continue
    const tie = tieAt(text, name)
    if (!tie) continue
    const value = readValue(text, tie, kind)
    if (!value || value.raw.trim() === '') continue
    // `access_token` of s3cmd: a value that says what it is wins over its name.
    if (kind.is === 'decoy' && hasTokenHead(value.raw)) kind = TOKEN
    if (kind.is === 'field' && !isCredible(text, kind, name, tie, value)) continue
    count += 1
    const list = found.get(tie.style) ?? []
    if (list.length === 0) found.set(tie.style, list)
    const { raw, end, isQuoted, pieces } = value
    list.push({
      raw,
      end,
      isQuoted,
      pieces,
      kind,
      style: tie.style,
      name: shownName(name.text),
      at: name.at,
      setWord: setWordOf(name.text)?.word ?? null,
    })
    floor = value.end
    STEM.lastIndex = Math.max(value.end, STEM.lastIndex)
  }
  return found
}

type Name = {
  readonly text: string
  readonly at: number
  readonly end: number
  readonly isLabel: boolean
}
type Tie = { readonly style: Style; readonly at: number; readonly isQuotedOnly: boolean }

/** The identifier around a stem, or a label of several words that begins with it; nothing of it before `floor`. */
function nameAround(text: string, from: number, to: number, floor: number): Name {
  let at = from
  while (at > floor && at > from - 64 && NAME[text.charCodeAt(at - 1)] === 1) at -= 1
  let end = endOfRun(text, NAME, to, to + 64)
  LABEL.lastIndex = from
  const label = at === from && text.charAt(end) === ' ' ? LABEL.exec(text)?.[0] : undefined
  if (label !== undefined && label.length > end - from) {
    return { text: label, at, end: from + label.length, isLabel: true }
  }
  while (at < from && '-.'.includes(text.charAt(at))) at += 1
  while (end > to && '-.'.includes(text.charAt(end - 1))) end -= 1
  return { text: text.slice(at, end), at, end, isLabel: false }
}

function kindOf(name: string): Named['kind'] | null {
  const decoy = decoyOf(name)
  if (decoy) return { is: 'decoy', decoy }
  const field = fieldOf(setWordOf(name)?.name ?? name)
  return field && { is: 'field', ...field }
}

/** What ties the name to a value, and where the value begins; null where the name stands for itself. */
function tieAt(text: string, { end, ...name }: Name): Tie | null {
  return tieBehind(text, { ...name, end: behindDefault(text, end) })
}

/** What `aws configure` shows before it asks: `AWS Access Key ID [None]: `. */
const DEFAULT = /(?: name)? \[[^\]\n]{1,40}\](?=: )/y

function behindDefault(text: string, end: number): number {
  if (text.charAt(end) !== ' ') return end
  DEFAULT.lastIndex = end
  return DEFAULT.test(text) ? DEFAULT.lastIndex : end
}

function tieBehind(text: string, name: Name): Tie | null {
  const close = endOfRun(text, CLOSERS, name.end, name.end + 4)
  const sign = endOfRun(text, BLANKS, close, close + LONGEST_GAP)
  const gap = sign - close
  const after = (style: Style, length: number, isQuotedOnly = false): Tie => {
    const from = sign + length
    return { style, at: endOfRun(text, BLANKS, from, from + LONGEST_GAP), isQuotedOnly }
  }
  switch (text.charAt(sign)) {
    case '=':
      if (text.charAt(sign + 1) === '=') return null
      return text.charAt(sign + 1) === '>' ? after('colon', 2) : after('equals', 1)
    case ':':
      return after('colon', text.charAt(sign + 1) === ':' || text.charAt(sign + 1) === '=' ? 2 : 1)
    case ',':
      if (/["']/.test(text.slice(name.end, close))) {
        const member = memberAt(text, name.end)
        return member ?? after('call', 1, true)
      }
      return null
    case '(':
      return sign === name.end ? after('call', 1, true) : null
    case '>':
      return gap === 0 && /[<:]/.test(text.charAt(name.at - 1)) ? after('tag', 1) : null
    case '<': {
      BESIDE.lastIndex = sign
      const beside = BESIDE.exec(text)?.[0]
      return beside === undefined ? null : after('tag', beside.length)
    }
    case '|':
    case '│':
      return after('cells', 1)
    case '\r':
    case '\n':
      return memberAt(text, name.end)
    default:
  }
  if (gap === 0 || sign >= text.length) return null
  // `--region eu-west-1` of a command, `REGION 'eu-west-1'` of SQL.
  const isOption = text.startsWith('--', name.at - 2) && text.charAt(sign) !== '-'
  const isSql = /^[A-Z_]+$/.test(name.text) && text.charAt(sign) === "'"
  if (isOption || isSql) return { style: 'columns', at: sign, isQuotedOnly: isSql }
  const isSet = SET_WORD.test(text.slice(Math.max(0, name.at - 32), name.at))
  if (isSet) return { style: 'set', at: sign, isQuotedOnly: false }
  if (close > name.end) return null
  return gap > 1 || text.charAt(close) === '\t' || text.startsWith(' configure set ', name.at - 15)
    ? { style: 'columns', at: sign, isQuotedOnly: false }
    : null
}

/** `name: AWS_ACCESS_KEY_ID` and on the next line `value: …`, as Kubernetes and task definitions have it. */
function memberAt(text: string, end: number): Tie | null {
  VALUE_MEMBER.lastIndex = end
  const member = VALUE_MEMBER.exec(text)?.[0]
  return member === undefined
    ? null
    : { style: 'colon', at: end + member.length, isQuotedOnly: false }
}

function readValue(text: string, tie: Tie, kind: Named['kind']): Value | null {
  const field: EntryField | null = kind.is === 'field' ? kind.field : null
  if (field === 'expiration' || field === 'issued') return timeAt(text, tie.at)
  if (tie.style === 'tag') return tagged(text, tie.at)
  const value = valueAt(text, tie.at, field)
  return tie.isQuotedOnly && !value.isQuoted ? null : value
}

function tagged(text: string, at: number): Value | null {
  const end = text.indexOf('<', at)
  if (end < 0 || end - at > 16_384) return null
  return { raw: text.slice(at, end), end, isQuoted: true, pieces: 1 }
}

/** Without quotes, a name may be tied to code or to prose instead of a value. */
function isCredible(
  text: string,
  { field, strength }: { readonly field: EntryField; readonly strength: Strength },
  name: Name,
  { style }: Tie,
  value: Value,
): boolean {
  const { raw } = value
  // The header of HTTP and the attribute of a cookie: the date of another thing.
  if (field === 'expiration' && /^expires$/i.test(name.text) && HTTP_DATE.test(raw)) return false
  if (value.isQuoted || field === 'expiration' || field === 'issued') return true
  if (raw === '') return false
  if (field === 'lease') return secondsIn(raw) !== null
  if (field === 'region' || field === 'profile') return strength !== 'faint'
  // What stands for a value is told, whatever program text it may be.
  if (strength === 'strong' && standsFor(raw)) return true
  if ('.(['.includes(text.charAt(value.end) || ' ') || /[.$]/.test(raw)) return raw.startsWith('$')
  if (/^[A-Za-z_]\w*$/.test(raw) && fieldOf(raw) !== null) return false
  if (name.isLabel || style === 'columns' || style === 'cells') return isLong(raw)
  if (style !== 'colon') return true
  return isLong(raw) || (opensLine(text, name.at) && closesLine(text, value.end))
}

/** Hidden, or a blank to be filled in: `***`, `AKIA...`, `YOUR_ACCESS_KEY_ID`, `{{AWS_ACCESS_KEY_ID}}`. */
const standsFor = (raw: string): boolean =>
  isMasked(raw) || (/^(?:\{\{|\(|(?:[A-Z]+_){1,6}[A-Z]+$)/.test(raw) && isPlaceholder(raw))

const isLong = (raw: string): boolean => raw.length >= 16 && /[0-9A-Z+/]/.test(raw)

/** Only blanks, a list mark or quotes stand before this offset in its line. */
export function opensLine(text: string, offset: number): boolean {
  let at = offset - 1
  while (at >= offset - 32 && BEFORE_NAME[text.charCodeAt(at)] === 1) at -= 1
  return at < 0 || text.charAt(at) === '\n' || text.charAt(at) === '\r'
}

function closesLine(text: string, offset: number): boolean {
  const end = endOfRun(text, BEHIND_VALUE, offset, offset + 8)
  return end >= text.length || text.charAt(end) === '\n' || text.charAt(end) === '\r'
}
