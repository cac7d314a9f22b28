import { NOTHING, type Entry, type Span } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_TOKEN } from '../example-values.ts'
import type { Note } from '../reading.ts'
import type { Recogniser } from '../recogniser.ts'
import { fieldOf } from '../field-names-table.ts'
import { isSigned, readSignedQuery } from '../signed-query.ts'

/** Slashes and ampersands may be escaped as in a JSON string. */
const ADDRESS = /https?:(?:\\{0,3}\/){2}[^\s"'<>`]{8,20000}/gi
const SIGN = /X-Amz-Credential=|AWSAccessKeyId=/i
/** A broken line may tear any of the names, not all of them. */
const HINT = /X-Amz-|AWSAccessKeyId=|Signature=/i
const ESCAPE = /\\{1,3}(?:u0026|\/)/gi

/** The rest of an address that a terminal or a mail program broke; it holds no blank. */
const NEXT_LINE = /[ \t]{0,4}\\?\r?\n[ \t]{0,16}([^\s"'<>`]{1,4096})(?=[\s"'<>`]|$)/y
const SHORTEST_LINE = 40
const MOST_LINES = 512

/** A presigned address, Signature Version 4 or 2. It holds no secret, and its expiry is its own. */
export const signedUrl: Recogniser = {
  shape: 'signed-url',
  example: `https://example-bucket.s3.amazonaws.com/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${EXAMPLE_KEY}%2F20261122%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261122T010000Z&X-Amz-Expires=300&X-Amz-Security-Token=${EXAMPLE_TOKEN}&X-Amz-SignedHeaders=host&X-Amz-Signature=00`,
  recognise: ({ text, isFree }) => {
    if (!HINT.test(text)) return NOTHING
    const entries: Entry[] = []
    const closed: Span[] = []
    const notes: Note[] = []
    let group = 0
    ADDRESS.lastIndex = 0
    for (let m = ADDRESS.exec(text); m; m = ADDRESS.exec(text)) {
      const { whole, end, breaks } = withNextLines(text, m)
      ADDRESS.lastIndex = end
      if (!isFree(m.index) || !SIGN.test(whole)) continue
      group += 1
      const plain = whole.replace(ESCAPE, (escape) => (escape.endsWith('/') ? '/' : '&'))
      const found = readSignedQuery(plain, m.index, group, true).entries
      // Places in what was mended are none of the text's.
      const isMended = plain.length !== end - m.index
      const at = m.index
      entries.push(...(isMended ? found.map((entry) => ({ ...entry, at, end })) : found))
      closed.push({ at, end })
      const field = found.some((entry) => entry.field === 'sessionToken')
        ? 'sessionToken'
        : 'accessKeyId'
      if (breaks > 0) notes.push({ note: 'line-breaks-removed', field, count: breaks })
      const escapes = whole.match(ESCAPE)?.length ?? 0
      if (escapes > 0) notes.push({ note: 'escapes-resolved', field, count: escapes })
    }
    if (entries.length > 0) notes.push({ note: 'no-secret-inside', shape: 'signed-url' })
    return { entries, closed, notes }
  },
}

type Address = { readonly whole: string; readonly end: number; readonly breaks: number }

/** The address with the lines that belong to it: as wide as its first one, the last one narrower. */
function withNextLines(text: string, { index, 0: first }: RegExpExecArray): Address {
  let whole = first
  let end = index + first.length
  let breaks = 0
  const before = text.slice(Math.max(0, index - 200), index)
  const width = first.length + before.length - before.lastIndexOf('\n') - 1
  if (width < SHORTEST_LINE || isSigned(whole)) return { whole, end, breaks }
  NEXT_LINE.lastIndex = end
  for (let m = NEXT_LINE.exec(text); m && breaks < MOST_LINES; m = NEXT_LINE.exec(text)) {
    const [, piece = ''] = m
    const isFull = Math.abs(piece.length - width) < 2 || piece.length > first.length
    // The last line of an address is its signature or shows a sign of the query.
    if (piece.includes('://') || isAssignment(piece, isFull)) break
    if (!(isFull || /[%&=]|^[0-9a-f]{1,64}$/i.test(piece))) break
    whole += piece
    end = NEXT_LINE.lastIndex
    breaks += 1
    if (isSigned(whole) || (!isFull && breaks > 1)) break
    NEXT_LINE.lastIndex = end
  }
  return { whole, end, breaks }
}

/** Another name and its value, as an environment has it; a full line may begin with the rest of a parameter's name. */
function isAssignment(piece: string, isFull: boolean): boolean {
  const name = /^([A-Za-z_]\w{2,63})=/.exec(piece)?.[1] ?? ''
  return name.includes('_') || (!isFull && fieldOf(name) !== null)
}
