import type { OperationName } from '#domain/sts/operations/descriptor.ts'
import type { FormMessages } from '#messages/en/operation-forms.ts'
import { useOperationsActions } from '#state/operations-context.ts'
import { Rich } from '#ui/rich.tsx'
import { RowsTable } from '#ui/rows-table.tsx'
import { Status, type StatusKind } from '#ui/status.tsx'

/** An operation as a row: whether the credentials on the desk may call it, and why. */
export type OperationRow = {
  readonly name: OperationName
  readonly status: readonly [StatusKind, string]
  readonly why: string
}

/** Every operation of STS, with what is known beforehand of calling it from here. */
export function OperationList({
  rows,
  text,
}: {
  readonly rows: readonly OperationRow[]
  readonly text: FormMessages
}) {
  const actions = useOperationsActions()
  return (
    <RowsTable
      className="rows rows-cause operations"
      caption={text.caption}
      columns={[
        { label: text.columns.operation },
        { label: text.columns.from },
        { label: text.columns.why },
        { label: text.columns.actions },
      ]}
    >
      {rows.map(({ name, status, why }) => (
        <tr key={name} role="row">
          <th scope="row" role="rowheader">
            <code>{name}</code>
          </th>
          <td role="cell" className="whole">
            <Status kind={status[0]} word={status[1]} quiet={status[0] === 'plain'} />
          </td>
          <td role="cell" className="whole">
            <Rich text={why} />
          </td>
          <td role="cell" className="last">
            <button
              className="button button-small"
              type="button"
              aria-label={text.fillInLabel(name)}
              onClick={() => actions.open(name)}
            >
              {text.fillIn}
            </button>
          </td>
        </tr>
      ))}
    </RowsTable>
  )
}
