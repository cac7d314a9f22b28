import type { Secret } from '#domain/credentials/secret.ts'
import { redact } from '#domain/redaction/redact.ts'
import type { ReceivedResponse } from '#domain/sts/call.ts'
import { indentXml } from './indent-xml.ts'

const SHOWN_CHARACTERS = 8000

/** Status line, readable headers and body, redacted: an answer may quote what was sent. */
export function ReceivedText({
  response,
  secrets,
}: {
  readonly response: ReceivedResponse
  readonly secrets: readonly Secret[]
}) {
  const body = redact(response.body, secrets)
  const shown = indentXml(body).slice(0, SHOWN_CHARACTERS)
  return (
    <pre className="literal">
      <span className="literal-name">HTTP {String(response.status)}</span>
      {'\n'}
      {Object.entries(response.headers).map(([name, value]) => (
        <span key={name}>
          <span className="literal-name">{name}:</span> {redact(value, secrets)}
          {'\n'}
        </span>
      ))}
      {'\n'}
      {shown}
      {body.length > SHOWN_CHARACTERS && '\n…'}
    </pre>
  )
}
