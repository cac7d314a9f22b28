import type { ConditionRow } from '#domain/denial/decoded-message.ts'
import type { DecodedMessages } from '#messages/en/decoded.ts'
import { RowsTable } from '#ui/rows-table.tsx'
import { Values } from './values.tsx'

/** What the request held that a policy could look at. */
export function ConditionTable({
  rows,
  caption,
  text,
}: {
  readonly rows: readonly ConditionRow[]
  readonly caption: string
  readonly text: DecodedMessages
}) {
  return (
    <RowsTable
      className="rows"
      caption={caption}
      columns={[text.columns.key, text.columns.values].map((label) => ({ label }))}
    >
      {rows.map(({ key, values }, index) => (
        <tr key={`${key}${String(index)}`} role="row">
          <th role="rowheader" scope="row">
            <code>{key}</code>
          </th>
          <td role="cell">
            <Values values={values} none={text.notSaid} />
          </td>
        </tr>
      ))}
    </RowsTable>
  )
}
