import type { CredentialFacts } from '#domain/credentials/facts.ts'
import type { ReadCredentials } from '#domain/reading/reading.ts'
import { requestOf, type Settled } from '#domain/session/desk.ts'
import { formatIso } from '#domain/time/instant.ts'

/**
 * What happened, as text that can be handed to somebody else: the key ID is shortened; no secret, token, signature or
 * derived key is in it. Terms stay English in every language, since such a report is searched and compared.
 */
export function writeReport(
  settled: Settled,
  credentials: ReadCredentials,
  facts: CredentialFacts,
  build: string,
): string {
  const { outcome, reply, diagnosis, clockDifferenceMs } = settled
  const request = requestOf(reply)
  const lines: readonly (readonly [string, string | null])[] = [
    ['STS Debugger', build],
    ['Time', formatIso(settled.at)],
    ['Request', request ? `${request.method} ${request.url} GetCallerIdentity` : null],
    ['Access key ID', keyIdLine(credentials, facts)],
    [
      'Secret access key',
      credentials.secretAccessKey
        ? `${String(credentials.secretAccessKey.value.length)} characters`
        : 'missing',
    ],
    ['Session token', tokenLine(credentials, facts)],
    [
      'Expiration',
      credentials.expiration ? formatIso(credentials.expiration.instant) : 'not pasted',
    ],
    ['Outcome', outcome.kind],
    ...outcomeLines(settled),
    [
      'Clock',
      clockDifferenceMs === null
        ? 'not readable'
        : `device minus AWS ${(clockDifferenceMs / 1000).toFixed(1)} s`,
    ],
    [
      'Cause',
      diagnosis
        ? `${diagnosis.cause}${diagnosis.certainty ? ` (${diagnosis.certainty})` : ''}`
        : null,
    ],
    ...(diagnosis?.evidence ?? []).map(
      (row) => [`Evidence ${row.name}`, `${row.bearing} (${row.source})`] as const,
    ),
    ...(diagnosis?.alternatives ?? []).map(
      (other) => ['Could also be', `${other.cause} (${other.certainty})`] as const,
    ),
  ]
  return lines.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])).join('\n')
}

function keyIdLine(credentials: ReadCredentials, facts: CredentialFacts): string {
  const value = credentials.accessKeyId?.value
  if (!value) return 'missing'
  const shown =
    facts.accessKeyId?.prefix == null
      ? ''
      : `${facts.accessKeyId.prefix}…${value.reveal().slice(-4)}, `
  return `${shown}${String(value.length)} characters, ${facts.accessKeyId?.kind ?? 'other'}`
}

function tokenLine(credentials: ReadCredentials, { sessionToken }: CredentialFacts): string {
  if (!credentials.sessionToken || !sessionToken) return 'missing'
  const parts = [
    `${String(credentials.sessionToken.value.length)} characters`,
    sessionToken.state,
    sessionToken.version === null ? null : `version ${String(sessionToken.version)} (inferred)`,
    sessionToken.region === null ? null : `issued in ${sessionToken.region} (inferred)`,
    sessionToken.issuedAt === null ? null : `issued ${formatIso(sessionToken.issuedAt)} (inferred)`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

function outcomeLines({ outcome, reply }: Settled): readonly (readonly [string, string | null])[] {
  const took = reply.kind === 'not-sent' ? null : `${reply.timing.tookMs.toFixed(0)} ms`
  switch (outcome.kind) {
    case 'identified':
      return [
        ['Arn', outcome.arn],
        ['UserId', outcome.userId],
        ['Request ID', outcome.requestId],
        ['Took', took],
      ]
    case 'refused':
      return [
        ['Status', String(outcome.status)],
        ['Code', outcome.code],
        ['Message', outcome.message],
        ['Request ID', outcome.requestId],
        ['Took', took],
      ]
    case 'unreadable':
      return [
        ['Status', String(outcome.status)],
        ['Body', outcome.what],
        ['Took', took],
      ]
    case 'unreachable':
    case 'not-sent':
      return [
        ['Why', outcome.why],
        ['Took', took],
      ]
    case 'cancelled':
      return []
  }
}
