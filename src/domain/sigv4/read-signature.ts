import { Secret } from '../credentials/secret.ts'
import { parseAmzDate, type Instant } from '../time/instant.ts'
import { parseAuthorizationHeader } from './authorization-header.ts'
import { readParameters } from './canonical-query-string.ts'
import type { SignatureFault, SignatureForm, SignaturePart } from './signature-fault.ts'
import { headerOf, type SigningRequest } from './signing-request.ts'
import { ALGORITHM } from './string-to-sign.ts'
import { findBrokenEscape } from './uri-encode.ts'

/** What a signature says of itself; nothing of it has been compared with place, time or secret. */
export type ReadSignature = {
  readonly fault: null
  readonly form: SignatureForm
  /** `keyid/date/region/service/aws4_request`, as sent. */
  readonly credential: Secret
  readonly signedHeaders: readonly string[]
  readonly signature: Secret
  /** Null where none was sent; an empty one counts as none. */
  readonly sessionToken: Secret | null
  /** `20261122T011204Z` */
  readonly amzDate: string
  readonly signedAt: Instant
}

/** Finds a request's signature and takes it apart, in AWS's order: query, presence, form, host, date. */
export function readSignature(request: SigningRequest): ReadSignature | SignatureFault {
  const escape = findBrokenEscape(request.query)
  if (escape) return { fault: 'malformed-query', escape }
  const header = headerOf(request, 'authorization')
  const query = new Map(readParameters(request.query).toReversed())
  if (query.has('X-Amz-Algorithm')) {
    return header === null ? readQuery(query, request) : { fault: 'two-signatures' }
  }
  if (header === null || header.trim() === '') return { fault: 'missing' }
  const parsed = parseAuthorizationHeader(header)
  if (parsed.kind === 'unsupported-algorithm') {
    return { fault: parsed.kind, algorithm: parsed.algorithm }
  }
  if (parsed.kind === 'not-key-value-pair') {
    return { fault: parsed.kind, part: parsed.part, header: parsed.header }
  }
  const date = headerOf(request, 'x-amz-date') ?? headerOf(request, 'date')
  return complete('header', { ...parsed, date, token: headerOf(request, 'x-amz-security-token') })
}

/** A presigned URL. Its `X-Amz-Expires` counts for nothing: STS gives every request 15 minutes. */
function readQuery(
  query: ReadonlyMap<string, string>,
  request: SigningRequest,
): ReadSignature | SignatureFault {
  const algorithm = query.get('X-Amz-Algorithm') ?? ''
  if (algorithm !== ALGORITHM) {
    return { fault: 'unsupported-algorithm', algorithm: new Secret(algorithm) }
  }
  // The first of two parameters with one name counts; an empty one is none.
  const partOf = (name: string): string | null => query.get(`X-Amz-${name}`) || null
  const secretOf = (name: string): Secret | null => {
    const part = partOf(name)
    return part === null ? null : new Secret(part)
  }
  return complete('query', {
    credential: secretOf('Credential'),
    signature: secretOf('Signature'),
    signedHeaders: partOf('SignedHeaders')?.split(';').sort() ?? null,
    date: partOf('Date'),
    token: query.get('X-Amz-Security-Token') ?? headerOf(request, 'x-amz-security-token'),
  })
}

function complete(
  form: SignatureForm,
  parts: {
    readonly credential: Secret | null
    readonly signedHeaders: readonly string[] | null
    readonly signature: Secret | null
    readonly date: string | null
    readonly token: string | null
  },
): ReadSignature | SignatureFault {
  const { credential, signedHeaders, signature, date } = parts
  if (!credential || !signature || !signedHeaders || date === null) {
    const named: readonly (readonly [SignaturePart, unknown])[] = [
      ['Credential', credential],
      ['Signature', signature],
      ['SignedHeaders', signedHeaders],
      ['Date', date],
    ]
    const missing = named.filter(([, part]) => part === null).map(([name]) => name)
    return { fault: 'parts-missing', form, missing }
  }
  if (!signedHeaders.includes('host') && !signedHeaders.includes(':authority')) {
    return { fault: 'host-not-signed' }
  }
  const amzDate = date.trim()
  const signedAt = parseAmzDate(amzDate)
  if (signedAt === null) return { fault: 'date-format', seen: date }
  const token = parts.token?.trim() ?? ''
  const sessionToken = token === '' ? null : new Secret(token)
  return {
    fault: null,
    form,
    credential,
    signedHeaders,
    signature,
    sessionToken,
    amzDate,
    signedAt,
  }
}
