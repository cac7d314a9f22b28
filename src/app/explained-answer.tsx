import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import type { Clipboard } from '#domain/ports.ts'
import type { Secret } from '#domain/credentials/secret.ts'
import type { Settled } from '#domain/session/session.ts'
import { DiagnosisAnswer, type Quote } from '#features/diagnosis/diagnosis-answer.tsx'
import { redact } from '#domain/redaction/redact.ts'
import { diagnosisMessages } from '#messages/en/diagnosis.ts'
import type { WorkMessages } from '#messages/en/work.ts'

export { diagnose } from '#domain/diagnosis/diagnose.ts'

/** A failure with its explanation: rules and sentences come with this file. */
export function ExplainedAnswer({
  settled,
  diagnosis,
  secrets,
  clipboard,
  text,
}: {
  readonly settled: Settled
  readonly diagnosis: Diagnosis
  readonly secrets: readonly Secret[]
  readonly clipboard: Clipboard
  readonly text: WorkMessages
}) {
  const { outcome } = settled
  return (
    <DiagnosisAnswer
      at={settled.at}
      outcome={outcome}
      diagnosis={diagnosis}
      clipboard={clipboard}
      text={diagnosisMessages}
      status={text.answerStatus}
      copy={text.copy}
      quote={quoteOf(settled, secrets, text)}
    />
  )
}

const QUOTED_CHARACTERS = 400

/** The words that came back, redacted; the whole answer stands under Wire. */
function quoteOf(
  { outcome, reply }: Settled,
  secrets: readonly Secret[],
  text: WorkMessages,
): Quote | null {
  if (outcome.kind === 'refused') {
    return { heading: diagnosisMessages.sections.awsWords, words: outcome.message }
  }
  if (outcome.kind !== 'unreadable' || reply.kind !== 'answered') return null
  const words = redact(reply.response.body, secrets).trim().slice(0, QUOTED_CHARACTERS)
  return words === '' ? null : { heading: text.received.title, words }
}
