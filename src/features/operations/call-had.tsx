import type { FormMessages } from '#messages/en/operation-forms.ts'
import { RowsTable } from '#ui/rows-table.tsx'
import { Section } from '#ui/section.tsx'

/** A condition that trust policies have, and what the refused call brought for it. */
export type Brought = {
  readonly condition: keyof FormMessages['had']['conditions']
  /** Null where nothing was brought. */
  readonly value: string | null
}

/** After a denied AssumeRole: what a trust policy may ask for, beside what this call had. */
export function CallHad({
  rows,
  text,
}: {
  readonly rows: readonly Brought[]
  readonly text: FormMessages['had']
}) {
  return (
    <Section heading={text.title}>
      <RowsTable
        className="rows"
        caption={text.title}
        columns={[{ label: text.asks }, { label: text.brought }]}
      >
        {rows.map(({ condition, value }) => (
          <tr key={condition} role="row">
            <th scope="row" role="rowheader">
              {text.conditions[condition]}
            </th>
            <td role="cell">{value === null ? text.nothing : <code>{value}</code>}</td>
          </tr>
        ))}
      </RowsTable>
      <p className="fine">{text.note}</p>
    </Section>
  )
}
