import { readSessionToken } from '../credentials/session-token.ts'
import { BLANKS, countOf } from '../credentials/flaws.ts'
import {
  hasTokenHead,
  isKeyIdShaped,
  isMasked,
  isPlaceholder,
  isSecretShaped,
  isTokenShaped,
} from '../credentials/value-shapes.ts'
import type { FieldName, Note } from './reading.ts'

/** Nothing that could have been put on it. */
const CLEAN = /^[A-Za-z0-9+/]{1,16384}={0,2}$/
const OUTER_QUOTES = /^["'`´“”„‟‘’‚‛«»]{1,4}|["'`´“”„‟‘’‚‛«»]{1,4}$/g
const CONTINUATION = /[\\^`]?[ \t]*(?:\r\n?|\n)/g
const ESCAPE = /\\+(?:u([0-9a-f]{4})|x([0-9a-f]{2})|["'/+=nrt])/gi
const PERCENT = /%([0-9a-f]{2})/gi
const TRAIL = /[,;]{1,3}$/

/** What came of a value: the value and what was mended, or why there is none. */
export type Cleaned =
  | { readonly value: string; readonly notes: readonly Note[] }
  | { readonly value: null; readonly decoy: 'placeholder' | 'masked' | null }

/** Takes off a value what copying put on it, and notes each step; an empty value and a placeholder are none. */
export function cleanValue(raw: string, field: FieldName): Cleaned {
  const cleaned = withoutWrapping(raw, field)
  // `=3D` of quoted-printable, its first sign taken for that of the name.
  if (!cleaned.value?.startsWith('3D') || !isShaped(cleaned.value.slice(2), field)) return cleaned
  const notes = [...cleaned.notes, { note: 'escapes-resolved', field, count: 1 } as const]
  return { value: cleaned.value.slice(2), notes }
}

function withoutWrapping(raw: string, field: FieldName): Cleaned {
  if (CLEAN.test(raw) && !isPlaceholder(raw)) {
    const decoded = fromBase64(raw, field)
    return decoded === null
      ? { value: raw, notes: [] }
      : { value: decoded, notes: [{ note: 'base64-decoded', field }] }
  }
  const notes: Note[] = []
  let text = raw.trim().replace(TRAIL, '')
  if (text !== raw.trim()) notes.push({ note: 'commas-removed', field })
  const unquoted = text.replace(OUTER_QUOTES, '')
  if (unquoted.trim() === '') return { value: null, decoy: null }
  if (isPlaceholder(unquoted.trim())) {
    return { value: null, decoy: isMasked(unquoted) ? 'masked' : 'placeholder' }
  }
  if (unquoted !== text) notes.push({ note: 'quotes-removed', field })
  const breaks = text.match(/\r\n?|\n/g)?.length ?? 0
  if (breaks > 0) notes.push({ note: 'line-breaks-removed', field, count: breaks })
  text = unquoted.replace(CONTINUATION, '\n')
  // Indentation goes with its line break.
  text = text
    .split('\n')
    .map((line) => line.trim())
    .join('')
  const blanks = countOf(/[\r\n]/.test(raw) ? text : raw, BLANKS)
  const whole = withPlusSigns(text, field)
  if (whole !== null) notes.push({ note: 'plus-signs-restored', field, count: countOf(text, / /g) })
  else if (blanks > 0) notes.push({ note: 'blanks-removed', field, count: blanks })
  text = whole ?? text.replace(BLANKS, '')
  text = resolve(text, ESCAPE, unescape, (count) =>
    notes.push({ note: 'escapes-resolved', field, count }),
  )
  let codes = 0
  // Encoded twice where an address stands in an address.
  for (let round = 0; round < 3 && text.includes('%'); round += 1) {
    text = resolve(text, PERCENT, unpercent, (count) => {
      codes += count
    })
  }
  if (codes > 0) notes.push({ note: 'percent-decoded', field, count: codes })
  const decoded = fromBase64(text, field)
  if (decoded !== null) notes.push({ note: 'base64-decoded', field })
  text = decoded ?? text
  // Only signs are the remains of an escape.
  return /[A-Za-z0-9]/.test(text) ? { value: text, notes } : { value: null, decoy: null }
}

const isShaped = (text: string, field: FieldName): boolean =>
  field === 'accessKeyId'
    ? isKeyIdShaped(text)
    : field === 'secretAccessKey'
      ? isSecretShaped(text)
      : hasTokenHead(text)

function resolve(
  text: string,
  escape: RegExp,
  by: (match: string, ...codes: string[]) => string,
  tell: (count: number) => void,
): string {
  let count = 0
  const resolved = text.replace(escape, (match: string, ...codes: string[]) => {
    count += 1
    return by(match, ...codes)
  })
  if (count > 0) tell(count)
  return resolved
}

function unescape(match: string, ...[unicode, hex]: (string | undefined)[]): string {
  const code = unicode ?? hex
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
  const letter = match.at(-1) ?? ''
  return 'nrt'.includes(letter) ? '' : letter
}

const unpercent = (_match: string, code: string): string =>
  String.fromCharCode(Number.parseInt(code, 16))

/** Form decoding turns plus signs into blanks: taken back where only that gives the value its shape. */
function withPlusSigns(text: string, field: FieldName): string | null {
  if (!text.includes(' ') || field === 'accessKeyId') return null
  if (text.length < (field === 'sessionToken' ? 100 : 40)) return null
  const without = text.replace(/ /g, '')
  const restored = text.replace(/ /g, '+')
  if (field === 'secretAccessKey') {
    return !isSecretShaped(without) && isSecretShaped(restored) ? restored : null
  }
  const isBetter =
    readSessionToken(without).state !== 'whole' && readSessionToken(restored).state === 'whole'
  return isBetter ? restored : null
}

/** Kubernetes Secrets hold each value in base64 once more. */
function fromBase64(text: string, field: FieldName): string | null {
  if (text.length < 24 || text.length > 8192 || text.length % 4 !== 0) return null
  if (field === 'accessKeyId' && text.length > 40) return null
  if (!/^[A-Za-z0-9+/]{20,8192}={0,2}$/.test(text)) return null
  const decoded = atob(text).trim()
  if (!/^[A-Za-z0-9+/=]{16,8192}$/.test(decoded)) return null
  switch (field) {
    case 'accessKeyId':
      return isKeyIdShaped(decoded) ? decoded : null
    case 'secretAccessKey':
      return text.length > 50 && isSecretShaped(decoded) ? decoded : null
    case 'sessionToken':
      return readSessionToken(text).state === 'unknown' && isTokenShaped(decoded) ? decoded : null
    default:
      return field satisfies never
  }
}
