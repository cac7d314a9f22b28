import type { ApiError } from '../api-error.ts'
import type { ResultField } from '../operation.ts'
import { escapeXml, fieldsXml } from '../xml.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

/** The body of an answer of EC2. */
export function ec2ResultXml(
  operation: string,
  fields: readonly ResultField[],
  requestId: string,
): string {
  return [
    DECLARATION,
    `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">`,
    `    <requestId>${requestId}</requestId>`,
    `${fieldsXml(fields, '    ')}</${operation}Response>`,
  ].join('\n')
}

/** The body of a refusal of EC2, whose envelope is not that of STS. */
export function ec2ErrorXml(error: ApiError, requestId: string): string {
  const { code, message } = error
  return `${DECLARATION}\n<Response><Errors><Error><Code>${code}</Code><Message>${escapeXml(message ?? '')}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`
}
