import type { Candidate, Fills } from '#domain/diagnosis/finding.ts'
import type { DiagnosisMessages } from '#messages/diagnosis-messages.ts'
import { Rich } from '#ui/rich.tsx'
import { RowsTable } from '#ui/rows-table.tsx'

/** Other causes that fit, best first, each with what would tell it apart. */
export function CandidateTable({
  candidates,
  fills,
  text,
}: {
  readonly candidates: readonly Candidate[]
  readonly fills: Fills
  readonly text: DiagnosisMessages
}) {
  const { columns } = text
  return (
    <RowsTable
      className="rows rows-cause"
      caption={text.othersCaption}
      columns={[columns.cause, columns.certainty, columns.howToTell].map((label) => ({ label }))}
    >
      {candidates.map(({ cause, certainty }) => (
        <tr key={cause} role="row">
          <th role="rowheader" scope="row">
            <Rich text={text.causes[cause].name(fills)} />
          </th>
          <td role="cell" className="last nowrap">
            {text.certainties[certainty]}
          </td>
          <td role="cell" className="whole quiet">
            <Rich text={text.causes[cause].howToTell(fills)} />
          </td>
        </tr>
      ))}
    </RowsTable>
  )
}
