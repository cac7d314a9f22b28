import type { Verdict } from '#domain/credentials/verdict.ts'
import type { Note } from '#domain/reading/reading.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { Icon } from '#ui/icon.tsx'
import { NoteRows } from './note-list.tsx'

const ICONS = {
  agrees: 'success',
  differs: 'error',
  'not-judged': 'plain',
  warns: 'warning',
} as const

/** The checks that the verdict rests on, and what was repaired while reading. */
export function VerdictList({
  verdict,
  notes,
  isConfirmed,
  text,
}: {
  readonly verdict: Verdict
  readonly notes: readonly Note[]
  readonly isConfirmed: boolean
  readonly text: WorkMessages['verdict']
}) {
  return (
    <ul className="agreements">
      {verdict.checks.map(({ check, reading, fills, expected, seen }) => (
        <li key={check} className={reading === 'differs' ? 'differs' : undefined}>
          <Icon name={ICONS[reading]} />
          <span>
            {text.checks[check](fills)}
            {reading !== 'agrees' && expected && seen && (
              <span className="fine"> {text.compared(expected, seen)}</span>
            )}
          </span>
        </li>
      ))}
      <NoteRows notes={notes} text={text.notes} more={text.moreNotes} />
      {!isConfirmed && verdict.verdict === 'nothing-contradicts' && (
        <li>
          <Icon name="plain" />
          {text.secretNotChecked}
        </li>
      )}
      {verdict.verdict === 'cannot-work' && <li className="quiet">{text.stillAllowed}</li>}
    </ul>
  )
}
