import type { ComparedFact, Comparison } from '#domain/session/compare-held.ts'
import type { TrayMessages } from '#messages/en/tray.ts'
import { RowsTable } from '#ui/rows-table.tsx'
import { Status } from '#ui/status.tsx'

export type ComparedRow = Comparison & { readonly values: readonly [string, string] }

/** Two held sets side by side. What agrees is grey, so that what differs is found at a glance. */
export function ComparisonTable({
  names,
  rows,
  text,
}: {
  readonly names: readonly [string, string]
  readonly rows: readonly ComparedRow[]
  readonly text: TrayMessages
}) {
  const differing = rows.filter(({ sameness }) => sameness === 'differs').length
  return (
    <section className="comparison" aria-label={text.comparison}>
      <h3>{text.compared(names[0], names[1], differing)}</h3>
      <RowsTable
        className="rows"
        caption={text.comparison}
        columns={[
          { label: text.columns.fact },
          { label: names[0] },
          { label: names[1] },
          { label: text.columns.reading },
        ]}
      >
        {rows.map(({ fact, sameness, values }) => (
          <tr key={fact} role="row" data-sameness={sameness}>
            <th scope="row" role="rowheader" className="whole">
              {text.facts[fact]}
            </th>
            {values.map((value, index) => (
              <td key={index} role="cell" data-label={names[index]}>
                {isLiteral(fact) && value !== text.notShown ? <code>{value}</code> : value}
              </td>
            ))}
            <td role="cell" className="whole">
              {sameness === 'differs' ? (
                <Status kind="warning" word={text.sameness.differs} />
              ) : (
                <span className="fine">{text.sameness[sameness]}</span>
              )}
            </td>
          </tr>
        ))}
      </RowsTable>
    </section>
  )
}

const isLiteral = (fact: ComparedFact): boolean =>
  ['account', 'principal', 'token-region'].includes(fact)
