import { useState } from 'react'
import type { Clipboard } from '#domain/ports.ts'
import { secretsHeld } from '#domain/session/tray.ts'
import type { Settled } from '#domain/session/desk.ts'
import { AnswerFacts } from '#features/identity/answer-facts.tsx'
import { headlineOf, IdentityAnswer, sentenceOf } from '#features/identity/identity-answer.tsx'
import { writeReport } from '#features/report/write-report.ts'
import { ReceivedText } from '#features/wire/received-text.tsx'
import type { WorkMessages } from '#messages/en/work.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { Later } from '#ui/later.tsx'
import { Section } from '#ui/section.tsx'
import { AnswerHead } from '#ui/answer-head.tsx'
import { explanationPart } from './parts.ts'
import type { Work } from './use-work.ts'

type Props = {
  readonly work: Work
  readonly settled: Settled
  readonly locale: string
  readonly build: string
  readonly clipboard: Clipboard
  readonly text: WorkMessages
}

/** The answer: an identity, an explanation, or the plain facts where the explanation could not be loaded. */
export function SettledAnswer(props: Props) {
  const { settled, text, clipboard } = props
  const { session } = props.work
  const { outcome, reply, diagnosis, identity } = settled
  const Explained = explanationPart.loaded()?.ExplainedAnswer
  const tookMs = reply.kind === 'not-sent' ? 0 : reply.timing.tookMs
  const isSandbox = session.target.kind === 'sandbox'

  if (outcome.kind === 'identified' && identity) {
    const headline = headlineOf(identity, text.identity)
    return (
      <>
        <AnswerHead
          key={settled.at}
          kind="success"
          status={text.identity.success}
          headline={headline}
          sentence={sentenceOf(identity, text.identity)}
          spoken={text.identity.announce(headline, identity.account)}
        />
        <Later>
          <IdentityAnswer
            identity={identity}
            asked={session.target.kind === 'custom' ? null : session.target.partition}
            clipboard={clipboard}
            text={text.identity}
            copy={text.copy}
            inferred={text.provenance.inferred}
          />
          <AnswerFacts
            requestId={outcome.requestId}
            tookMs={tookMs}
            clockDifferenceMs={settled.clockDifferenceMs}
            clipboard={clipboard}
            text={text.identity}
            copy={text.copy}
            note={isSandbox ? text.identity.provesSandbox : text.identity.proves}
          />
          <ReportSection {...props} />
        </Later>
      </>
    )
  }
  if (outcome.kind === 'cancelled') {
    return (
      <>
        <AnswerHead
          key={settled.at}
          kind="warning"
          status={text.cancelled.status}
          headline={text.cancelled.heading}
          sentence={isSandbox ? '' : text.cancelled.detail}
          spoken={text.cancelled.heading}
        />
        <ReportSection {...props} />
      </>
    )
  }
  if (diagnosis && Explained) {
    return (
      <>
        <Explained
          settled={settled}
          diagnosis={diagnosis}
          secrets={secretsHeld(session)}
          clipboard={clipboard}
          text={text}
        />
        {outcome.kind !== 'not-sent' && (
          <AnswerFacts
            requestId={outcome.kind === 'refused' ? outcome.requestId : null}
            tookMs={tookMs}
            clockDifferenceMs={settled.clockDifferenceMs}
            clipboard={clipboard}
            text={text.identity}
            copy={text.copy}
            note={isSandbox ? text.identity.provesSandbox : ''}
          />
        )}
        <ReportSection {...props} />
      </>
    )
  }
  const isNotSent = outcome.kind === 'not-sent'
  const words = isNotSent ? text.notSent : text.explanationUnavailable
  return (
    <>
      <AnswerHead
        key={settled.at}
        kind={isNotSent ? 'warning' : 'error'}
        status={isNotSent ? text.answerStatus.notSent : text.answerStatus.error}
        {...(outcome.kind === 'refused' && { code: outcome.code })}
        headline={words.heading}
        sentence={words.detail}
        spoken={words.heading}
      />
      {reply.kind === 'answered' && (
        <Section heading={text.received.title}>
          <ReceivedText response={reply.response} secrets={secretsHeld(session)} />
        </Section>
      )}
      <ReportSection {...props} />
    </>
  )
}

function ReportSection({ work, settled, build, clipboard, text }: Props) {
  const [shown, setShown] = useState(false)
  const write = (): string => writeReport(settled, work.credentials, work.facts, build)
  return (
    <Section heading={text.report.title}>
      <div className="stack">
        <div className="row">
          <CopyButton
            words={text.copy}
            label={text.report.copy}
            face={text.report.copy}
            text={write}
            write={clipboard.write}
          />
          <button
            className="button"
            type="button"
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? text.report.hide : text.report.preview}
          </button>
          <span className="fine">{text.report.detail}</span>
        </div>
        {shown && <pre className="literal">{write()}</pre>}
      </div>
    </Section>
  )
}
