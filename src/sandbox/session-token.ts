import { parseSessionToken } from '#domain/credentials/session-token.ts'
import { encodeSessionToken } from '#domain/credentials/session-token-encode.ts'
import { bytesOf } from '#domain/sigv4/hash.ts'
import { SECOND, type Instant } from '#domain/time/instant.ts'
import type { Principal } from './principal-table.ts'
import { deriveBytes, deriveMany, open, seal } from './sealing.ts'
import type { SessionContext } from './session-context.ts'

/** What a session token of the sandbox says; everything is sealed inside it. Instants are whole seconds. */
export type SessionTerms = {
  readonly version: 1 | 2
  /** The Region that issued it. */
  readonly region: string
  readonly accessKeyId: string
  readonly principal: Principal
  readonly issuedAt: Instant
  readonly expiresAt: Instant
  /** Absent where the principal's ARN says it all. */
  readonly session?: SessionContext
}

/** The largest token that STS issues, in bytes. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const LARGEST_TOKEN = 4096

/** The sealed part of real role sessions has 240 bytes or more; 16 of them are the seal's. */
const SEALED_LENGTH = 400 - 16

/**
 * Writes the token of a session in STS's layout, of `smallest` bytes or more. The same terms give the same token; it may
 * be larger than STS allows.
 */
export async function writeSessionToken(terms: SessionTerms, smallest = 0): Promise<string> {
  const content = bytesOf(JSON.stringify(terms))
  const token = await writeToken(terms, padded(content, SEALED_LENGTH))
  // Base64 has four characters for three bytes.
  const missing = Math.ceil(smallest / 4) * 3 - (token.length / 4) * 3
  if (missing <= 0) return token
  return writeToken(terms, padded(content, Math.max(content.length, SEALED_LENGTH) + missing))
}

function padded(content: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(content.length, length)).fill(0x20)
  bytes.set(content)
  return bytes
}

async function writeToken(terms: SessionTerms, content: Uint8Array<ArrayBuffer>): Promise<string> {
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
  return (await writeToken(terms, content)) === token ? terms : null
}

/** Drops what is finer than a second. */
export const wholeSecond = (instant: Instant): Instant => Math.floor(instant / SECOND) * SECOND
