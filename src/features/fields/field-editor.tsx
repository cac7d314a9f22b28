import { useEffect, useId, useRef, useState } from 'react'
import type { FieldName, ReadValue } from '#domain/reading/reading.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { useSessionActions } from '#state/session-context.ts'
import { UNWATCHED } from '#ui/unwatched.ts'
import { ShowButton } from './show-button.tsx'

/** A value being typed or changed, in an uncontrolled field that browser and password managers are kept off. */
export function FieldEditor({
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
        {...UNWATCHED}
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
          <ShowButton field={field} isShown={isShown} onChange={setShown} text={text} />
        )}
      </span>
    </form>
  )
}
