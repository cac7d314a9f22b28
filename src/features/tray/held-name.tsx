import { useState } from 'react'
import type { TrayMessages } from '#messages/en/tray.ts'
import { UNWATCHED } from '#ui/unwatched.ts'
import type { TrayRow } from './tray-row.ts'

/** The name of a held set; a press turns it into a field. */
export function HeldName({
  row,
  isRenaming,
  onDone,
  text,
}: {
  readonly row: TrayRow
  readonly isRenaming: boolean
  /** Null where the person kept the old name. */
  readonly onDone: (name: string | null) => void
  readonly text: TrayMessages
}) {
  const [name, setName] = useState(row.name)
  if (!isRenaming) {
    return (
      <span>
        <b>{row.name}</b> <span className="fine">{row.detail}</span>
      </span>
    )
  }
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        onDone(name)
      }}
    >
      <input
        aria-label={text.nameOf(row.name)}
        value={name}
        maxLength={64}
        autoComplete="off"
        {...UNWATCHED}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onDone(null)
        }}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button className="button button-small" type="submit">
        {text.saveName}
      </button>
    </form>
  )
}
