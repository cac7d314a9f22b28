import { parseIso, SECOND } from '#domain/time/instant.ts'
import type { ApiError } from './api-error.ts'
import type { ResultField } from './operation.ts'

/** Elements that are numbers in JSON; every other one is a text. */
const NUMBERS = new Set(['PackedPolicySize'])

/** Whether the caller wants JSON and not XML: STS looks at the Accept header. */
export const wantsJson = (accept: string | null): boolean =>
  /^\s*application\/json\s*(?:[;,]|$)/i.test(accept ?? '')

/** The body of an operation's answer in JSON. */
export function resultJson(
  operation: string,
  fields: readonly ResultField[],
  requestId: string,
): string {
  const result = `{${quote(`${operation}Result`)}:${objectOf(fields)},`
  return `{${quote(`${operation}Response`)}:${result}"ResponseMetadata":{"RequestId":${quote(requestId)}}}}`
}

/** The body of a refusal in JSON. */
export function errorJson({ code, message, type }: ApiError, requestId: string): string {
  return JSON.stringify({
    Error: { Code: code, ...(message !== null && { Message: message }), Type: type },
    RequestId: requestId,
  })
}

const quote = (text: string): string => JSON.stringify(text)

const objectOf = (fields: readonly ResultField[]): string =>
  `{${fields.map(([name, content]) => `${quote(name)}:${valueOf(name, content)}`).join(',')}}`

function valueOf(name: string, content: ResultField[1]): string {
  if (typeof content !== 'string') return objectOf(content)
  if (NUMBERS.has(name)) return content
  const instant = name === 'Expiration' ? parseIso(content) : null
  return instant === null ? quote(content) : writeSeconds(instant / SECOND)
}

/** Whole seconds since 1970 as AWS writes them in JSON: `1.515115602E9`. */
export function writeSeconds(seconds: number): string {
  const [mantissa = '', exponent = ''] = seconds.toExponential().split('e+')
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`
}
