import type { ErrorReading } from '#domain/diagnosis/extract/error-reading.ts'
import { formatIso } from '#domain/time/instant.ts'
import type { ToldMessages } from '#messages/en/told.ts'
import { Fact } from '#ui/fact.tsx'
import { Provenance } from '#ui/provenance.tsx'

/** So many of a kind are shown; those behind them say the same. */
const MOST = 4

/** What was found in an error text: only what stands in it. */
export function ToldFacts({
  reading,
  text,
  inferred,
}: {
  readonly reading: ErrorReading
  readonly text: ToldMessages['read']
  readonly inferred: string
}) {
  const rows: readonly (readonly [string, string | null])[] = [
    [text.operation, reading.operation],
    [text.service, reading.service],
    [text.status, reading.status === null ? null : String(reading.status)],
    [text.requestId, reading.requestId],
    [
      text.encodedMessage,
      reading.encodedMessage === null ? null : text.characters(reading.encodedMessage.length),
    ],
    [text.region, reading.region],
    [text.host, reading.host],
  ]
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [text.otherCodes, reading.otherCodes],
    [text.times, reading.times.slice(0, MOST).map((time) => formatIso(time))],
    [text.arns, reading.arns.slice(0, MOST)],
  ]
  return (
    <div className="block">
      <div className="heading">
        <h3>{text.title}</h3>
        <span className="fine">{text.source(reading.errors)}</span>
      </div>
      <dl className="facts">
        {reading.code !== null && (
          <Fact
            label={text.code}
            end={reading.isCodeWritten ? undefined : <Provenance word={inferred} isInferred />}
          >
            <code>{reading.code}</code>
            {!reading.isCodeWritten && <span className="fine"> {text.codeInferred}</span>}
          </Fact>
        )}
        {rows.map(([label, value]) =>
          value === null ? null : (
            <Fact key={label} label={label}>
              <code>{value}</code>
            </Fact>
          ),
        )}
        {lists.map(([label, values]) =>
          values.length === 0 ? null : (
            <Fact key={label} label={label}>
              {values.map((value) => (
                <div key={value}>
                  <code>{value}</code>
                </div>
              ))}
            </Fact>
          ),
        )}
      </dl>
    </div>
  )
}
