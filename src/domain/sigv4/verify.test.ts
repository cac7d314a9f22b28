import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import { MINUTE, SECOND, instantOf } from '../time/instant.ts'
import { revealText } from './secret-text.ts'
import { presign } from './presign.ts'
import { sign } from './sign.ts'
import type { SigningRequest } from './signing-request.ts'
import { checkPresented, checkSignature } from './verify.ts'

const NOW = instantOf(2026, 11, 22, 0, 5) ?? 0
const PLACE = { region: 'ap-northeast-2', service: 'sts' }
const ARRIVAL = { isRegion: (code: string) => code === PLACE.region, service: 'sts', now: NOW }
const CREDENTIALS = {
  accessKeyId: new Secret('ASIAEXAMPLE'),
  secretAccessKey: new Secret('secret-EXAMPLE'),
  sessionToken: new Secret('token-EXAMPLE'),
}
const REQUEST: SigningRequest = {
  method: 'POST',
  path: '/',
  query: '',
  headers: [['host', 'sts.ap-northeast-2.amazonaws.com']],
  body: 'Action=GetCallerIdentity&Version=2011-06-15',
}

/** A presigned URL's request, its query changed. */
const presigned = async (pattern: RegExp, replacement: string, instant = NOW) => {
  const terms = { instant, expiresSeconds: 604_800 }
  const request = await presign(REQUEST, CREDENTIALS, PLACE, terms)
  return { ...request, query: request.query.replace(pattern, replacement) }
}

const signedAt = (instant: number, place = PLACE) => sign(REQUEST, CREDENTIALS, place, instant)

/** The request with one header replaced, or removed where `change` gives null. */
function withHeader(
  request: SigningRequest,
  name: string,
  change: (value: string) => string | null,
): SigningRequest {
  return {
    ...request,
    headers: request.headers.flatMap(([each, value]) => {
      if (each !== name) return [[each, value] as const]
      const changed = change(revealText(value))
      return changed === null ? [] : [[each, changed] as const]
    }),
  }
}

const authorization = async (change: (value: string) => string | null) =>
  withHeader(await signedAt(NOW), 'authorization', change)

describe('faults before the secret', () => {
  const cases: readonly (readonly [string, () => Promise<SigningRequest>, object])[] = [
    ['query', async () => ({ ...REQUEST, query: 'a=%' }), { fault: 'malformed-query' }],
    ['no signature', async () => REQUEST, { fault: 'missing' }],
    [
      'two signatures',
      async () => ({ ...(await signedAt(NOW)), query: 'X-Amz-Algorithm=AWS4-HMAC-SHA256' }),
      { fault: 'two-signatures' },
    ],
    [
      'an empty query signature',
      async () => ({ ...REQUEST, query: 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=' }),
      {
        fault: 'parts-missing',
        form: 'query',
        missing: ['Credential', 'Signature', 'SignedHeaders', 'Date'],
      },
    ],
    [
      'another algorithm in the query',
      async () => ({ ...REQUEST, query: 'X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256' }),
      { fault: 'unsupported-algorithm' },
    ],
    ['presigned, host not signed', () => presigned(/host/, 'x'), { fault: 'host-not-signed' }],
    ['presigned, date', () => presigned(/(Date=)\w+/, '$1now'), { fault: 'date-format' }],
    ['presigned, slash', () => presigned(/ASIA/, 'AS%2FIA'), { fault: 'not-five-parts' }],
    [
      'presigned, region',
      () => presigned(/ap-northeast-2/, 'us-east-1'),
      { fault: 'scope', wrong: [{ part: 'region', seen: 'us-east-1' }] },
    ],
    [
      'presigned a day ago, good for a week by its own words',
      () => presigned(/^/, '', NOW - 24 * 60 * MINUTE),
      { fault: 'too-old' },
    ],
    ['algorithm', () => authorization(() => 'Basic eDp5'), { fault: 'unsupported-algorithm' }],
    [
      'blank in the key ID',
      () => authorization((value) => value.replace('=ASIA', '= ASIA')),
      { fault: 'not-key-value-pair' },
    ],
    [
      'parts missing',
      async () =>
        withHeader(await authorization(() => 'AWS4-HMAC-SHA256'), 'x-amz-date', () => null),
      {
        fault: 'parts-missing',
        form: 'header',
        missing: ['Credential', 'Signature', 'SignedHeaders', 'Date'],
      },
    ],
    [
      'host not signed',
      () => authorization((value) => value.replace('host;', '')),
      { fault: 'host-not-signed' },
    ],
    [
      'date format',
      async () => withHeader(await signedAt(NOW), 'x-amz-date', () => '2026-11-22T00:05:00Z'),
      { fault: 'date-format', seen: '2026-11-22T00:05:00Z' },
    ],
    [
      'too old',
      () => signedAt(NOW - 15 * MINUTE - SECOND),
      {
        fault: 'too-old',
        signedAt: NOW - 15 * MINUTE - SECOND,
        limit: NOW - 15 * MINUTE,
        now: NOW,
      },
    ],
    [
      'too new',
      () => signedAt(NOW + 15 * MINUTE + SECOND),
      {
        fault: 'too-new',
        signedAt: NOW + 15 * MINUTE + SECOND,
        limit: NOW + 15 * MINUTE,
        now: NOW,
      },
    ],
    [
      'slash in the key ID',
      () => authorization((value) => value.replace('=ASIA', '=AS/IA')),
      { fault: 'not-five-parts' },
    ],
    [
      'everything in the scope',
      () =>
        authorization((value) =>
          value.replace('20261122/ap-northeast-2/sts/aws4_request', '20261121/us-east-1/s3/aws5'),
        ),
      {
        fault: 'scope',
        wrong: [
          { part: 'region', seen: 'us-east-1' },
          { part: 'service', seen: 's3', expected: 'sts' },
          { part: 'terminator', seen: 'aws5' },
          { part: 'date', seen: '20261121', expected: '20261122', amzDate: '20261122T000500Z' },
        ],
      },
    ],
    [
      'the clock before the scope',
      () => signedAt(NOW - 20 * MINUTE, { region: 'us-east-1', service: 's3' }),
      { fault: 'too-old' },
    ],
  ]

  test.each(cases)('%s', async (_name, make, expected) => {
    expect(checkPresented(await make(), ARRIVAL)).toMatchObject(expected)
  })

  test.each([[-15 * MINUTE], [0], [15 * MINUTE]])('a clock off by %d ms is fine', async (off) => {
    expect(checkPresented(await signedAt(NOW + off), ARRIVAL).fault).toBeNull()
  })
})

describe('the signature', () => {
  const check = async (request: SigningRequest, secret = CREDENTIALS.secretAccessKey) => {
    const presented = checkPresented(request, ARRIVAL)
    if (presented.fault !== null) throw new Error(presented.fault)
    return (await checkSignature(request, presented, secret)).fault
  }

  test.each([
    ['as signed', null, (request: SigningRequest) => request],
    ['another body', 'mismatch', (request: SigningRequest) => ({ ...request, body: 'x' })],
    ['another path', 'mismatch', (request: SigningRequest) => ({ ...request, path: '/x' })],
    ['another query', 'mismatch', (request: SigningRequest) => ({ ...request, query: 'x=1' })],
    ['another method', 'mismatch', (request: SigningRequest) => ({ ...request, method: 'GET' })],
    [
      'another token',
      'mismatch',
      (request: SigningRequest) => withHeader(request, 'x-amz-security-token', () => 'other'),
    ],
    [
      'a signed header lost on the way',
      'mismatch',
      (request: SigningRequest) => withHeader(request, 'x-amz-content-sha256', () => null),
    ],
    [
      'an unsigned header added on the way',
      null,
      (request: SigningRequest) => ({
        ...request,
        headers: [...request.headers, ['via', 'proxy'] as const],
      }),
    ],
    [
      'a cut signature',
      'mismatch',
      (request: SigningRequest) => withHeader(request, 'authorization', (v) => v.slice(0, -1)),
    ],
  ] as const)('%s', async (_name, expected, change) => {
    expect(await check(change(await signedAt(NOW)))).toBe(expected)
  })

  test.each([
    ['as presigned', null, /^/, ''],
    ['another action', 'mismatch', /^/, 'Action=GetSessionToken&'],
    ['another expiry', 'mismatch', /604800/, '604799'],
    ['another token', 'mismatch', /token-/, 'taken-'],
    ['a cut signature', 'mismatch', /.$/, ''],
    ['in another order', null, /^([^&]*)&(.*)$/, '$2&$1'],
  ] as const)('presigned: %s', async (_name, expected, pattern, replacement) => {
    expect(await check(await presigned(pattern, replacement))).toBe(expected)
  })

  test('the token of a presigned URL is read', async () => {
    const read = checkPresented(await presigned(/^/, ''), ARRIVAL)
    expect(read.fault === null && read.sessionToken?.reveal()).toBe('token-EXAMPLE')
  })

  test('another secret', async () => {
    expect(await check(await signedAt(NOW), new Secret('secret-EXAMPLf'))).toBe('mismatch')
  })
})
