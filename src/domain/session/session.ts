import type { Secret } from '../credentials/secret.ts'
import type { Diagnosis } from '../diagnosis/finding.ts'
import type { NetworkFacts } from '../diagnosis/network-facts.ts'
import type { TextDiagnosis } from '../diagnosis/explain-text.ts'
import type { FieldName, ReadCredentials, Reading, ReadValue } from '../reading/reading.ts'
import type { Target } from '../region/target.ts'
import type { Instant } from '../time/instant.ts'
import {
  chosenCredentials,
  EMPTY_DESK,
  withChosen,
  type Desk,
  type Settled,
  type TargetReason,
  type ToldBeside,
} from './desk.ts'
import {
  addMinted,
  drop,
  EMPTY_TRAY,
  mark,
  openHeld,
  receive,
  type Origin,
  type Tray,
} from './tray.ts'

/** Everything the page knows. Secrets stand in it as references only. */
export type Session = Tray & {
  /** Counts the pastes and choices, so that what belongs to one of them is made anew with the next. */
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
  | {
      readonly type: 'told'
      readonly paste: number
      readonly told: TextDiagnosis
      readonly beside: ToldBeside
    }
  | { readonly type: 'situation-left' }
  | { readonly type: 'paste-opened' }
  | { readonly type: 'paste-closed' }
  /** A held set is put on the desk. */
  | { readonly type: 'chosen'; readonly id: number }
  | { readonly type: 'marked'; readonly id: number; readonly isMarked: boolean }
  | { readonly type: 'renamed'; readonly id: number; readonly name: string }
  | { readonly type: 'dropped'; readonly id: number }
  /** An operation returned credentials; `target` is where it was asked. */
  | {
      readonly type: 'minted'
      readonly set: ReadCredentials
      readonly origin: Extract<Origin, { readonly kind: 'minted' }>
      readonly target: Target
      readonly situation: string | null
    }
  | { readonly type: 'edited'; readonly field: FieldName; readonly value: Secret | null }
  | { readonly type: 'rearranged'; readonly set: ReadCredentials }
  | { readonly type: 'retargeted'; readonly target: Target; readonly reason: TargetReason }
  | { readonly type: 'asked'; readonly ticket: number; readonly at: Instant }
  | { readonly type: 'settled'; readonly ticket: number; readonly settled: Settled }
  /** The network was probed after the call that settled at `at`. */
  | {
      readonly type: 'probed'
      readonly at: Instant
      readonly network: NetworkFacts
      readonly diagnosis: Diagnosis | null
    }
  | { readonly type: 'cleared' }

export function startSession(): Session {
  return { ...EMPTY_TRAY, pastes: 0, clears: 0 }
}

/**
 * The next session after an event. An answer that belongs to an older ticket changes nothing. A change of the
 * credentials or of the target takes the last answer off the screen, since it no longer belongs to what is shown.
 */
export function transition(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'pasted':
      return {
        ...receive(session, {
          desk: deskOfPaste(event),
          origin: {
            kind: event.situation === null ? 'pasted' : 'situation',
            paste: session.pastes + 1,
          },
          isRewritten: event.keepsBoxOpen || session.isEditingPaste,
        }),
        pastes: session.pastes + 1,
        clears: session.clears,
      }
    case 'told':
      return event.paste === session.pastes
        ? { ...session, told: event.told, toldBeside: event.beside }
        : session
    case 'situation-left':
      return { ...session, situation: null, call: { kind: 'idle' } }
    case 'paste-opened':
      return { ...session, isEditingPaste: true }
    case 'paste-closed':
      return { ...session, isEditingPaste: false }
    case 'chosen':
      return { ...session, ...openHeld(session, event.id), pastes: session.pastes + 1 }
    case 'marked':
      return { ...session, ...mark(session, event.id, event.isMarked) }
    case 'renamed':
      return { ...session, held: renamed(session, event.id, event.name) }
    case 'dropped': {
      const rest = { ...session, ...drop(session, event.id) }
      const isEmpty = rest.held.length === 0
      return {
        ...rest,
        pastes: session.pastes + (event.id === session.open ? 1 : 0),
        clears: session.clears + (isEmpty ? 1 : 0),
      }
    }
    case 'minted':
      return {
        ...session,
        ...addMinted(session, { desk: deskOfMinted(event), origin: event.origin }),
      }
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
    case 'probed': {
      const { call } = session
      if (call.kind !== 'settled' || call.at !== event.at) return session
      const { network, diagnosis } = event
      return { ...session, call: { ...call, network, diagnosis } }
    }
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

type Of<Kind extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Kind }>

function deskOfPaste(event: Of<'pasted'>): Desk {
  return {
    ...EMPTY_DESK,
    paste: event.paste,
    reading: event.reading,
    isEditingPaste: event.keepsBoxOpen || event.reading?.credentials.length === 0,
    target: event.target,
    targetReason: event.targetReason,
    situation: event.situation,
  }
}

function deskOfMinted({ set, target, situation }: Of<'minted'>): Desk {
  return {
    ...EMPTY_DESK,
    reading: { shape: 'received', credentials: [set], notes: [], lines: 0 },
    target,
    targetReason: 'chosen',
    situation,
  }
}

function renamed({ held }: Session, id: number, name: string): Session['held'] {
  const trimmed = name.trim()
  return held.map((each) =>
    each.id === id ? { ...each, name: trimmed === '' ? null : trimmed } : each,
  )
}
