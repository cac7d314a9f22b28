import type { StoreApi } from 'zustand/vanilla'
import type { BesideText, TextDiagnosis } from '#domain/diagnosis/explain-text.ts'
import type { DiagnosisFacts } from '#domain/diagnosis/facts.ts'
import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import type { Clock, NetworkProbe, StsGateway } from '#domain/ports.ts'
import type { FieldName, ReadCredentials } from '#domain/reading/reading.ts'
import type { Origin } from '#domain/session/tray.ts'
import type { EndpointKind, Target } from '#domain/region/target.ts'
import type { Session } from '#domain/session/session.ts'
import type { Outcome } from '#domain/sts/call.ts'
import type { Decoded } from '#domain/sts/decode-authorization-message.ts'
import type { SessionKit } from './session-kit.ts'

export type Diagnose = (outcome: Outcome, facts: DiagnosisFacts) => Diagnosis | null

/** A sandbox situation made ready: what a person would paste, and where to ask. */
export type PreparedSituation = { readonly paste: string; readonly region: string }

export type SessionServices = {
  readonly clock: Clock
  readonly network: NetworkProbe
  /** Null until its file has been loaded. */
  kit(): SessionKit | null
  /** Rejects where the file cannot be loaded. */
  loadKit(): Promise<SessionKit>
  /** Rejects where the file of the gateway cannot be loaded. */
  loadGateway(kind: EndpointKind): Promise<StsGateway>
  /** Rejects where the file of the diagnosis cannot be loaded. */
  loadDiagnose(): Promise<Diagnose>
  /** Explains an error text; rejects where the file of the diagnosis cannot be loaded. */
  explain(text: string, beside: BesideText): Promise<TextDiagnosis | null>
  /** Sets the sandbox up; rejects where its file cannot be loaded. */
  prepareSituation(id: string): Promise<PreparedSituation>
  /** Sets the sandbox up as a situation left it. */
  resumeSituation(id: string): void
  /** Breaks one thing in the sandbox, or nothing; rejects where its file cannot be loaded. */
  turnKnob(
    knob: string | null,
    inUse: { readonly accessKeyId: string | null; readonly region: string },
  ): Promise<void>
  /** Takes the sandbox back to its ordinary self. */
  leaveSituation(): void
  lastRegion(): string | null
  rememberRegion(code: string): void
}

export type SessionActions = {
  /** Reads a text and closes the box where credentials were found in it. */
  paste(text: string): void
  /** Reads a text that is still being typed; the box stays open. */
  typeInBox(text: string): void
  /** Three empty values to type. */
  startTyping(): void
  openPaste(): void
  closePaste(): void
  edit(field: FieldName, text: string): void
  /** Puts each value where its shape says it belongs. */
  putInPlace(): void
  /** Puts a held set on the desk. */
  choose(id: number): void
  /** Marks a held set for comparison. */
  mark(id: number, isMarked: boolean): void
  /** An empty name gives back the one that the set has by itself. */
  rename(id: number, name: string): void
  /** Forgets a held set. */
  drop(id: number): void
  retarget(change: Partial<Target>): void
  ask(): Promise<void>
  /** Decodes an encoded authorization message; null where there is nothing to ask with. The session keeps none of it. */
  decode(encodedMessage: string, signal: AbortSignal): Promise<Decoded | null>
  /** Holds credentials that an operation returned to a desk; gives the number of the held set. */
  addMinted(
    set: ReadCredentials,
    origin: Extract<Origin, { readonly kind: 'minted' }>,
    desk: Pick<Session, 'target' | 'situation'>,
  ): number
  /** A call of an operation was handed to the browser (1), or nothing of it left after all (-1). */
  count(change: 1 | -1): void
  /** Probes the network after a call without a readable answer. */
  probe(): Promise<void>
  cancel(): void
  clear(): void
  /** Breaks one thing in the sandbox; null mends it. */
  turnKnob(knob: string | null): Promise<void>
  /** The sandbox goes on without a situation; what was read stays. */
  leaveSituation(): void
  /** False where the sandbox could not be loaded. */
  enterSituation(id: string): Promise<boolean>
}

export type SessionState = {
  readonly session: Session
  /** The file that reads pastes did not load; what was pasted last is still in the box. */
  readonly isReaderMissing: boolean
  /** A long paste is being read. */
  readonly isReading: boolean
  /** What is broken in the sandbox; null where nothing is. */
  readonly knob: string | null
  /** Calls handed to the browser since the page was loaded; calls to the sandbox are not among them. */
  readonly callsMade: number
  /** A call that may have arrived was given up, because what it was about has changed. */
  readonly isCallDropped: boolean
  readonly actions: SessionActions
}

export type SessionStore = StoreApi<SessionState>
