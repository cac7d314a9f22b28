import { replaceAll, type Repair } from '../repair.ts'

/** The mark that Windows programs put at the beginning of a text file. */
export const byteOrderMark: Repair = (text) =>
  text.startsWith('\uFEFF')
    ? { text: text.slice(1), repair: 'byte-order-mark', count: 1 }
    : text.startsWith('\u00EF\u00BB\u00BF')
      ? { text: text.slice(3), repair: 'byte-order-mark', count: 1 }
      : null

export const windowsLineEnds: Repair = (text) => {
  if (!text.includes('\r')) return null
  return replaceAll(text, 'windows-line-ends', /\r+\n|\r/g, (match) =>
    // A lone return in a text that has line feeds too is a stray character.
    match.length === 1 && text.includes('\n') ? ' ' : '\n',
  )
}

/** Characters without width: they hide in names and values and break both. */
export const invisibleCharacters: Repair = (text) =>
  replaceAll(
    text,
    'invisible-characters',
    /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\0]/g,
    '',
  )

export const noBreakSpaces: Repair = (text) =>
  replaceAll(
    text,
    'no-break-spaces',
    /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g,
    ' ',
  )

/** Quotes that word processors and chats make typographic. */
export const smartQuotes: Repair = (text) =>
  replaceAll(text, 'smart-quotes', /[“”„‟«»＂‘’‚‛‹›＇]/g, (quote) =>
    '“”„‟«»＂'.includes(quote) ? '"' : "'",
  )
