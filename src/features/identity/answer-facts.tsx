import type { Clipboard } from '#domain/ports.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Fact } from '#ui/fact.tsx'
import { Section } from '#ui/section.tsx'

type Text = WorkMessages['identity']

/** Request ID, latency and clock: what every answer carries. */
export function AnswerFacts({
  requestId,
  tookMs,
  clockDifferenceMs,
  clipboard,
  text,
  copy,
  note,
}: {
  readonly requestId: string | null
  readonly tookMs: number
  readonly clockDifferenceMs: number | null
  readonly clipboard: Clipboard
  readonly text: Text
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly note: string
}) {
  return (
    <Section heading={text.answer}>
      <dl className="facts facts-two">
        <Fact
          label={text.requestId}
          isWhole
          end={
            requestId !== null && (
              <CopyButton
                words={copy}
                label={copy.label(text.requestId)}
                text={() => requestId}
                write={clipboard.write}
              />
            )
          }
        >
          {requestId === null ? text.requestIdHidden : <code>{requestId}</code>}
        </Fact>
        <Fact label={text.took}>
          {text.tookDetail(tookMs < 10 ? tookMs.toFixed(1) : tookMs.toFixed(0))}
        </Fact>
        <Fact label={text.clockDifference}>{clockSentence(clockDifferenceMs, text)}</Fact>
      </dl>
      <p className="fine">{note}</p>
    </Section>
  )
}

function clockSentence(differenceMs: number | null, text: Text): string {
  if (differenceMs === null) return text.clock.unknown
  const size = Math.abs(differenceMs)
  if (size < 1000) return text.clock.within
  const minutes = size / 60_000
  const words =
    minutes < 2
      ? text.clock.seconds(Math.round(size / 1000))
      : text.clock.minutes(Math.round(minutes))
  return differenceMs > 0 ? text.clock.ahead(words) : text.clock.behind(words)
}
