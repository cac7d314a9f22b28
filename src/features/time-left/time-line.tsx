import type { Expiry } from '#domain/credentials/verdict.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { localTime } from '#ui/format-time.ts'

const percent = (part: number): string => `${(Math.max(0, Math.min(1, part)) * 100).toFixed(3)}%`

/** The session as a line: used part, part that is left, twelve ticks, a mark for now. */
export function SessionLine({
  issuedAt,
  expiresAt,
  now,
  label,
}: {
  readonly issuedAt: number
  readonly expiresAt: number
  readonly now: number
  readonly label: string
}) {
  const used = Math.max(0, Math.min(1, (now - issuedAt) / (expiresAt - issuedAt)))
  return (
    <svg
      className="time-line"
      role="img"
      aria-label={`${label}: ${String(Math.round(used * 100))} %`}
    >
      <line className="used" x1="0" x2={percent(used)} y1="2" y2="2" />
      <line className="left" x1={percent(used)} x2="100%" y1="2" y2="2" />
      {Array.from({ length: 13 }, (_, tick) => (
        <line
          key={tick}
          x1={percent(tick / 12)}
          x2={percent(tick / 12)}
          y1="5"
          y2={tick % 12 === 0 ? '13' : '9'}
        />
      ))}
      <Now at={percent(used)} />
    </svg>
  )
}

function Now({ at }: { readonly at: string }) {
  return (
    <svg className="now" x={at} overflow="visible">
      <path d="M0 5l4 7h-8z" />
    </svg>
  )
}

type Stop = { readonly at: number; readonly label: string }

/** The window of durations that AWS allows, as stops at equal distances; the part that is open is broken. */
export function WindowLine({
  expiry,
  now,
  text,
  locale,
}: {
  readonly expiry: Extract<Expiry, { kind: 'window' }>
  readonly now: number
  readonly text: WorkMessages['time']
  readonly locale: string
}) {
  const stops = stopsOf(expiry, text)
  const at = positionOf(now, stops)
  const width = 1 / stops.length
  return (
    <>
      <svg className="time-line" aria-hidden="true">
        <line className="used" x1="0" x2={percent(at)} y1="2" y2="2" />
        <line className="open" x1={percent(at)} x2={percent(1 - width)} y1="2" y2="2" />
        {stops.map((stop, index) => (
          <line
            key={stop.label}
            x1={percent(index * width)}
            x2={percent(index * width)}
            y1="5"
            y2="13"
          />
        ))}
        <Now at={percent(at)} />
      </svg>
      <ol className="time-stops">
        {stops.map((stop) => (
          <li key={stop.label}>
            <b>{localTime(stop.at, now, locale)}</b>
            {stop.label}
          </li>
        ))}
      </ol>
    </>
  )
}

function stopsOf(
  expiry: Extract<Expiry, { kind: 'window' }>,
  text: WorkMessages['time'],
): readonly Stop[] {
  const { issuedAt, earliest, usual, roleLimit, latest, aliveAt } = expiry
  const { stops } = text
  const span = (at: number): string => text.span(Math.round((at - issuedAt) / 60_000))
  const isRoleSession = roleLimit === latest && usual !== latest
  const last = isRoleSession ? stops.role : latest > roleLimit ? stops.latest : stops.limit
  const inner: readonly Stop[] = [
    { at: earliest, label: earliest === aliveAt ? stops.accepted : stops.earliest(span(earliest)) },
    { at: usual, label: stops.usual(span(usual)) },
    { at: roleLimit, label: stops.role(span(roleLimit)) },
  ]
  // It cannot have ended before the earliest, so what lies before that is no stop any more.
  const open = inner.filter(
    ({ at }, index) =>
      at >= earliest &&
      at > issuedAt &&
      at < latest &&
      inner.findIndex((other) => other.at === at) === index,
  )
  return [{ at: issuedAt, label: stops.issued }, ...open, { at: latest, label: last(span(latest)) }]
}

/** Where now stands between the stops, 0 to 1, with the stops at equal distances from the left. */
function positionOf(now: number, stops: readonly Stop[]): number {
  const width = 1 / stops.length
  for (let index = stops.length - 1; index >= 0; index -= 1) {
    const from = stops[index]
    if (!from || now < from.at) continue
    const to = stops[index + 1]
    return to ? (index + (now - from.at) / (to.at - from.at)) * width : index * width
  }
  return 0
}
