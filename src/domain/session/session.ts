import type { Secret } from '../credentials/secret.ts'
import type { TextDiagnosis } from '../diagnosis/explain-text.ts'
import type { Diagnosis } from '../diagnosis/finding.ts'
import type { Identity } from '../identity/identity.ts'
import type { FieldName, ReadCredentials, Reading, ReadValue } from '../reading/reading.ts'
import type { Target } from '../region/target.ts'
import type { Outcome, SentRequest, StsReply } from '../sts/call.ts'
import type { Instant } from '../time/instant.ts'

/** Why the target is what it is. */
export type TargetReason = 'paste' | 'token' | 'last-used' | 'default' | 'chosen' | 'situation'

/** What became of a call. `diagnosis` is null for an identity, after Cancel, and where its file did not load. */
export type Settled = {
  readonly outcome: Outcome
  readonly reply: StsReply
  /** Who answered, read from the outcome. */
  readonly identity: Identity | null
  readonly diagnosis: Diagnosis | null
  /** This device minus AWS, from the answer's Date header; null where it cannot be read. */
  readonly clockDifferenceMs: number | null
  readonly at: Instant
}

/** One call at a time: not asked, being asked, or settled. */
export type Call =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'sending'
      readonly ticket: number
      readonly startedAt: Instant
    }
  | ({ readonly kind: 'settled' } & Settled)

/** Everything the page knows. Secrets stand in it as references only. */
export type Session = {
  /** The paste as it was, for "Edit paste". */
  readonly paste: Secret | null
  readonly reading: Reading | null
  /** Which of the reading's credentials are used. */
  readonly chosen: number
  /** The paste box is open although something has been read. */
  readonly isEditingPaste: boolean
  readonly target: Target
  readonly targetReason: TargetReason
  /** The sandbox situation that was chosen, null for an ordinary paste. */
  readonly situation: string | null
  readonly call: Call
  /** The failure of another program that the paste tells of, explained; null where it tells of none. */
  readonly told: TextDiagnosis | null
  /** Counts the pastes, so that what belongs to one of them is made anew with the next. */
  readonly pastes: number
  /** Counts the clearings, so that every input is made anew. */
  readonly clears: number
}

export type SessionEvent =
  | {
      readonly type: 'pasted'
      readonly paste: Secret | null
      /** Null where the box was emptied. */
      readonly reading: Reading | null
      /** The person is typing in the box. */
      readonly keepsBoxOpen: boolean
      readonly target: Target
      readonly targetReason: TargetReason
      readonly situation: string | null
    }
  /** `paste`: the count of pastes when the text was taken; an explanation of an older text is dropped. */
  | { readonly type: 'told'; readonly paste: number; readonly told: TextDiagnosis }
  | { readonly type: 'situation-left' }
  | { readonly type: 'paste-opened' }
  | { readonly type: 'paste-closed' }
  | { readonly type: 'chosen'; readonly index: number }
  | { readonly type: 'edited'; readonly field: FieldName; readonly value: Secret | null }
  | { readonly type: 'rearranged'; readonly set: ReadCredentials }
  | { readonly type: 'retargeted'; readonly target: Target; readonly reason: TargetReason }
  | { readonly type: 'asked'; readonly ticket: number; readonly at: Instant }
  | { readonly type: 'settled'; readonly ticket: number; readonly settled: Settled }
  | { readonly type: 'cleared' }

/** Where to ask before anything is known. */
export const DEFAULT_TARGET: Target = {
  partition: 'aws',
  region: 'us-east-1',
  kind: 'regional',
  customUrl: '',
}

export function startSession(): Session {
  return {
    paste: null,
    reading: null,
    chosen: 0,
    isEditingPaste: false,
    target: DEFAULT_TARGET,
    targetReason: 'default',
    situation: null,
    call: { kind: 'idle' },
    told: null,
    pastes: 0,
    clears: 0,
  }
}

/** The credentials in use, null where nothing was read. */
export function chosenCredentials(session: Session): ReadCredentials | null {
  return session.reading?.credentials[session.chosen] ?? null
}

/**
 * The next session after an event. An answer that belongs to an older ticket changes nothing. A change of the
 * credentials or of the target takes the last answer off the screen, since it no longer belongs to what is shown.
 */
export function transition(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'pasted':
      return {
        ...session,
        paste: event.paste,
        reading: event.reading,
        chosen: 0,
        isEditingPaste: event.keepsBoxOpen || event.reading?.credentials.length === 0,
        target: event.target,
        targetReason: event.targetReason,
        situation: event.situation,
        told: null,
        call: { kind: 'idle' },
        pastes: session.pastes + 1,
      }
    case 'told':
      return event.paste === session.pastes ? { ...session, told: event.told } : session
    case 'situation-left':
      return { ...session, situation: null, call: { kind: 'idle' } }
    case 'paste-opened':
      return { ...session, isEditingPaste: true }
    case 'paste-closed':
      return { ...session, isEditingPaste: false }
    case 'chosen':
      return { ...session, chosen: event.index, call: { kind: 'idle' } }
    case 'edited':
      return { ...edit(session, event.field, event.value), call: { kind: 'idle' } }
    case 'rearranged':
      return { ...withChosen(session, event.set), call: { kind: 'idle' } }
    case 'retargeted':
      return {
        ...session,
        target: event.target,
        targetReason: event.reason,
        call: { kind: 'idle' },
      }
    case 'asked':
      return {
        ...session,
        isEditingPaste: false,
        call: {
          kind: 'sending',
          ticket: event.ticket,
          startedAt: event.at,
        },
      }
    case 'settled':
      if (session.call.kind !== 'sending' || session.call.ticket !== event.ticket) return session
      return { ...session, call: { kind: 'settled', ...event.settled } }
    case 'cleared':
      return {
        ...startSession(),
        pastes: session.pastes + 1,
        clears: session.clears + 1,
      }
  }
}

function edit(session: Session, field: FieldName, value: Secret | null): Session {
  const credentials = chosenCredentials(session)
  if (!credentials) return session
  const typed: ReadValue | null = value && { value, found: { name: '', line: null } }
  return withChosen(session, { ...credentials, [field]: typed })
}

function withChosen(session: Session, set: ReadCredentials): Session {
  const { reading, chosen } = session
  if (!reading) return session
  const credentials = reading.credentials.map((each, index) => (index === chosen ? set : each))
  return { ...session, reading: { ...reading, credentials } }
}

/** Every secret a session holds, so that all can be forgotten at once. */
export function secretsOf(session: Session): readonly Secret[] {
  const read = session.reading?.credentials ?? []
  const request = session.call.kind === 'settled' ? requestOf(session.call.reply) : null
  const sent = request?.headers.flatMap(([, value]) => value) ?? []
  return [
    ...sent.filter((part) => typeof part !== 'string'),
    ...(session.paste ? [session.paste] : []),
    ...read.flatMap((c) =>
      [c.accessKeyId, c.secretAccessKey, c.sessionToken].flatMap((v) => (v ? [v.value] : [])),
    ),
  ]
}

/** The request of a reply, null where none was made. */
export function requestOf(reply: StsReply): SentRequest | null {
  return reply.kind === 'not-sent' ? null : reply.request
}
