import { describe, expect, test } from 'vitest'
import { answer } from './answer.ts'
import type { SandboxRequest } from './exchange.ts'
import { ask, FORM, longTerm, NOW, type Call } from './signed-call.fixture.ts'
import { ORDINARY, worldAt } from './world.ts'

const FORM_TYPE = ['content-type', 'application/x-www-form-urlencoded'] as const
const DISPATCH = 'http://webservices.amazon.com/AWSFault/2005-15-09'
const STS = 'https://sts.amazonaws.com/doc/2011-06-15/'
const PAGE = 'https://aws.amazon.com/iam'
const UNKNOWN = '<UnknownOperationException/>\n'

async function unsigned(request: Partial<SandboxRequest>) {
  const ordinary = { method: 'POST', path: '/', query: '', headers: [], body: '' }
  const came = await answer({ ...ordinary, ...request }, worldAt(ORDINARY, NOW, 1))
  if (came.kind === 'fault') throw new Error(came.fault)
  return came
}

const signed = async (call: Omit<Call, 'credentials'>) =>
  ask({ credentials: await longTerm(), ...call })

const withoutType = (request: SandboxRequest): SandboxRequest => ({
  ...request,
  headers: request.headers.filter(([name]) => name !== 'content-type'),
})

describe('redirects to a page', () => {
  test.each([
    ['a bare GET', () => unsigned({ method: 'GET' }), PAGE],
    ['a GET of nothing known', () => unsigned({ method: 'GET', query: 'x=1' }), `${PAGE}?x=1`],
    [
      'a signed GET without an action',
      () => signed({ method: 'GET', query: 'Version=2011-06-15', body: '' }),
      `${PAGE}?Version=2011-06-15`,
    ],
    [
      'what no header holds',
      () => unsigned({ method: 'GET', query: 'a=\r\n서' }),
      `${PAGE}?a=%0D%0A%EC%84%9C`,
    ],
    ['a form without an action', () => signed({ body: 'Version=2011-06-15' }), PAGE],
    ['a form without a content type', () => signed({ change: withoutType }), PAGE],
    ['another method', () => unsigned({ method: 'PUT' }), PAGE],
  ])('%s', async (_name, make, location) => {
    const came = await make()
    expect([came.status, came.headers['location'], came.body]).toEqual([302, location, ''])
    expect(came.headers).toHaveProperty('x-amzn-requestid')
    expect(came.headers).toHaveProperty('x-amz-sts-extended-request-id')
  })
})

describe('what STS is not asked', () => {
  test.each([
    ['another content type', { headers: [['content-type', 'text/plain']] as const }, 403],
    ['a broken path', { path: '/%' }, 400],
    ['a method that HTTP does not have', { method: 'PROPFIND', headers: [FORM_TYPE] }, 400],
  ])('%s', async (_name, request, status) => {
    const came = await unsigned(request)
    expect(came.status).toBe(status)
    if (status === 400) {
      expect(came.body).toBe('')
      expect(Object.keys(came.headers)).toEqual(['date'])
    }
  })

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s of another path', async (method) => {
    const open = await unsigned({ method, path: '/foo' })
    const closed = await signed({ method, path: '/foo', body: '' })
    for (const came of [open, closed]) expect([came.status, came.body]).toEqual([404, UNKNOWN])
  })

  test('HEAD of another path', async () => {
    const came = await unsigned({ method: 'HEAD', path: '/foo' })
    expect([came.status, came.body]).toEqual([404, ''])
  })

  test('a form of no action on another path', async () => {
    expect((await signed({ path: '/foo', body: 'x=1' })).status).toBe(404)
  })

  test('a form on another path, rightly signed', async () => {
    const came = await signed({ path: '/foo' })
    expect([came.status, came.code]).toEqual([403, 'SignatureDoesNotMatch'])
    expect(came.body).toContain(`<ErrorResponse xmlns="${STS}">`)
  })
})

describe('the operation is looked up before anybody asks who calls', () => {
  const notFound = (action: string, version: string): string =>
    `Could not find operation ${action} for version ${version}`

  test.each([
    ['no such action', 'Action=No&Version=2011-06-15', notFound('No', '2011-06-15')],
    ['an empty action', 'Action=&Version=2011-06-15', notFound('', '2011-06-15')],
    ['another version', `Action=GetCallerIdentity&Version=1`, notFound('GetCallerIdentity', '1')],
    ['an empty version', 'Action=GetCallerIdentity&Version=', notFound('GetCallerIdentity', '')],
    [
      'no version',
      'Action=AssumeRoleWithWebIdentity',
      notFound('AssumeRoleWithWebIdentity', 'NO_VERSION_SPECIFIED'),
    ],
    [
      'a second action that exists',
      'Action=No&Action=GetCallerIdentity&Version=2011-06-15',
      notFound('No', '2011-06-15'),
    ],
    [
      'a second version that exists',
      'Action=GetCallerIdentity&Version=1&Version=2011-06-15',
      notFound('GetCallerIdentity', '1'),
    ],
  ])('%s', async (_name, body, message) => {
    const open = await unsigned({ headers: [FORM_TYPE], body })
    expect(open.status).toBe(400)
    expect(open.body).toContain(`<ErrorResponse xmlns="${DISPATCH}">`)
    expect(open.body).toContain(`<Code>InvalidAction</Code>\n    <Message>${message}</Message>`)
    expect((await signed({ body })).message).toBe(message)
  })

  test.each([
    ['action', `${FORM}&Action=No`],
    ['version', `${FORM}&Version=1`],
    ['parameter that is none', `${FORM}&Unknown=1`],
  ])('a second %s is nothing', async (_name, body) => {
    expect((await signed({ body })).status).toBe(200)
  })
})

describe('the extended request ID', () => {
  test.each([
    ['an identity', {}, 'ap-northeast-2'],
    ['a refusal', { host: 'sts.amazonaws.com' }, 'us-east-1'],
  ])('%s', async (_name, call, region) => {
    const id = (await signed(call)).headers['x-amz-sts-extended-request-id'] ?? ''
    expect(atob(id)).toMatch(new RegExp(`^1:${region}:S:${String(NOW)}:R:[A-Za-z0-9+/]{8}$`))
  })
})
