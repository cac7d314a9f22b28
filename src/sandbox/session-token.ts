import { parseSessionToken } from '#domain/credentials/session-token.ts'
import { encodeSessionToken } from '#domain/credentials/session-token-encode.ts'
import { bytesOf } from '#domain/sigv4/hash.ts'
import { SECOND, type Instant } from '#domain/time/instant.ts'
import type { Principal } from './principal-table.ts'
import { deriveBytes, deriveMany, open, seal } from './sealing.ts'

/** What a session token of the sandbox says; everything is sealed inside it. Instants are whole seconds. */
export type SessionTerms = {
  readonly version: 1 | 2
  /** The Region that issued it. */
  readonly region: string
  readonly accessKeyId: string
  readonly principal: Principal
  readonly issuedAt: Instant
  readonly expiresAt: Instant
}

/** The sealed part of real role sessions has 240 bytes or more; 16 of them are the seal's. */
const SEALED_LENGTH = 400 - 16

/** Writes the token of a session in STS's layout. The same terms give the same token. */
export async function writeSessionToken(terms: SessionTerms): Promise<string> {
  const content = bytesOf(JSON.stringify(terms).padEnd(SEALED_LENGTH))
  const iv = (await deriveBytes('iv', content)).slice(0, 12)
  return encodeSessionToken({
    version: terms.version,
    region: terms.region,
    account: terms.principal.account,
    issuedAt: terms.issuedAt,
    ciphertext: await seal(content, iv),
    iv,
    ...(terms.version === 2
      ? {
          signature: await derLikeSignature(content),
          opaque: await deriveMany('opaque', content, 157),
        }
      : { signature: await deriveMany('opaque', content, 42) }),
  })
}

/** 71 bytes shaped as a DER ECDSA signature; nobody checks them but `openSessionToken`. */
async function derLikeSignature(content: Uint8Array): Promise<Uint8Array> {
  const numbers = await deriveMany('signature', content, 64)
  const bytes = new Uint8Array(71)
  bytes.set([0x30, 0x45, 0x02, 0x21, 0x00])
  bytes.set(numbers.slice(0, 32), 5)
  bytes.set([0x02, 0x20], 37)
  bytes.set(numbers.slice(32), 39)
  return bytes
}

/** What a token says, or null where it is not exactly one that the sandbox wrote. */
export async function openSessionToken(token: string): Promise<SessionTerms | null> {
  const { parts } = parseSessionToken(token)
  const content = parts && (await open(bytesOf(parts.ciphertext), bytesOf(parts.iv)))
  if (!content) return null
  // Only the sandbox can have sealed it, so what is inside has the shape that was put in.
  const terms = JSON.parse(new TextDecoder().decode(content)) as SessionTerms
  // The seal covers the content alone; writing the token anew covers every other byte.
  return (await writeSessionToken(terms)) === token ? terms : null
}

/** Drops what is finer than a second. */
export const wholeSecond = (instant: Instant): Instant => Math.floor(instant / SECOND) * SECOND
