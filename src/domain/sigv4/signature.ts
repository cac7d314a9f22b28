import { Secret } from '../credentials/secret.ts'
import { canonicalRequest, type CanonicalRequest } from './canonical-request.ts'
import { canonicalHeaders } from './canonical-headers.ts'
import type { CredentialScope } from './credential-scope.ts'
import { hmacSha256, sha256Hex, toHex } from './hash.ts'
import { revealText } from './secret-text.ts'
import type { SigningRequest } from './signing-request.ts'
import { signingKey } from './signing-key.ts'
import { stringToSign } from './string-to-sign.ts'

/** Every step from a request to its signature, so that two sides can be compared. */
export type SigningTrace = {
  readonly canonicalRequest: CanonicalRequest
  readonly stringToSign: string
  readonly scope: CredentialScope
  /** Lower-case names, sorted. */
  readonly signedHeaders: readonly string[]
  /** 64 hexadecimal digits. Secret because a request can be sent again for 15 minutes. */
  readonly signature: Secret
}

/** What is signed, apart from the request. */
export type SigningTerms = {
  /** `20261122T011204Z` */
  readonly amzDate: string
  readonly scope: CredentialScope
  readonly signedHeaders: readonly string[]
  /** Hexadecimal SHA-256 of the body, or what stands in its place (`UNSIGNED-PAYLOAD`). */
  readonly payloadHash: string
}

/** The signature of a request under a secret access key, with its steps. */
export async function signature(
  request: SigningRequest,
  terms: SigningTerms,
  secretAccessKey: Secret,
): Promise<SigningTrace> {
  const signedHeaders = [...new Set(terms.signedHeaders)].sort()
  const headers = canonicalHeaders(request, (name) => signedHeaders.includes(name))
  const canonical = canonicalRequest(request, headers, signedHeaders, terms.payloadHash)
  const text = stringToSign(terms.amzDate, terms.scope, await sha256Hex(revealText(canonical)))
  const key = await signingKey(secretAccessKey, terms.scope)
  return {
    canonicalRequest: canonical,
    stringToSign: text,
    scope: terms.scope,
    signedHeaders,
    signature: new Secret(toHex(await hmacSha256(key, text))),
  }
}
