import type { MatchedStatement } from '#domain/denial/decoded-message.ts'
import type { DecodedMessages } from '#messages/en/decoded.ts'
import { RowsTable } from '#ui/rows-table.tsx'
import { Status } from '#ui/status.tsx'
import { Values } from './values.tsx'

/** Statements as AWS names them: effect, name and policy, what they are about, and their conditions. */
export function StatementTable({
  statements,
  caption,
  text,
}: {
  readonly statements: readonly MatchedStatement[]
  readonly caption: string
  readonly text: DecodedMessages
}) {
  const { columns } = text
  return (
    <RowsTable
      className="rows rows-statements"
      caption={caption}
      columns={[
        columns.statement,
        columns.actions,
        columns.resources,
        columns.conditions,
        columns.effect,
      ].map((label) => ({ label }))}
    >
      {statements.map((statement, index) => (
        <tr key={`${statement.id}${String(index)}`} role="row">
          <th role="rowheader" scope="row">
            {statement.id === '' ? text.unnamed : <code>{statement.id}</code>}
            <Policy statement={statement} />
          </th>
          <td role="cell" data-label={columns.actions}>
            <Values values={statement.actions} none={text.notSaid} />
          </td>
          <td role="cell" data-label={columns.resources}>
            <Values values={statement.resources} none={text.notSaid} />
          </td>
          <td role="cell" className="whole" data-label={columns.conditions}>
            <Values
              values={statement.conditions.map(({ key, values }) => `${key}: ${values.join(', ')}`)}
              none={text.noCondition}
            />
          </td>
          <td role="cell" className="last nowrap">
            <Effect effect={statement.effect} none={text.notSaid} />
          </td>
        </tr>
      ))}
    </RowsTable>
  )
}

function Policy({ statement: { policy, policyName } }: { readonly statement: MatchedStatement }) {
  if (policy === '' && policyName === '') return null
  return (
    <div className="fine">
      {policy}
      {policy !== '' && policyName !== '' && ' '}
      {policyName !== '' && <code>{policyName}</code>}
    </div>
  )
}

function Effect({ effect, none }: { readonly effect: string; readonly none: string }) {
  if (effect === '') return none
  return <Status kind={effect.toUpperCase() === 'DENY' ? 'error' : 'plain'} word={effect} />
}
