import type { ReactNode } from 'react'
import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import type { Clipboard } from '#domain/ports.ts'
import type { Outcome } from '#domain/sts/call.ts'
import type { DiagnosisMessages } from '#messages/diagnosis-messages.ts'
import { AnswerHead } from '#ui/answer-head.tsx'
import type { CopyWords } from '#ui/copy-button.tsx'
import { Later } from '#ui/later.tsx'
import { Rich } from '#ui/rich.tsx'
import { Section } from '#ui/section.tsx'
import { CandidateTable } from './candidate-table.tsx'
import { CertaintyMark } from './certainty-mark.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { RankingDetails } from './ranking-details.tsx'
import { StepList } from './step-list.tsx'

export type StatusWords = {
  readonly error: string
  readonly noAnswer: string
  readonly notSent: string
}

/** Words that came back, verbatim but redacted. */
export type Quote = {
  readonly heading: string
  readonly words: string
  /** A long message within the words, which is folded. */
  readonly encoded: string | null
}

/** A failed call explained: what happened, what we saw, what to do; then AWS's own words. */
export function DiagnosisAnswer({
  at,
  outcome,
  diagnosis,
  clipboard,
  text,
  status,
  copy,
  quote,
  denial,
  more,
  page,
}: {
  /** When it came; the same answer again is announced again. */
  readonly at: number
  readonly outcome: Outcome
  readonly diagnosis: Diagnosis
  readonly clipboard: Clipboard
  readonly text: DiagnosisMessages
  readonly status: StatusWords
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  /** Null where nothing came back. */
  readonly quote: Quote | null
  /** A denial taken apart, where the words are one. */
  readonly denial: ReactNode
  /** What could be found out further. */
  readonly more?: ReactNode
  /** AWS's page about it. */
  readonly page: { readonly url: string; readonly label: string }
}) {
  const { certainty, fills, evidence, steps, alternatives, ranking } = diagnosis
  const [headline, paragraph] = sentencesOf(diagnosis, text)
  const code = outcome.kind === 'refused' ? outcome.code : ''
  const isAnswered = outcome.kind === 'refused' || outcome.kind === 'unreadable'
  return (
    <>
      <AnswerHead
        key={at}
        kind={isAnswered ? 'error' : 'warning'}
        status={
          isAnswered ? status.error : outcome.kind === 'not-sent' ? status.notSent : status.noAnswer
        }
        {...(code !== '' && { code })}
        headline={<Rich text={headline} />}
        sentence={<Rich text={paragraph} />}
        spoken={text.announcement(code, headline, steps.length)}
      />
      <Later>
        {certainty && (
          <Section heading={text.sections.certainty}>
            <CertaintyMark certainty={certainty} word={text.certainties[certainty]} />
          </Section>
        )}
        {evidence.length > 0 && (
          <Section heading={text.sections.saw}>
            <EvidenceTable evidence={evidence} caption={text.evidenceCaption(fills)} text={text} />
          </Section>
        )}
        {certainty === null && alternatives.length > 0 && (
          <Section heading={text.sections.candidates}>
            <CandidateTable candidates={alternatives} fills={fills} text={text} />
          </Section>
        )}
        {steps.length > 0 && (
          <Section heading={text.sections.todo}>
            <StepList steps={steps} text={text} copy={copy} write={clipboard.write} />
          </Section>
        )}
        {certainty !== null && alternatives.length > 0 && (
          <Section heading={text.sections.others}>
            <CandidateTable candidates={alternatives} fills={fills} text={text} />
          </Section>
        )}
        {ranking.length > 0 && (
          <Section heading={certainty === null ? text.ranked.whyOrder : text.ranked.whyFirst}>
            <RankingDetails ranking={ranking} fills={fills} text={text} />
          </Section>
        )}
        {more}
        {denial}
        {quote && quote.words !== '' && (
          <Section heading={quote.heading}>
            <QuotedWords quote={quote} text={text} />
          </Section>
        )}
        <Section heading={page.label}>
          <a href={page.url} target="_blank" rel="noopener noreferrer">
            {page.url.replace(/^https:\/\//, '')}
          </a>
        </Section>
      </Later>
    </>
  )
}

const SHOWN_CHARACTERS = 24

/** What came back; an encoded message in it opens on a press, since no person reads it. */
function QuotedWords({
  quote: { words, encoded },
  text,
}: {
  readonly quote: Quote
  readonly text: DiagnosisMessages
}) {
  const at = encoded === null || encoded === '' ? -1 : words.indexOf(encoded)
  if (encoded === null || at === -1) return <p className="literal">{words}</p>
  return (
    <>
      <p className="literal">
        {words.slice(0, at + SHOWN_CHARACTERS)}…{words.slice(at + encoded.length)}
      </p>
      <details className="ranking">
        <summary>{text.wholeWords(words.length)}</summary>
        <p className="literal">{words}</p>
      </details>
    </>
  )
}

function sentencesOf(
  { cause, finer, certainty, fills }: Diagnosis,
  text: DiagnosisMessages,
): readonly [string, string] {
  if (cause === 'cannot-tell' || certainty === null) {
    return [text.cannotTell.headline(fills), text.cannotTell.paragraph(fills)]
  }
  const words = text.causes[cause]
  const { headline } = finer === null ? words : text.finer[finer]
  return [headline(certainty, fills), words.paragraph(certainty, fills)]
}
