import type { Secret } from '../credentials/secret.ts'
import { readDecodedMessage, type DecodedMessage } from '../denial/decoded-message.ts'
import { redact } from '../redaction/redact.ts'
import { childOf, readXml, textOf } from '../xml/read-xml.ts'
import type { StsReply } from './call.ts'
import { errorInJson, fieldOf, stringOf } from './error-body.ts'
import type { CallFailure } from './judge-failure.ts'
import { judgeFailure } from './judge-failure.ts'

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

/** What a call that did not decode came to. */
export type DecodeFailure = CallFailure

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
  return { kind: 'failed', outcome: judgeFailure(reply, secrets) }
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
