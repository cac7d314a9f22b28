import { isAccessKeyId, type Span } from './span.ts'

/** No value that AWS takes is longer. */
const LONGEST = 16_384
/** Words before a scope that stand in no quotes and behind no name. */
const MOST_WORDS = 12
/** What a value does not go beyond. */
const MARKS = ["'", '"', ',', '<', '>', '(', '`']

const CREDENTIAL = /\bCredential(?:=|%3[Dd])/gi
const SLASH = String.raw`(?:\/|\\\/|%2[Ff]|&#x2[Ff];|&#47;|&sol;)`
const DATE = new RegExp(`${SLASH}\\d{8}${SLASH}`, 'g')
/** The rest of a scope, behind its date. */
const SCOPE_END = new RegExp(`^[A-Za-z0-9-]{0,40}${SLASH}[A-Za-z0-9-]{0,40}${SLASH}aws4_request`)
const NOT_A_PAIR = /' not a valid key=value pair/g
/** What AWS quotes of a header that is in order. */
const PART_OF_HEADER =
  /^(?:AWS4-[A-Z0-9-]{4,40}|(?:SignedHeaders|Signature|Credential)=?|[a-z-]{1,40}(?:;[a-z0-9-]{1,40}){1,40}|Signature=[0-9a-f]{0,64})$/
/** Key IDs of emulators are words, and no secrets. */
const EMULATOR = /^(?:test|fake|mock|dummy|local|localstack|minioadmin|undefined|null|None)$/
const MASKED = /^(?:A[KS]IA)?(?:\*{1,64}|\.{3}|…|x{4,20}|X{4,20})[A-Z2-7]{0,4}$/
const BLANKS =
  /^(?:\s|\u200B|\\[nrt]|%0[AaDd]|%20|['"])+|(?:\s|\u200B|\\[nrt]|%0[AaDd]|%20|['"])+$/g

/**
 * Where an echoed request shows something else than a key ID in the place of one, however it is torn: behind
 * `Credential=`, before a scope, and in the piece that AWS quotes as no pair.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function echoedSpans(text: string): readonly Span[] {
  const dates = [...text.matchAll(DATE)].map((match): Span => {
    return [match.index, match.index + match[0].length]
  })
  return [...behindCredential(text, dates), ...beforeScopes(text, dates), ...quotedPieces(text)]
}

/** From `Credential=` to the date of its scope, since nobody knows what stands in the place of a key ID. */
function* behindCredential(text: string, dates: readonly Span[]): Generator<Span> {
  const names = [...text.matchAll(CREDENTIAL)]
  let next = 0
  for (const [index, name] of names.entries()) {
    const start = name.index + name[0].length
    const far = Math.min(names[index + 1]?.index ?? text.length, start + LONGEST)
    const headers = text.slice(start, far).indexOf('SignedHeaders')
    const bound = headers === -1 ? far : start + headers
    while (next < dates.length && (dates[next]?.[0] ?? 0) < start) next += 1
    let end: number | null = null
    for (; next < dates.length && (dates[next]?.[0] ?? 0) < bound; next += 1) {
      const [at, behind] = dates[next] ?? [0, 0]
      // A run of eight digits may stand between two slashes of a token.
      if (end === null || isScopeEnd(text, behind)) end = at
    }
    if (end !== null) yield* hidden(text, start, end)
    else yield* withoutScope(text, start)
  }
}

const UNSCOPED = /[^,'"<>&;\n]{0,4096}/y

/** A credential whose scope is cut off: up to what ends a part of the header. */
function* withoutScope(text: string, start: number): Generator<Span> {
  const blanks = /^\s{0,8}/.exec(text.slice(start, start + 8))?.[0].length ?? 0
  UNSCOPED.lastIndex = start + blanks
  const [stretch = ''] = (UNSCOPED.exec(text)?.[0] ?? '').split('SignedHeaders', 1)
  const [first = ''] = stretch.split(/\s/, 1)
  if (isHarmless(first)) return
  if (looksPart(stretch.replace(/\s+/g, '')))
    yield* hidden(text, start, start + blanks + stretch.length)
}

/** What stands before a scope: up to its quotation mark, else as far back as the words look like parts of a value. */
function* beforeScopes(text: string, dates: readonly Span[]): Generator<Span> {
  let last = 0
  for (const [at, behind] of dates) {
    const scope = SCOPE_END.exec(text.slice(behind, behind + 140))
    if (scope === null) continue
    const floor = Math.max(last, at - LONGEST)
    last = behind + scope[0].length
    const before = text.slice(floor, at)
    // `Credential=` says better where the value begins.
    if (/Credential(?:=|%3[Dd])/i.test(before)) continue
    yield* hidden(text, floor + startOfValue(before), at)
  }
}

function isScopeEnd(text: string, behindDate: number): boolean {
  return SCOPE_END.test(text.slice(behindDate, behindDate + 140))
}

function startOfValue(before: string): number {
  let start = before.length
  for (let words = 0; start > 0; words += 1) {
    const from = startOfWord(before, start)
    const word = before.slice(from, start)
    const mark = Math.max(...MARKS.map((each) => word.lastIndexOf(each))) + 1
    // Base64 ends with such a sign; a name stands before it otherwise.
    const name = /[A-Za-z_-]=(?=[^=\s])/.exec(word)
    const stop = Math.max(mark, name ? name.index + 2 : 0)
    if (stop > 0) return from + stop
    if (words > 0 && isPlainWord(word.trim())) return startOfQuote(before, start) ?? start
    start = from
  }
  return start
}

/** Where the word begins that ends here, with the blanks behind it. */
function startOfWord(text: string, end: number): number {
  let at = end
  while (at > 0 && isBlank(text, at - 1)) at -= 1
  while (at > 0 && !isBlank(text, at - 1)) at -= 1
  return at
}

function isBlank(text: string, at: number): boolean {
  return /[\s\u200B]/.test(text.charAt(at))
}

/** Where the quotation began that these words stand in, if few words stand between. */
function startOfQuote(before: string, start: number): number | null {
  const near = before.slice(Math.max(0, start - 1_024), start)
  const at = Math.max(near.lastIndexOf("'"), near.lastIndexOf('"'))
  if (at === -1) return null
  const between = near.slice(at + 1)
  return between.split(/\s+/).length <= MOST_WORDS ? start - between.length : null
}

function* quotedPieces(text: string): Generator<Span> {
  let last = 0
  for (const match of text.matchAll(NOT_A_PAIR)) {
    const floor = Math.max(last, match.index - LONGEST)
    last = match.index + match[0].length
    const open = text.slice(floor, match.index).lastIndexOf("'")
    const start = open === -1 ? floor : floor + open + 1
    const piece = text.slice(start, match.index)
    const scope = new RegExp(`${SLASH}\\d{8}${SLASH}`).exec(piece)?.index
    yield* hidden(text, start, scope === undefined ? match.index : start + scope)
  }
}

function* hidden(text: string, start: number, end: number): Generator<Span> {
  const stretch = text.slice(start, end)
  const bare = stretch.replace(BLANKS, '')
  if (bare === '' || isHarmless(bare)) return
  const at = start + stretch.indexOf(bare)
  yield [at, at + bare.length]
}

function isHarmless(bare: string): boolean {
  return (
    isAccessKeyId(bare) || EMULATOR.test(bare) || MASKED.test(bare) || PART_OF_HEADER.test(bare)
  )
}

/** Lower-case letters, `got` or `in`, with a mark behind them. */
function isPlainWord(word: string): boolean {
  return /^[A-Za-z]?[a-z]{0,20}[:.;!?]?$/.test(word)
}

/** Long enough and with characters that no key ID has. */
function looksPart(bare: string): boolean {
  return bare.length >= 8 && /[a-z/+%=]/.test(bare) && /[A-Z0-9/+]/.test(bare)
}
