import type { Entry, Findings } from './entry.ts'

/** The parts of a Signature Version 4 credential scope: key ID, date, Region, service. */
export const SCOPE =
  /(A[KS]IA[A-Z0-9]{12,20})(?:\/|%(?:25){0,3}2F)(\d{8})(?:\/|%(?:25){0,3}2F)([a-z0-9-]{1,32})(?:\/|%(?:25){0,3}2F)[a-z0-9-]{1,32}(?:\/|%(?:25){0,3}2F)aws4_request/gi

const TOKEN = /x-amz-security-token=([A-Za-z0-9%+/_-]{16,16384}=?)/gi
const OLD_KEY = /[?&]AWSAccessKeyId=(A[KS]IA[A-Z0-9]{12,20})/gi

/** The address holds its whole signature; where nothing follows it, it is complete. */
export const isSigned = (address: string): boolean =>
  /X-Amz-Signature=[0-9a-f]{64}/i.test(address.slice(-400))

/** Key ID, token and Region of signed addresses; each address is one group. Their times are not the session's. */
export function readSignedQuery(
  text: string,
  offset: number,
  group: number,
  isQueryOnly: boolean,
): Findings {
  const entries: Entry[] = []
  const entry = (field: Entry['field'], name: string, raw: string, at: number): Entry => ({
    field,
    strength: 'strong',
    name,
    raw,
    at: offset + at,
    end: offset + at + raw.length,
    group,
    isClose: true,
    profile: null,
  })
  for (const m of text.matchAll(SCOPE)) {
    entries.push(
      entry('accessKeyId', isQueryOnly ? 'X-Amz-Credential' : 'Credential', m[1] ?? '', m.index),
    )
    const at = m.index + m[0].lastIndexOf(m[3] ?? '')
    // S3's global address and STS's old one are signed for a pseudo-Region only in other partitions.
    entries.push(entry('region', isQueryOnly ? 'X-Amz-Credential' : 'Credential', m[3] ?? '', at))
  }
  for (const m of text.matchAll(OLD_KEY)) {
    entries.push(
      entry('accessKeyId', 'AWSAccessKeyId', m[1] ?? '', m.index + m[0].indexOf('=') + 1),
    )
  }
  for (const m of text.matchAll(TOKEN)) {
    entries.push(
      entry(
        'sessionToken',
        m[0].slice(0, m[0].indexOf('=')),
        m[1] ?? '',
        m.index + m[0].indexOf('=') + 1,
      ),
    )
  }
  return { entries: entries.sort((a, b) => a.at - b.at) }
}
