import type { StoreApi } from 'zustand/vanilla'
import type { Secret } from '#domain/credentials/secret.ts'
import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import type { Identity } from '#domain/identity/identity.ts'
import type { OperationsGateway } from '#domain/ports.ts'
import type { EndpointKind, Target } from '#domain/region/target.ts'
import type { ReceivedResponse, SentRequest, StsReply } from '#domain/sts/call.ts'
import type {
  OperationDescriptor,
  OperationName,
  ParameterValue,
  ParameterValues,
} from '#domain/sts/operations/descriptor.ts'
import type { OperationDone, OperationOutcome } from '#domain/sts/operations/read-reply.ts'
import type { Instant } from '#domain/time/instant.ts'

/** The part of the domain that operations need. Its file is fetched after the first paint. */
export type OperationsKit = {
  readonly descriptors: Readonly<Record<OperationName, OperationDescriptor>>
  readReply(
    descriptor: OperationDescriptor,
    reply: StsReply,
    secrets: readonly Secret[],
  ): OperationOutcome
  /** Every secret in an answer. */
  secretsIn(outcome: OperationOutcome): readonly Secret[]
  /** Who a minted session is; `caller` is who asked for it. */
  identityOf(
    descriptor: OperationDescriptor,
    done: OperationDone,
    caller: Identity | null,
  ): Identity | null
  redact(text: string, secrets: readonly Secret[]): string
}

export type OperationsServices = {
  /** Rejects where its file cannot be loaded. */
  loadOperations(): Promise<OperationsKit>
  /** Rejects where the file of the gateway cannot be loaded. */
  loadOperationsGateway(kind: EndpointKind): Promise<OperationsGateway>
}

/** What became of a call of an operation. */
export type SettledOperation = {
  readonly kind: 'settled'
  /** Without its credentials: these are in the tray. */
  readonly outcome: OperationOutcome
  /** Null for an answer that was hoped for, after Cancel, and where the file of the diagnosis did not load. */
  readonly diagnosis: Diagnosis | null
  /** Null where nothing was sent. Secret parameters are references. */
  readonly request: SentRequest | null
  /** Null where nothing came back. Its texts are redacted. */
  readonly response: ReceivedResponse | null
  readonly tookMs: number
  /** This device minus AWS; null where it cannot be read. */
  readonly clockDifferenceMs: number | null
  readonly at: Instant
  /** The parameters that were sent, secrets left out. */
  readonly values: ParameterValues
  readonly target: Target
  /** The held set that signed the request; null for an operation that is not signed. */
  readonly signedBy: number | null
  /** The number of the held set that came back; null where none did. */
  readonly minted: number | null
}

export type OperationCall =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly startedAt: Instant }
  | SettledOperation

export type OperationsActions = {
  /** Opens or closes the part of the page with the operations. */
  show(isShown: boolean): void
  /** Shows the form of an operation; null shows the list. */
  open(operation: OperationName | null): void
  /** Shows the form of an operation with these values beside those that were there. */
  fill(operation: OperationName, values: ParameterValues): void
  /** Keeps a value while the page lives; an empty text is kept as well. A `Secret` is never kept here. */
  keep(operation: OperationName, name: string, value: Exclude<ParameterValue, Secret>): void
  /**
   * Calls with the values that are kept and with these secrets; false where another call is under way, and nothing was
   * sent. The secrets stay the form's: a copy goes with the call.
   */
  call(operation: OperationName, secrets: Readonly<Record<string, Secret>>): Promise<boolean>
  cancel(): void
  /** Forgets answers and values. */
  forget(): void
}

export type OperationsState = {
  /** The part of the page with the operations is open. */
  readonly isShown: boolean
  /** The operation whose form is shown; null for the list. */
  readonly open: OperationName | null
  readonly values: Readonly<Partial<Record<OperationName, ParameterValues>>>
  readonly calls: Readonly<Partial<Record<OperationName, OperationCall>>>
  readonly actions: OperationsActions
}

export type OperationsStore = StoreApi<OperationsState>
