import { changesOf, replaceCharacters, type Repair } from '../repair.ts'

/** The mark that Windows programs put at the beginning of a text file. */
export const byteOrderMark: Repair = (text) =>
  text.startsWith('\uFEFF')
    ? { text: text.slice(1), repair: 'byte-order-mark', count: 1 }
    : text.startsWith('\u00EF\u00BB\u00BF')
      ? { text: text.slice(3), repair: 'byte-order-mark', count: 1 }
      : null

/** A lone return in a text that has line feeds too is a stray character. */
export const windowsLineEnds: Repair = function* (text) {
  if (!text.includes('\r')) return null
  const count = countReturns(text)
  yield
  let mended = text.replaceAll('\r\n', '\n')
  yield
  if (mended.includes('\r')) {
    mended = text.includes('\n')
      ? mended.replace(/\r{1,64}\n/g, '\n').replaceAll('\r', ' ')
      : mended.replaceAll('\r', '\n')
  }
  return { text: mended, repair: 'windows-line-ends', count }
}

const INVISIBLE = changesOf([
  ['\0\0\u00AD\u00AD\u200B\u200F\u202A\u202E\u2060\u2064\uFEFF\uFEFF', ''],
])

/** Characters without width: they hide in names and values and break both. */
export const invisibleCharacters: Repair = (text) =>
  replaceCharacters(
    // Between the variables of `/proc/…/environ` it is the only thing that parts them.
    text.includes('\0') ? text.replace(/\0(?=[A-Za-z_]\w{1,64}=)/g, ' \0') : text,
    'invisible-characters',
    /[\0\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/,
    INVISIBLE,
  )

const NO_BREAK = changesOf([
  ['\u00A0\u00A0\u1680\u1680\u2000\u200A\u2028\u2029\u202F\u202F\u205F\u205F\u3000\u3000', ' '],
])

export const noBreakSpaces: Repair = (text) =>
  replaceCharacters(
    text,
    'no-break-spaces',
    /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/,
    NO_BREAK,
  )

const SMART = changesOf([
  ['““””„„‟‟««»»＂＂', '"'],
  ['‘‘’’‚‚‛‛‹‹››＇＇', "'"],
])

/** Quotes that word processors and chats make typographic. */
export const smartQuotes: Repair = (text) =>
  replaceCharacters(text, 'smart-quotes', /[“”„‟«»＂‘’‚‛‹›＇]/, SMART)

/** Returns, those before one line feed counted as one. */
function countReturns(text: string): number {
  let count = 0
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at)) {
    const from = at
    while (text.charAt(at) === '\r') at += 1
    count += text.charAt(at) === '\n' ? 1 : at - from
  }
  return count
}
