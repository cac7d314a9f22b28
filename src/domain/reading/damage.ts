import type { FormatId } from '../credentials/write/credential-format.ts'

/** What terminals, chats, mail and templates do to a text. */
export type DamageName =
  | 'smart-quotes'
  | 'no-break-spaces'
  | 'zero-width-characters'
  | 'byte-order-mark'
  | 'windows-line-ends'
  | 'markdown-fence'
  | 'mail-quoting'
  | 'quoted-printable'
  | 'html-entities'
  | 'percent-encoded-text'
  | 'percent-encoded-values'
  | 'json-in-json'
  | 'unicode-escapes'
  | 'wrapped-token'
  | 'shell-prompt'
  | 'history-numbers'
  | 'trailing-comma'
  | 'commas-lost'
  | 'prose-around'
  | 'quote-lost'
  | 'form-decoded'

/** One of them. */
export type Damage = {
  readonly name: DamageName
  /** `variant` (0 or more) chooses among the ways in which it comes: a width, a prompt, a sentence. */
  readonly harm: (text: string, variant: number) => string
}

const LINE = /^(?=.*\S)/gm

/** A secret or a session token; key IDs have nothing to encode. */
const VALUE = /[A-Za-z0-9+/]{39,}={0,2}/g

/** The quote that closes a value. */
const BEHIND_VALUE = /(?<=[A-Za-z0-9+/=]{16})["'”’]/g

const TOKEN = /[A-Za-z0-9+/]{100,}={0,2}/g

const FENCES = ['```\n', '```sh\n', '~~~\n', '```json\n']
const QUOTINGS = ['> ', '>', '>> ', '> > ']
const PROMPTS = ['$ ', '% ', '> ', 'me@host:~$ ', '[me@host ~]$ ', 'PS C:\\Users\\me> ', '❯ ']
const PROSE: readonly (readonly [before: string, after: string])[] = [
  ['Hi, here are the keys for staging:\n\n', "\n\nThey don't last long."],
  ['it said:\n', '\nwhat now?\n'],
  ['[12:01] example: try these (account 111122223333)\n', '\n[12:02] example: thanks!\n'],
]

const pick = <T>(list: readonly T[], variant: number): T | undefined => list[variant % list.length]

/** Every damage that is declared; the properties of the reader take chains of up to three of them back. */
export const DAMAGES: readonly Damage[] = [
  { name: 'smart-quotes', harm: curlQuotes },
  { name: 'no-break-spaces', harm: (text) => text.replaceAll(' ', '\u00A0') },
  {
    name: 'zero-width-characters',
    harm: (text, variant) => {
      const character = pick(['\u200B', '\u2060', '\u200D', '\u00AD'], variant) ?? ''
      return everyNth(text, 17 + (variant % 40), character)
    },
  },
  { name: 'byte-order-mark', harm: (text) => `\uFEFF${text}` },
  { name: 'windows-line-ends', harm: (text) => text.replace(/\r?\n/g, '\r\n') },
  {
    name: 'markdown-fence',
    harm: (text, variant) => {
      const open = pick(FENCES, variant) ?? ''
      return `${open}${text.replace(/\n$/, '')}\n${open.slice(0, 3)}\n`
    },
  },
  {
    name: 'mail-quoting',
    harm: (text, variant) => text.replace(/^|(?<=\n)(?=[^])/g, pick(QUOTINGS, variant) ?? ''),
  },
  { name: 'quoted-printable', harm: quotedPrintable },
  { name: 'html-entities', harm: escapeHtml },
  { name: 'percent-encoded-text', harm: percentEncode },
  {
    name: 'percent-encoded-values',
    harm: (text) => text.replace(VALUE, (value) => percentEncode(value)),
  },
  { name: 'json-in-json', harm: (text) => JSON.stringify({ message: text }) },
  {
    name: 'unicode-escapes',
    harm: (text) =>
      text.replace(VALUE, (value) =>
        value.replace(
          /[+/=]/g,
          (character) =>
            `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
        ),
      ),
  },
  {
    name: 'wrapped-token',
    harm: (text, variant) => {
      const indent = ' '.repeat(variant % 7)
      // Not between the two equals signs of an end: there a token is taken for whole.
      return text.replace(TOKEN, (token) =>
        everyNth(token, 48 + (variant % 80), `\n${indent}`).replace(/=\n *=/, '=='),
      )
    },
  },
  {
    name: 'shell-prompt',
    harm: (text, variant) => text.replace(LINE, pick(PROMPTS, variant) ?? ''),
  },
  {
    name: 'history-numbers',
    harm: (text, variant) => {
      let number = 1 + variant * 7
      return text.replace(LINE, () => ` ${String(number++).padStart(4)}  `)
    },
  },
  {
    name: 'trailing-comma',
    harm: (text) =>
      text.includes('}')
        ? text.replace(/(["\d\]}])(?=\s*[}\]])/g, '$1,')
        : text.replace(/(?<=[\w+/="'])(?=\r?$)/gm, ','),
  },
  { name: 'commas-lost', harm: (text) => text.replace(/,(?=\r?$)/gm, '') },
  {
    name: 'prose-around',
    harm: (text, variant) => {
      const [before, after] = pick(PROSE, variant) ?? ['', '']
      return before + text + after
    },
  },
  {
    name: 'quote-lost',
    harm: (text, variant) => {
      const closing = [...text.matchAll(BEHIND_VALUE)]
      const lost = closing[variant % Math.max(1, closing.length)]
      return lost ? text.slice(0, lost.index) + text.slice(lost.index + 1) : text
    },
  },
  {
    name: 'form-decoded',
    // A blank at an end of a value would be lost among those around it.
    harm: (text) =>
      text.replace(VALUE, (value) => value.replace(/(?<=[^+]\+{0,3})\+(?=\+{0,3}[^+])/g, ' ')),
  },
]

/** What may not come behind what in a chain: damages that come somewhere after a format or another damage. */
export type Exclusion = {
  readonly after: readonly (FormatId | DamageName)[]
  readonly damages: readonly DamageName[]
  readonly why: string
}

/** Pairs that cannot be undone, each with the reason, or that do not happen. */
export const INCOMPATIBLE: readonly Exclusion[] = [
  {
    after: ['quoted-printable'],
    damages: ['percent-encoded-values', 'unicode-escapes'],
    why: 'the equals sign of a soft line break is taken for the end of a value and encoded with it',
  },
  {
    after: ['quoted-printable'],
    damages: ['shell-prompt', 'history-numbers'],
    why: 'at a soft line break a prompt or a number would stand in the middle of a value',
  },
  {
    after: ['quoted-printable'],
    damages: ['trailing-comma'],
    why: 'a comma behind a soft line break stands in the middle of a value',
  },
  {
    after: ['wrapped-token'],
    damages: ['shell-prompt', 'history-numbers'],
    why: 'a number before the rest of a token may be part of it; prompts stand before commands',
  },
  {
    after: ['wrapped-token'],
    damages: ['trailing-comma'],
    why: 'a comma in the middle of a token ends it',
  },
  {
    after: ['mail-quoting'],
    damages: ['shell-prompt', 'history-numbers'],
    why: 'a prompt stands before a command, not before a quoted line',
  },
  {
    after: ['percent-encoded-text'],
    damages: ['history-numbers'],
    why: 'all stands on one line, and a number alone may be anything',
  },
  {
    after: ['form-decoded'],
    damages: ['percent-encoded-values', 'unicode-escapes', 'wrapped-token'],
    why: 'a value with blanks in it is no longer one word, of which only parts are encoded or broken',
  },
  {
    after: ['wrapped-token', 'quoted-printable'],
    damages: ['form-decoded'],
    why: 'beside a line break a plus sign that became a blank is no longer to be told from indentation',
  },
  {
    after: ['ini'],
    damages: ['shell-prompt'],
    why: 'a prompt stands before commands, not before each line of a file',
  },
]

function curlQuotes(text: string): string {
  let doubles = 0
  let singles = 0
  return text.replace(/["']/g, (quote) =>
    quote === '"' ? '“”'.charAt(doubles++ % 2) : '‘’'.charAt(singles++ % 2),
  )
}

function everyNth(text: string, n: number, insert: string): string {
  return text.replace(new RegExp(`([^]{${String(n)}})(?=[^])`, 'g'), `$1${insert}`)
}

/** As template engines escape: the five of XML and the two with which attributes can be left. */
function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#x60;',
    '=': '&#x3D;',
  }
  return text.replace(/[&<>"'`=]/g, (character) => names[character] ?? character)
}

function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'))
}

/** @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
function quotedPrintable(text: string): string {
  const escaped = text.replace(/[^\t\r\n -<>-~]|[ \t](?=\r?\n|$)/gu, (character) =>
    Array.from(
      new TextEncoder().encode(character),
      (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  )
  let out = ''
  let width = 0
  for (const [atom] of escaped.matchAll(/=..|\r?\n|[^]/g)) {
    // A line of 76 at most, its soft break counted, and no escape torn apart.
    if (width + atom.length > 75 && !atom.endsWith('\n')) {
      out += '=\n'
      width = 0
    }
    out += atom
    width = atom.endsWith('\n') ? 0 : width + atom.length
  }
  return out
}
