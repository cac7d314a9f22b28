import { ownCopy, type Secret } from '../credentials/secret.ts'

type Span = readonly [start: number, end: number]

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
const CREDENTIAL = /\bCredential(?:=|%3[Dd])\s{0,8}([^\s,'"]{1,4096})/gi
const SCOPED = /([^\s,'"=]{1,256})\/\d{8}\/[A-Za-z0-9-]{0,40}\/[A-Za-z0-9-]{0,40}\/aws4_request/g
const LABELLED =
  /(?:secret_?access_?key|secret_?key|security[-_]?token|session_?token)["']?\s{0,4}(?:=|:|%3[Dd])\s{0,4}["']?([^\s,;&'"<>]{8,})/gi
/** S3 echoes what it got as a key ID, and programs print what they were given as one. */
const GIVEN_AS_KEY_ID =
  /(?:<AWSAccessKeyId>|\bAWSAccessKeyId=|access[._-]?key(?:[._-]?id)?["']?\s{0,4}[:=]\s{0,4}["']?)([^\s,;&'"<>]{24,})/gi

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
    if (!isKeyId(match[1] ?? '')) spans.push(groupOf(match))
  }
  for (const match of text.matchAll(GIVEN_AS_KEY_ID)) {
    if (looksSecret(match[1] ?? '')) spans.push(groupOf(match))
  }
  for (const match of text.matchAll(SCOPED)) {
    if (looksSecret(match[1] ?? ''))
      spans.push([match.index, match.index + (match[1] ?? '').length])
  }
  for (const match of text.matchAll(CREDENTIAL)) {
    const [start, end] = groupOf(match)
    const scope = /\/\d{8}\//.exec(match[1] ?? '')?.index
    const keyId = (match[1] ?? '').slice(0, scope)
    if (looksSecret(keyId)) spans.push([start, scope === undefined ? end : start + scope])
  }
  // What is left of a text must not keep the whole of it in memory.
  return spans.length === 0 ? text : ownCopy(hide(text, spans))
}

/** The forms in which a value may stand in a text. */
function formsOf(value: string): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const piece of [value, value.trim(), ...tornPieces(value)]) {
    if (piece.length < SHORTEST || isKeyId(piece.trim())) continue
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

function isKeyId(text: string): boolean {
  return /^A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{12,60}$/.test(text)
}

/** Long, and with lower-case letters, `/` or `+`, none of which a key ID has. */
function looksSecret(text: string): boolean {
  return text.length >= 24 && /[a-z/+%]/.test(text)
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
