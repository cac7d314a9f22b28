import type { WorkMessages } from '#messages/en/work.ts'
import { useSessionActions } from '#state/session-context.ts'
import { Status, type StatusKind } from '#ui/status.tsx'

/** One of several sets in a paste, ready to be shown. */
export type SetRow = {
  /** Profile, or the number of the set. */
  readonly name: string
  /** The access key ID where it looks like one, else empty. */
  readonly keyId: string
  /** The verdict in a few words. */
  readonly head: readonly [StatusKind, string]
  /** Time left in words, empty where it is not known. */
  readonly left: string
}

/** Several sets side by side, in the order of the text; one of them is used. */
export function SetList({
  rows,
  chosen,
  text,
}: {
  readonly rows: readonly SetRow[]
  readonly chosen: number
  readonly text: WorkMessages['fields']
}) {
  const actions = useSessionActions()
  return (
    <fieldset className="block sets">
      <legend>{text.chooseSet(rows.length)}</legend>
      {rows.map((row, index) => (
        <label key={`${String(index)}${row.keyId}`} className="set">
          <input
            type="radio"
            name="credential-set"
            checked={index === chosen}
            onChange={() => actions.choose(index)}
          />
          <b>{row.name}</b>
          <code>{row.keyId}</code>
          <Status kind={row.head[0]} word={row.head[1]} quiet={row.head[0] === 'plain'} />
          <span className="fine">{row.left}</span>
        </label>
      ))}
    </fieldset>
  )
}
