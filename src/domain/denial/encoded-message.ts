import { readSessionToken } from '../credentials/session-token.ts'

const LABEL = /Encoded authorization (?:failure )?message["']?\s{0,4}[:=]?\s{0,8}["']?/gi
const LETTERS = /[A-Za-z0-9_-]{1,16384}/y
const BREAK = /["']?[ \t]{0,8}(?:\\\r?\n|\r?\n|\\n)[ \t>|]{0,16}["']?/y
const LINE_END = /^["']?[ \t]{0,8}(?:\\?\r?\n|\\n|$)/
/** A longer line was not wrapped. */
const LONGEST_LINE = 400
const SHORTEST = 200
const SHORTEST_LABELLED = 40
const LONGEST = 16_384

/**
 * The encoded authorization message in a text: behind AWS's words for it, else a paragraph or a line that is nothing but
 * one, wrapped or in quotes; null where there is none. AWS writes it in the URL-safe base64 alphabet, which session
 * tokens, secrets and most other long values are not written in.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function encodedMessageIn(text: string): string | null {
  for (const label of text.matchAll(LABEL)) {
    const found = bodyAt(text, label.index + label[0].length)
    if (found.length >= SHORTEST_LABELLED) return found
  }
  return encodedMessageAlone(text)
}

/**
 * The message without its words, where a paragraph or a line is nothing but one. That it is one is a guess: its bytes
 * look like a cipher's, and it is no session token, no JSON Web Token and no digest.
 */
function encodedMessageAlone(text: string): string | null {
  if (text.length > 1_000_000) return null
  for (const paragraph of text.split(/\n\s*\n/)) {
    const whole = bareOf(paragraph)
    if (looksEncoded(whole)) return whole
    if (whole.length < SHORTEST) continue
    for (const line of paragraph.split('\n')) {
      const bare = bareOf(line)
      if (looksEncoded(bare)) return bare
    }
  }
  return null
}

/** Letters up to the first other character; a wrapped message goes on where the next line is nothing but letters too. */
function bodyAt(text: string, start: number): string {
  let body = ''
  let at = start
  for (;;) {
    LETTERS.lastIndex = at
    const letters = LETTERS.exec(text)?.[0]
    if (letters === undefined) return body
    const end = at + letters.length
    // Behind the first line only a line of its own goes on.
    if (body !== '' && !LINE_END.test(text.slice(end, end + 40))) return body
    body += letters
    BREAK.lastIndex = end
    const isWrapped = letters.length <= LONGEST_LINE && body.length < LONGEST && BREAK.test(text)
    if (!isWrapped) return body
    at = BREAK.lastIndex
  }
}

function bareOf(text: string): string {
  if (text.length > LONGEST * 2) return ''
  return text.replace(/\\\r?\n|[\s"'`,;]/g, '')
}

function looksEncoded(bare: string): boolean {
  return (
    bare.length >= SHORTEST &&
    bare.length <= LONGEST &&
    /^[A-Za-z0-9_-]+$/.test(bare) &&
    // Random letters of this alphabet have all of these; words, digests and numbers lack some.
    /[-_]/.test(bare) &&
    /[a-z]/.test(bare) &&
    /[A-Z]/.test(bare) &&
    /\d/.test(bare) &&
    // Two of its 64 letters join words elsewhere.
    bare.replace(/[^-_]/g, '').length <= bare.length * 0.12 &&
    !isText(bare) &&
    readSessionToken(bare).version === null
  )
}

/** The bytes are letters: base64 of JSON, of a URL, of a certificate's text. */
function isText(bare: string): boolean {
  const head = bare.slice(0, 160).replace(/-/g, '+').replace(/_/g, '/')
  const bytes = atob(head)
  let printable = 0
  for (const byte of bytes) if (byte >= ' ' && byte <= '~') printable += 1
  return printable > bytes.length * 0.8
}

/** The command that decodes a message, for somebody who may. */
export function decodeCommand(message: string): string {
  return `aws sts decode-authorization-message --encoded-message ${message} --query DecodedMessage --output text`
}
