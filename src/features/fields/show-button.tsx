import type { FieldName } from '#domain/reading/reading.ts'
import type { WorkMessages } from '#messages/en/work.ts'

/** Shows or hides one value. */
export function ShowButton({
  field,
  isShown,
  onChange,
  text,
}: {
  readonly field: FieldName
  readonly isShown: boolean
  readonly onChange: (isShown: boolean) => void
  readonly text: WorkMessages['fields']
}) {
  return (
    <button
      className="button button-small"
      type="button"
      aria-pressed={isShown}
      aria-label={isShown ? text.hideLabel(field) : text.showLabel(field)}
      onClick={() => onChange(!isShown)}
    >
      {isShown ? text.hide : text.show}
    </button>
  )
}
