import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from './base64.ts'
import { readJwt } from './read-jwt.ts'
import { writeJwt } from './write-jwt.ts'

const NOW = Date.parse('2026-11-22T01:00:00Z')
const SECONDS = NOW / 1000
const HEADER = { alg: 'RS256', kid: 'EXAMPLE', typ: 'JWT' }
const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:example/example:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
  iat: SECONDS - 60,
  nbf: SECONDS - 60,
  exp: SECONDS + 300,
}
const SIGNATURE = new Uint8Array(64).fill(7)
const TOKEN = writeJwt(HEADER, CLAIMS, SIGNATURE)

const problems = (text: string, now: number | null = NOW): readonly string[] =>
  readJwt(text, now).problems.map(
    ({ problem, severity }) => `${severity === 'warning' ? '?' : ''}${problem}`,
  )
const withClaims = (claims: object): string => writeJwt(HEADER, { ...CLAIMS, ...claims }, SIGNATURE)
const withHeader = (header: object): string => writeJwt({ ...HEADER, ...header }, CLAIMS, SIGNATURE)

describe('a token', () => {
  test('is taken apart', () => {
    const reading = readJwt(TOKEN, NOW)
    expect(reading).toMatchObject({
      kind: 'read',
      wrappings: [],
      isSignatureChecked: false,
      problems: [],
      facts: {
        algorithm: 'RS256',
        keyId: 'EXAMPLE',
        issuer: CLAIMS.iss,
        subject: CLAIMS.sub,
        audiences: ['sts.amazonaws.com'],
        issuedAt: NOW - 60_000,
        notBefore: NOW - 60_000,
        expiresAt: NOW + 300_000,
        authenticatedAt: null,
        isSpiffe: false,
      },
    })
    if (reading.kind !== 'read') throw new Error('not read')
    expect(reading.token.reveal()).toBe(TOKEN)
    expect(JSON.stringify(reading)).not.toContain(TOKEN)
    expect(reading.claims.map(({ name, meaning }) => [name, meaning])).toEqual([
      ['iss', 'issuer'],
      ['sub', 'subject'],
      ['aud', 'audience'],
      ['iat', 'issued-at'],
      ['nbf', 'not-before'],
      ['exp', 'expires-at'],
    ])
    expect(reading.claims.at(-1)).toMatchObject({
      text: String(SECONDS + 300),
      instant: NOW + 300_000,
    })
  })

  test('tags, source identity, methods and a SPIFFE ID are facts', () => {
    const reading = readJwt(
      withClaims({
        sub: 'spiffe://example.org/workload',
        aud: ['a', 'b', 3],
        amr: ['authenticated', 'x'],
        'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'], Cost: ['b'] } },
        'https://aws.amazon.com/source_identity': 'minji',
        'kubernetes.io': { namespace: 'default' },
      }),
      NOW,
    )
    expect(reading).toMatchObject({
      kind: 'read',
      facts: {
        audiences: ['a', 'b'],
        methods: ['authenticated', 'x'],
        tagKeys: ['Team', 'Cost'],
        hasSourceIdentity: true,
        isSpiffe: true,
      },
    })
    if (reading.kind !== 'read') return
    expect(reading.claims.find(({ meaning }) => meaning === 'kubernetes')?.text).toBe(
      '{"namespace":"default"}',
    )
  })

  test.each([
    ['blanks around', `  ${TOKEN}\n`, ['white-space']],
    ['line breaks inside', `${TOKEN.slice(0, 64)}\n${TOKEN.slice(64)}`, ['white-space']],
    ['Bearer', `Bearer ${TOKEN}`, ['bearer']],
    ['a header', `Authorization: Bearer ${TOKEN}`, ['name', 'bearer']],
    ['quotes', `"${TOKEN}",`, ['quotes']],
    ['a variable', `export_TOKEN="${TOKEN}"`, ['name', 'quotes']],
    ['a JSON field', `"id_token": "${TOKEN}"`, ['name', 'quotes']],
    [
      'a JSON answer',
      JSON.stringify({ access_token: 'eyJhY2Nlc3MifQ.x.y', id_token: TOKEN }),
      ['json'],
    ],
    ['GitHub’s answer', JSON.stringify({ count: 1, value: TOKEN }), ['json']],
  ])('with %s', (_, text, wrappings) => {
    const reading = readJwt(text, NOW)
    expect(reading).toMatchObject({ kind: 'read', wrappings })
    expect(reading.token?.reveal()).toBe(TOKEN)
  })
})

describe('problems of a token that is read', () => {
  test.each([
    ['alg none', withHeader({ alg: 'none' }), ['alg-none']],
    ['no alg', withHeader({ alg: undefined }), ['alg-none']],
    ['a symmetric algorithm', withHeader({ alg: 'HS256' }), ['?alg-not-accepted']],
    ['no signature', writeJwt(HEADER, CLAIMS, new Uint8Array()), ['no-signature']],
    ['no issuer', withClaims({ iss: undefined }), ['no-issuer']],
    ['an issuer without TLS', withClaims({ iss: 'http://example.com' }), ['?issuer-not-https']],
    ['Google’s issuer', withClaims({ iss: 'accounts.google.com' }), []],
    ['no subject', withClaims({ sub: 7 }), ['no-subject']],
    ['no audience', withClaims({ aud: undefined }), ['no-audience']],
    ['an authorized party only', withClaims({ aud: undefined, azp: 'x' }), ['?no-audience']],
    ['two audiences', withClaims({ aud: ['a', 'b'] }), ['?several-audiences']],
    ['an access token of Cognito', withClaims({ token_use: 'access' }), ['?access-token']],
    ['an access token of RFC 9068', withHeader({ typ: 'at+JWT' }), ['?access-token']],
    ['no expiry', withClaims({ exp: undefined }), ['no-expiry']],
    ['an expiry in words', withClaims({ exp: '2026' }), ['time-not-whole', 'no-expiry']],
    ['a time with a fraction', withClaims({ iat: SECONDS - 0.5 }), ['time-not-whole']],
    ['expired four minutes ago', withClaims({ exp: SECONDS - 240 }), ['?expired-within-grace']],
    ['expired five minutes ago', withClaims({ exp: SECONDS - 300 }), ['?expired']],
    ['not yet valid', withClaims({ nbf: SECONDS + 1 }), ['?not-yet-valid']],
    ['longer than STS takes', withClaims({ x: 'x'.repeat(20_000) }), ['too-long-for-sts']],
  ])('%s', (_, text, expected) => {
    expect(readJwt(text, NOW).kind).toBe('read')
    expect(problems(text)).toEqual(expected)
  })

  test('without a clock no time is judged', () => {
    expect(problems(withClaims({ exp: 1, nbf: SECONDS * 2 }), null)).toEqual([])
  })
})

describe('no token', () => {
  const [header = '', payload = ''] = TOKEN.split('.')
  test.each([
    ['nothing', '  ', 'empty', null],
    ['one part', 'Atza|EXAMPLE', 'opaque', null],
    ['two parts', `${header}.${payload}`, 'wrong-parts', '2'],
    ['four parts', `${TOKEN}.x`, 'wrong-parts', '4'],
    ['five parts', 'a.b.c.d.e', 'encrypted', null],
    ['a header that is no base64url', `a+b.${payload}.x`, 'not-base64url', 'header'],
    ['a cut payload', `${header}.${payload.slice(0, 40)}.AAAA`, 'not-json', 'payload'],
    ['an empty payload', `${header}..AAAA`, 'not-base64url', 'payload'],
    [
      'a payload that is a list',
      `${header}.${encodeBase64Url(new TextEncoder().encode('[]'))}.AAAA`,
      'not-an-object',
      'payload',
    ],
    ['a payload that is no UTF-8', `${header}._-8.AAAA`, 'not-json', 'payload'],
    ['a signature that is no base64url', `${header}.${payload}.===`, 'not-base64url', 'signature'],
    ['50 MB', 'e'.repeat(50_000_000), 'too-large', '50000000'],
  ])('%s', (_, text, problem, detail) => {
    expect(readJwt(text, NOW)).toMatchObject({
      kind: 'unread',
      problems: [{ problem, severity: 'error', detail }],
    })
  })

  test('what cannot be read is kept to be sent all the same', () => {
    const reading = readJwt('Bearer Atza|EXAMPLE', NOW)
    expect(reading.token?.reveal()).toBe('Atza|EXAMPLE')
    expect(JSON.stringify(reading)).not.toContain('Atza')
  })
})

describe('properties', () => {
  test('what is written is read', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()),
        fc.uint8Array({ minLength: 1 }),
        (claims, signature) => {
          const expected = JSON.parse(JSON.stringify(claims)) as Record<string, unknown>
          const reading = readJwt(writeJwt(HEADER, claims, signature), null)
          expect(reading.kind).toBe('read')
          if (reading.kind !== 'read') return
          expect(reading.claims.map(({ name }) => name)).toEqual(Object.keys(expected))
        },
      ),
    )
  })

  test('never throws', () => {
    const piece = fc.constantFrom('ey', '.', '"', 'Bearer ', '=', '{', '\n', '-', header())
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        expect(['read', 'unread']).toContain(readJwt(pieces.join(''), NOW).kind)
      }),
    )
  })

  test('base64 both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
        expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(bytes)
      }),
    )
  })
})

function header(): string {
  return TOKEN.split('.')[0] ?? ''
}
