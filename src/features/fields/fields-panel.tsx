import { memo, useState } from 'react'
import type { Verdict } from '#domain/credentials/verdict.ts'
import type { FieldName, ReadCredentials, Reading } from '#domain/reading/reading.ts'
import type { Clipboard } from '#domain/ports.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import type { CopyWords } from '#ui/copy-button.tsx'
import { RowsTable } from '#ui/rows-table.tsx'
import { FieldRow } from './field-row.tsx'
import { VerdictHead } from './verdict-head.tsx'
import { VerdictList } from './verdict-list.tsx'

const FIELDS: readonly FieldName[] = ['accessKeyId', 'secretAccessKey', 'sessionToken']

/** What was read: the verdict, the three values, and the checks that the verdict rests on. */
function FieldsPanelView({
  reading,
  credentials,
  verdict,
  isConfirmed,
  text,
  verdictText,
  copy,
  clipboard,
  hidden,
}: {
  readonly reading: Reading
  readonly credentials: ReadCredentials
  readonly verdict: Verdict
  /** AWS has answered with an identity, so the values do belong together. */
  readonly isConfirmed: boolean
  readonly text: WorkMessages['fields']
  readonly verdictText: WorkMessages['verdict']
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly clipboard: Clipboard
  readonly hidden: (count: number) => string
}) {
  const [editing, setEditing] = useState<Partial<Record<FieldName, boolean>>>({})
  const isTyped = reading.shape === 'typed'
  const isEditing = (field: FieldName): boolean =>
    editing[field] ?? (isTyped && credentials[field] === null)
  const firstEmpty = FIELDS.find((field) => credentials[field] === null)
  const source = reading.shape === null ? '' : text.source(reading.shape, reading.lines)

  return (
    <div className="block">
      <div className="heading">
        <h3>
          <VerdictHead verdict={verdict} isConfirmed={isConfirmed} text={verdictText} />
        </h3>
        <span className="fine">
          {[source, credentials.profile === null ? '' : text.profile(credentials.profile)]
            .filter((part) => part !== '')
            .join(', ')}
        </span>
      </div>
      <RowsTable
        className="fields"
        caption={text.title}
        columns={[
          { label: text.columns.field },
          { label: text.columns.value },
          { label: text.columns.length, isNumber: true },
        ]}
      >
        {FIELDS.map((field) => (
          <FieldRow
            key={field}
            field={field}
            read={credentials[field]}
            isEditing={isEditing(field)}
            isFirstEmpty={isTyped && field === firstEmpty}
            onEdit={(now) => setEditing({ ...editing, [field]: now })}
            text={text}
            copy={copy}
            clipboard={clipboard}
            hidden={hidden}
          />
        ))}
      </RowsTable>
      <p className="fine">{text.clipboardNote}</p>
      <VerdictList
        verdict={verdict}
        notes={reading.notes}
        isConfirmed={isConfirmed}
        text={verdictText}
      />
    </div>
  )
}

/** Made anew only when something in it changes. */
export const FieldsPanel = memo(FieldsPanelView)
