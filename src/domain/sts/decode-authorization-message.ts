import type { Secret } from '../credentials/secret.ts'
import { readDecodedMessage, type DecodedMessage } from '../denial/decoded-message.ts'
import { redact } from '../redaction/redact.ts'
import { childOf, readXml, textOf } from '../xml/read-xml.ts'
import type { Outcome, StsReply } from './call.ts'
import { errorInJson, fieldOf, stringOf } from './error-body.ts'
import { judgeReply } from './judge-reply.ts'

/**
 * What DecodeAuthorizationMessage is. Unlike GetCallerIdentity it needs a permission; `longest` counts the characters
 * that STS takes.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export const DECODE_AUTHORIZATION_MESSAGE = {
  operation: 'DecodeAuthorizationMessage',
  action: 'sts:DecodeAuthorizationMessage',
  longest: 10_240,
} as const

/** What a call that did not decode came to; it never holds an identity. */
export type DecodeFailure = Exclude<Outcome, { readonly kind: 'identified' }>

/**
 * What came of decoding. `json` is AWS's text, redacted; `unfamiliar` where STS gave a text that has another form than
 * the documented one.
 */
export type Decoded =
  | { readonly kind: 'decoded'; readonly message: DecodedMessage; readonly json: string }
  | { readonly kind: 'unfamiliar'; readonly json: string }
  | { readonly kind: 'failed'; readonly outcome: DecodeFailure }

/**
 * What came of a call of DecodeAuthorizationMessage: the message that a success holds, as the SDK read it or else as it
 * stands in the body; whatever else came is judged as every answer of STS is.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function judgeDecoded(reply: StsReply, secrets: readonly Secret[]): Decoded {
  const text = decodedTextOf(reply)
  if (text !== null) {
    const json = redact(text, secrets)
    const message = readDecodedMessage(json)
    return message ? { kind: 'decoded', message, json } : { kind: 'unfamiliar', json }
  }
  const outcome = judgeReply(reply, secrets)
  const isAboutIdentity =
    outcome.kind === 'identified' || (outcome.kind === 'unreadable' && outcome.what === 'no-arn')
  if (!isAboutIdentity) return { kind: 'failed', outcome }
  const status = reply.kind === 'answered' ? reply.response.status : 0
  return { kind: 'failed', outcome: { kind: 'unreadable', what: 'other', status } }
}

function decodedTextOf(reply: StsReply): string | null {
  if (reply.kind !== 'answered') return null
  const { status, body } = reply.response
  if (status < 200 || status > 299) return null
  return reply.result?.decoded || decodedInBody(body.trim()) || null
}

function decodedInBody(body: string): string | null {
  if (body.startsWith('{')) {
    const value = parseJson(body)
    if (errorInJson(value)) return null
    const response = fieldOf(value, 'DecodeAuthorizationMessageResponse') ?? value
    const result = fieldOf(response, 'DecodeAuthorizationMessageResult') ?? response
    return stringOf(fieldOf(result, 'DecodedMessage'))
  }
  const reading = readXml(body)
  if (reading.kind !== 'read') return null
  return textOf(
    childOf(childOf(reading.root, 'DecodeAuthorizationMessageResult'), 'DecodedMessage'),
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
