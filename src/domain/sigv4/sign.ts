import type { Secret } from '../credentials/secret.ts'
import type { SigningCredentials } from '../ports.ts'
import type { HeaderValue } from '../sts/call.ts'
import { formatAmzDate, type Instant } from '../time/instant.ts'
import { writeAuthorizationHeader } from './authorization-header.ts'
import { isSignable } from './canonical-headers.ts'
import { credentialScope } from './credential-scope.ts'
import { sha256Hex } from './hash.ts'
import { signature, type SigningTrace } from './signature.ts'
import { headerOf, type SigningRequest } from './signing-request.ts'

/** A request ready for the wire, and the steps that led to its signature. Header names are lower-case. */
export type SignedRequest = SigningRequest & { readonly trace: SigningTrace }

/** Headers that signing makes anew. */
const MADE_BY_SIGNING = new Set(['authorization', 'x-amz-date', 'date'])

/**
 * Signs a request in its headers: adds `x-amz-date`, `x-amz-security-token` where there is a token,
 * `x-amz-content-sha256` unless it is there already, and `authorization`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export async function sign(
  request: SigningRequest,
  credentials: SigningCredentials,
  place: { readonly region: string; readonly service: string },
  instant: Instant,
): Promise<SignedRequest> {
  const amzDate = formatAmzDate(instant)
  const scope = credentialScope(place, instant)
  const givenHash = headerOf(request, 'x-amz-content-sha256')
  const payloadHash = givenHash ?? (await sha256Hex(request.body))
  const headers: readonly (readonly [string, HeaderValue])[] = [
    ...keptHeaders(request, credentials.sessionToken),
    ['x-amz-date', amzDate],
    ...tokenHeader(credentials.sessionToken),
    ...(givenHash === null ? [['x-amz-content-sha256', payloadHash] as const] : []),
  ]
  const terms = {
    amzDate,
    scope,
    signedHeaders: headers.map(([name]) => name).filter(isSignable),
    payloadHash,
  }
  const trace = await signature({ ...request, headers }, terms, credentials.secretAccessKey)
  const authorization = writeAuthorizationHeader({ ...trace, accessKeyId: credentials.accessKeyId })
  return { ...request, headers: [...headers, ['authorization', authorization]], trace }
}

function keptHeaders(
  request: SigningRequest,
  sessionToken: Secret | null,
): SigningRequest['headers'] {
  const token = tokenHeader(sessionToken)
  return request.headers
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !MADE_BY_SIGNING.has(name) && !token.some(([made]) => made === name))
}

function tokenHeader(sessionToken: Secret | null): SigningRequest['headers'] {
  if (sessionToken === null || sessionToken.length === 0) return []
  return [['x-amz-security-token', [sessionToken]]]
}
