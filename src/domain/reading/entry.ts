import type { NamedField } from './field-names-table.ts'
import type { DecoyKind, Note } from './reading.ts'

/** A place in the text, as offsets; `end` is the first one that no longer belongs to it. */
export type Span = { readonly at: number; readonly end: number }

/** A value that a recogniser found, before it is cleaned and put into a set. */
export type Entry = Span &
  NamedField & {
    /** The name that stood beside it, as written; empty for a bare value. */
    readonly name: string
    /** As it stood in the text, without the quotes that the shape itself asks for. */
    readonly raw: string
    /** Entries of one group may make one set: the number of a JSON object, of an INI section. */
    readonly group: number
    /** The group is small and on purpose, so that a weak name in it needs no further sign. */
    readonly isClose: boolean
    readonly profile: string | null
    /** Parts of one string that the program text joined; none said is one. */
    readonly pieces?: number
    /** Escapes of a JSON string that were resolved in it; none said is none. */
    readonly escapes?: number
    /** It counts only where the text holds no other credentials: the caller's key ID in an event. */
    readonly isAside?: boolean
  }

/** Something that is none of the three values; its place is closed to the recognisers that follow. */
export type Decoy = Span & { readonly decoy: DecoyKind; readonly name: string }

/** What one recogniser made out, in the order of the text. */
export type Findings = {
  readonly entries: readonly Entry[]
  readonly decoys?: readonly Decoy[]
  readonly notes?: readonly Note[]
  /** Places that were understood and hold nothing more. */
  readonly closed?: readonly Span[]
}

/** More values than any text holds on purpose; a recogniser that has found so many stops, and the reading says so. */
export const MOST_VALUES = 20_000

export const NOTHING: Findings = { entries: [] }
