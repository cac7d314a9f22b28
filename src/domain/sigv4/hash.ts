const UTF8 = new TextEncoder()

/** Bytes of a text in UTF-8; bytes are handed through. */
export function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? UTF8.encode(content) : new Uint8Array(content)
}

/** Lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** SHA-256 as 64 lower-case hexadecimal digits. Needs `crypto.subtle`, that is a secure origin. */
export async function sha256Hex(content: string | Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(content))))
}

/** HMAC-SHA-256, 32 bytes. @see https://www.rfc-editor.org/rfc/rfc2104 */
export async function hmacSha256(
  key: Uint8Array<ArrayBuffer>,
  content: string | Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytesOf(content)))
}
