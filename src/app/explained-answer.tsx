import type { ReactNode } from 'react'
import { parseDenial } from '#domain/denial/parse-denial.ts'
import {
  caseOfText,
  explainText,
  type BesideText,
  type TextDiagnosis,
} from '#domain/diagnosis/explain-text.ts'
import { NO_FACTS } from '#domain/diagnosis/said-facts.ts'
import { DenialSection } from '#features/denial/denial-section.tsx'
import { ToldFacts } from '#features/told/told-facts.tsx'
import { toldMessages } from '#messages/en/told.ts'
import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import type { Clipboard } from '#domain/ports.ts'
import type { Secret } from '#domain/credentials/secret.ts'
import type { Settled } from '#domain/session/session.ts'
import { DiagnosisAnswer, type Quote } from '#features/diagnosis/diagnosis-answer.tsx'
import { redact } from '#domain/redaction/redact.ts'
import { diagnosisMessages } from '#messages/en/diagnosis.ts'
import type { WorkMessages } from '#messages/en/work.ts'

export { diagnose } from '#domain/diagnosis/diagnose.ts'

/** An error text explained, with what this tab knows beside it. */
export function explain(text: string, beside: BesideText): TextDiagnosis | null {
  return explainText(text, NO_FACTS, beside)
}

/** Left of the line: what was read in an error text. */
export function ToldContent({ told }: { readonly told: TextDiagnosis }) {
  return (
    <ToldFacts
      reading={told.extracted}
      text={toldMessages.read}
      inferred={diagnosisMessages.sources.inferred}
    />
  )
}

/** Right of the line: the failure of another program, explained from its text; nothing was asked. */
export function ToldAnswer({
  told,
  at,
  clipboard,
  text,
}: {
  readonly told: TextDiagnosis
  readonly at: number
  readonly clipboard: Clipboard
  readonly text: ExplainedText
}) {
  const { extracted } = told
  const { outcome } = caseOfText(extracted, NO_FACTS)
  return (
    <div data-outcome="told" data-cause={told.cause}>
      <DiagnosisAnswer
        at={at}
        outcome={outcome}
        diagnosis={told}
        clipboard={clipboard}
        text={diagnosisMessages}
        status={text.answerStatus}
        copy={text.copy}
        quote={{ heading: diagnosisMessages.sections.awsWords, words: extracted.message }}
        denial={denialOf(extracted.around, extracted.requestId, clipboard, text)}
      />
    </div>
  )
}

type ExplainedText = Pick<WorkMessages, 'answerStatus' | 'copy'>

function denialOf(
  sentence: string,
  requestId: string | null,
  clipboard: Clipboard,
  text: ExplainedText,
): ReactNode {
  const denial = parseDenial(sentence)
  return denial?.action ? (
    <DenialSection
      denial={denial}
      sentence={sentence}
      requestId={requestId}
      text={toldMessages.denial}
      copy={text.copy}
      write={clipboard.write}
    />
  ) : null
}

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
      denial={
        outcome.kind === 'refused'
          ? denialOf(outcome.message, outcome.requestId, clipboard, text)
          : null
      }
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
