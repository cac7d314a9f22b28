import type { Secret } from '../credentials/secret.ts'
import { parseAmzDate, type Instant } from '../time/instant.ts'
import { parseAuthorizationHeader } from './authorization-header.ts'
import { readParameters } from './canonical-query-string.ts'
import type { SignatureFault, SignaturePart } from './signature-fault.ts'
import { headerOf, type SigningRequest } from './signing-request.ts'
import { findBrokenEscape } from './uri-encode.ts'

/** What a signature says of itself; nothing of it has been compared with place, time or secret. */
export type ReadSignature = {
  readonly fault: null
  /** `keyid/date/region/service/aws4_request`, as sent. */
  readonly credential: Secret
  readonly signedHeaders: readonly string[]
  readonly signature: Secret
  /** `20261122T011204Z` */
  readonly amzDate: string
  readonly signedAt: Instant
}

/** Finds a request's signature and takes it apart, in AWS's order: query, presence, form, host, date. */
export function readSignature(request: SigningRequest): ReadSignature | SignatureFault {
  const escape = findBrokenEscape(request.query)
  if (escape) return { fault: 'malformed-query', escape }
  const header = headerOf(request, 'authorization')
  const isInQuery = readParameters(request.query).some(([name]) => name === 'X-Amz-Algorithm')
  if (isInQuery) return { fault: header === null ? 'query-signature' : 'two-signatures' }
  if (header === null || header.trim() === '') return { fault: 'missing' }
  const parsed = parseAuthorizationHeader(header)
  if (parsed.kind === 'unsupported-algorithm') {
    return { fault: parsed.kind, algorithm: parsed.algorithm }
  }
  if (parsed.kind === 'not-key-value-pair') {
    return { fault: parsed.kind, part: parsed.part, header: parsed.header }
  }
  return complete(parsed, headerOf(request, 'x-amz-date') ?? headerOf(request, 'date'))
}

function complete(
  parts: {
    readonly credential: Secret | null
    readonly signedHeaders: readonly string[] | null
    readonly signature: Secret | null
  },
  date: string | null,
): ReadSignature | SignatureFault {
  const { credential, signedHeaders, signature } = parts
  if (!credential || !signature || !signedHeaders || date === null) {
    const named: readonly (readonly [SignaturePart, unknown])[] = [
      ['Credential', credential],
      ['Signature', signature],
      ['SignedHeaders', signedHeaders],
      ['Date', date],
    ]
    const missing = named.filter(([, part]) => part === null).map(([name]) => name)
    return { fault: 'parts-missing', missing }
  }
  if (!signedHeaders.includes('host') && !signedHeaders.includes(':authority')) {
    return { fault: 'host-not-signed' }
  }
  const amzDate = date.trim()
  const signedAt = parseAmzDate(amzDate)
  if (signedAt === null) return { fault: 'date-format', seen: date }
  return { fault: null, credential, signedHeaders, signature, amzDate, signedAt }
}
