import { SECOND, type Instant } from '../time/instant.ts'
import { tokenKeyIdAt } from './token-key-id.ts'

/** What a made-up session token holds. The opaque parts are bytes of the caller's choice. */
export type TokenContent = {
  readonly version: 1 | 2
  /** Field 1 of a version-1 token: `aws` in aws-us-gov and aws-cn, `er/aws` (the default) elsewhere. */
  readonly name?: 'aws' | 'er/aws'
  /** The Region that issues it; version 2 only. */
  readonly region: string
  /** 12 digits; version 2 only. */
  readonly account: string
  /** Kept to the second. */
  readonly issuedAt: Instant
  readonly ciphertext: Uint8Array
  /** Field 4 of version 2 (70–72 bytes in real tokens); the opaque field 6 of version 1 (40–45 bytes). */
  readonly signature: Uint8Array
  /** 12 bytes in real tokens. */
  readonly iv: Uint8Array
  /** Field 7 of version 2, 157–330 bytes in real tokens; empty by default. */
  readonly opaque?: Uint8Array
  /** Field 5.1 of version 2, -128…127; 0 by default. */
  readonly encryptKeyId?: number
}

/**
 * Writes a session token of the layout that STS uses: standard base64 over one type byte (0x21 or 0x17) and protobuf.
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function encodeSessionToken(content: TokenContent): string {
  return base64(content.version === 2 ? version2(content) : version1(content))
}

function version2(content: TokenContent): number[] {
  const user = [
    ...varintField(1, content.encryptKeyId ?? 0),
    ...varintField(2, 0),
    ...bytesField(3, ascii(content.account)),
    ...bytesField(4, content.iv),
    ...bytesField(5, content.ciphertext),
  ]
  return [
    0x21,
    ...bytesField(1, ascii('origin_ec')),
    ...varintField(2, tokenKeyIdAt('origin_ec', content.issuedAt) ?? 0),
    ...bytesField(3, ascii(content.region)),
    ...bytesField(4, content.signature),
    ...bytesField(5, user),
    ...varintField(6, Math.floor(content.issuedAt / SECOND)),
    ...bytesField(7, content.opaque ?? []),
  ]
}

function version1(content: TokenContent): number[] {
  const name = content.name ?? 'er/aws'
  return [
    0x17,
    ...bytesField(1, ascii(name)),
    ...varintField(2, tokenKeyIdAt(name, content.issuedAt) ?? 0),
    ...bytesField(3, content.iv),
    ...bytesField(4, content.ciphertext),
    ...varintField(5, Math.floor(content.issuedAt / SECOND)),
    ...bytesField(6, content.signature),
  ]
}

/** Negative numbers take ten bytes: protobuf writes them as 64-bit two's complement. */
function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return [...bytes, Number(rest)]
}

const varintField = (field: number, value: number): number[] => [field * 8, ...varint(value)]

function bytesField(field: number, bytes: ArrayLike<number>): number[] {
  return [field * 8 + 2, ...varint(bytes.length), ...Array.from(bytes)]
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

const base64 = (bytes: readonly number[]): string =>
  btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))
