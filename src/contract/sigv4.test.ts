import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '#domain/credentials/secret.ts'
import { presign } from '#domain/sigv4/presign.ts'
import { revealText } from '#domain/sigv4/secret-text.ts'
import { sign } from '#domain/sigv4/sign.ts'
import { headerOf, type SigningRequest } from '#domain/sigv4/signing-request.ts'
import { checkPresented, checkSignature } from '#domain/sigv4/verify.ts'
import { MINUTE, parseAmzDate, parseIso } from '#domain/time/instant.ts'
import {
  ourCredentials,
  ourRequest,
  randomRequest,
  theirRequest,
  WatchedSigner,
} from './random-request.fixture.ts'

describe("our signature equals smithy's, byte for byte", () => {
  test('in the headers, over 1,400 random requests', async () => {
    await fc.assert(
      fc.asyncProperty(randomRequest, fc.boolean(), async (plain, hasHash) => {
        const hash: [string, string][] = hasHash ? [['X-Amz-Content-Sha256', 'e'.repeat(64)]] : []
        const each = { ...plain, headers: [...plain.headers, ...hash] }
        const { region, service, instant } = each
        const smithy = WatchedSigner.of(each)
        const theirs = await smithy.sign(theirRequest(each), { signingDate: new Date(instant) })
        const place = { region, service }
        const ours = await sign(ourRequest(each), ourCredentials(each), place, instant)
        expect(revealText(ours.trace.canonicalRequest)).toBe(smithy.canonicalRequest)
        expect(ours.trace.stringToSign).toBe(smithy.stringToSign)
        const clear = ours.headers.map(([name, value]) => [name.toLowerCase(), revealText(value)])
        const lower = Object.entries(theirs.headers).map(([name, value]) => [
          name.toLowerCase(),
          value,
        ])
        expect(Object.fromEntries(clear)).toEqual(Object.fromEntries(lower))
      }),
      { numRuns: 1400 },
    )
  })

  test('in the query, over 600 random requests', async () => {
    await fc.assert(
      fc.asyncProperty(randomRequest, fc.integer({ min: 1, max: 604_800 }), async (each, ends) => {
        const { region, service, instant } = each
        const smithy = WatchedSigner.of(each)
        const theirs = await smithy.presign(theirRequest(each), {
          signingDate: new Date(instant),
          expiresIn: ends,
        })
        const terms = { instant, expiresSeconds: ends }
        const place = { region, service }
        const ours = await presign(ourRequest(each), ourCredentials(each), place, terms)
        expect(revealText(ours.trace.canonicalRequest)).toBe(smithy.canonicalRequest)
        expect(ours.trace.stringToSign).toBe(smithy.stringToSign)
        expect(ours.trace.signature.reveal()).toBe(theirs.query?.['X-Amz-Signature'])

        const arrival = { isRegion: () => true, service, now: instant }
        const presented = checkPresented(ours, arrival)
        if (presented.fault !== null) throw new Error(presented.fault)
        const secret = ourCredentials(each).secretAccessKey
        expect((await checkSignature(ours, presented, secret)).fault).toBeNull()
      }),
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
