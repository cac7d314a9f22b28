import type { Note } from '#domain/reading/reading.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { Icon, type IconName } from '#ui/icon.tsx'
import { Rich } from '#ui/rich.tsx'

/** A text of thousands of sets has a note for each. */
const MOST_ROWS = 20

/** What was mended or noticed while reading, one row per note; stands inside a list. */
export function NoteRows({
  notes,
  text,
  more,
}: {
  readonly notes: readonly Note[]
  readonly text: WorkMessages['verdict']['notes']
  readonly more: WorkMessages['verdict']['moreNotes']
}) {
  // One row more takes no more room than saying that there is one.
  const shown = notes.length <= MOST_ROWS + 1 ? notes : firstOf(notes)
  return (
    <>
      {shown.map((note, index) => (
        <li key={`${note.note}${String(index)}`}>
          <Icon name={iconOf(note)} />
          <Rich text={(text[note.note] as (note: Note) => string)(note)} />
        </li>
      ))}
      {shown.length < notes.length && (
        <li className="quiet">{more(notes.length - shown.length)}</li>
      )}
    </>
  )
}

/** The first ones, warnings before the others. */
function firstOf(notes: readonly Note[]): readonly Note[] {
  const isWarning = (note: Note): boolean => iconOf(note) === 'warning'
  return [...notes.filter(isWarning), ...notes.filter((note) => !isWarning(note))].slice(
    0,
    MOST_ROWS,
  )
}

/** The notes of a text in which no credentials were found: what stands there instead. */
export function NoteList(props: Parameters<typeof NoteRows>[0]) {
  return (
    <ul className="agreements">
      <NoteRows {...props} />
    </ul>
  )
}

function iconOf({ note }: Note): IconName {
  return note === 'login-cache' || note === 'too-many-values' || note === 'token-head-unread'
    ? 'warning'
    : 'supports'
}
