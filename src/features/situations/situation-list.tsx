import { useState } from 'react'
import type { FirstMessages } from '#messages/en/first.ts'
import { useSessionActions } from '#state/session-context.ts'

/** A sandbox situation as the app lists it: its id and the code it ends in (empty for a success). */
export type SituationRow = { readonly id: string; readonly code: string }

/** Situations one press away: the same page without an AWS account. */
export function SituationList({
  situations,
  text,
}: {
  readonly situations: readonly SituationRow[]
  readonly text: FirstMessages['situations']
}) {
  const actions = useSessionActions()
  const [isUnavailable, setUnavailable] = useState(false)
  const enter = async (id: string): Promise<void> => {
    setUnavailable(!(await actions.enterSituation(id)))
  }
  return (
    <div className="block">
      <h3>{text.title}</h3>
      <p className="quiet">{text.intro}</p>
      <ul className="situations">
        {situations.map(({ id, code }) => {
          const [name, detail] = text.names[id] ?? [id, '']
          return (
            <li key={id}>
              <button type="button" onClick={() => void enter(id)}>
                <b>{name}</b>
                <code>{text.codes[id] ?? (code === '' ? text.success : code)}</code>
                <span>{detail}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <p className="fine" role="status">
        {isUnavailable ? text.unavailable : ''}
      </p>
      <p className="fine">{text.outro}</p>
    </div>
  )
}
