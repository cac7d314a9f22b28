import type { Repair } from './repair.ts'
import {
  byteOrderMark,
  invisibleCharacters,
  noBreakSpaces,
  smartQuotes,
  windowsLineEnds,
} from './repairs/characters.ts'
import { htmlEntities } from './repairs/html-entities.ts'
import { jsonInJson } from './repairs/json-in-json.ts'
import { mailQuoting } from './repairs/mail-quoting.ts'
import { markdownFences } from './repairs/markdown-fences.ts'
import { percentEncoding } from './repairs/percent-encoding.ts'
import { quotedPrintable } from './repairs/quoted-printable.ts'
import { shellPrompts } from './repairs/shell-prompts.ts'

export type { LineOf } from './repair.ts'

/** Every repair of a whole text, the outermost wrapping first: mail before markup, markup before program text. */
export const REPAIRS: readonly Repair[] = [
  byteOrderMark,
  windowsLineEnds,
  mailQuoting,
  quotedPrintable,
  invisibleCharacters,
  noBreakSpaces,
  htmlEntities,
  percentEncoding,
  smartQuotes,
  markdownFences,
  jsonInJson,
  shellPrompts,
]
