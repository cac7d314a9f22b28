import type { TextDiagnosis } from '#domain/diagnosis/explain-text.ts'
import { formatIso } from '#domain/time/instant.ts'

/**
 * What an error text said and what follows from it, as text that can be handed to somebody else; no secret, token or
 * signature is in it. Terms stay English in every language, since such a report is searched and compared.
 */
export function writeToldReport(told: TextDiagnosis): string {
  const { extracted: reading, cause, finer, certainty, evidence, alternatives } = told
  const lines: readonly (readonly [string, string | null])[] = [
    ['STS Debugger', 'an error text; nothing was asked'],
    ['Kind', reading.kind],
    ['Code', reading.code],
    ['Message', messageOf(reading)],
    ['Operation', reading.operation],
    ['Service', reading.service],
    ['Status', reading.status === null ? null : String(reading.status)],
    ['Request ID', reading.requestId],
    ['Region', reading.region],
    ['Host', reading.host],
    ['Times', listOf(reading.times.map((time) => formatIso(time)))],
    ['ARNs', listOf(reading.arns)],
    ['Other errors', listOf(reading.otherCodes)],
    ['Cause', `${finer ?? cause}${certainty ? ` (${certainty})` : ''}`],
    ...evidence.map((row) => [`Evidence ${row.name}`, `${row.bearing} (${row.source})`] as const),
    ...alternatives.map(
      (other) => ['Could also be', `${other.cause} (${other.certainty})`] as const,
    ),
  ]
  return lines.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])).join('\n')
}

function listOf(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(', ')
}

function messageOf({ message, encodedMessage }: TextDiagnosis['extracted']): string | null {
  if (message === '') return null
  return encodedMessage === null
    ? message
    : message.replace(
        encodedMessage,
        `[encoded message, ${String(encodedMessage.length)} characters]`,
      )
}
