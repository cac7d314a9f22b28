import { bytesOf } from '#domain/sigv4/hash.ts'
import { SECOND, type Instant } from '#domain/time/instant.ts'
import { deriveBytes } from '../sealing.ts'

/** How long one code is shown. @see https://www.rfc-editor.org/rfc/rfc6238#section-5.2 */
const STEP = 30 * SECOND

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * The secret of a virtual MFA device, 32 letters of base32 that begin with EXAMPLE, for an authenticator app. Each
 * serial number (an ARN) has its own.
 */
export async function totpSecret(deviceSerial: string): Promise<string> {
  const bytes = await deriveBytes('MFA device', deviceSerial)
  const letters = Array.from(bytes.slice(0, 25), (byte) => BASE32.charAt(byte % 32))
  return `EXAMPLE${letters.join('')}`
}

/** The six digits that a device shows at `now`. */
export async function totpCode(deviceSerial: string, now: Instant): Promise<string> {
  return oneTimePassword(fromBase32(await totpSecret(deviceSerial)), stepOf(now), 6)
}

/**
 * The half minute since 1970 that a device shows a code in: this one, the one before or the one after; null where it is
 * not the device's.
 */
export async function stepOfTotpCode(
  deviceSerial: string,
  code: string,
  now: Instant,
): Promise<number | null> {
  const secret = fromBase32(await totpSecret(deviceSerial))
  for (const step of [0, -1, 1]) {
    const counter = stepOf(now) + step
    if ((await oneTimePassword(secret, counter, 6)) === code) return counter
  }
  return null
}

const stepOf = (now: Instant): number => Math.max(0, Math.floor(now / STEP))

/**
 * The code of one counter (HOTP with HMAC-SHA-1); TOTP counts half minutes since 1970.
 * @see https://www.rfc-editor.org/rfc/rfc4226#section-5.3
 */
export async function oneTimePassword(
  secret: Uint8Array<ArrayBuffer>,
  counter: number,
  digits: number,
): Promise<string> {
  const message = new DataView(new ArrayBuffer(8))
  message.setUint32(0, Math.floor(counter / 2 ** 32))
  message.setUint32(4, counter % 2 ** 32)
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, message))
  const number = mac.getUint32(mac.getUint8(19) & 15) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const letter of text) {
    value = ((value << 5) | BASE32.indexOf(letter)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((value >> bits) & 255)
  }
  return bytesOf(Uint8Array.from(bytes))
}
