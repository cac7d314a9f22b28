import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '#domain/time/instant.ts'
import { USERS } from '#sandbox/accounts/user-table.ts'
import { verifyJwt } from '#sandbox/issuers/json-web-token.ts'
import { stepOfTotpCode } from '#sandbox/issuers/one-time-password.ts'
import { openAssertion } from '#sandbox/issuers/saml-assertion.ts'
import { ORDINARY } from '#sandbox/world.ts'
import { startSandboxServer, type SandboxServer } from './sandbox-server.ts'

const NOW = 1_795_309_323_000
const DEVICE = USERS.find(({ mfaSerial }) => mfaSerial !== null)?.mfaSerial ?? ''

let server: SandboxServer
beforeAll(async () => {
  server = await startSandboxServer({ port: 0, now: () => NOW })
})
afterAll(() => server.close())

type Asked = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Unlike fetch it lets the host be another. */
const ask = (path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const url = new URL(`_sandbox/${path}`, server.url)
      const outgoing = httpRequest(url, { method, headers }, (incoming) => {
        let text = ''
        incoming.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
        )
      })
      outgoing.on('error', reject).end(body)
    },
  )

const JSON_TYPE = { 'content-type': 'application/json' }
const put = (body: string, headers: Readonly<Record<string, string>> = JSON_TYPE) =>
  ask('settings', { method: 'PUT', headers, body })
const settings = async (): Promise<unknown> => JSON.parse((await ask('settings')).body)

describe('settings', () => {
  beforeEach(() => ask('settings', { method: 'DELETE' }))

  test('are shown, set one by one, and put back', async () => {
    expect(await settings()).toEqual(ORDINARY)
    expect((await put('{"clockOffsetMs":1200000}')).status).toBe(200)
    expect((await put('{"interference":"throttling"}')).status).toBe(200)
    expect(await settings()).toEqual({
      ...ORDINARY,
      clockOffsetMs: 20 * MINUTE,
      interference: 'throttling',
    })
    await ask('settings', { method: 'DELETE' })
    expect(await settings()).toEqual(ORDINARY)
  })

  test('take effect', async () => {
    await put('{"interference":"service-unavailable"}')
    const body = new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' })
    expect((await fetch(server.url, { method: 'POST', body })).status).toBe(503)
  })

  test('without CORS the preflight is without it too', async () => {
    await put('{"interference":"no-cors"}')
    const headers = { origin: 'http://127.0.0.1:1' }
    const preflight = await fetch(server.url, { method: 'OPTIONS', headers })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each([
    ['no JSON', '{', { finding: 'not-an-object' }],
    ['another name', '{"x":1}', { finding: 'unknown-setting', setting: 'x' }],
    [
      'another value',
      '{"clockOffsetMs":"x"}',
      { finding: 'wrong-value', setting: 'clockOffsetMs' },
    ],
  ])('%s changes nothing and says what is wrong', async (_name, body, error) => {
    const came = await put(body)
    expect(came.status).toBe(400)
    expect(JSON.parse(came.body)).toMatchObject({ error })
    expect(await settings()).toEqual(ORDINARY)
  })

  test.each([
    ['a form of another page', { 'content-type': 'text/plain' }, 'not-json'],
    ['no type', {}, 'not-json'],
    ['a name pointed at this machine', { ...JSON_TYPE, host: 'evil.example:4587' }, 'not-loopback'],
    ['a name that begins alike', { ...JSON_TYPE, host: '127.0.0.1.evil.example' }, 'not-loopback'],
    ['another origin', { ...JSON_TYPE, origin: 'https://evil.example' }, 'from-a-page'],
    ['a page without an origin', { ...JSON_TYPE, origin: 'null' }, 'from-a-page'],
  ])('%s is refused', async (_name, headers, finding) => {
    const came = await put('{"interference":"hang"}', headers)
    expect(came.status).toBe(403)
    expect(JSON.parse(came.body)).toEqual({ error: { finding } })
    expect(came.headers['access-control-allow-origin']).toBeUndefined()
    expect(await settings()).toEqual(ORDINARY)
  })

  test('a preflight is told nothing', async () => {
    const came = await ask('settings', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    })
    expect(came.status).toBe(403)
    expect(came.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('what a learner needs', () => {
  const world = { now: NOW }

  test('a code of the MFA device', async () => {
    expect(await stepOfTotpCode(DEVICE, (await ask('totp')).body, NOW)).not.toBeNull()
    expect(await stepOfTotpCode('x', (await ask('totp?serial=x')).body, NOW)).not.toBeNull()
  })

  test('a token of the OpenID provider', async () => {
    const claims = { iss: 'https://oidc.sandbox.example', sub: 'me', aud: 'app' }
    const { body } = await ask('jwt?sub=me&aud=app')
    expect(await verifyJwt(body, world)).toMatchObject({ fault: null, claims })
    const ofPool = await verifyJwt((await ask('jwt?issuer=user-pool')).body, world)
    expect(ofPool).toMatchObject({ claims: { iss: expect.stringContaining('cognito-idp') } })
  })

  test('an assertion', async () => {
    const role = 'arn:aws:iam::111122223333:role/Example'
    const { body } = await ask(`saml?role=${encodeURIComponent(role)}`)
    expect(await openAssertion(body, world)).toMatchObject({
      fault: null,
      assertion: { roles: [{ roleArn: role }] },
    })
  })

  test('who there is', async () => {
    const { users, roles } = JSON.parse((await ask('principals')).body) as Record<string, unknown[]>
    expect(users?.length).toBe(USERS.length)
    expect(roles?.length).toBeGreaterThan(9)
  })

  test('a path that is none', async () => {
    expect((await ask('x')).status).toBe(404)
    expect((await ask('')).status).toBe(404)
    expect((await ask('jwt', { method: 'POST' })).status).toBe(405)
  })
})
