import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import type { Secret } from '#domain/credentials/secret.ts'
import { checkParameters, type CheckFacts } from '#domain/sts/operations/check-parameters.ts'
import type {
  OperationDescriptor,
  Parameter,
  ParameterValues,
} from '#domain/sts/operations/descriptor.ts'
import { formOf, textOf } from '#domain/sts/operations/values.ts'
import type { Fault } from '#domain/sts/operations/fault.ts'
import type { FormMessages } from '#messages/en/operation-forms.ts'
import { useOperationsActions } from '#state/operations-context.ts'
import { Icon } from '#ui/icon.tsx'
import { Status } from '#ui/status.tsx'
import { ParameterField } from './parameter-field.tsx'
import type { ParameterWords } from './parameter-words.ts'
import { SecretField } from './secret-field.tsx'

/** What a secret field holds, and what was read in it. */
export type SecretEntry = {
  /** What would be sent; null where nothing can be. */
  readonly secret: Secret | null
  /** Problems that AWS would refuse for certain. */
  readonly isRefused: boolean
  readonly shown: ReactNode
}

type Props = {
  readonly descriptor: OperationDescriptor
  readonly values: ParameterValues
  readonly facts: CheckFacts
  readonly isSending: boolean
  /** What stands between the person and the call; null where nothing does. */
  readonly obstacle: string | null
  readonly words: ParameterWords
  readonly text: FormMessages
  /** What a number of seconds means here; may be empty. */
  readonly noteOf: (parameter: Parameter) => string
  readonly suggestionsOf: (parameter: Parameter) => readonly string[]
  /** Reads what was put into a secret field. */
  readonly entryOf: (parameter: Parameter, text: string) => SecretEntry
  /** Examples, which may fill secret fields too. */
  readonly Examples: ComponentType<{
    readonly onSecret: (name: string, text: string) => void
  }>
  /** What helps to fill in a field, by its name. */
  readonly help: Readonly<Record<string, ReactNode>>
  /** With everything that the form holds, secrets too. */
  readonly renderBefore: (all: ParameterValues) => ReactNode
  readonly renderCopies: (all: ParameterValues) => ReactNode
}

/** A code is used up by a call; its device then waits for the next one. */
const MFA: readonly string[] = ['SerialNumber', 'TokenCode']

const isLong = ({ kind }: Parameter): boolean => formOf(kind) !== 'one' || kind === 'policy'

/** The form of one operation. Nothing is sent while a field holds what AWS refuses for certain. */
export function OperationForm(props: Props) {
  const { descriptor, values, facts, isSending, obstacle, words, text, Examples } = props
  const actions = useOperationsActions()
  const form = useRef<HTMLFormElement>(null)
  const [entries, setEntries] = useState<Readonly<Record<string, SecretEntry>>>({})
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [refusedFiles, setRefusedFiles] = useState<ReadonlySet<string>>(new Set())
  const [refusedCount, setRefusedCount] = useState(0)
  const [isSeldomOpen, setSeldomOpen] = useState(false)
  // Whatever was typed into a secret field is emptied when the form goes.
  const made = useRef(new Set<Secret>())
  useEffect(() => {
    const secrets = made.current
    return () => {
      for (const secret of secrets) secret.forget()
      secrets.clear()
    }
  }, [])

  const hasOtherProvider = (textOf(values['ProviderId']) ?? '').trim() !== ''
  const secrets = Object.fromEntries(
    Object.entries(entries).flatMap(([name, { secret }]) =>
      secret && secret.length > 0 ? [[name, secret]] : [],
    ),
  )
  const all = { ...values, ...secrets }
  const faults = checkParameters(descriptor, all, facts)
  // Tokens of some providers are no JWT; which provider it is stands in another field.
  const isRefusedEntry = (name: string): boolean =>
    (entries[name]?.isRefused ?? false) && !hasOtherProvider
  const shownFaults = (name: string): readonly Fault[] =>
    faults.filter(
      ({ parameter, fault }) =>
        parameter === name &&
        touched.has(name) &&
        // What could not be read is not missing.
        !(fault === 'missing' && isRefusedEntry(name)),
    )
  const touch = (...names: readonly string[]): void => setTouched(new Set([...touched, ...names]))

  const enter = (parameter: Parameter, typed: string): void => {
    entries[parameter.name]?.secret?.forget()
    const entry = props.entryOf(parameter, typed)
    if (entry.secret) made.current.add(entry.secret)
    setEntries({ ...entries, [parameter.name]: entry })
    setRefusedFiles(new Set())
    setRefusedCount(0)
    touch(parameter.name)
  }

  const fillSecret = (name: string, typed: string): void => {
    const parameter = descriptor.parameters.find((each) => each.name === name)
    const field = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      `[data-parameter="${CSS.escape(name)}"]`,
    )
    if (!parameter || !field) return
    field.value = typed
    enter(parameter, typed)
  }

  const isWanted = ({ kind }: Parameter): boolean =>
    kind === 'policy' && descriptor.advice.includes('policy-wanted')
  const isFolded = (each: Parameter): boolean =>
    !each.isRequired && (each.isSeldom || isLong(each)) && !isWanted(each)

  const send = async (): Promise<void> => {
    if (isSending) return
    const refused = [
      ...faults.filter(({ severity }) => severity === 'error').map(({ parameter }) => parameter),
      ...Object.keys(entries).filter(isRefusedEntry),
    ]
    setRefusedCount(new Set(refused).size)
    if (refused.length > 0) {
      touch(...refused)
      if (descriptor.parameters.some((each) => isFolded(each) && refused.includes(each.name))) {
        setSeldomOpen(true)
      }
      // The first on the screen; the form's order is not that of AWS's model.
      const fields = form.current?.querySelectorAll<HTMLElement>('[data-parameter]') ?? []
      const first = [...fields].find(({ dataset }) => refused.includes(dataset['parameter'] ?? ''))
      // Unfolded at once, since a field that is not rendered takes no focus.
      const fold = first?.closest('details')
      if (fold) fold.open = true
      first?.focus()
      return
    }
    if (obstacle !== null) return
    if (!(await actions.call(descriptor.name, secrets))) return
    // A code works once.
    const used = form.current?.querySelector<HTMLInputElement>('.code-field')
    if (used) used.value = ''
    entries['TokenCode']?.secret?.forget()
    setEntries((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => name !== 'TokenCode')),
    )
    setTouched((before) => new Set([...before].filter((name) => !MFA.includes(name))))
  }

  const fieldOf = (parameter: Parameter): ReactNode => {
    const { name } = parameter
    const shared = {
      key: name,
      parameter,
      faults: shownFaults(name),
      words,
      optional: text.optional,
    }
    return parameter.isSecret ? (
      <SecretField
        {...shared}
        key={name}
        onText={(typed) => enter(parameter, typed)}
        openFile={text.openFile}
        fileTooLarge={refusedFiles.has(name) ? text.fileTooLarge : ''}
        onFileRefused={() => setRefusedFiles(new Set([name]))}
        isRefused={isRefusedEntry(name)}
      >
        {entries[name]?.shown}
      </SecretField>
    ) : (
      <ParameterField
        {...shared}
        key={name}
        help={props.help[name]}
        value={values[name]}
        onChange={(value) => {
          actions.keep(descriptor.name, name, value)
          setRefusedCount(0)
          touch(name)
        }}
        note={props.noteOf(parameter)}
        suggestions={props.suggestionsOf(parameter)}
      />
    )
  }

  // What is asked for first stands first; the order of AWS's model is kept within each group.
  const { parameters } = descriptor
  const required = parameters.filter(({ isRequired }) => isRequired)
  const usual = parameters.filter((each) => !each.isRequired && !isFolded(each))
  const seldom = parameters.filter(isFolded)
  return (
    <form
      ref={form}
      className="operation-form"
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Examples onSecret={fillSecret} />
      {required.map(fieldOf)}
      {usual.map(fieldOf)}
      {seldom.length > 0 && (
        <details open={isSeldomOpen} onToggle={(event) => setSeldomOpen(event.currentTarget.open)}>
          <summary>{text.seldom(seldom.length)}</summary>
          {seldom.map(fieldOf)}
        </details>
      )}
      {props.renderBefore(all)}
      <p className="row">
        <button
          className="button button-primary"
          type="submit"
          aria-disabled={obstacle !== null || isSending}
        >
          {text.call(descriptor.name)}
        </button>
        {isSending && (
          <>
            <Status kind="progress" word={text.sending} />
            <button className="button" type="button" onClick={actions.cancel}>
              {text.cancel}
            </button>
          </>
        )}
      </p>
      {obstacle !== null && (
        <p className="fine">
          <Icon name="warning" /> {obstacle}
        </p>
      )}
      <output className="unseen">
        {refusedCount > 0 ? text.faulty(refusedCount) : isSending ? text.sending : ''}
      </output>
      {props.renderCopies(all)}
    </form>
  )
}
