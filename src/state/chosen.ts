import type { CredentialFacts } from '#domain/credentials/facts.ts'
import type { Secret } from '#domain/credentials/secret.ts'
import type { FieldName, ReadCredentials } from '#domain/reading/reading.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import type { Session } from '#domain/session/session.ts'

/** The three values of a set as references; null where one is absent. */
export function valuesOf(
  credentials: ReadCredentials | null,
): Readonly<Record<FieldName, Secret | null>> {
  return {
    accessKeyId: credentials?.accessKeyId?.value ?? null,
    secretAccessKey: credentials?.secretAccessKey?.value ?? null,
    sessionToken: credentials?.sessionToken?.value ?? null,
  }
}

/** What stands between the person and a call. */
export type Obstacle =
  | 'nothing-read'
  | 'no-access-key-id'
  | 'no-secret-access-key'
  | 'no-endpoint'
  /** What looks like a secret stands where the access key ID is sent from. */
  | 'secret-would-leave'

/** The first obstacle, null where nothing stands in the way. `isOffered`: the target has an address. */
export function obstacleOf(
  session: Session,
  facts: CredentialFacts,
  isOffered: boolean,
): Obstacle | null {
  const credentials = chosenCredentials(session)
  if (!credentials) return 'nothing-read'
  if (!credentials.accessKeyId) return 'no-access-key-id'
  if (!credentials.secretAccessKey) return 'no-secret-access-key'
  if (!isOffered) return 'no-endpoint'
  return session.target.kind !== 'sandbox' && sendsSecret(facts) ? 'secret-would-leave' : null
}

/** The access key ID is sent in the clear, the session token too: neither place is for a secret. */
export function sendsSecret({ accessKeyId, sessionToken }: CredentialFacts): boolean {
  return (
    accessKeyId?.looksLike === 'secret-access-key' ||
    sessionToken?.looksLike === 'secret-access-key'
  )
}
