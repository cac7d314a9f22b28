import { useId, useState, type ReactNode } from 'react'
import type { Parameter, ParameterValue } from '#domain/sts/operations/descriptor.ts'
import type { Secret } from '#domain/credentials/secret.ts'
import type { Fault } from '#domain/sts/operations/fault.ts'
import { formOf } from '#domain/sts/operations/values.ts'
import { Rich } from '#ui/rich.tsx'
import { UNWATCHED } from '#ui/unwatched.ts'
import { FaultList } from './fault-list.tsx'
import type { ParameterWords } from './parameter-words.ts'
import { readValue, writeValue } from './value-text.ts'

type Kept = Exclude<ParameterValue, Secret>

/** The field of one parameter that is no secret. What is wrong with it stands under it. */
export function ParameterField({
  parameter,
  value,
  onChange,
  faults,
  words,
  optional,
  note,
  suggestions,
  help,
}: {
  readonly parameter: Parameter
  readonly value: ParameterValue | undefined
  readonly onChange: (value: Kept) => void
  readonly faults: readonly Fault[]
  readonly words: ParameterWords
  /** Said beside the label of what may be left out. */
  readonly optional: string
  /** What the value means here, in words; may be empty. */
  readonly note: string
  readonly suggestions: readonly string[]
  readonly help: ReactNode
}) {
  const id = useId()
  // The text is the person's own; what is kept is what it means.
  const [text, setText] = useState(() => writeValue(parameter, value))
  const [last, setLast] = useState(value)
  if (value !== last) {
    setLast(value)
    // Filled in from elsewhere, and not by typing here.
    const written = writeValue(parameter, value)
    if (written !== writeValue(parameter, readValue(parameter, text))) setText(written)
  }
  const { name, kind, isRequired } = parameter
  const isLong = formOf(kind) !== 'one' || kind === 'policy' || kind === 'encoded-message'
  const isNumber = kind === 'duration' || kind === 'size'
  const hint = words.hint(name)
  const shared = {
    id,
    value: text,
    ...UNWATCHED,
    autoComplete: 'off',
    'aria-required': isRequired,
    'aria-invalid': faults.some(({ severity }) => severity === 'error'),
    'aria-describedby': `${id}-hint ${id}-faults`,
    'data-parameter': name,
  }
  const take = (typed: string): void => {
    setText(typed)
    onChange(readValue(parameter, typed))
  }
  return (
    <div className="parameter">
      <label htmlFor={id}>
        {words.label(name)} <code>{name}</code>{' '}
        {!isRequired && <span className="fine">{optional}</span>}
      </label>
      {isLong ? (
        <textarea
          {...shared}
          rows={kind === 'policy' ? 6 : 3}
          onChange={(event) => take(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={isNumber ? 'numeric' : 'text'}
          {...(suggestions.length > 0 && { list: `${id}-list` })}
          onChange={(event) => take(event.currentTarget.value)}
        />
      )}
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      )}
      <p className="fine" id={`${id}-hint`}>
        <Rich text={[hint, note].filter((part) => part !== '').join(' ')} />
      </p>
      {help}
      <FaultList id={`${id}-faults`} faults={faults} words={words} />
    </div>
  )
}
