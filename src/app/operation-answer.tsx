import { useEffect, useRef } from 'react'
import type { Clipboard } from '#domain/ports.ts'
import { readDecodedMessage } from '#domain/denial/decoded-message.ts'
import type { Settled } from '#domain/session/desk.ts'
import { describeHeld } from '#domain/session/held-facts.ts'
import type { StsReply } from '#domain/sts/call.ts'
import { limitsOfMinted } from '#domain/sts/operations/caller.ts'
import type { Identity } from '#domain/identity/identity.ts'
import { accountInArn } from '#domain/sts/operations/role-arn.ts'
import { tagsOf, textOf, valueNamed } from '#domain/sts/operations/values.ts'
import type { OperationDescriptor, ParameterValues } from '#domain/sts/operations/descriptor.ts'
import { textInReply, type OperationDone } from '#domain/sts/operations/read-reply.ts'
import { identityPolicy } from '#domain/sts/skeletons/identity-policy.ts'
import type { PolicyText } from '#domain/sts/skeletons/policy-text.ts'
import { roleTrust } from '#domain/sts/skeletons/role-trust.ts'
import { DecodedAnswer } from '#features/denial/decoded-answer.tsx'
import { CallHad, type Brought } from '#features/operations/call-had.tsx'
import { MintedAnswer } from '#features/operations/minted-answer.tsx'
import { PolicySection } from '#features/operations/policy-section.tsx'
import { ReplyValues } from '#features/operations/reply-values.tsx'
import { ReceivedText } from '#features/wire/received-text.tsx'
import { SentText, writeSent } from '#features/wire/sent-text.tsx'
import { decodedMessages } from '#messages/en/decoded.ts'
import { formMessages as text } from '#messages/en/operation-forms.ts'
import { operationMessages } from '#messages/en/operations.ts'
import { workMessages } from '#messages/en/work.ts'
import type { SettledOperation } from '#state/operations-services.ts'
import { useSession, useSessionActions } from '#state/session-context.ts'
import { AnswerHead } from '#ui/answer-head.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { localTime } from '#ui/format-time.ts'
import { Section } from '#ui/section.tsx'
import { explanationPart } from './parts.ts'
import { nameOf } from './tray-rows.ts'
import type { Caller } from './use-caller.ts'

type Props = {
  readonly descriptor: OperationDescriptor
  readonly settled: SettledOperation
  readonly caller: Caller
  readonly locale: string
  readonly clipboard: Clipboard
}

/** What came of a call of an operation, and what crossed the edge of the tab for it. */
export function OperationAnswer(props: Props) {
  const { settled } = props
  const { outcome } = settled
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The focus goes on from the button, or from what was there while the call was under way.
    const { activeElement } = document
    const isLeft = activeElement === null || activeElement === document.body
    if (!isLeft && !activeElement.closest('.operation-form')) return
    frame.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
    frame.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div
      ref={frame}
      data-operation={props.descriptor.name}
      data-outcome={outcome.kind}
      data-cause={settled.diagnosis?.cause}
    >
      {outcome.kind === 'done' ? <Done {...props} done={outcome} /> : <Failed {...props} />}
      <Crossed {...props} />
    </div>
  )
}

function Done({
  descriptor,
  settled,
  locale,
  clipboard,
  done,
}: Props & { readonly done: OperationDone }) {
  const session = useSession((state) => state.session)
  const actions = useSessionActions()
  const { minted } = settled
  const held = minted === null ? null : describeHeld(session, minted, settled.at)
  const expiry = held?.expiry.kind === 'stated' ? held.expiry.expiresAt : null
  const hasMfa = descriptor.name === 'GetSessionToken' && Boolean(settled.values['SerialNumber'])
  const decoded = textInReply(done, 'DecodedMessage')
  const message = decoded === null ? null : readDecodedMessage(decoded)
  const headline = held ? text.minted(nameOf(held)) : text.done
  return (
    <>
      <AnswerHead
        kind="success"
        status={workMessages.identity.success}
        headline={headline}
        sentence={
          held
            ? text.mintedSentence(expiry === null ? '' : localTime(expiry, settled.at, locale))
            : ''
        }
        spoken={headline}
      />
      {held && minted !== null && (
        <MintedAnswer
          isChosen={session.open === minted}
          onChoose={() => actions.choose(minted)}
          changes={changesOf(descriptor, settled)}
          limits={limitsOfMinted(descriptor, null)
            // A session with MFA may call it.
            .filter(({ never }) => never !== 'call-iam-without-mfa' || !hasMfa)
            .map(({ never }) => workMessages.identity.limits[never])}
          text={text}
        />
      )}
      {message && decoded !== null ? (
        <DecodedAnswer
          decoded={{ kind: 'decoded', message, json: decoded }}
          text={decodedMessages}
          copy={workMessages.copy}
          write={clipboard.write}
        />
      ) : (
        <ReplyValues
          values={done.values}
          label={operationMessages.replyField}
          time={(at) => localTime(at, settled.at, locale)}
          requestId={done.requestId}
          clipboard={clipboard}
          copy={workMessages.copy}
          text={text}
        />
      )}
    </>
  )
}

/** What a minted session is that its parent was not. */
function changesOf({ name }: OperationDescriptor, { values }: SettledOperation): readonly string[] {
  if (name === 'GetSessionToken') {
    return values['SerialNumber'] ? text.changes.sessionWithMfa : text.changes.session
  }
  if (name === 'GetFederationToken') return text.changes.federation
  return name === 'AssumeRole' ? text.changes.role : []
}

function Failed({ descriptor, settled, caller, clipboard }: Props) {
  const { outcome, diagnosis, request, response, values } = settled
  const Explained = explanationPart.loaded()?.ExplainedAnswer
  if (outcome.kind === 'done') return null
  if (outcome.kind === 'cancelled') {
    return (
      <AnswerHead
        kind="warning"
        status={workMessages.cancelled.status}
        headline={text.cancelled}
        sentence={settled.target.kind === 'sandbox' ? '' : text.cancelledDetail}
        spoken={text.cancelled}
      />
    )
  }
  const timing = { sentAt: settled.at, tookMs: settled.tookMs }
  const reply: StsReply =
    request && response
      ? { kind: 'answered', request, response, timing, result: null }
      : { kind: 'not-sent', why: 'refused-by-sdk', message: '' }
  const asSettled: Settled = {
    outcome,
    reply,
    identity: null,
    diagnosis,
    clockDifferenceMs: settled.clockDifferenceMs,
    at: settled.at,
  }
  const identity = caller.held?.identity ?? null
  const isDenied = outcome.kind === 'refused' && outcome.code.startsWith('AccessDenied')
  const wanted: PolicyText | null = isDenied ? identityPolicy(descriptor, values) : null
  const trust =
    isDenied && identity && descriptor.name === 'AssumeRole' ? roleTrust(identity, values) : null
  return (
    <>
      {diagnosis && Explained ? (
        <Explained
          settled={asSettled}
          diagnosis={diagnosis}
          secrets={[]}
          isOfDesk={false}
          clipboard={clipboard}
          text={workMessages}
        />
      ) : (
        <AnswerHead
          kind="error"
          status={workMessages.answerStatus.error}
          {...(outcome.kind === 'refused' && { code: outcome.code })}
          headline={workMessages.explanationUnavailable.heading}
          sentence={outcome.kind === 'refused' ? outcome.message : ''}
          spoken={workMessages.explanationUnavailable.heading}
        />
      )}
      {isDenied && descriptor.name === 'AssumeRole' && (
        <CallHad rows={broughtBy(values, identity, caller)} text={text.had} />
      )}
      {trust && !isSaidAlready(outcome, trust) && (
        <PolicySection
          title={text.trust}
          note={text.trustNote}
          policy={trust}
          notes={operationMessages.skeletonNotes}
          copy={workMessages.copy}
          write={clipboard.write}
        />
      )}
      {wanted && (
        <PolicySection
          title={text.permission}
          note={text.permissionNote}
          policy={wanted}
          notes={operationMessages.skeletonNotes}
          copy={workMessages.copy}
          write={clipboard.write}
        />
      )}
    </>
  )
}

/** The denial that AWS worded names the trust policy itself, and the smallest statement stands beside it. */
function isSaidAlready(
  outcome: { readonly kind: string; readonly message?: string },
  trust: PolicyText,
): boolean {
  return outcome.message?.includes('trust policy') === true && !trust.json.includes('Condition')
}

function broughtBy(
  values: ParameterValues,
  identity: Identity | null,
  { held }: Caller,
): readonly Brought[] {
  const given = (name: string): string | null => textOf(valueNamed(values, name)) || null
  const roleAccount = accountInArn(given('RoleArn') ?? '')
  const account = identity?.account ?? held?.account?.id ?? null
  const device = given('SerialNumber')
  const isMfaSession = held?.held.origin.kind === 'minted' && held.held.origin.hasMfa
  const tags = tagsOf(valueNamed(values, 'Tags')).map(({ key, value }) => `${key}=${value}`)
  return [
    { condition: 'caller', value: identity?.arn ?? null },
    {
      condition: 'account',
      value: account === null ? null : `${account} → ${roleAccount ?? '?'}`,
    },
    { condition: 'external-id', value: given('ExternalId') },
    { condition: 'mfa', value: device ?? (isMfaSession ? 'GetSessionToken' : null) },
    { condition: 'source-identity', value: given('SourceIdentity') },
    { condition: 'tags', value: tags.length === 0 ? null : tags.join(', ') },
  ]
}

function Crossed({ settled: { request, response }, clipboard }: Props) {
  if (!request) return null
  return (
    <Section heading={workMessages.wire.title}>
      <details>
        <summary>{text.wire(request.host)}</summary>
        <div className="stack">
          <div className="heading">
            <h4>{workMessages.wire.sent}</h4>
            <CopyButton
              words={{ ...workMessages.copy, copy: workMessages.wire.copyRedacted }}
              label={workMessages.wire.copySent}
              text={() => writeSent(request, workMessages.wire.hidden)}
              write={clipboard.write}
            />
          </div>
          <SentText request={request} hidden={workMessages.wire.hidden} />
          {response && (
            <>
              <h4>{workMessages.wire.received}</h4>
              <ReceivedText response={response} secrets={[]} />
            </>
          )}
        </div>
      </details>
    </Section>
  )
}
