import { bytesOf } from '../sigv4/hash.ts'
import { encodeBase64Url } from './base64.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** The part of a JWT that is signed: header and claims in base64url, joined by a dot. @see https://www.rfc-editor.org/rfc/rfc7515#section-5.1 */
export function jwtSigningInput(header: JsonObject, claims: JsonObject): string {
  return [header, claims].map((part) => encodeBase64Url(bytesOf(JSON.stringify(part)))).join('.')
}

/** A JWT in compact form; the signature is whatever bytes are given. */
export function writeJwt(header: JsonObject, claims: JsonObject, signature: Uint8Array): string {
  return `${jwtSigningInput(header, claims)}.${encodeBase64Url(signature)}`
}
