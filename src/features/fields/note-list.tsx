import type { Note } from '#domain/reading/reading.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { Icon, type IconName } from '#ui/icon.tsx'
import { Rich } from '#ui/rich.tsx'

/** What was mended or noticed while reading, one row per note; stands inside a list. */
export function NoteRows({
  notes,
  text,
}: {
  readonly notes: readonly Note[]
  readonly text: WorkMessages['verdict']['notes']
}) {
  return notes.map((note, index) => (
    <li key={`${note.note}${String(index)}`}>
      <Icon name={iconOf(note)} />
      <Rich text={(text[note.note] as (note: Note) => string)(note)} />
    </li>
  ))
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
  return note === 'login-cache' || note === 'too-many-values' ? 'warning' : 'supports'
}
