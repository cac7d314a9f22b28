import type { NamedField } from './field-names-table.ts'
import type { Found } from './reading.ts'

/** A value that a recogniser found, before it is cleaned and put into a set. */
export type Entry = NamedField & {
  /** As it stood in the text, without the quotes that the shape itself asks for. */
  readonly raw: string
  readonly found: Found
  /** Entries of one group may make one set: the number of a JSON object, of an INI section. */
  readonly group: number
  /** The group is small and on purpose, so that a weak name in it needs no further sign. */
  readonly isClose: boolean
  readonly profile: string | null
}
