import type { Fills, Ranked } from '#domain/diagnosis/finding.ts'
import type { DiagnosisMessages } from '#messages/diagnosis-messages.ts'
import { Provenance } from '#ui/provenance.tsx'
import { Rich } from '#ui/rich.tsx'
import { RowsTable } from '#ui/rows-table.tsx'

/** So many causes are told apart; those behind them have less to show. */
const MOST = 6

/** Why the causes stand in this order: what speaks for and against each, in points; folded. */
export function RankingDetails({
  ranking,
  fills,
  isOpen,
  text,
}: {
  readonly ranking: readonly Ranked[]
  readonly fills: Fills
  /** No cause leads. */
  readonly isOpen: boolean
  readonly text: DiagnosisMessages
}) {
  const { ranked, columns } = text
  return (
    <details className="ranking">
      <summary>{isOpen ? ranked.whyOrder : ranked.whyFirst}</summary>
      <p className="fine">{ranked.scale}</p>
      <RowsTable
        className="rows rows-cause"
        caption={ranked.caption}
        columns={[
          { label: columns.cause },
          { label: ranked.reasons },
          { label: ranked.points, isNumber: true },
        ]}
      >
        {ranking.slice(0, MOST).map(({ cause, points, reasons }) => (
          <tr key={cause} role="row">
            <th role="rowheader" scope="row">
              <Rich text={text.causes[cause].name(fills)} />
            </th>
            <td role="cell" className="whole quiet">
              <ul>
                {reasons.map((held, index) => (
                  <li key={`${held.reason}${String(index)}`}>
                    <span className="points">{signed(held.points)}</span>{' '}
                    {text.reasons[held.reason]}
                    {held.isInferred && (
                      <>
                        , <Provenance word={text.sources.inferred} isInferred />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </td>
            <td role="cell" className="last number">
              {points}
            </td>
          </tr>
        ))}
      </RowsTable>
    </details>
  )
}

/** `+60`, `\u22125`: a minus is as wide as a plus. */
function signed(points: number): string {
  return points < 0 ? `\u2212${String(-points)}` : `+${String(points)}`
}
