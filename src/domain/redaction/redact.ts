import { ownCopy, type Secret } from '../credentials/secret.ts'
import { disguisedSpans } from './disguised.ts'
import { echoedSpans } from './echoed-request.ts'
import { isAccessKeyId, type Span } from './span.ts'

/** Shorter values are no secrets, and hiding them would tear ordinary words apart. */
const SHORTEST = 4
const SHORTEST_PIECE = 8

/** First characters of the session tokens seen so far; a run that begins so is a token however short it was cut. */
const TOKEN_STARTS = [
  'IQoJ',
  'FwoG',
  'FwoD',
  'FQoG',
  'FQoD',
  'AgoG',
  'AgoJ',
  'AQoD',
  'AQoE',
  'AQoX',
]

const RUN = /[A-Za-z0-9+/_-](?:[A-Za-z0-9+/=_-]|%2[BbFf]|%3[Dd]){15,}/g
const SIGNATURE = /\bSignature(?:=|%3[Dd]|["']?:\s{0,4}["']?)([A-Za-z0-9+/=%]{8,})/gi
const LABELLED =
  /(?:secret_?access_?key|secret_?key|security[-_]?token|session_?token)["']?\s{0,4}(?:=|:|%3[Dd])\s{0,4}["']?([^\s,;&'"<>]{8,})/gi
/** S3 echoes what it got as a key ID, and programs print what they were given as one. */
const GIVEN_AS_KEY_ID =
  /(?:<AWSAccessKeyId>|\bAWSAccessKeyId=|access[._-]?key(?:[._-]?id)?["']?\s{0,4}[:=]\s{0,4}["']?)([^\s,;&'"<>]{16,})/gi
/** Elements in which services repeat what they were sent. */
const REPEATED =
  /<(?:Got|SignatureProvided|StringToSignBytes|CanonicalRequestBytes|Token-\d)>([^<]{1,16384})/gi
/** A value that AWS does not accept, quoted. */
const REFUSED_VALUE = /\bValue:? ?(?:'([^'\n]{16,16384})'|"([^"\n]{16,16384})") (?:at|for) /g

/**
 * The text with every secret hidden, each as `[36 characters hidden]`: the given values wherever they stand (also
 * percent-encoded, XML-escaped or torn apart at their blanks), runs that look like session tokens, signatures, labelled
 * values, and what stands in a Credential where a key ID should. Access key IDs stay: they are no secrets.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function redact(text: string, secrets: readonly Secret[]): string {
  const spans: Span[] = []
  for (const secret of secrets) {
    for (const form of formsOf(secret.reveal())) spans.push(...occurrences(text, form))
  }
  for (const match of text.matchAll(RUN)) {
    if (looksLikeToken(match[0])) spans.push(wholeOf(match))
  }
  for (const match of text.matchAll(SIGNATURE)) spans.push(groupOf(match))
  for (const match of text.matchAll(LABELLED)) {
    if (!isAccessKeyId(match[1] ?? '')) spans.push(groupOf(match))
  }
  for (const match of text.matchAll(GIVEN_AS_KEY_ID)) {
    if (looksSecret(match[1] ?? '')) spans.push(groupOf(match))
  }
  for (const match of text.matchAll(REPEATED)) {
    if (!isPlain(match[1] ?? '')) spans.push(groupOf(match))
  }
  for (const match of text.matchAll(REFUSED_VALUE)) {
    const value = match[1] ?? match[2] ?? ''
    const at = match.index + match[0].indexOf(value)
    if (looksMixed(value)) spans.push([at, at + value.length])
  }
  spans.push(...echoedSpans(text), ...disguisedSpans(text, secrets))
  // What is left of a text must not keep the whole of it in memory.
  return spans.length === 0 ? text : ownCopy(hide(text, spans))
}

/** The forms in which a value may stand in a text. */
function formsOf(value: string): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const piece of [value, value.trim(), ...tornPieces(value)]) {
    if (piece.length < SHORTEST || isAccessKeyId(piece.trim())) continue
    const encoded = percentEncode(piece)
    forms.add(piece)
    forms.add(encoded)
    forms.add(encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))
    forms.add(encoded.replaceAll('%20', '+'))
    forms.add(piece.replaceAll('/', '\\/'))
    forms.add(piece.replaceAll('+', ' '))
    forms.add(piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
  }
  return forms
}

/**
 * The pieces of one value with blanks in it, since AWS quotes what stands behind a blank. A text with names in it
 * (a whole paste) is not torn: its words are Regions and profiles too.
 */
function tornPieces(value: string): readonly string[] {
  if (/=[^=\s]|[:"{]/.test(value)) return []
  return value
    .split(/[\s,]+/)
    .filter((piece) => piece.length >= SHORTEST_PIECE && /[A-Z/+]/.test(piece))
}

function percentEncode(value: string): string {
  // encodeURIComponent throws on half a surrogate pair.
  return encodeURIComponent(value.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Long, and with lower-case letters, `/` or `+`, none of which a key ID has. */
function looksSecret(text: string): boolean {
  return text.length >= 16 && /[a-z/+%]/.test(text) && /[A-Z0-9/+%]/.test(text)
}

/** A key ID, a Region, a name: what may be repeated. */
function isPlain(text: string): boolean {
  return isAccessKeyId(text.trim()) || /^[a-z0-9-]{1,30}$/.test(text.trim())
}

/** As long and as mixed as no name is, and no ARN. */
function looksMixed(text: string): boolean {
  return (
    !/^arn:|[\s@]/.test(text) &&
    text.length >= 20 &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text) &&
    /[0-9+/%]/.test(text)
  )
}

/** An encoded authorization message has `-` or `_` and no secret in it; a token has neither. */
function looksLikeToken(run: string): boolean {
  if (TOKEN_STARTS.some((start) => run.startsWith(start))) return true
  return run.length >= 100 && !/[-_]/.test(run)
}

function* occurrences(text: string, form: string): Generator<Span> {
  for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
    yield [at, at + form.length]
  }
}

function wholeOf(match: RegExpExecArray): Span {
  return [match.index, match.index + match[0].length]
}

/** The span of a match's only group, which stands at its end. */
function groupOf(match: RegExpExecArray): Span {
  const end = match.index + match[0].length
  return [end - (match[1] ?? '').length, end]
}

function hide(text: string, spans: Span[]): string {
  let out = ''
  let at = 0
  let open: { start: number; end: number } | null = null
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    if (open && start <= open.end) {
      open.end = Math.max(open.end, end)
      continue
    }
    if (open) {
      out += text.slice(at, open.start) + markOf(open.end - open.start)
      at = open.end
    }
    open = { start, end }
  }
  if (open) {
    out += text.slice(at, open.start) + markOf(open.end - open.start)
    at = open.end
  }
  return out + text.slice(at)
}

function markOf(count: number): string {
  return `[${count} characters hidden]`
}
