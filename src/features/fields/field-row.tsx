import { useEffect, useState } from 'react'
import type { FieldName, ReadValue } from '#domain/reading/reading.ts'
import type { Clipboard } from '#domain/ports.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { FieldEditor } from './field-editor.tsx'
import { MaskedValue } from './masked-value.tsx'
import { ShowButton } from './show-button.tsx'

const SHOWN_MS = 30_000

/** One of the three values: masked, where it was found, how long it is; to show for a while or to edit. */
export function FieldRow({
  field,
  read,
  isEditing,
  isFirstEmpty,
  onEdit,
  text,
  copy,
  clipboard,
  hidden,
}: {
  readonly field: FieldName
  readonly read: ReadValue | null
  readonly isEditing: boolean
  /** Takes the focus when the person chose to type. */
  readonly isFirstEmpty: boolean
  readonly onEdit: (isEditing: boolean) => void
  readonly text: WorkMessages['fields']
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly clipboard: Clipboard
  readonly hidden: (count: number) => string
}) {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isShown) return undefined
    const timer = setTimeout(() => setShown(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isShown])
  const canHide = field !== 'accessKeyId'

  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {text.name[field]}
      </th>
      <td role="cell">
        {isEditing ? (
          <FieldEditor
            field={field}
            read={read}
            isFirst={isFirstEmpty}
            text={text}
            onDone={() => onEdit(false)}
          />
        ) : (
          <>
            {read ? (
              <MaskedValue field={field} value={read.value} isShown={isShown} hidden={hidden} />
            ) : (
              <span className="quiet">{text.missing}</span>
            )}
            <div className="value">
              <span className="fine">
                {read &&
                  (read.found.line === null
                    ? read.found.name || text.typed
                    : text.line(read.found.line, read.found.name))}
              </span>
              <span className="row to-end">
                {read && (
                  <CopyButton
                    words={copy}
                    label={copy.label(text.inSentence[field])}
                    text={() => read.value.reveal()}
                    write={clipboard.write}
                  />
                )}
                {read && canHide && (
                  <ShowButton field={field} isShown={isShown} onChange={setShown} text={text} />
                )}
                <button
                  className="button button-small"
                  type="button"
                  aria-label={read ? text.editLabel(field) : text.typeLabel(field)}
                  onClick={() => onEdit(true)}
                >
                  {read ? text.edit : text.type}
                </button>
              </span>
            </div>
          </>
        )}
      </td>
      <td role="cell" className="number">
        {read?.value.length ?? ''}
      </td>
    </tr>
  )
}
