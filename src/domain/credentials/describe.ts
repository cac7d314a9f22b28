import { describeAccessKeyId } from './access-key-id.ts'
import type { CredentialFacts } from './facts.ts'
import { describeSecret } from './secret-access-key.ts'
import type { Secret } from './secret.ts'
import { readSessionToken } from './session-token.ts'

/** The three values; null where one is absent. */
export type CredentialValues = {
  readonly accessKeyId: Secret | null
  readonly secretAccessKey: Secret | null
  readonly sessionToken: Secret | null
}

/** What the three values show, each on its own. An empty or forgotten value counts as absent. */
export function describeCredentials(values: CredentialValues): CredentialFacts {
  return {
    accessKeyId: ifGiven(values.accessKeyId, describeAccessKeyId),
    secretAccessKey: ifGiven(values.secretAccessKey, describeSecret),
    sessionToken: ifGiven(values.sessionToken, readSessionToken),
  }
}

function ifGiven<Facts>(value: Secret | null, describe: (text: string) => Facts): Facts | null {
  return value && value.length > 0 ? describe(value.reveal()) : null
}
