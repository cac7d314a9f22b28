import type { ScopeFault, SignatureFault, SignaturePart } from '#domain/sigv4/signature-fault.ts'
import { revealText } from '#domain/sigv4/secret-text.ts'
import type { SigningTrace } from '#domain/sigv4/signature.ts'
import type { BrokenEscape } from '#domain/sigv4/uri-encode.ts'
import { formatAmzDate } from '#domain/time/instant.ts'
import { senderError, type ApiError } from './api-error.ts'

const incomplete = (message: string): ApiError => senderError(400, 'IncompleteSignature', message)

const mismatch = (message: string): ApiError => senderError(403, 'SignatureDoesNotMatch', message)

const MISSING_TOKEN = senderError(
  403,
  'MissingAuthenticationToken',
  'Request is missing Authentication Token',
)

const MISMATCH_TEXT =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'

/** The signature is another one than the server calculates, in the header's form. */
export const SIGNATURE_DIFFERS = mismatch(MISMATCH_TEXT)

/** AWS's code, status and words for a signature that is not accepted. They quote what was sent, as AWS does. */
export function signatureRefusal(fault: SignatureFault): ApiError {
  switch (fault.fault) {
    case 'malformed-query':
      return senderError(400, 'MalformedQueryString', escapeText(fault.escape))
    case 'missing':
      return MISSING_TOKEN
    case 'two-signatures':
      return mismatch('')
    case 'unsupported-algorithm':
      return incomplete(`Unsupported AWS 'algorithm': '${fault.algorithm.reveal()}'.`)
    case 'not-key-value-pair':
      return incomplete(
        `'${fault.part.reveal()}' not a valid key=value pair (missing equal-sign) in Authorization header: '${fault.header.reveal()}'.`,
      )
    case 'parts-missing':
      return fault.form === 'query'
        ? incomplete(
            `${fault.missing.map(queryPartText).join(' ')} Re-examine the query-string parameters.`,
          )
        : incomplete(`${fault.missing.map(partText).join(' ')} Authorization=AWS4-HMAC-SHA256`)
    case 'host-not-signed':
      return mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")
    case 'date-format':
      return incomplete(
        `Date must be in ISO-8601 'basic format'. Got '${fault.seen}'. See http://en.wikipedia.org/wiki/ISO_8601`,
      )
    case 'too-old': {
      const [signed, limit, now] = [fault.signedAt, fault.limit, fault.now].map(formatAmzDate)
      return mismatch(
        `Signature expired: ${signed} is now earlier than ${limit} (${now} - 15 min.)`,
      )
    }
    case 'too-new': {
      const [signed, limit, now] = [fault.signedAt, fault.limit, fault.now].map(formatAmzDate)
      return mismatch(
        `Signature not yet current: ${signed} is still later than ${limit} (${now} + 15 min.)`,
      )
    }
    case 'not-five-parts':
      return incomplete(
        `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${fault.credential.reveal()}'`,
      )
    case 'scope':
      return mismatch(sentences(fault.wrong.map(scopeText)))
    case 'mismatch':
      return fault.form === 'query'
        ? mismatch(`${MISMATCH_TEXT}${calculated(fault.expected)}`)
        : SIGNATURE_DIFFERS
    default:
      return fault satisfies never
  }
}

function escapeText(escape: BrokenEscape): string {
  return escape.escape === 'cut'
    ? 'Incomplete trailing escape % sequence'
    : `Illegal hex character in escape % pattern: %${escape.characters}`
}

/** What AWS adds where the signature is a presigned URL's. */
function calculated(trace: SigningTrace): string {
  return [
    '\n\nThe Canonical String for this request should have been',
    `'${revealText(trace.canonicalRequest)}'\n`,
    'The String-to-Sign should have been',
    `'${trace.stringToSign}'\n`,
  ].join('\n')
}

const queryPartText = (part: SignaturePart): string =>
  `AWS query-string parameters must include 'X-Amz-${part}'.`

function partText(part: SignaturePart): string {
  return part === 'Date'
    ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
    : `Authorization header requires '${part}' parameter.`
}

/** Some of AWS's sentences bring the blank behind them along. */
const sentences = (texts: readonly string[]): string =>
  texts.reduce((all, text) => (/^$| $/.test(all) ? all + text : `${all} ${text}`), '')

function scopeText(fault: ScopeFault): string {
  switch (fault.part) {
    case 'region':
      return 'Credential should be scoped to a valid region. '
    case 'service':
      return `Credential should be scoped to correct service: '${fault.expected}'. `
    case 'terminator':
      return `Credential should be scoped with a valid terminator: 'aws4_request', not '${fault.seen}'.`
    case 'date':
      return `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${fault.seen}' != '${fault.expected}', from '${fault.amzDate}'.`
    default:
      return fault satisfies never
  }
}
