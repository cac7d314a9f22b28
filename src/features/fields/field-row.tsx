import { useEffect, useId, useRef, useState } from 'react'
import type { FieldName, ReadValue } from '#domain/reading/reading.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { useSessionActions } from '#state/session-context.ts'
import { MaskedValue } from './masked-value.tsx'

const SHOWN_MS = 30_000

/** One of the three values: masked, where it was found, how long it is; to show for a while or to edit. */
export function FieldRow({
  field,
  read,
  isEditing,
  isFirstEmpty,
  onEdit,
  text,
  hidden,
}: {
  readonly field: FieldName
  readonly read: ReadValue | null
  readonly isEditing: boolean
  /** Takes the focus when the person chose to type. */
  readonly isFirstEmpty: boolean
  readonly onEdit: (isEditing: boolean) => void
  readonly text: WorkMessages['fields']
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
                    ? text.typed
                    : text.line(read.found.line, read.found.name))}
              </span>
              <span className="row to-end">
                {read && canHide && (
                  <button
                    className="button button-small"
                    type="button"
                    aria-pressed={isShown}
                    aria-label={isShown ? text.hideLabel(field) : text.showLabel(field)}
                    onClick={() => setShown(!isShown)}
                  >
                    {isShown ? text.hide : text.show}
                  </button>
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

function FieldEditor({
  field,
  read,
  isFirst,
  text,
  onDone,
}: {
  readonly field: FieldName
  readonly read: ReadValue | null
  readonly isFirst: boolean
  readonly text: WorkMessages['fields']
  readonly onDone: () => void
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const actions = useSessionActions()
  const [isShown, setShown] = useState(field === 'accessKeyId')
  const initial = useRef(read?.value)

  // Filled by hand, and never as a prop, which would outlive the input in memory.
  useEffect(() => {
    if (!input.current) return
    input.current.value = initial.current?.reveal() ?? ''
    if (initial.current || isFirst) input.current.focus()
  }, [isFirst])

  const save = (): void => {
    actions.edit(field, input.current?.value ?? '')
    onDone()
  }

  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <input
        ref={input}
        id={id}
        type="text"
        aria-label={text.name[field]}
        className={isShown ? 'field' : 'field veiled'}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        data-1p-ignore=""
        data-lpignore="true"
        data-bwignore=""
        data-form-type="other"
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onDone()
          }
        }}
        onBlur={(event) => {
          // Leaving a field that is typed for the first time keeps what was typed.
          const stays =
            event.relatedTarget instanceof Node &&
            event.currentTarget.form?.contains(event.relatedTarget)
          if (!read && !stays && event.currentTarget.value !== '') save()
        }}
      />
      <span className="row">
        <button className="button button-small" type="submit">
          {text.save}
        </button>
        {read && (
          <button className="button button-small" type="button" onClick={onDone}>
            {text.cancel}
          </button>
        )}
        {field !== 'accessKeyId' && (
          <button
            className="button button-small"
            type="button"
            aria-pressed={isShown}
            aria-label={isShown ? text.hideLabel(field) : text.showLabel(field)}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? text.hide : text.show}
          </button>
        )}
      </span>
    </form>
  )
}
