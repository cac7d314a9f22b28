import type { Repair } from './repair.ts'
import {
  byteOrderMark,
  invisibleCharacters,
  noBreakSpaces,
  smartQuotes,
  windowsLineEnds,
} from './repairs/characters.ts'
import { frameLines } from './repairs/frame-lines.ts'
import { htmlEntities } from './repairs/html-entities.ts'
import { jsonInJson } from './repairs/json-in-json.ts'
import { mailQuoting } from './repairs/mail-quoting.ts'
import { markdownFences } from './repairs/markdown-fences.ts'
import { percentEncoding } from './repairs/percent-encoding.ts'
import { quotedPrintable } from './repairs/quoted-printable.ts'
import { shellPrompts } from './repairs/shell-prompts.ts'

export type { LineOf } from './repair.ts'

/**
 * Every repair of a whole text, the outermost wrapping first. JSON strings are opened before the quotes inside of them
 * are made plain ones. What comes in another order takes another round.
 */
export const REPAIRS: readonly Repair[] = [
  byteOrderMark,
  windowsLineEnds,
  frameLines,
  mailQuoting,
  quotedPrintable,
  invisibleCharacters,
  noBreakSpaces,
  jsonInJson,
  htmlEntities,
  percentEncoding,
  smartQuotes,
  markdownFences,
  shellPrompts,
]
