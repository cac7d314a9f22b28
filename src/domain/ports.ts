import type { Secret } from './credentials/secret.ts'
import type { NetworkFacts, Probe } from './diagnosis/network-facts.ts'
import type { StsReply } from './sts/call.ts'
import type { OperationName, ParameterValues } from './sts/operations/descriptor.ts'
import type { Instant } from './time/instant.ts'

/** What the domain and the stores need from outside. The app hands it in; tests hand in fakes. */

export type SigningCredentials = {
  readonly accessKeyId: Secret
  readonly secretAccessKey: Secret
  readonly sessionToken: Secret | null
}

export type CallOptions = {
  readonly signal: AbortSignal
  /** After this many milliseconds the page stops waiting. */
  readonly limitMs: number
}

export type CallAddress = { readonly url: string; readonly signingRegion: string }

/** Asks STS. Never rejects: whatever happens becomes a reply. */
export type StsGateway = {
  getCallerIdentity(
    credentials: SigningCredentials,
    endpoint: CallAddress,
    options: CallOptions,
  ): Promise<StsReply>
  /** Asks for the text behind an encoded authorization message; an answer has it as `result.decoded`. */
  decodeAuthorizationMessage(
    credentials: SigningCredentials,
    endpoint: CallAddress,
    input: { readonly encodedMessage: string },
    options: CallOptions,
  ): Promise<StsReply>
}

/** Calls any operation of STS. Never rejects. */
export type OperationsGateway = {
  perform(
    call: {
      readonly operation: OperationName
      readonly values: ParameterValues
      /** Null for an operation that carries no credentials. */
      readonly credentials: SigningCredentials | null
    },
    endpoint: CallAddress,
    options: CallOptions,
  ): Promise<StsReply>
}

/** What a browser can tell of a host that gave no readable answer. */
export type NetworkProbe = {
  isOnline(): boolean
  /** Sends one unsigned POST without credentials, whose answer stays hidden. Never rejects. */
  probe(url: string): Promise<Probe>
  /** The browser's entry of the last call to an address. */
  resourceOf(url: string): NetworkFacts['resource']
}

export type Clock = {
  /** This device's wall clock. */
  now(): Instant
  /** Runs something once after so many milliseconds; what comes back calls it off. */
  after(milliseconds: number, run: () => void): () => void
}

export type Clipboard = {
  /** Null where the browser has no clipboard or refuses it. */
  read(): Promise<string | null>
  /** False where the browser refuses it. */
  write(text: string): Promise<boolean>
}

export type Theme = 'system' | 'light' | 'dark'

/** The only things that outlive the page; no credential, name or ARN is among them. */
export type Preferences = {
  readonly theme: Theme
  /** Region code last asked, null before the first call. */
  readonly lastRegion: string | null
}

export type PreferencesStorage = {
  load(): Preferences
  save(preferences: Preferences): void
  /** Bytes this page keeps in the browser's storage for preferences. */
  bytes(): number
}
