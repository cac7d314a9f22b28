import type { Secret } from '../credentials/secret.ts'
import { redact } from '../redaction/redact.ts'
import type { XmlReading } from '../xml/read-xml.ts'
import { childOf, readXml, textOf } from '../xml/read-xml.ts'
import type { Outcome, ReceivedResponse, StsReply } from './call.ts'
import type { ErrorBody } from './error-body.ts'
import { errorInJson, errorInXml, fieldOf, stringOf } from './error-body.ts'
import type { CallerIdentity } from './get-caller-identity.ts'
import { identityInXml, identityOf } from './get-caller-identity.ts'

type Body = {
  readonly what: 'xml' | 'json' | 'html' | 'empty' | 'other'
  readonly error: ErrorBody | null
  readonly identity: CallerIdentity | null
  /** The request ID that stands beside an identity. */
  readonly requestId: string | null
}

const NOTHING = { error: null, identity: null, requestId: null }

/**
 * What happened, judged from the status and the text of the answer alone, never from a client's message. Everything
 * that is kept of AWS's words is redacted.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export function judgeReply(reply: StsReply, secrets: readonly Secret[]): Outcome {
  if (reply.kind === 'answered') return judgeResponse(reply.response, reply.result, secrets)
  if (reply.kind === 'cancelled') return { kind: 'cancelled' }
  if (reply.kind === 'timed-out') return { kind: 'unreachable', why: 'timed-out', message: '' }
  const message = redact(reply.message, secrets)
  if (reply.kind === 'not-sent') return { kind: 'not-sent', why: reply.why, message }
  const why = reply.policyViolation !== null ? 'policy' : reply.online ? 'unknown' : 'offline'
  return { kind: 'unreachable', why, message }
}

function judgeResponse(
  response: ReceivedResponse,
  result: Extract<StsReply, { kind: 'answered' }>['result'],
  secrets: readonly Secret[],
): Outcome {
  const { status } = response
  const body = readBody(response.body)
  const header = response.headers['x-amzn-requestid'] ?? null
  if (body.error) {
    const { code, message, requestId } = body.error
    return {
      kind: 'refused',
      code: redact(code, secrets),
      message: redact(message, secrets),
      status,
      requestId: header ?? requestId,
    }
  }
  const isSuccess = status >= 200 && status <= 299
  if (isSuccess && (body.what === 'xml' || body.what === 'json' || body.what === 'other')) {
    const read = result && identityOf(result.account, result.arn, result.userId)
    const identity = body.identity ?? read
    if (identity) return { kind: 'identified', ...identity, requestId: header ?? body.requestId }
  }
  if (body.what === 'html' || body.what === 'empty') {
    return { kind: 'unreadable', what: body.what, status }
  }
  return {
    kind: 'unreadable',
    what: isSuccess && body.what !== 'other' ? 'no-arn' : 'other',
    status,
  }
}

function readBody(text: string): Body {
  const trimmed = text.trim()
  if (trimmed === '') return { what: 'empty', ...NOTHING }
  if (trimmed.startsWith('{')) {
    const value = parseJson(trimmed)
    if (value === undefined) return { what: 'other', ...NOTHING }
    return { ...NOTHING, what: 'json', error: errorInJson(value), identity: identityInJson(value) }
  }
  const reading: XmlReading = readXml(trimmed)
  if (reading.kind === 'read' && reading.root.name.toLowerCase() !== 'html') {
    const { root } = reading
    const requestId = textOf(childOf(childOf(root, 'ResponseMetadata'), 'RequestId'))
    return { what: 'xml', error: errorInXml(root), identity: identityInXml(root), requestId }
  }
  const isHtml = /<(?:!doctype\s{1,20}html|html|head|body|title|script)\b/i.test(
    trimmed.slice(0, 4096),
  )
  return { what: isHtml ? 'html' : 'other', ...NOTHING }
}

/** STS answers JSON to a client that asked for it. */
function identityInJson(value: unknown): CallerIdentity | null {
  const result = fieldOf(fieldOf(value, 'GetCallerIdentityResponse'), 'GetCallerIdentityResult')
  return identityOf(
    stringOf(fieldOf(result, 'Account')),
    stringOf(fieldOf(result, 'Arn')),
    stringOf(fieldOf(result, 'UserId')),
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
