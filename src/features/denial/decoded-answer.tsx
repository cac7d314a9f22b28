import { useEffect, useRef } from 'react'
import type { DecodedMessage } from '#domain/denial/decoded-message.ts'
import type { Decoded } from '#domain/sts/decode-authorization-message.ts'
import type { DecodedMessages } from '#messages/en/decoded.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Fact } from '#ui/fact.tsx'
import { Rich } from '#ui/rich.tsx'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { ConditionTable } from './condition-table.tsx'
import { indentJson } from './indent-json.ts'
import { StatementTable } from './statement-table.tsx'

/** What stood in a message: what it means first, then its parts as tables, then AWS's own text. */
export function DecodedAnswer({
  decoded,
  text,
  copy,
  write,
}: {
  readonly decoded: Exclude<Decoded, { readonly kind: 'failed' }>
  readonly text: DecodedMessages
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly write: (text: string) => Promise<boolean>
}) {
  const message = decoded.kind === 'decoded' ? decoded.message : null
  return (
    <>
      <Section heading={text.meaningTitle}>
        <Meaning message={message} text={text} />
      </Section>
      {message && <Parts message={message} text={text} />}
      <Section heading={text.rawTitle}>
        <div className="stack">
          <details open={message === null}>
            <summary>{text.rawSummary}</summary>
            <pre className="literal">{indentJson(decoded.json)}</pre>
          </details>
          <p className="row">
            <CopyButton
              words={copy}
              label={copy.label(text.raw)}
              text={() => indentJson(decoded.json)}
              write={write}
            />
          </p>
        </div>
      </Section>
    </>
  )
}

function Meaning({
  message,
  text,
}: {
  readonly message: DecodedMessage | null
  readonly text: DecodedMessages
}) {
  const first = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The button that was pressed is gone, and the focus with it.
    if (document.activeElement === document.body) first.current?.focus({ preventScroll: true })
  }, [])
  const { headline, paragraph } = message ? text.meanings[message.meaning] : text.unfamiliar
  return (
    <div className="stack">
      <p className="row">
        <Status kind={message ? 'success' : 'warning'} word={text.decoded} />
      </p>
      <p ref={first} tabIndex={-1} className="prose">
        <strong>{headline}.</strong> <Rich text={paragraph} />
        {message?.meaning === 'explicit-deny-without-mfa' && (
          <>
            {' '}
            <Rich text={text.aboutMfa[mfaOf(message)]} />
          </>
        )}
      </p>
      {message && <MessageFacts message={message} text={text} />}
    </div>
  )
}

function MessageFacts({
  message,
  text,
}: {
  readonly message: DecodedMessage
  readonly text: DecodedMessages
}) {
  const { facts } = text
  const literals: readonly (readonly [string, string])[] = [
    [facts.principal, message.principal],
    [facts.principalId, message.principalId],
    [facts.action, message.action],
    [facts.resource, message.resource],
  ]
  return (
    <dl className="facts facts-wide">
      <Fact label={facts.allowed}>{message.allowed ? text.yes : text.no}</Fact>
      <Fact label={facts.explicitDeny}>{message.explicitDeny ? text.yes : text.no}</Fact>
      {literals.map(([label, value]) => (
        <Fact key={label} label={label}>
          {value === '' ? text.notSaid : <code>{value}</code>}
        </Fact>
      ))}
      <Fact label={facts.mfa}>
        <Rich text={text.mfa[mfaOf(message)]} />
      </Fact>
    </dl>
  )
}

function Parts({
  message,
  text,
}: {
  readonly message: DecodedMessage
  readonly text: DecodedMessages
}) {
  const { matched, failures, conditions, meaning } = message
  const none = meaning === 'nothing-allows' ? text.matchedNone : text.matchedNotShown
  return (
    <>
      <Section heading={text.matchedTitle}>
        {matched.length === 0 ? (
          <p className="quiet">{none}</p>
        ) : (
          <StatementTable statements={matched} caption={text.matchedTitle} text={text} />
        )}
      </Section>
      {failures.length > 0 && (
        <Section heading={text.failuresTitle}>
          <StatementTable statements={failures} caption={text.failuresTitle} text={text} />
        </Section>
      )}
      {conditions.length > 0 && (
        <Section heading={text.conditionsTitle}>
          <ConditionTable rows={conditions} caption={text.conditionsTitle} text={text} />
        </Section>
      )}
    </>
  )
}

function mfaOf({ mfa }: DecodedMessage): 'with' | 'without' | 'absent' {
  return mfa === null ? 'absent' : mfa ? 'with' : 'without'
}
