import { describe, expect, test } from 'vitest'
import { HOUR, instantOf, SECOND } from '#domain/time/instant.ts'
import { encodeBase64Url } from '#domain/federation/base64.ts'
import { fromBase64Url } from './base64.ts'
import {
  issueJwt,
  issueLoginToken,
  OIDC_AUDIENCE,
  OIDC_ISSUER,
  verifyJwt,
  type JwtClaims,
} from './json-web-token.ts'

const NOW = instantOf(2026, 11, 22, 1, 2, 3) ?? 0
const EPOCH = NOW / SECOND

const claims = (change: Partial<JwtClaims> = {}): JwtClaims => ({
  iss: OIDC_ISSUER,
  sub: 'repo:example/app:ref:refs/heads/main',
  aud: OIDC_AUDIENCE,
  iat: EPOCH,
  exp: EPOCH + 300,
  ...change,
})

const part = (value: unknown): string =>
  encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)))

describe('a JSON Web Token', () => {
  test('what was claimed is read, and the same claims give the same token', async () => {
    const token = await issueJwt(claims({ amr: ['authenticated'], nonce: 1 }))
    expect(token).toBe(await issueJwt(claims({ amr: ['authenticated'], nonce: 1 })))
    expect(await verifyJwt(token, { now: NOW })).toEqual({
      fault: null,
      claims: claims({ amr: ['authenticated'], nonce: 1 }),
    })
  })

  test('a login lasts an hour', async () => {
    const login = { issuer: OIDC_ISSUER, subject: 'minji', audience: OIDC_AUDIENCE }
    const token = await issueLoginToken(NOW, login)
    expect(await verifyJwt(token, { now: NOW + HOUR - SECOND })).toMatchObject({ fault: null })
    expect(await verifyJwt(token, { now: NOW + HOUR })).toEqual({
      fault: 'expired',
      now: EPOCH + 3600,
      expiredAt: EPOCH + 3600,
    })
  })

  const cases: readonly (readonly [string, () => Promise<string>, object])[] = [
    ['empty', async () => '', { fault: 'not-a-jwt' }],
    ['a word', async () => 'token', { fault: 'not-a-jwt' }],
    ['four parts', async () => `${await issueJwt(claims())}.e30`, { fault: 'not-a-jwt' }],
    ['cut', async () => (await issueJwt(claims())).slice(0, 60), { fault: 'not-a-jwt' }],
    ['an array', async () => `${part([])}.${part([])}.AAAA`, { fault: 'not-a-jwt' }],
    [
      'an access token without audience',
      async () => `${part({ alg: 'RS256' })}.${part({ iss: OIDC_ISSUER })}.AAAA`,
      { fault: 'not-a-jwt' },
    ],
    [
      'another issuer',
      () => issueJwt(claims({ iss: 'https://token.example' })),
      { fault: 'other-issuer', issuer: 'https://token.example' },
    ],
    [
      'another algorithm',
      async () => `${part({ alg: 'none' })}.${part(claims())}.`,
      { fault: 'signature-differs' },
    ],
    ['ended', () => issueJwt(claims({ exp: EPOCH })), { fault: 'expired', expiredAt: EPOCH }],
    ['of tomorrow', () => issueJwt(claims({ nbf: EPOCH + 86_400 })), { fault: 'not-yet-valid' }],
  ]
  test.each(cases)('%s', async (_name, make, expected) => {
    expect(await verifyJwt(await make(), { now: NOW })).toMatchObject(expected)
  })

  test('any other character anywhere', async () => {
    const token = await issueJwt(claims())
    for (let at = 0; at < token.length; at++) {
      const other = token.charAt(at) === 'A' ? 'B' : 'A'
      const altered = token.slice(0, at) + other + token.slice(at + 1)
      expect((await verifyJwt(altered, { now: NOW })).fault, `at ${at}`).not.toBeNull()
    }
  })

  test.each(['a', 'ab==', 'a+', 'A', 'AB'])('%s is no base64url of any bytes', (text) => {
    expect(fromBase64Url(text)).toBeNull()
  })
})
