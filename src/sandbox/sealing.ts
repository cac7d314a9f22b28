import { bytesOf, hmacSha256 } from '#domain/sigv4/hash.ts'

/** Everything the sandbox keeps to itself comes from this text. It guards nothing real. */
const ROOT_KEY = 'STS Debugger sandbox EXAMPLE key'

/** 32 bytes that only the sandbox makes, the same ones for the same purpose and content. */
export function deriveBytes(
  purpose: string,
  content: string | Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return hmacSha256(bytesOf(`${ROOT_KEY}/${purpose}`), content)
}

/** As many derived bytes as wanted. */
export async function deriveMany(
  purpose: string,
  content: Uint8Array,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const blocks = Math.ceil(length / 32)
  const bytes = new Uint8Array(blocks * 32)
  for (let block = 0; block < blocks; block++) {
    bytes.set(await deriveBytes(`${purpose}/${block}`, content), block * 32)
  }
  return bytes.slice(0, length)
}

async function sealingKey(purpose: string): Promise<CryptoKey> {
  const bytes = await deriveBytes(purpose, '')
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Encrypts and authenticates; `iv` has 12 bytes. The result is 16 bytes longer than the content. */
export async function seal(
  content: Uint8Array<ArrayBuffer>,
  iv: Uint8Array<ArrayBuffer>,
  purpose = 'session token',
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await sealingKey(purpose)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, content)
  return new Uint8Array(sealed)
}

/** Undoes `seal`; null where a byte differs. */
export async function open(
  sealed: Uint8Array<ArrayBuffer>,
  iv: Uint8Array<ArrayBuffer>,
  purpose = 'session token',
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (iv.length !== 12 || sealed.length < 16) return null
  const key = await sealingKey(purpose)
  try {
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
    return new Uint8Array(opened)
  } catch {
    return null
  }
}
