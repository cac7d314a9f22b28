const BLOCK = 8192

/** Standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let letters = ''
  for (let at = 0; at < bytes.length; at += BLOCK) {
    letters += String.fromCharCode(...bytes.subarray(at, at + BLOCK))
  }
  return btoa(letters)
}

/** Base64 in the URL-safe alphabet without padding, as JWTs have it. @see https://www.rfc-editor.org/rfc/rfc4648#section-5 */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}

/** The bytes of standard base64, padded or not; null where it is none. */
export function decodeBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const bare = text.replace(/=/g, '')
  if (bare.length % 4 === 1) return null
  return Uint8Array.from(atob(bare), (letter) => letter.charCodeAt(0))
}

/** The bytes of base64 in the URL-safe alphabet without padding; null where it is none. */
export function decodeBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null
  return decodeBase64(text.replace(/-/g, '+').replace(/_/g, '/'))
}

/** The text of UTF-8 bytes; null where they are none. A byte order mark is kept. */
export function textOfUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
