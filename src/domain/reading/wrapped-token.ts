import { readSessionToken } from '../credentials/session-token.ts'
import { hasTokenHead, isKeyIdShaped, isSecretShaped } from '../credentials/value-shapes.ts'

/**
 * A line of nothing but base64, its signs encoded or not; four kilobytes are more than any terminal is wide.
 */
const NEXT_PIECE =
  /[ \t]{0,8}[\\^`]?[ \t]{0,8}\r?\n[ \t]{0,64}((?:[A-Za-z0-9+/]|%2[BF]|\\{1,4}u002[BF]){1,4096}(?:=|%3D|\\{1,4}u003D){0,2}|(?:=|%3D){1,2})(?=[\s"'”\\^`<|,]|$)/iy

const CODE = /%([0-9A-F]{2})|\\{1,4}u00([0-9A-F]{2})/gi

/** The shortest layout that is known needs twice as many characters. */
const SHORTEST_TOKEN = 100

/** A shorter piece may be a word of the text that follows. */
const SHORTEST_PIECE = 16

/** Two lines that end and begin with base64, the first piece so short that it tells nothing. */
const SHORT_HEAD =
  /(?<![A-Za-z0-9+/_%-])([IFAE][A-Za-z0-9+/]{0,14})[ \t]{0,4}\r?\n[ \t>]{0,16}([A-Za-z0-9+/]{24})/g

/** Where session tokens begin at the end of a line with so few characters that only the next line tells what they are. */
export function shortHeadsIn(
  text: string,
): readonly { readonly at: number; readonly end: number }[] {
  const heads: { at: number; end: number }[] = []
  SHORT_HEAD.lastIndex = 0
  for (let m = SHORT_HEAD.exec(text); m && heads.length < MOST_HEADS; m = SHORT_HEAD.exec(text)) {
    const [, first = '', next = ''] = m
    SHORT_HEAD.lastIndex = m.index + first.length
    if (hasTokenHead(first + next)) heads.push({ at: m.index, end: m.index + first.length })
  }
  return heads
}

const MOST_HEADS = 1024

/** A session token begins here and goes on in the next line, its first piece as short as a word. */
export function isShortHead(text: string, at: number, end: number): boolean {
  if (end - at >= SHORTEST_PIECE || end === at) return false
  const [head] = shortHeadsIn(text.slice(at, end + 64))
  return head?.at === 0 && head.end === end - at
}

/**
 * The end offset of a session token that starts at `from` and was seen to end at `end`, where a terminal or a mail
 * program broke it over further lines. A token that is whole is left as it is; each line is read a bounded number of
 * times.
 */
export function endOfWrapped(text: string, from: number, end: number): number {
  NEXT_PIECE.lastIndex = end
  if (!NEXT_PIECE.test(text)) return end
  if (stateOf(text, from, end) === 'whole' || text.charAt(end - 1) === '=') return end

  const ends = [end]
  let width = plainOf(text.slice(from, end)).replace(/[\\^]$/, '').length
  let doubtful = -1
  NEXT_PIECE.lastIndex = end
  for (let m = NEXT_PIECE.exec(text); m && ends.length < 512; m = NEXT_PIECE.exec(text)) {
    const piece = plainOf(m[1] ?? '')
    if (isKeyIdShaped(piece)) break
    if (isSecretShaped(piece)) doubtful = ends.length
    ends.push(NEXT_PIECE.lastIndex)
    if (doubtful > 0 || piece.length < width || piece.endsWith('=')) break
    width = piece.length
  }
  return bestOf(text, from, ends, doubtful > 0)
}

/** The last piece belongs to the token if the token is whole with it, or else reads no worse and looks like one. */
function bestOf(text: string, from: number, ends: readonly number[], isDoubtful: boolean): number {
  const last = ends.at(-1) ?? from
  const before = ends.at(-2)
  if (before === undefined) return last
  const state = (end: number) => stateOf(text, from, end)
  const withLast = state(last)
  if (withLast === 'whole') return last
  if (isDoubtful || state(before) === 'whole') return before
  const pieceLength = text.slice(before, last).trim().length
  return pieceLength < SHORTEST_PIECE || (withLast === 'damaged' && state(before) === 'cut')
    ? before
    : last
}

function stateOf(text: string, from: number, end: number): 'whole' | 'cut' | 'damaged' | 'unknown' {
  if (end - from < SHORTEST_TOKEN) return 'cut'
  return readSessionToken(plainOf(text.slice(from, end)).replace(/[\s\\^`]+/g, '')).state
}

/** With its codes resolved. */
function plainOf(written: string): string {
  return /[%\\]/.test(written)
    ? written.replace(CODE, (_, percent?: string, unicode?: string) =>
        String.fromCharCode(Number.parseInt(percent ?? unicode ?? '', 16)),
      )
    : written
}
