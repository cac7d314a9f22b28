import { bytesOf } from './hash.ts'

const UNRESERVED = /[A-Za-z0-9\-._~]/

const HEX_PAIR = /^[0-9A-Fa-f]{2}$/

/**
 * Percent-encodes every byte but the unreserved characters, with upper-case digits; a space becomes `%20`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function uriEncode(content: string | Uint8Array): string {
  let encoded = ''
  for (const byte of bytesOf(content)) {
    const character = String.fromCharCode(byte)
    encoded += UNRESERVED.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return encoded
}

/** Bytes of one component of a query or form: `%XX` and `+` decoded; a `%` that escapes nothing stands for itself. */
export function decodeComponent(component: string): Uint8Array {
  const bytes: number[] = []
  const wire = bytesOf(component)
  for (let at = 0; at < wire.length; at++) {
    const byte = wire[at] ?? 0
    const pair = String.fromCharCode(wire[at + 1] ?? 0, wire[at + 2] ?? 0)
    if (byte === 0x25 && HEX_PAIR.test(pair)) {
      bytes.push(Number.parseInt(pair, 16))
      at += 2
    } else {
      bytes.push(byte === 0x2b ? 0x20 : byte)
    }
  }
  return Uint8Array.from(bytes)
}

/** A `%` that does not begin an escape. `cut` has fewer than two characters after it. */
export type BrokenEscape =
  | { readonly escape: 'cut' }
  | { readonly escape: 'not-hexadecimal'; readonly characters: string }

/** The first broken escape of a wire text, or null where there is none. */
export function findBrokenEscape(wire: string): BrokenEscape | null {
  for (let at = wire.indexOf('%'); at >= 0; at = wire.indexOf('%', at + 3)) {
    const characters = wire.slice(at + 1, at + 3)
    if (characters.length < 2) return { escape: 'cut' }
    if (!HEX_PAIR.test(characters)) return { escape: 'not-hexadecimal', characters }
  }
  return null
}
