import { memo, type ReactNode } from 'react'
import type { Expiry } from '#domain/credentials/verdict.ts'
import type { CredentialFacts } from '#domain/credentials/facts.ts'
import type { ReadExpiration } from '#domain/reading/reading.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { Provenance } from '#ui/provenance.tsx'
import { Rich } from '#ui/rich.tsx'
import { Status, type StatusKind } from '#ui/status.tsx'
import { countdown, isoDuration, localTime, utcTime, zoneName } from '#ui/format-time.ts'
import { Announcer } from './announcer.tsx'
import { SessionLine, WindowLine } from './time-line.tsx'

export const SOON_MS = 15 * 60_000

type Text = WorkMessages['time']

type Props = {
  readonly expiry: Expiry
  /** The pasted expiration, where there is one. */
  readonly stated: ReadExpiration | null
  readonly facts: CredentialFacts
  readonly now: number
  readonly text: Text
  readonly words: WorkMessages['provenance']
  readonly locale: string
}

/** How long the session lasts, and how that is known. */
function TimeLeftView(props: Props) {
  const { expiry, now, text } = props
  switch (expiry.kind) {
    case 'stated':
      return <Stated {...props} expiry={expiry} />
    case 'window':
      return <Window {...props} expiry={expiry} />
    case 'probably-expired':
      return (
        <Frame {...props} status={['warning', text.probablyExpired]} isInferred>
          <time
            className="clock clock-off"
            role="timer"
            dateTime={isoDuration(now - expiry.latest)}
          >
            <small>{text.ended}</small> {countdown(now - expiry.latest)} <small>{text.ago}</small>
          </time>
          <p className="fine">
            {text.olderThanAny(limitOf(expiry.latest - expiry.issuedAt, text))}
          </p>
        </Frame>
      )
    case 'no-end':
      return (
        <Frame {...props} status={['warning', text.longTerm]} isInferred>
          <span className="clock">{text.noEnd}</span>
          <p className="fine">{text.longTermDetail}</p>
        </Frame>
      )
    case 'unknown':
      return (
        <Frame {...props}>
          <span className="clock clock-off">{text.notKnown}</span>
          <p className="fine">{props.facts.sessionToken ? text.cannotRead : text.noToken}</p>
        </Frame>
      )
  }
}

function Frame({
  text,
  words,
  status,
  isInferred,
  isStated = false,
  children,
}: Props & {
  readonly status?: readonly [StatusKind, string] | undefined
  readonly isInferred?: boolean
  readonly isStated?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className="block">
      <div className="heading">
        <h3>
          {text.title} {status && <Status kind={status[0]} word={status[1]} />}
        </h3>
        {isStated && <Provenance word={words.pasted} />}
        {isInferred && <Provenance word={words.inferred} isInferred />}
      </div>
      {children}
    </div>
  )
}

function Stated(props: Props & { readonly expiry: Extract<Expiry, { kind: 'stated' }> }) {
  const { expiry, stated, now, text, locale } = props
  const { expiresAt, issuedAt } = expiry
  const left = expiresAt - now
  const isOver = left <= 0
  const status = isOver
    ? (['error', text.expired] as const)
    : left <= SOON_MS
      ? (['warning', text.endsSoon] as const)
      : undefined
  return (
    <Frame {...props} status={status} isStated>
      {isOver ? (
        <time className="clock clock-off" role="timer" dateTime={isoDuration(-left)}>
          <small>{text.ended}</small> {countdown(-left)} <small>{text.ago}</small>
        </time>
      ) : (
        <time className="clock" role="timer" dateTime={isoDuration(left)}>
          {countdown(left)}
        </time>
      )}
      <Announcer leftMs={left} text={text.spoken} />
      {issuedAt !== null && issuedAt < expiresAt && (
        <SessionLine issuedAt={issuedAt} expiresAt={expiresAt} now={now} label={text.used} />
      )}
      <div className="time-ends">
        {issuedAt !== null && (
          <p>
            {text.issued} <Moment instant={issuedAt} now={now} locale={locale} />
          </p>
        )}
        <p>
          {isOver ? text.expiredAt : text.expires}{' '}
          <Moment instant={expiresAt} now={now} locale={locale} />
        </p>
      </div>
      <p className="fine">
        {stated && <Rich text={text.from(stated.found.name, stated.found.line)} />}{' '}
        {issuedAt !== null && spanSentence(expiresAt - issuedAt, text)}{' '}
        {text.zone(zoneName(now, locale))}
      </p>
    </Frame>
  )
}

function Moment({
  instant,
  now,
  locale,
}: {
  readonly instant: number
  readonly now: number
  readonly locale: string
}) {
  return (
    <>
      <time dateTime={new Date(instant).toISOString()}>{localTime(instant, now, locale)}</time>
      <small>{utcTime(instant, now, locale)}</small>
    </>
  )
}

function spanSentence(span: number, text: Text): string {
  const minutes = text.minutes(Math.round(span / 60_000))
  return span % 60_000 === 0 ? text.agrees(minutes) : text.differs(minutes)
}

function limitOf(span: number, text: Text): string {
  return text.minutes(Math.round(span / 60_000))
}

function Window(props: Props & { readonly expiry: Extract<Expiry, { kind: 'window' }> }) {
  const { expiry, now, text, locale } = props
  const usualLeft = expiry.usual - now
  return (
    <Frame {...props} isInferred>
      <time className="clock" role="timer" dateTime={isoDuration(expiry.latest - now)}>
        <small>{text.atMost}</small> {countdown(expiry.latest - now)}
      </time>
      <WindowLine
        expiry={expiry}
        now={now}
        text={text.stops}
        narrow={text.stopsNarrow}
        locale={locale}
      />
      <p className="fine">
        {text.noExpiration} {text.windowFrom}{' '}
        {expiry.aliveAt !== undefined && `${text.aliveAt(localTime(expiry.aliveAt, now, locale))} `}
        {usualLeft > 0 ? text.ifUsual(countdown(usualLeft)) : text.ifUsualOver} {text.notToScale}{' '}
        {text.zone(zoneName(now, locale))}
      </p>
    </Frame>
  )
}

/** Made anew only when something in it changes. */
export const TimeLeft = memo(TimeLeftView)
