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
  narrow,
  locale,
}: {
  readonly expiry: Extract<Expiry, { kind: 'window' }>
  readonly now: number
  readonly text: WorkMessages['time']['stops']
  readonly narrow: WorkMessages['time']['stopsNarrow']
  readonly locale: string
}) {
  const stops = stopsOf(expiry, text, narrow)
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
  text: WorkMessages['time']['stops'],
  narrow: WorkMessages['time']['stopsNarrow'],
): readonly Stop[] {
  const all: readonly Stop[] = [
    { at: expiry.issuedAt, label: text.issued },
    { at: expiry.earliest, label: text.earliest },
    { at: expiry.usual, label: expiry.usual === expiry.latest ? narrow.latestOne : text.usual },
    {
      at: expiry.roleLimit,
      label: expiry.roleLimit === expiry.latest ? narrow.latestTwelve : text.role,
    },
    { at: expiry.latest, label: text.latest },
  ]
  return all.filter(
    (stop, index) =>
      stop.at <= expiry.latest && all.findIndex((other) => other.at === stop.at) === index,
  )
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
