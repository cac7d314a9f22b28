import type { XmlElement } from '../xml/read-xml.ts'
import { childOf, textOf } from '../xml/read-xml.ts'

/** An error as AWS writes it in a body; `requestId` null where the body has none. */
export type ErrorBody = {
  readonly code: string
  readonly message: string
  readonly requestId: string | null
}

/**
 * The error in a parsed XML body: `ErrorResponse/Error` of the query protocol, a bare `Error` as S3 writes it, or
 * `Response/Errors/Error` as EC2 does. Null where there is no code that looks like one.
 */
export function errorInXml(root: XmlElement): ErrorBody | null {
  const error =
    root.name === 'Error'
      ? root
      : (childOf(root, 'Error') ?? childOf(childOf(root, 'Errors'), 'Error'))
  const requestId =
    childOf(root, 'RequestId') ?? childOf(root, 'RequestID') ?? childOf(error, 'RequestId')
  return errorOf(
    textOf(childOf(error, 'Code')),
    textOf(childOf(error, 'Message')),
    textOf(requestId),
  )
}

/** The error in a parsed JSON body: `{Error: {Code, Message}, RequestId}` or `{__type, message}`. */
export function errorInJson(body: unknown): ErrorBody | null {
  const error = fieldOf(body, 'Error')
  const type = stringOf(fieldOf(body, '__type'))
  return errorOf(
    stringOf(fieldOf(error, 'Code')) ?? (type && type.slice(type.lastIndexOf('#') + 1)),
    stringOf(fieldOf(error, 'Message')) ??
      stringOf(fieldOf(body, 'message')) ??
      stringOf(fieldOf(body, 'Message')),
    stringOf(fieldOf(body, 'RequestId')),
  )
}

/** A field of a parsed JSON object; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}

/** The value where it is a string, else null. */
export function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function errorOf(
  code: string | null,
  message: string | null,
  requestId: string | null,
): ErrorBody | null {
  if (code === null || !/^[A-Za-z][\w.:-]{0,127}$/.test(code)) return null
  return { code, message: message ?? '', requestId: requestId || null }
}
