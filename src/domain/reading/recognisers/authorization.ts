import { MOST_VALUES, NOTHING, type Entry, type Span } from '../entry.ts'
import { EXAMPLE_KEY } from '../example-values.ts'
import type { Recogniser } from '../recogniser.ts'
import { SCOPE } from '../signed-query.ts'

const HEADER = /\bx-amz-security-token["']?[ \t]{0,4}:[ \t]{0,4}["']?([A-Za-z0-9+/=]{16,8192})/gi
const CURL_USER = /(A[KS]IA[A-Z0-9]{16}):([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/g
const CURL_REGION = /aws:amz:([a-z0-9-]{4,32}):/g

/** The headers of a signed request, also as a copied curl command. Only `--user` ever holds the secret. */
export const authorization: Recogniser = {
  shape: 'authorization',
  example: `Authorization: AWS4-HMAC-SHA256 Credential=${EXAMPLE_KEY}/20261122/us-east-1/sts/aws4_request, SignedHeaders=host;x-amz-date, Signature=00`,
  recognise: ({ text, isFree }) => {
    const hasScope = /aws4_request/i.test(text)
    const hasUser = text.includes('aws:amz:') || /\s-u|--user/.test(text)
    if (!hasScope && !hasUser) return NOTHING
    const entries: Entry[] = []
    const closed: Span[] = []
    const put = (field: Entry['field'], name: string, raw: string, at: number): void => {
      if (!isFree(at) || raw === '' || entries.length >= MOST_VALUES) return
      entries.push({
        at,
        end: at + raw.length,
        field,
        strength: 'strong',
        name,
        raw,
        group: 0,
        isClose: true,
        profile: null,
      })
    }
    if (hasScope) {
      for (const m of text.matchAll(SCOPE)) {
        put('accessKeyId', 'Credential', m[1] ?? '', m.index)
        put('region', 'Credential', m[3] ?? '', m.index + 22 + (m[1] ?? '').length - 20 + 8)
        closed.push({ at: m.index, end: m.index + m[0].length })
      }
    }
    if (hasUser) {
      for (const m of text.matchAll(CURL_USER)) {
        put('accessKeyId', '--user', m[1] ?? '', m.index)
        put('secretAccessKey', '--user', m[2] ?? '', m.index + (m[1] ?? '').length + 1)
      }
      for (const m of text.matchAll(CURL_REGION)) {
        put('region', '--aws-sigv4', m[1] ?? '', m.index + 8)
      }
    }
    for (const m of text.matchAll(HEADER)) {
      put(
        'sessionToken',
        'X-Amz-Security-Token',
        m[1] ?? '',
        m.index + m[0].length - (m[1] ?? '').length,
      )
    }
    entries.sort((a, b) => a.at - b.at)
    const isSigned = hasScope && !entries.some(({ field }) => field === 'secretAccessKey')
    return {
      entries,
      closed,
      notes:
        isSigned && entries.length > 0
          ? [{ note: 'no-secret-inside', shape: 'authorization' }]
          : [],
    }
  },
}
