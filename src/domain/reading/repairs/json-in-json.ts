import { replaceAll, type Repair } from '../repair.ts'
import type { Steps } from '../steps.ts'

const NAME = /access_?key|secret_?(?:access_?)?key|session_?token|security_?token/i
const ESCAPED_NAME =
  /\\{1,15}"[\w.-]{0,40}(?:access_?key|session_?token|security_?token|secret_?key)[\w.-]{0,20}\\{1,15}"/i
/** A text was written into the string: it has quotes or lines of its own, escaped or percent-encoded. */
const WRITTEN = /\\["n]|%(?:0D|0A|22)/i
const CODE = /^u[0-9a-f]{4}/i
const TORN = /\\{1,15}(?:"|[nrt](?=[\s"{}[\],:\\]|$))/g

/** JSON in JSON in JSON; more happens to no text that was written on purpose. */
const DEEPEST = 4

/** About a millisecond's work. */
const STRINGS_AT_ONCE = 2048

/**
 * A text inside a JSON string, once or several times over: the string gives way to what it stands for. Where its outer
 * quotes were lost, the inner ones lose their backslashes.
 */
export const jsonInJson: Repair = function* (text) {
  if (!/[\\%]/.test(text) || !NAME.test(text)) return null
  let now = text
  let lines: readonly number[] | null = null
  let count = 0
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const opened = yield* openStrings(now)
    if (!opened) break
    const before: readonly number[] | null = lines
    lines = before ? opened.lines.map((line) => before[line - 1] ?? line) : opened.lines
    count += opened.count
    now = opened.text
  }
  if (ESCAPED_NAME.test(now)) {
    const mended = yield* replaceAll(now, 'json-in-json', TORN, (escape) =>
      escape.endsWith('"') ? '"' : ' ',
    )
    now = mended?.text ?? now
    count += mended?.count ?? 0
  }
  if (count === 0) return null
  const original = lines
  return original === null
    ? { text: now, repair: 'json-in-json', count }
    : { text: now, repair: 'json-in-json', count, lineOf: (line) => original[line - 1] ?? line }
}

type Opened = { readonly text: string; readonly lines: number[]; readonly count: number }

/** Each string that holds a name of ours and escapes is replaced by its content; `lines` are the lines it came from. */
function* openStrings(text: string): Steps<Opened | null> {
  const parts: string[] = []
  /** Line ends inside of each opened string, where a token was broken. */
  const torn: number[] = []
  const hasCodes = text.includes('%')
  let strings = 0
  let count = 0
  let copied = 0
  let at = text.indexOf('"')
  while (at !== -1) {
    strings += 1
    if (strings % STRINGS_AT_ONCE === 0) yield
    const { end, isClosed, hasEscape, breaks } = stringFrom(text, at + 1)
    const content = isClosed && (hasEscape || hasCodes) ? text.slice(at + 1, end) : ''
    if (content !== '' && WRITTEN.test(content) && NAME.test(content)) {
      // On lines of its own, where a header or a quoting mark has to begin one.
      parts.push(text.slice(copied, at), '\n', unescape(content), '\n')
      torn.push(breaks)
      copied = end + 1
      count += 1
    }
    at = text.indexOf('"', end + (isClosed ? 1 : 0))
  }
  if (count === 0) return null
  parts.push(text.slice(copied))
  return { text: parts.join(''), lines: linesOf(parts, torn), count }
}

/** Of four parts the first is the text's own, the third was opened: its line breaks are none of the text's, but for torn ones. */
function linesOf(parts: readonly string[], torn: readonly number[]): number[] {
  const lines = [1]
  let line = 1
  for (const [index, part] of parts.entries()) {
    for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1)) {
      if (index % 4 === 0) line += 1
      lines.push(line)
    }
    if (index % 4 === 3) line += torn[(index - 3) / 4] ?? 0
  }
  return lines
}

const QUOTE = 34
const LINE_FEED = 10
const BACKSLASH = 92

function stringFrom(
  text: string,
  from: number,
): { end: number; isClosed: boolean; hasEscape: boolean; breaks: number } {
  let hasEscape = false
  let breaks = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return { end: at, isClosed: true, hasEscape, breaks }
    if (code === LINE_FEED) {
      if (!isInsideToken(text, at)) return { end: at, isClosed: false, hasEscape, breaks }
      breaks += 1
    }
    if (code !== BACKSLASH) continue
    hasEscape = true
    at += 1
  }
  return { end: text.length, isClosed: false, hasEscape, breaks }
}

/** The line end stands between two pieces of base64: a terminal broke a long token. */
function isInsideToken(text: string, at: number): boolean {
  return (
    /[A-Za-z0-9+/%\\]{16}$/.test(text.slice(Math.max(0, at - 16), at)) &&
    /^\s{0,64}[A-Za-z0-9+/=%\\]/.test(text.slice(at, at + 67))
  )
}

function unescape(content: string): string {
  const parts: string[] = []
  let copied = 0
  for (let at = content.indexOf('\\'); at !== -1; at = content.indexOf('\\', copied)) {
    parts.push(content.slice(copied, at))
    const escape = content.charAt(at + 1)
    const isCode = /u/i.test(escape) && CODE.test(content.slice(at + 1, at + 6))
    copied = at + (isCode ? 6 : 2)
    if (isCode) parts.push(String.fromCharCode(Number.parseInt(content.slice(at + 2, at + 6), 16)))
    else parts.push(escape === 'n' ? '\n' : 'rtbf'.includes(escape) ? ' ' : escape)
  }
  parts.push(content.slice(copied))
  return parts.join('')
}
