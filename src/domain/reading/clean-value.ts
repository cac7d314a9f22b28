import { BLANKS, countOf } from '../credentials/flaws.ts'
import { isPlaceholder } from '../credentials/value-shapes.ts'
import type { FieldName, Note } from './reading.ts'

const OUTER_QUOTES = /^["'`´“”„‟‘’‚‛«»]{1,4}|["'`´“”„‟‘’‚‛«»]{1,4}$/g

/** Takes quotes off both ends and blanks out of a value, and notes it; null for an empty value or a placeholder. */
export function cleanValue(
  raw: string,
  field: FieldName,
): { readonly value: string; readonly notes: readonly Note[] } | null {
  const notes: Note[] = []
  const unquoted = raw.trim().replace(OUTER_QUOTES, '')
  if (isPlaceholder(unquoted.trim())) return null
  if (unquoted !== raw.trim()) notes.push({ note: 'quotes-removed', field })
  const lines = raw.split(/\r\n?|\n/)
  if (lines.length > 1) {
    notes.push({ note: 'line-breaks-removed', field, count: lines.length - 1 })
  }
  // Indentation goes with its line break.
  const joined = lines.length > 1 ? lines.map((line) => line.trim()).join('') : raw
  const blanks = countOf(joined, BLANKS)
  if (blanks > 0) notes.push({ note: 'blanks-removed', field, count: blanks })
  const value = unquoted.replace(BLANKS, '')
  return value === '' ? null : { value, notes }
}
