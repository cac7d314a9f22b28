import { memo, type ReactNode } from 'react'
import type { Expiry, SetAside } from '#domain/credentials/verdict.ts'
import type { CredentialFacts } from '#domain/credentials/facts.ts'
import type { ReadExpiration } from '#domain/reading/reading.ts'
import { CLOCK_TOLERANCE, notableDifference } from '#domain/time/clock-difference.ts'
import { timeLeft } from '#domain/time/expiry.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { useSession } from '#state/session-context.ts'
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
            <Aside {...props} aside={expiry.setAside} />
            {text.olderThanAny(minutesOf(expiry.latest - expiry.issuedAt, text))}
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
          <p className="fine">
            <Aside {...props} aside={expiry.setAside} />
            {expiry.outlivedAt !== undefined
              ? text.outlived(localTime(expiry.outlivedAt, now, props.locale))
              : !expiry.setAside && (props.facts.sessionToken ? text.cannotRead : text.noToken)}
          </p>
        </Frame>
      )
  }
}

function Frame({
  expiry,
  now,
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
  const isReceived = useSession((state) => state.session.reading?.shape === 'received')
  const differenceMs = useClockDifference()
  const notable = notableDifference(differenceMs)
  const issuedAt = 'issuedAt' in expiry ? expiry.issuedAt : null
  const ahead = issuedAt === null ? 0 : issuedAt - now
  const isFuture = ahead > CLOCK_TOLERANCE
  const shown =
    status ?? (isFuture && differenceMs === null ? ['warning', text.issuedInFuture] : undefined)
  return (
    <div className="block">
      <div className="heading">
        <h3>
          {text.title} {shown && <Status kind={shown[0]} word={shown[1]} />}
        </h3>
        {isStated && <Provenance word={isReceived ? words.received : words.pasted} />}
        {isInferred && <Provenance word={words.inferred} isInferred />}
      </div>
      {children}
      {isFuture && (
        <p className="fine">
          {(differenceMs === null ? text.countedFromIssue : text.futureOnAws)(
            shortSpan(ahead, text),
          )}
        </p>
      )}
      {notable !== null && expiry.kind !== 'no-end' && expiry.kind !== 'unknown' && (
        <p className="fine">{text.onAwsClock(shortSpan(Math.abs(notable), text), notable > 0)}</p>
      )}
    </div>
  )
}

/** This device's clock minus AWS's, where the last answer told it; `now` has it taken off already. */
function useClockDifference(): number | null {
  return useSession(({ session: { call } }) =>
    call.kind === 'settled' ? call.clockDifferenceMs : null,
  )
}

/** Two clocks that nobody compared may be so far apart and AWS still accepts the signature. */
const SIGNATURE_TOLERANCE_MS = 15 * 60_000

/** Why the pasted expiration is not counted down. */
function Aside({ aside, now, text, locale }: Props & { readonly aside: SetAside | undefined }) {
  const isMeasured = useClockDifference() !== null
  if (!aside) return null
  const stated = localTime(aside.stated, now, locale)
  if (aside.why !== 'accepted-later') {
    return <>{text.setAside[aside.why](stated, localTime(aside.issuedAt, now, locale))} </>
  }
  const isWithinClocks = !isMeasured && aside.aliveAt - aside.stated <= SIGNATURE_TOLERANCE_MS
  const why = isWithinClocks ? 'accepted-later-by-device' : aside.why
  return <>{text.setAside[why](stated, localTime(aside.aliveAt, now, locale))} </>
}

function Stated(props: Props & { readonly expiry: Extract<Expiry, { kind: 'stated' }> }) {
  const { expiry, stated, now, text, locale } = props
  const { expiresAt, issuedAt } = expiry
  const left = timeLeft(expiry, now) ?? 0
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
  if (span <= 0) return ''
  const minutes = minutesOf(span, text)
  return span % 60_000 === 0 ? text.agrees(minutes) : text.differs(minutes)
}

function minutesOf(span: number, text: Text): string {
  return text.minutes(Math.round(span / 60_000))
}

/** `42 s`, from two minutes on `20 min`. */
function shortSpan(span: number, text: Text): string {
  const minutes = Math.round(span / 60_000)
  return span < 120_000 ? text.seconds(Math.round(span / 1000)) : text.minutes(minutes)
}

function Window(props: Props & { readonly expiry: Extract<Expiry, { kind: 'window' }> }) {
  const { expiry, now, text, locale } = props
  const left = timeLeft(expiry, now) ?? 0
  const isToldAlive = expiry.aliveAt !== undefined && expiry.setAside?.why !== 'accepted-later'
  return (
    <Frame {...props} isInferred>
      <time className="clock" role="timer" dateTime={isoDuration(left)}>
        <small>{text.atMost}</small> {countdown(left)}
      </time>
      <WindowLine expiry={expiry} now={now} text={text} locale={locale} />
      <p className="fine">
        <Aside {...props} aside={expiry.setAside} />
        {!expiry.setAside && text.noExpiration} {text.windowFrom}{' '}
        {isToldAlive && `${text.aliveAt(localTime(expiry.aliveAt, now, locale))} `}
        {usualSentence(expiry, now, text)} {text.notToScale} {text.zone(zoneName(now, locale))}
      </p>
    </Frame>
  )
}

function usualSentence(
  { issuedAt, usual, aliveAt }: Extract<Expiry, { kind: 'window' }>,
  now: number,
  text: Text,
): string {
  const minutes = Math.round((usual - issuedAt) / 60_000)
  const span = minutes === 60 ? text.hour : text.span(minutes)
  if (aliveAt !== undefined && aliveAt >= usual) return text.notUsual(span)
  const left = usual - Math.max(now, issuedAt)
  return left > 0 ? text.ifUsual(span, countdown(left)) : text.ifUsualOver(span)
}

/** Made anew only when something in it changes. */
export const TimeLeft = memo(TimeLeftView)
