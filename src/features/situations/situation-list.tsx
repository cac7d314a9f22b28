import { useState } from 'react'
import type { FirstMessages } from '#messages/en/first.ts'
import { useSessionActions } from '#state/session-context.ts'

/** A sandbox situation as the app lists it: its id and the code it ends in (empty for a success). */
export type SituationRow = { readonly id: string; readonly code: string }

/** States of a session first; who there is in the sandbox behind a fold. */
const SHOWN_FIRST = 8

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
  const rowOf = ({ id, code }: SituationRow) => {
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
  }
  return (
    <div className="block">
      <h3>{text.title}</h3>
      <p className="quiet">{text.intro}</p>
      <ul className="situations">{situations.slice(0, SHOWN_FIRST).map(rowOf)}</ul>
      <details>
        <summary>{text.people}</summary>
        <ul className="situations">{situations.slice(SHOWN_FIRST).map(rowOf)}</ul>
      </details>
      <p className="fine" role="status">
        {isUnavailable ? text.unavailable : ''}
      </p>
      <p className="fine">{text.outro}</p>
    </div>
  )
}
