import type { TrayMessages } from '#messages/en/tray.ts'

export type Generation = { readonly id: number; readonly name: string; readonly how: string }

/** What a session was made from, the oldest first. */
export function Lineage({
  generations,
  text,
}: {
  readonly generations: readonly Generation[]
  readonly text: TrayMessages
}) {
  return (
    <div className="block">
      <div className="heading">
        <h3>{text.lineage}</h3>
      </div>
      <ol className="steps lineage">
        {generations.map(({ id, name, how }) => (
          <li key={id}>
            <div>
              <p>
                <b>{name}</b>
              </p>
              <p className="fine">{how}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
