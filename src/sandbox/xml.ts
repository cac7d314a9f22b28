import type { ApiError } from './api-error.ts'
import type { ResultField } from './operation.ts'

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'
const DISPATCH_NAMESPACE = 'http://webservices.amazon.com/AWSFault/2005-15-09'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
}

/** Text as XML content; characters that XML cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? '')
}

/** The body of an operation's answer; `fields` are the elements of its result, in order. */
export function resultXml(
  operation: string,
  fields: readonly ResultField[],
  requestId: string,
): string {
  return [
    `<${operation}Response xmlns="${NAMESPACE}">`,
    `  <${operation}Result>\n${fieldsXml(fields, '    ')}  </${operation}Result>`,
    '  <ResponseMetadata>',
    `    <RequestId>${requestId}</RequestId>`,
    '  </ResponseMetadata>',
    `</${operation}Response>\n`,
  ].join('\n')
}

/** Elements, each on a line of its own; `indent` is blanks. */
export function fieldsXml(fields: readonly ResultField[], indent: string): string {
  return fields
    .map(([name, content]) => {
      const inside =
        typeof content === 'string'
          ? escapeXml(content)
          : `\n${fieldsXml(content, `${indent}  `)}${indent}`
      return `${indent}<${name}>${inside}</${name}>\n`
    })
    .join('')
}

/** The body of a refusal. */
export function errorXml(error: ApiError, requestId: string): string {
  return [
    `<ErrorResponse xmlns="${error.isOfDispatch ? DISPATCH_NAMESPACE : NAMESPACE}">`,
    '  <Error>',
    `    <Type>${error.type}</Type>`,
    `    <Code>${error.code}</Code>`,
    ...(error.message === null ? [] : [`    <Message>${escapeXml(error.message)}</Message>`]),
    '  </Error>',
    `  <RequestId>${requestId}</RequestId>`,
    '</ErrorResponse>\n',
  ].join('\n')
}
