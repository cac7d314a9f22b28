import { describe, expect, test } from 'vitest'
import { MINUTE, parseHttpDate, SECOND } from '#domain/time/instant.ts'
import { answer } from './answer.ts'
import type { SandboxRequest } from './exchange.ts'
import {
  ACCOUNT,
  FEDERATED_USER,
  IAM_USER,
  ROLE_SESSION,
  ROOT_USER,
  type Principal,
} from './principal-table.ts'
import { ask, FORM, longTerm, NOW, SEOUL, session, wire } from './signed-call.fixture.ts'
import { ORDINARY, worldAt } from './world.ts'

describe('who is who', () => {
  test.each([
    ['role session', ROLE_SESSION],
    ['federated user', FEDERATED_USER],
    ['user by GetSessionToken', IAM_USER],
    ['root by GetSessionToken', ROOT_USER],
  ] as const)('%s', async (_name, principal: Principal) => {
    const came = await ask({ credentials: await session({ principal }) })
    expect(came.status).toBe(200)
    expect(came.element('Arn')).toBe(principal.arn)
    expect(came.element('UserId')).toBe(principal.userId)
    expect(came.element('Account')).toBe(ACCOUNT)
  })

  test('a long-term key', async () => {
    const came = await ask({ credentials: await longTerm() })
    expect(came.element('Arn')).toBe(IAM_USER.arn)
  })

  test("AWS's shape: namespace, request ID, date", async () => {
    const came = await ask({ credentials: await session() })
    expect(came.body).toMatch(
      /^<GetCallerIdentityResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/">/,
    )
    expect(came.headers['content-type']).toBe('text/xml')
    expect(came.headers['x-amzn-requestid']).toBe(came.element('RequestId'))
    expect(came.element('RequestId')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(parseHttpDate(came.headers['date'] ?? '')).toBe(NOW)
  })

  test('the same request in the same world has the same answer', async () => {
    const call = { credentials: await session() }
    expect((await ask(call)).body).toBe((await ask(call)).body)
  })

  test('a form in the query of a GET', async () => {
    const came = await ask({ credentials: await session(), method: 'GET', query: FORM, body: '' })
    expect(came.status).toBe(200)
  })

  test.each([
    ['regional', SEOUL, 'sts.ap-northeast-2.amazonaws.com'],
    ['dual-stack', SEOUL, 'sts.ap-northeast-2.api.aws'],
    ['FIPS', 'us-east-1', 'sts-fips.us-east-1.amazonaws.com'],
    ['global', 'us-east-1', 'sts.amazonaws.com'],
    ['loopback', 'eu-west-1', '127.0.0.1:4000'],
  ])('%s host', async (_name, region, host) => {
    expect((await ask({ credentials: await session(), region, host })).status).toBe(200)
  })
})

describe('what never reaches STS', () => {
  test('a portal answers everything with its page', async () => {
    const settings = { interference: 'portal-html' } as const
    const came = await ask({ credentials: await session(), settings })
    expect(came.status).toBe(200)
    expect(came.headers['content-type']).toMatch(/^text\/html/)
    expect(came.body).toContain('<form')
  })

  test.each([['hang'], ['cut']] as const)('%s is left to the mount', async (fault) => {
    const world = worldAt({ ...ORDINARY, interference: fault }, NOW, 1)
    expect(await answer(await wire({ credentials: await longTerm() }), world)).toEqual({
      kind: 'fault',
      fault,
    })
  })

  test('no-cors is a whole answer, which the mount hides from pages', async () => {
    const world = worldAt({ ...ORDINARY, interference: 'no-cors' }, NOW, 1)
    expect(await answer(await wire({ credentials: await longTerm() }), world)).toMatchObject({
      kind: 'fault',
      fault: 'no-cors',
      reply: { status: 200 },
    })
  })
})

describe('an answer in JSON', () => {
  const asksJson = (request: SandboxRequest): SandboxRequest => ({
    ...request,
    headers: [...request.headers, ['Accept', 'application/json']],
  })

  test('an identity', async () => {
    const came = await ask({ credentials: await session(), change: asksJson })
    expect(came.headers['content-type']).toBe('application/json')
    expect(JSON.parse(came.body)).toEqual({
      GetCallerIdentityResponse: {
        GetCallerIdentityResult: {
          Account: ACCOUNT,
          Arn: ROLE_SESSION.arn,
          UserId: ROLE_SESSION.userId,
        },
        ResponseMetadata: { RequestId: came.headers['x-amzn-requestid'] },
      },
    })
  })

  test('credentials: instants in seconds, as AWS writes them', async () => {
    const body = 'Action=GetSessionToken&Version=2011-06-15&DurationSeconds=900'
    const came = await ask({ credentials: await longTerm(), body, change: asksJson })
    expect(came.body).toMatch(/"Expiration":1\.\d{1,9}E9[,}]/)
    const { GetSessionTokenResponse: response } = JSON.parse(came.body) as Record<
      string,
      { GetSessionTokenResult: { Credentials: { Expiration: number } } }
    >
    const { Expiration } = response?.GetSessionTokenResult.Credentials ?? {}
    expect(Expiration).toBe((NOW + 15 * MINUTE) / SECOND)
  })

  test('a refusal', async () => {
    const came = await ask({
      credentials: await session(),
      region: 'us-east-1',
      host: 'sts.eu-west-1.amazonaws.com',
      change: asksJson,
    })
    expect(came.status).toBe(403)
    expect(JSON.parse(came.body)).toEqual({
      Error: {
        Code: 'SignatureDoesNotMatch',
        Message: 'Credential should be scoped to a valid region. ',
        Type: 'Sender',
      },
      RequestId: came.headers['x-amzn-requestid'],
    })
  })

  test.each([
    ['*/*', 'text/xml'],
    ['text/xml, application/json', 'text/xml'],
    ['application/json, */*', 'application/json'],
    ['application/jsonl', 'text/xml'],
  ])('Accept: %s gets %s', async (accept, type) => {
    const change = (request: SandboxRequest): SandboxRequest => ({
      ...request,
      headers: [...request.headers, ['accept', accept]],
    })
    const came = await ask({ credentials: await session(), change })
    expect(came.headers['content-type']).toBe(type)
  })
})
