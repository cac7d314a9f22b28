import type { Secret } from '../credentials/secret.ts'
import type { CanonicalHeader } from './canonical-headers.ts'
import { canonicalQueryString } from './canonical-query-string.ts'
import { canonicalUri } from './canonical-uri.ts'
import { joinText } from './secret-text.ts'
import type { SigningRequest } from './signing-request.ts'

/** The canonical request; the session token inside it stays a reference. */
export type CanonicalRequest = readonly (string | Secret)[]

/**
 * Method, path, query, headers, signed headers and payload hash (hexadecimal), one beneath the other.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(
  request: SigningRequest,
  headers: readonly CanonicalHeader[],
  signedHeaders: readonly string[],
  payloadHash: string,
): CanonicalRequest {
  return joinText(
    `${request.method}\n${canonicalUri(request.path)}\n${canonicalQueryString(request.query)}\n`,
    ...headers.flatMap(([name, value]) => [`${name}:`, value, '\n']),
    `\n${signedHeaders.join(';')}\n${payloadHash}`,
  )
}
