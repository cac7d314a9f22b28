import { useId, useRef, type ReactNode } from 'react'
import type { Parameter } from '#domain/sts/operations/descriptor.ts'
import type { Fault } from '#domain/sts/operations/fault.ts'
import { readTextFile } from '#ui/read-text-file.ts'
import { Rich } from '#ui/rich.tsx'
import { UNWATCHED } from '#ui/unwatched.ts'
import { FaultList } from './fault-list.tsx'
import type { ParameterWords } from './parameter-words.ts'
import { problemsIdOf } from './problems-id.ts'

/**
 * The field of a secret parameter: a token, an assertion, a code. Its text lives in the element alone; a file may be
 * dropped on it.
 */
export function SecretField({
  parameter,
  onText,
  faults,
  words,
  optional,
  openFile,
  fileTooLarge,
  onFileRefused,
  isRefused,
  children,
}: {
  readonly parameter: Parameter
  readonly onText: (text: string) => void
  readonly faults: readonly Fault[]
  readonly words: ParameterWords
  readonly optional: string
  readonly openFile: string
  /** Said where a file was larger than the field takes; empty where none was. */
  readonly fileTooLarge: string
  readonly onFileRefused: () => void
  /** AWS would certainly refuse what was read in it. */
  readonly isRefused: boolean
  /** What was read in it. */
  readonly children?: ReactNode
}) {
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const { name, kind, isRequired } = parameter
  const isCode = kind === 'code'
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    const text = await readTextFile(chosen)
    if (text === null) onFileRefused()
    else {
      if (field.current) field.current.value = text
      onText(text)
    }
  }
  const shared = {
    id,
    ...UNWATCHED,
    'aria-required': isRequired,
    'aria-invalid': isRefused || faults.some(({ severity }) => severity === 'error'),
    'aria-describedby': `${id}-hint ${id}-faults ${problemsIdOf(name)}`,
    'data-parameter': name,
  }
  return (
    <div className="parameter">
      <label htmlFor={id}>
        {words.label(name)} <code>{name}</code>{' '}
        {!isRequired && <span className="fine">{optional}</span>}
      </label>
      {isCode ? (
        <input
          {...shared}
          className="code-field"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      ) : (
        <>
          <textarea
            {...shared}
            ref={field}
            autoComplete="off"
            rows={4}
            onInput={(event) => onText(event.currentTarget.value)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              const [dropped] = event.dataTransfer.files
              if (!dropped) return
              event.preventDefault()
              void take(dropped)
            }}
          />
          <p className="row">
            <button
              className="button button-small"
              type="button"
              onClick={() => file.current?.click()}
            >
              {openFile}
            </button>
            <input
              ref={file}
              type="file"
              hidden
              onChange={(event) => {
                const input = event.currentTarget
                void take(input.files?.[0]).then(() => {
                  input.value = ''
                  return null
                })
              }}
            />
            <span className="fine" role="status">
              {fileTooLarge}
            </span>
          </p>
        </>
      )}
      <p className="fine" id={`${id}-hint`}>
        <Rich text={words.hint(name)} />
      </p>
      <FaultList id={`${id}-faults`} faults={faults} words={words} />
      {children}
    </div>
  )
}
