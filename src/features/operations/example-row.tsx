import { useId, useState } from 'react'
import type { FormMessages } from '#messages/en/operation-forms.ts'

export type Example = { readonly id: string; readonly name: string; readonly detail: string }

/** Examples of the sandbox that fill the form: one press, or a choice and a press. */
export function ExampleRow({
  examples,
  onUse,
  missing,
  text,
}: {
  readonly examples: readonly Example[]
  readonly onUse: (id: string) => void
  /** Why nothing could be filled in; else empty. */
  readonly missing: string
  readonly text: FormMessages['examples']
}) {
  const id = useId()
  const [chosen, setChosen] = useState(examples[0]?.id ?? '')
  const example = examples.find((each) => each.id === chosen)
  return (
    <fieldset className="example">
      <legend className="fine">{text.title}</legend>
      <p className="row">
        {examples.length > 1 && (
          <>
            <label className="unseen" htmlFor={id}>
              {text.choose}
            </label>
            <select
              id={id}
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {examples.map(({ id: value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
        <button className="button button-small" type="button" onClick={() => onUse(chosen)}>
          {examples.length > 1 ? text.fill : text.onlyOne(examples[0]?.name ?? '')}
        </button>
      </p>
      {example && example.detail !== '' && <p className="fine">{example.detail}</p>}
      <p className="fine" role="status">
        {missing}
      </p>
    </fieldset>
  )
}
