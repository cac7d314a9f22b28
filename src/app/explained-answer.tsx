import type { ReactNode } from 'react'
import { parseDenial } from '#domain/denial/parse-denial.ts'
import {
  caseOfText,
  explainText,
  type BesideText,
  type TextDiagnosis,
} from '#domain/diagnosis/explain-text.ts'
import { CAUSE_PAGES, COMMON_ERRORS_PAGE } from '#domain/diagnosis/aws-pages-table.ts'
import { NO_FACTS } from '#domain/diagnosis/said-facts.ts'
import { DenialSection } from '#features/denial/denial-section.tsx'
import { ToldReport } from '#features/told/told-report.tsx'
import { ToldFacts } from '#features/told/told-facts.tsx'
import { toldMessages } from '#messages/en/told.ts'
import { WaitPanel } from './wait-panel.tsx'
import { Section } from '#ui/section.tsx'
import { ProbePanel } from './probe-panel.tsx'
import { DecodePanel } from './decode-panel.tsx'
import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import type { Clipboard } from '#domain/ports.ts'
import type { Secret } from '#domain/credentials/secret.ts'
import type { Settled, ToldBeside } from '#domain/session/desk.ts'
import { DiagnosisAnswer, type Quote } from '#features/diagnosis/diagnosis-answer.tsx'
import { redact } from '#domain/redaction/redact.ts'
import type { FirstMessages } from '#messages/en/first.ts'
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
  beside,
  at,
  clipboard,
  copy,
  status,
}: {
  readonly told: TextDiagnosis
  readonly beside: ToldBeside
  readonly at: number
  readonly clipboard: Clipboard
  readonly copy: FirstMessages['copy']
  readonly status: FirstMessages['answerStatus']
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
        status={status}
        copy={copy}
        page={pageOf(told.cause)}
        quote={{
          heading: diagnosisMessages.sections.awsWords,
          words: extracted.message,
          encoded: extracted.encodedMessage,
        }}
        more={
          beside !== null && (
            <Section heading={toldMessages.beside.title}>
              <p className="prose">{toldMessages.beside[beside]}</p>
            </Section>
          )
        }
        denial={denialOf(
          extracted.around,
          extracted.requestId,
          extracted.encodedMessage,
          clipboard,
          copy,
        )}
      />
      <ToldReport told={told} text={toldMessages.report} copy={copy} write={clipboard.write} />
    </div>
  )
}

function denialOf(
  sentence: string,
  requestId: string | null,
  encodedMessage: string | null,
  clipboard: Clipboard,
  copy: FirstMessages['copy'],
): ReactNode {
  const denial = parseDenial(sentence)
  const encoded = encodedMessage ?? denial?.encodedMessage ?? null
  return (
    <>
      {denial?.action && (
        <DenialSection
          denial={denial}
          sentence={sentence}
          requestId={requestId}
          text={toldMessages.denial}
          copy={copy}
          write={clipboard.write}
        />
      )}
      {encoded !== null && (
        <DecodePanel encodedMessage={encoded} clipboard={clipboard} copy={copy} />
      )}
    </>
  )
}

/** A failure with its explanation: rules and sentences come with this file. */
export function ExplainedAnswer({
  settled,
  diagnosis,
  secrets,
  isOfDesk = true,
  clipboard,
  text,
}: {
  readonly settled: Settled
  readonly diagnosis: Diagnosis
  /** The call that the main button makes; false for an operation's. */
  readonly isOfDesk?: boolean
  readonly secrets: readonly Secret[]
  readonly clipboard: Clipboard
  readonly text: WorkMessages
}) {
  const { outcome } = settled
  return (
    <DiagnosisAnswer
      at={settled.network ? settled.at + 0.5 : settled.at}
      outcome={outcome}
      diagnosis={diagnosis}
      clipboard={clipboard}
      text={diagnosisMessages}
      status={text.answerStatus}
      copy={text.copy}
      page={pageOf(diagnosis.cause)}
      quote={quoteOf(settled, secrets, text)}
      more={
        isOfDesk && (
          <>
            <WaitPanel diagnosis={diagnosis} />
            <ProbePanel settled={settled} />
          </>
        )
      }
      denial={
        outcome.kind === 'refused'
          ? denialOf(outcome.message, outcome.requestId, null, clipboard, text.copy)
          : null
      }
    />
  )
}

function pageOf(cause: Diagnosis['cause']): { readonly url: string; readonly label: string } {
  const url = cause === 'cannot-tell' ? COMMON_ERRORS_PAGE : CAUSE_PAGES[cause]
  return { url, label: toldMessages.awsPage }
}

const QUOTED_CHARACTERS = 400

/** The words that came back, redacted; the whole answer stands under Wire. */
function quoteOf(
  { outcome, reply }: Settled,
  secrets: readonly Secret[],
  text: WorkMessages,
): Quote | null {
  if (outcome.kind === 'refused') {
    const encoded = parseDenial(outcome.message)?.encodedMessage ?? null
    return { heading: diagnosisMessages.sections.awsWords, words: outcome.message, encoded }
  }
  if (outcome.kind !== 'unreadable' || reply.kind !== 'answered') return null
  const words = redact(reply.response.body, secrets).trim().slice(0, QUOTED_CHARACTERS)
  return words === '' ? null : { heading: text.received.title, words, encoded: null }
}
