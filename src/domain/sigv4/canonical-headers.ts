import { Secret } from '../credentials/secret.ts'
import type { HeaderValue } from '../sts/call.ts'
import { changeText, joinText } from './secret-text.ts'
import type { SigningRequest } from './signing-request.ts'

/** One header as it is signed: lower-case name, trimmed value, a session token as a reference. */
export type CanonicalHeader = readonly [name: string, value: HeaderValue]

/** Names that proxies and browsers change on the way; our signer leaves them out, as AWS advises. */
const UNSIGNED = new Set([
  'authorization',
  'cache-control',
  'connection',
  'expect',
  'from',
  'keep-alive',
  'max-forwards',
  'pragma',
  'referer',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-amzn-trace-id',
])

/**
 * Whether our signer signs a header of this lower-case name.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function isSignable(name: string): boolean {
  return !UNSIGNED.has(name) && !name.startsWith('proxy-') && !name.startsWith('sec-')
}

/**
 * The headers for which `isSigned` holds, by name; values with the blanks at their ends removed and each run of blanks
 * made one space. The values of a name that stands more than once are joined by commas.
 */
export function canonicalHeaders(
  request: SigningRequest,
  isSigned: (name: string) => boolean,
): readonly CanonicalHeader[] {
  const byName = new Map<string, HeaderValue>()
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase()
    if (!isSigned(key)) continue
    const canonical = changeText(guard(key, value), collapseBlanks)
    const before = byName.get(key)
    byName.set(key, before === undefined ? canonical : joinText(before, ',', canonical))
  }
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1))
}

function guard(name: string, value: HeaderValue): HeaderValue {
  return name === 'x-amz-security-token' && typeof value === 'string' ? [new Secret(value)] : value
}

function collapseBlanks(value: string): string {
  return value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
}
