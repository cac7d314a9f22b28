import type { Bearing, Evidence } from '#domain/diagnosis/finding.ts'
import type { DiagnosisMessages } from '#messages/diagnosis-messages.ts'
import { Provenance } from '#ui/provenance.tsx'
import { Rich } from '#ui/rich.tsx'
import { RowsTable } from '#ui/rows-table.tsx'
import { Status, type StatusKind } from '#ui/status.tsx'

const KINDS: Readonly<Record<Bearing, StatusKind>> = {
  differs: 'error',
  supports: 'supports',
  agrees: 'success',
}

/** What was expected, what was seen, and how it bears on the cause. */
export function EvidenceTable({
  evidence,
  caption,
  text,
}: {
  readonly evidence: readonly Evidence[]
  readonly caption: string
  readonly text: DiagnosisMessages
}) {
  const { columns } = text
  return (
    <RowsTable
      className="rows rows-evidence"
      caption={<Rich text={caption} />}
      columns={[columns.evidence, columns.expected, columns.seen, columns.reading].map((label) => ({
        label,
      }))}
    >
      {evidence.map((row, index) => (
        <tr key={`${row.name}${String(index)}`} role="row">
          <th role="rowheader" scope="row">
            {text.evidence[row.name]}{' '}
            {row.source === 'inferred' && <Provenance word={text.sources.inferred} isInferred />}
          </th>
          <td role="cell" data-label={columns.expected}>
            <Rich text={text.value(row.name, row.expected)} />
          </td>
          <td role="cell" data-label={columns.seen}>
            <Rich text={text.value(row.name, row.seen)} />
          </td>
          <td role="cell" className="last nowrap">
            <Status
              kind={KINDS[row.bearing]}
              word={text.bearings[row.bearing]}
              quiet={row.bearing === 'agrees'}
            />
          </td>
        </tr>
      ))}
    </RowsTable>
  )
}
