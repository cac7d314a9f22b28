import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { SignatureV4 } from '@smithy/signature-v4'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '#domain/credentials/secret.ts'
import { revealText } from '#domain/sigv4/secret-text.ts'
import { sign } from '#domain/sigv4/sign.ts'
import { headerOf, type SigningRequest } from '#domain/sigv4/signing-request.ts'
import { uriEncode } from '#domain/sigv4/uri-encode.ts'
import { checkPresented, checkSignature } from '#domain/sigv4/verify.ts'
import { MINUTE, parseAmzDate, parseIso } from '#domain/time/instant.ts'

/** The SDK's own SHA-256, so that the two sides share no code. */
const SDK_SHA256 = new STSClient({ region: 'us-east-1' }).config.sha256

const REGIONS = ['us-east-1', 'ap-northeast-2', 'af-south-1', 'cn-north-1', 'us-gov-west-1']
const letters = (alphabet: string, length: fc.StringConstraints) =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), ...length })

const headerName = fc
  .tuple(
    letters('abcdefghijklmnopqrstuvwxyzABCXYZ', { minLength: 1, maxLength: 3 }),
    letters('abcz-019', { maxLength: 8 }),
  )
  .map(([head, tail]) => head + tail)
  .filter((name) => !['date', 'authorization'].includes(name.toLowerCase()))
const headerValue = letters('ab =,;"\t\r\n서é', { maxLength: 24 })
const headers = fc
  .uniqueArray(fc.tuple(headerName, headerValue), {
    selector: ([name]) => name.toLowerCase(),
    maxLength: 6,
  })
  .map((pairs) => [...pairs, ['Host', 'sts.example.com'] as [string, string]])
const parameter = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
const query = fc.uniqueArray(
  fc.tuple(
    parameter,
    fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { minLength: 1, maxLength: 3 }),
  ),
  { selector: ([name]) => name, maxLength: 4 },
)
const path = fc
  .array(fc.oneof(fc.constantFrom('', '.', '..', 'a', 'b%20c'), parameter), { maxLength: 6 })
  .map((segments) => `/${segments.join('/')}`)
const credentials = fc.record({
  accessKeyId: letters('ABCXYZ234567', { minLength: 16, maxLength: 16 }).map(
    (tail) => `ASIA${tail}`,
  ),
  secretAccessKey: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
  sessionToken: fc.option(letters('AZaz09+/=', { minLength: 1, maxLength: 80 })),
})

describe("our signature equals smithy's, byte for byte", () => {
  test('over 600 random requests', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          method: fc.constantFrom('GET', 'POST', 'PUT'),
          region: fc.constantFrom(...REGIONS),
          service: fc.constantFrom('sts', 'cognito-identity', 'iam'),
          instant: fc.integer({ min: 0, max: 4_102_444_799_999 }),
          body: fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array()),
          hasHash: fc.boolean(),
          credentials,
          headers,
          query,
          path,
        }),
        async (each) => {
          const hash = 'e'.repeat(64)
          const given: readonly (readonly [string, string])[] = each.hasHash
            ? [...each.headers, ['X-Amz-Content-Sha256', hash]]
            : each.headers
          const { accessKeyId, secretAccessKey, sessionToken } = each.credentials
          const smithy = new SignatureV4({
            credentials: {
              accessKeyId,
              secretAccessKey,
              ...(sessionToken === null ? {} : { sessionToken }),
            },
            region: each.region,
            service: each.service,
            sha256: SDK_SHA256,
          })
          const theirs = await smithy.sign(
            {
              method: each.method,
              protocol: 'https:',
              hostname: 'sts.example.com',
              path: each.path,
              query: Object.fromEntries(each.query),
              headers: Object.fromEntries(given),
              body: each.body,
            },
            { signingDate: new Date(each.instant) },
          )
          const ours = await sign(
            {
              method: each.method,
              path: each.path,
              query: each.query
                .flatMap(([name, values]) =>
                  values.map((v) => `${uriEncode(name)}=${uriEncode(v)}`),
                )
                .join('&'),
              headers: given,
              body: each.body,
            },
            {
              accessKeyId: new Secret(accessKeyId),
              secretAccessKey: new Secret(secretAccessKey),
              sessionToken: sessionToken === null ? null : new Secret(sessionToken),
            },
            { region: each.region, service: each.service },
            each.instant,
          )
          const clear = Object.fromEntries(
            ours.headers.map(([name, value]) => [name.toLowerCase(), revealText(value)]),
          )
          const lower = Object.entries(theirs.headers).map(([name, value]) => [
            name.toLowerCase(),
            value,
          ])
          expect(clear).toEqual(Object.fromEntries(lower))
        },
      ),
      { numRuns: 600 },
    )
  })
})

type Captured = {
  method: string
  path: string
  query?: Record<string, unknown>
  headers: Record<string, string>
  body?: unknown
}

/** The request that the real client signs and would send. */
async function capture(
  region: string,
  token: string | null,
  skew: number,
): Promise<SigningRequest> {
  const captured: SigningRequest[] = []
  const client = new STSClient({
    region,
    maxAttempts: 1,
    systemClockOffset: skew,
    credentials: {
      accessKeyId: 'ASIAEXAMPLE',
      secretAccessKey: 'secret-EXAMPLE',
      ...(token === null ? {} : { sessionToken: token }),
    },
    requestHandler: {
      async handle(request: Captured) {
        const { method, path, headers, body } = request
        expect(Object.keys(request.query ?? {})).toEqual([])
        const text = typeof body === 'string' ? body : ''
        captured.push({ method, path, query: '', headers: Object.entries(headers), body: text })
        return {
          response: {
            statusCode: 200,
            headers: { 'content-type': 'text/xml' },
            body: new TextEncoder().encode('<GetCallerIdentityResponse/>'),
          },
        }
      },
    },
  })
  await client.send(new GetCallerIdentityCommand({}))
  client.destroy()
  const [request] = captured
  if (!request) throw new Error('nothing was sent')
  return request
}

const GRID = ['us-east-1', 'ap-northeast-2', 'af-south-1', 'cn-north-1', 'us-gov-west-1'].flatMap(
  (region) =>
    [null, 'token-EXAMPLE+/=='].flatMap((token) =>
      [0, -14 * MINUTE, 14 * MINUTE, parseIso('2031-02-28T23:59:58Z') ?? 0].map(
        (clock) => [region, token === null ? 'no token' : 'a token', clock, token] as const,
      ),
    ),
)

describe('the real STSClient and we understand each other', () => {
  test.each(GRID)('%s, %s, clock %d', async (region, _name, clock, token) => {
    const request = await capture(region, token, clock > 15 * MINUTE ? clock - Date.now() : clock)
    const now = parseAmzDate(headerOf(request, 'x-amz-date') ?? '') ?? 0
    const presented = checkPresented(request, {
      isRegion: (code) => code === region,
      service: 'sts',
      now,
    })
    if (presented.fault !== null) throw new Error(presented.fault)
    expect(presented.accessKeyId.reveal()).toBe('ASIAEXAMPLE')
    expect(presented.sessionToken?.reveal() ?? null).toBe(token)
    const right = new Secret('secret-EXAMPLE')
    expect((await checkSignature(request, presented, right)).fault).toBeNull()
    expect((await checkSignature(request, presented, new Secret('secret-EXAMPLf'))).fault).toBe(
      'mismatch',
    )

    const again = await sign(
      request,
      {
        accessKeyId: new Secret('ASIAEXAMPLE'),
        secretAccessKey: right,
        sessionToken: token === null ? null : new Secret(token),
      },
      { region, service: 'sts' },
      now,
    )
    expect(headerOf(again, 'authorization')).toBe(headerOf(request, 'authorization'))
  })
})
