import type { SigningCredentials } from '../ports.ts'
import type { HeaderValue } from '../sts/call.ts'
import { formatAmzDate, type Instant } from '../time/instant.ts'
import { isSignable } from './canonical-headers.ts'
import { credentialScope, writeCredentialScope } from './credential-scope.ts'
import { sha256Hex } from './hash.ts'
import { revealText } from './secret-text.ts'
import { signature, type SigningTrace } from './signature.ts'
import { headerOf, type SigningRequest } from './signing-request.ts'
import { ALGORITHM } from './string-to-sign.ts'
import { uriEncode } from './uri-encode.ts'

/** A request whose signature stands in its query. The query holds the session token in the clear: it is the URL. */
export type PresignedRequest = SigningRequest & { readonly trace: SigningTrace }

/** Headers that presigning drops: their content stands in the query. */
const REPLACED = new Set(['authorization', 'x-amz-date', 'date'])

/**
 * Signs a request in its query, as for a URL that somebody else fetches. `x-amz-…` headers move into the query; the
 * rest is signed and has to be sent along.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export async function presign(
  request: SigningRequest,
  credentials: SigningCredentials,
  place: { readonly region: string; readonly service: string },
  terms: { readonly instant: Instant; readonly expiresSeconds: number },
): Promise<PresignedRequest> {
  const amzDate = formatAmzDate(terms.instant)
  const scope = credentialScope(place, terms.instant)
  const given = request.headers.filter(([name]) => !REPLACED.has(name.toLowerCase()))
  const isMoved = ([name]: readonly [string, HeaderValue]): boolean => /^x-amz-/i.test(name)
  const headers = given.filter((header) => !isMoved(header))
  const signedHeaders = [
    ...new Set(headers.map(([name]) => name.toLowerCase()).filter(isSignable)),
  ].sort()
  const { accessKeyId, sessionToken } = credentials
  const added: readonly (readonly [string, string])[] = [
    ...given.filter(isMoved).map(([name, value]) => [name, revealText(value)] as const),
    ...(sessionToken && sessionToken.length > 0
      ? [['X-Amz-Security-Token', sessionToken.reveal()] as const]
      : []),
    ['X-Amz-Algorithm', ALGORITHM],
    ['X-Amz-Credential', `${accessKeyId.reveal()}/${writeCredentialScope(scope)}`],
    ['X-Amz-Date', amzDate],
    ['X-Amz-Expires', String(terms.expiresSeconds)],
    ['X-Amz-SignedHeaders', signedHeaders.join(';')],
  ]
  const query = joinQuery(request.query, added)
  const payloadHash = headerOf(request, 'x-amz-content-sha256') ?? (await sha256Hex(request.body))
  const unsigned = { ...request, headers, query }
  const trace = await signature(
    unsigned,
    { amzDate, scope, signedHeaders, payloadHash },
    credentials.secretAccessKey,
  )
  const sealed = joinQuery(query, [['X-Amz-Signature', trace.signature.reveal()]])
  return { ...unsigned, query: sealed, trace }
}

const joinQuery = (query: string, added: readonly (readonly [string, string])[]): string =>
  [query, ...added.map((pair) => pair.map(uriEncode).join('='))]
    .filter((part) => part !== '')
    .join('&')
