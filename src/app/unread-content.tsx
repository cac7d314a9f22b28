import { NoteList } from '#features/fields/note-list.tsx'
import { workMessages as text } from '#messages/en/work.ts'
import { useSession } from '#state/session-context.ts'

/** Left of the line, where a text holds no credentials: what it holds instead, as far as that is known. */
export function UnreadContent() {
  const reading = useSession((state) => state.session.reading)
  const notes = reading?.notes ?? []
  return notes.length === 0 ? null : (
    <div className="block">
      <NoteList notes={notes} text={text.verdict.notes} more={text.verdict.moreNotes} />
    </div>
  )
}
