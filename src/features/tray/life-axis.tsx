import type { Life } from './tray-row.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Distances between two ticks, the first that gives at most five of them is taken. */
const STEPS = [5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * MINUTE)

/** The part of time that all rows share. */
export type Axis = { readonly from: number; readonly to: number; readonly ticks: readonly number[] }

/** An axis around now that shows which session ends first; what is far off runs over its edge. */
export function axisOf(lives: readonly Life[], now: number): Axis {
  const first = Math.max(Math.min(now - 15 * MINUTE, ...lives.map(({ from }) => from)), now - HOUR)
  const last = Math.min(Math.max(now + 30 * MINUTE, ...lives.map(({ to }) => to)), now + 2 * HOUR)
  const step = STEPS.find((each) => (last - first) / each <= 3) ?? 720 * MINUTE
  const from = Math.floor(first / step) * step
  const to = Math.ceil(last / step) * step
  const count = Math.round((to - from) / step)
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, index) => from + index * step) }
}

const placeOn = ({ from, to }: Axis, at: number): string =>
  `${(Math.max(0, Math.min(1, (at - from) / (to - from))) * 100).toFixed(2)}%`

/** The hours above the rows. */
export function AxisScale({
  axis,
  now,
  clock,
}: {
  readonly axis: Axis
  readonly now: number
  readonly clock: (at: number) => string
}) {
  const last = axis.ticks.length - 1
  return (
    <svg className="life scale" aria-hidden="true">
      {axis.ticks.map((tick, index) => (
        <text
          key={tick}
          x={placeOn(axis, tick)}
          y="12"
          textAnchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}
        >
          {clock(tick)}
        </text>
      ))}
      <svg x={placeOn(axis, now)} overflow="visible">
        <path className="bar" d="M0 20l-4-5h8z" />
      </svg>
    </svg>
  )
}

/** One session on the axis: the part that is gone, and the part that is left. */
export function LifeBar({
  axis,
  life,
  now,
  label,
}: {
  readonly axis: Axis
  readonly life: Life | null
  readonly now: number
  readonly label: string
}) {
  const line = (className: string, from: number, to: number) =>
    to > from && (
      <line
        className={className}
        x1={placeOn(axis, from)}
        x2={placeOn(axis, to)}
        y1="50%"
        y2="50%"
      />
    )
  return (
    <svg className="life" role="img" aria-label={label}>
      {axis.ticks.map((tick) => (
        <line
          key={tick}
          className="grid"
          x1={placeOn(axis, tick)}
          x2={placeOn(axis, tick)}
          y1="0"
          y2="100%"
        />
      ))}
      {life && line('gone', life.from, Math.min(now, life.to))}
      {life && line(life.isOpenEnded ? 'perhaps' : 'bar', Math.max(now, life.from), life.to)}
      <line className="at" x1={placeOn(axis, now)} x2={placeOn(axis, now)} y1="0" y2="100%" />
    </svg>
  )
}
