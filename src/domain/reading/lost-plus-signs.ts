import { readSessionToken } from '../credentials/session-token.ts'
import { hasTokenHead, isSecretShaped } from '../credentials/value-shapes.ts'
import { isRandom } from './broken-secret.ts'
import type { EntryField } from './field-names-table.ts'

const SPACED = /[A-Za-z0-9+/]{1,4096}(?: {1,4}[A-Za-z0-9+/]{1,4096}){1,400}={0,2}/y
const SECRET =
  /[A-Za-z0-9+/](?:[A-Za-z0-9+/]| (?! {4})){38}[A-Za-z0-9+/](?=[ \t]{0,8}(?:[\r\n&"'`,;)\]]|$)| {1,4}(?:\w{2,64}=|[-\\]|export ))/y

/** Words of a sentence that may stand behind a token. */
const MOST_WORDS_BEHIND = 4

const withPlusSigns = (text: string): string => text.replaceAll(' ', '+')

/**
 * Where a value ends whose plus signs became blanks, as the decoding of a form makes them; `seen` where they cannot have
 * been: only a whole token or the shape of a secret tells.
 */
export function endOfSpaced(
  text: string,
  at: number,
  seen: number,
  field: EntryField | null,
): number {
  if (text.charAt(seen) !== ' ' || !/[A-Za-z0-9+/ ]/.test(text.charAt(seen + 1))) return seen
  if (field === 'secretAccessKey') {
    SECRET.lastIndex = at
    const spaced = seen - at < 40 ? SECRET.exec(text)?.[0] : undefined
    return spaced !== undefined && isSecretShaped(withPlusSigns(spaced)) ? at + 40 : seen
  }
  if (field !== 'sessionToken' || !hasTokenHead(text.slice(at, seen))) return seen
  SPACED.lastIndex = at
  let spaced = SPACED.exec(text)?.[0] ?? ''
  if (spaced.length < 100 || isWhole(text.slice(at, seen))) return seen
  for (let words = 0; words <= MOST_WORDS_BEHIND && at + spaced.length > seen; words += 1) {
    if (isWhole(withPlusSigns(spaced))) return at + spaced.length
    spaced = spaced.slice(0, Math.max(0, spaced.lastIndexOf(' '))).trimEnd()
  }
  return seen
}

const isWhole = (text: string): boolean => readSessionToken(text).state === 'whole'

const LINE =
  /^[ \t]{0,8}([A-Za-z0-9+/](?=[^\n]{0,38} )[A-Za-z0-9+/ ]{38}[A-Za-z0-9+/])[ \t]{0,8},?$/gm

/** Lines that are nothing but a secret with blanks for its plus signs; words of a sentence are none. */
export function spacedSecretAt(text: string): number {
  LINE.lastIndex = 0
  for (let m = LINE.exec(text); m; m = LINE.exec(text)) {
    const [line, spaced = ''] = m
    if ((spaced.match(/ /g)?.length ?? 0) < 6 && isRandom(withPlusSigns(spaced)))
      return m.index + line.indexOf(spaced)
  }
  return -1
}
