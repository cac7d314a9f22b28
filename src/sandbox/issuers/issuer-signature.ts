import { bytesOf } from '#domain/sigv4/hash.ts'
import { ISSUER_KEY } from './issuer-key-table.ts'

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

/** RSASSA-PKCS1-v1_5 with SHA-256 (`RS256`), 256 bytes; the same content has the same signature. */
export async function signAsIssuer(content: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('jwk', ISSUER_KEY, ALGORITHM, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM.name, key, bytesOf(content)))
}

/** Whether the sandbox's issuers signed exactly this content. */
export async function isSignedByIssuer(
  content: string,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { kty, n, e } = ISSUER_KEY
  const publicKey = { kty, n, e } as JsonWebKey
  const key = await crypto.subtle.importKey('jwk', publicKey, ALGORITHM, false, ['verify'])
  return crypto.subtle.verify(ALGORITHM.name, key, signature, bytesOf(content))
}
