import { readSessionToken } from '../credentials/session-token.ts'
import { isKeyIdShaped, isSecretShaped } from '../credentials/value-shapes.ts'

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
