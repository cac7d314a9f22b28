import { useRef, useState } from 'react'
import type { TrayMessages } from '#messages/en/tray.ts'
import { useSessionActions } from '#state/session-context.ts'
import { Status } from '#ui/status.tsx'
import { HeldName } from './held-name.tsx'
import { AxisScale, axisOf, LifeBar, type Axis } from './life-axis.tsx'
import type { TrayRow } from './tray-row.ts'

type Props = {
  readonly rows: readonly TrayRow[]
  readonly now: number
  /** `10:30` */
  readonly clock: (at: number) => string
  /** Which ends next, in words; may be empty. */
  readonly next: string
  readonly text: TrayMessages
}

/** Every set of credentials that the tab holds: who it is, what it was made from, and when it ends. */
export function Tray({ rows, now, clock, next, text }: Props) {
  const axis = axisOf(
    rows.flatMap(({ life }) => life ?? []),
    now,
  )
  return (
    <details className="tray" open>
      <summary>
        <h2>{text.title}</h2> <span className="quiet">{text.count(rows.length, next)}</span>
      </summary>
      <table role="table">
        <caption className="unseen">{text.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {text.columns.credential}
            </th>
            <th role="columnheader" scope="col">
              {text.columns.madeBy}
            </th>
            <th role="columnheader" scope="col">
              {text.columns.account}
            </th>
            <th role="columnheader" scope="col" className="axis">
              <AxisScale axis={axis} now={now} clock={clock} />
              <span className="unseen">{text.columns.life}</span>
            </th>
            <th role="columnheader" scope="col" className="number">
              {text.columns.ends}
            </th>
            <th role="columnheader" scope="col" className="number">
              {text.columns.left}
            </th>
            <th role="columnheader" scope="col">
              <span className="unseen">{text.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={row.id} row={row} axis={axis} now={now} text={text} />
          ))}
        </tbody>
      </table>
      <p className="fine">{text.howToCompare}</p>
    </details>
  )
}

type RowState = 'shown' | 'renaming' | 'removing'

function Row({
  row,
  axis,
  now,
  text,
}: {
  readonly row: TrayRow
  readonly axis: Axis
  readonly now: number
  readonly text: TrayMessages
}) {
  const actions = useSessionActions()
  const [state, setState] = useState<RowState>('shown')
  const renameButton = useRef<HTMLButtonElement>(null)
  const { id, name, isOpen, depth } = row
  return (
    <tr role="row" aria-current={isOpen ? 'true' : undefined}>
      <th scope="row" role="rowheader">
        <div className="held-name" data-depth={Math.min(depth, 4)}>
          <span className={depth > 0 ? 'tree' : undefined} aria-hidden="true" />
          <HeldName
            row={row}
            isRenaming={state === 'renaming'}
            onDone={(given) => {
              if (given !== null) actions.rename(id, given)
              setState('shown')
              requestAnimationFrame(() => renameButton.current?.focus())
            }}
            text={text}
          />
        </div>
      </th>
      <td role="cell" className="made">
        {row.madeBy} <span className="fine">{row.madeByDetail}</span>
      </td>
      <td role="cell" className="account">
        <code className={row.isAccountInferred ? 'inferred' : undefined}>{row.account}</code>
      </td>
      <td role="cell" className="axis">
        <LifeBar axis={axis} life={row.life} now={now} label={text.lifeOf(row.ends)} />
      </td>
      <td role="cell" className="number ends" data-label={row.ends && text.columns.ends}>
        {row.ends}
      </td>
      <td role="cell" className="number left">
        {row.status ? <Status kind={row.status[0]} word={row.status[1]} /> : row.left}
      </td>
      <td role="cell" className="actions">
        {state === 'removing' ? (
          <span className="row">
            <button
              className="button button-small"
              type="button"
              autoFocus
              onClick={() => actions.drop(id)}
            >
              {text.removeForGood}
            </button>
            <button className="button button-small" type="button" onClick={() => setState('shown')}>
              {text.keep}
            </button>
          </span>
        ) : (
          <span className="row">
            <label className="mark">
              <input
                type="checkbox"
                checked={row.isMarked}
                aria-label={text.compareLabel(name)}
                onChange={(event) => actions.mark(id, event.currentTarget.checked)}
              />
              {text.compare}
            </label>
            {isOpen ? (
              <b>{text.chosen}</b>
            ) : (
              <button
                className="button button-small"
                type="button"
                aria-label={text.chooseLabel(name)}
                onClick={() => actions.choose(id)}
              >
                {text.choose}
              </button>
            )}
            <button
              className="button button-small"
              type="button"
              ref={renameButton}
              aria-label={text.renameLabel(name)}
              onClick={() => setState('renaming')}
            >
              {text.rename}
            </button>
            <button
              className="button button-small"
              type="button"
              aria-label={text.removeLabel(name)}
              onClick={() => setState('removing')}
            >
              {text.remove}
            </button>
          </span>
        )}
      </td>
    </tr>
  )
}
