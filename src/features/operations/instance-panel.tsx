import { useId, useState } from 'react'
import type { LessonMessages } from '#messages/en/lessons.ts'
import { Status } from '#ui/status.tsx'

export type InstanceAction = 'StopInstances' | 'TerminateInstances'

/** What came of using a permission. */
export type InstanceResult =
  | { readonly kind: 'allowed'; readonly state: string }
  | {
      readonly kind: 'denied'
      readonly code: string
      readonly message: string
      readonly encodedMessage: string | null
    }

/** A permission used, not described: stops or terminates an instance that exists only in the sandbox. */
export function InstancePanel({
  instances,
  onUse,
  onDecode,
  text,
}: {
  readonly instances: readonly { readonly id: string; readonly name: string }[]
  readonly onUse: (action: InstanceAction, id: string) => Promise<InstanceResult>
  readonly onDecode: (encodedMessage: string) => void
  readonly text: LessonMessages['instances']
}) {
  const id = useId()
  const [chosen, setChosen] = useState(instances[0]?.id ?? '')
  const [result, setResult] = useState<InstanceResult | null>(null)
  const use = async (action: InstanceAction): Promise<void> => {
    setResult(await onUse(action, chosen))
  }
  if (instances.length === 0) return <p className="fine">{text.none}</p>
  return (
    <div className="stack instances">
      <p className="fine prose">{text.intro}</p>
      <p className="row">
        <label htmlFor={id}>{text.instance}</label>
        <select
          id={id}
          value={chosen}
          onChange={(event) => {
            setChosen(event.currentTarget.value)
            setResult(null)
          }}
        >
          {instances.map((each) => (
            <option key={each.id} value={each.id}>
              {`${each.id}, ${each.name}`}
            </option>
          ))}
        </select>
        <button className="button" type="button" onClick={() => void use('StopInstances')}>
          {text.stop}
        </button>
        <button className="button" type="button" onClick={() => void use('TerminateInstances')}>
          {text.terminate}
        </button>
      </p>
      <output className="stack" data-instance-result={result?.kind}>
        {result?.kind === 'allowed' && <Status kind="success" word={text.allowed(result.state)} />}
        {result?.kind === 'denied' && (
          <>
            <span>
              <Status kind="error" word={text.denied} /> <code>{result.code}</code>
            </span>
            <span className="literal">{result.message}</span>
          </>
        )}
      </output>
      {result?.kind === 'denied' && result.encodedMessage !== null && (
        <p className="row">
          <button
            className="button"
            type="button"
            onClick={() => onDecode(result.encodedMessage ?? '')}
          >
            {text.decode}
          </button>
        </p>
      )}
    </div>
  )
}
