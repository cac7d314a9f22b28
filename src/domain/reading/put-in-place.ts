import type { CredentialFacts } from '../credentials/facts.ts'
import type { FieldName, ReadCredentials } from './reading.ts'

const FIELDS: Readonly<Record<string, FieldName>> = {
  'access-key-id': 'accessKeyId',
  'secret-access-key': 'secretAccessKey',
  'session-token': 'sessionToken',
}

/**
 * The same three values, each where its shape says it belongs; the set as it is where two values belong in one place,
 * so that nothing is lost.
 */
export function putInPlace(set: ReadCredentials, facts: CredentialFacts): ReadCredentials {
  const homes = Object.values(FIELDS).flatMap((field) =>
    set[field] ? [[FIELDS[facts[field]?.looksLike ?? ''] ?? field, set[field]] as const] : [],
  )
  if (new Set(homes.map(([home]) => home)).size < homes.length) return set
  const nothing = { accessKeyId: null, secretAccessKey: null, sessionToken: null }
  return { ...set, ...nothing, ...Object.fromEntries(homes) }
}
