import type { CredentialFacts } from '../../credentials/facts.ts'
import type { Instant } from '../../time/instant.ts'
import type { ToldToken } from '../facts.ts'

/** What an error text from anywhere says; null for what is not in it. No secret, token or signature is in it. */
export type ErrorReading = {
  /** What kind of failure it tells of. `answer`: AWS answered with an error. */
  readonly kind: 'answer' | 'no-answer' | 'web-page' | 'not-sent'
  /** AWS's code as written, or the one that its sentence stands for. */
  readonly code: string | null
  /** Whether the code stands in the text; false where the sentence alone led to it. */
  readonly isCodeWritten: boolean
  /** AWS's or the client's sentence, redacted. */
  readonly message: string
  readonly operation: string | null
  readonly service: string | null
  readonly requestId: string | null
  readonly status: number | null
  readonly times: readonly Instant[]
  readonly arns: readonly string[]
  readonly region: string | null
  readonly host: string | null
  readonly encodedMessage: string | null
  /** The key ID that was sent, where the text shows it: described, not repeated. */
  readonly key: CredentialFacts['accessKeyId']
  readonly token: ToldToken | null
  /** How many errors about credentials the text holds. */
  readonly errors: number
  /** Codes of the others among them, in their order. */
  readonly otherCodes: readonly string[]
  /** The words around the chosen error, redacted and bounded. */
  readonly around: string
}
