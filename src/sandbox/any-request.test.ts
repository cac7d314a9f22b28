import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPERATIONS } from '#domain/sts/operations/operation-table.ts'
import { answer } from './answer.ts'
import type { Reply, SandboxRequest } from './exchange.ts'
import { longTerm, NOW, session, wire } from './signed-call.fixture.ts'
import { ORDINARY, worldAt } from './world.ts'

/** Words that get further into the sandbox than noise does. */
const words = fc.constantFrom(
  'Action',
  'Version',
  '2011-06-15',
  '2016-11-15',
  'AWS4-HMAC-SHA256',
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
  'X-Amz-Security-Token',
  'Credential=AKIA/20261122/us-east-1/sts/aws4_request',
  'SignedHeaders=host',
  'Signature=0',
  'host',
  '20261122T010203Z',
  'application/x-www-form-urlencoded',
  'application/x-amz-json-1.1',
  'application/json',
  'AWSCognitoIdentityService.GetId',
  'AWSCognitoIdentityService.GetCredentialsForIdentity',
  'IdentityPoolId',
  '{"IdentityId":"a:0"}',
  'InstanceId.1',
  'RoleArn',
  'arn:aws:iam::111122223333:role/DeveloperAccess',
  'Tags.member.1.Key',
  'Tags.member.99999999.Value',
  'WebIdentityToken',
  'SAMLAssertion',
  'Policy',
  '{"Version":"2012-10-17","Statement":[]}',
  '__proto__',
  'constructor',
  '%',
  '%zz',
  '%00',
  ...Object.keys(OPERATIONS),
)
const text = fc.oneof(
  words,
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const form = fc
  .array(fc.tuple(text, fc.constantFrom('=', '', '=='), text), { maxLength: 6 })
  .map((pairs) => pairs.map((pair) => pair.join('')).join('&'))
const name = fc.oneof(
  fc.constantFrom(
    'host',
    'Host',
    'authorization',
    'x-amz-date',
    'x-amz-security-token',
    'x-amz-target',
    'content-type',
    'accept',
  ),
  text,
)
const host = fc.constantFrom(
  'sts.amazonaws.com',
  'sts.eu-west-1.amazonaws.com',
  'ec2.eu-west-1.amazonaws.com',
  'cognito-identity.eu-west-1.amazonaws.com',
  '127.0.0.1:4587',
  '',
)
const anyRequest: fc.Arbitrary<SandboxRequest> = fc.record({
  method: fc.oneof(fc.constantFrom('GET', 'POST'), text),
  path: fc.oneof(fc.constant('/'), text),
  query: form,
  headers: fc
    .tuple(
      host,
      fc.constantFrom('application/x-www-form-urlencoded', 'application/x-amz-json-1.1', ''),
      fc.array(fc.tuple(name, fc.oneof(text, form)), { maxLength: 4 }),
    )
    .map(([where, type, more]) => [
      ['host', where] as const,
      ...(type === '' ? [] : [['content-type', type] as const]),
      ...more,
    ]),
  body: fc.oneof(form, fc.uint8Array({ maxLength: 40 }), fc.json()),
})

/** What is an answer at all: a status, a type for every body, a request ID, a date. */
function judge(reply: Reply): void {
  expect([200, 302, 400, 401, 403, 404, 412]).toContain(reply.status)
  expect(reply.headers['date']).toBe('Sun, 22 Nov 2026 01:02:03 GMT')
  // The outermost door gives a status and nothing else.
  const isOutside = reply.status === 400 && reply.body === ''
  if (!isOutside) expect(reply.headers['x-amzn-requestid']).toMatch(/^[\da-f-]{36}$/)
  for (const value of Object.values(reply.headers)) expect(value).toMatch(/^[\x20-\x7e]*$/)
  if (reply.body === '') return
  const type = reply.headers['content-type'] ?? ''
  if (type.includes('json')) expect(() => JSON.parse(reply.body)).not.toThrow()
  else expect(reply.body).toMatch(/^<[^]*>\n?$/)
}

async function answered(request: SandboxRequest): Promise<Reply> {
  const came = await answer(request, worldAt(ORDINARY, NOW, 1))
  if (came.kind === 'fault') throw new Error(came.fault)
  return came
}

describe('no request stays without an answer', { timeout: 60_000 }, () => {
  test('6,000 random ones', async () => {
    const seen = new Set<number>()
    await fc.assert(
      fc.asyncProperty(anyRequest, async (request) => {
        const reply = await answered(request)
        seen.add(reply.status)
        judge(reply)
      }),
      { numRuns: 6000 },
    )
    for (const status of [302, 400, 403]) expect(seen).toContain(status)
  })

  test('2,000 that were signed and then changed', async () => {
    const signed = await Promise.all([
      wire({ credentials: await session() }),
      wire({ credentials: await longTerm() }),
      wire({ credentials: await longTerm(), body: 'Action=AssumeRole&Version=2011-06-15' }),
    ])
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...signed),
        fc.nat(),
        fc.nat(),
        text,
        async (request, part, place, change) => {
          const edit = (old: string): string => {
            const at = place % (old.length + 1)
            return old.slice(0, at) + change + old.slice(at + (place % 3))
          }
          const at = part % (request.headers.length + 2)
          const changed: SandboxRequest = {
            ...request,
            ...(at === request.headers.length && { body: edit(String(request.body)) }),
            ...(at > request.headers.length && { query: edit(request.query) }),
            headers: request.headers.map(([each, value], index) => [
              each,
              index === at ? edit(value) : value,
            ]),
          }
          judge(await answered(changed))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

/** Values that some parameter takes, and what is none. */
const value = fc.oneof(
  text,
  fc.json(),
  fc.constantFrom(
    'arn:aws:iam::111122223333:role/DeveloperAccess',
    'arn:aws:iam::444455556666:role/PartnerAudit',
    'arn:aws:iam::111122223333:mfa/minji',
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    'minji',
    '900',
    '-1',
    '999999999999999999999',
    '000000',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
    '{"Statement":[{"Effect":"Deny","NotAction":["*",""],"Condition":{"Bool":{"a":[]}}}]}',
    'a.b.c',
    'x'.repeat(5000),
  ),
)
const signedForm = fc
  .constantFrom(...Object.values(OPERATIONS))
  .chain((operation) =>
    fc.tuple(
      fc.constant(operation.name),
      fc.array(
        fc.tuple(
          fc.constantFrom('x', ...operation.parameters.map((each) => each.name)),
          fc.constantFrom('', '', '', '.member.1', '.member.1.arn', '.member.1.Key', '.arn'),
          value,
        ),
        { maxLength: 6 },
      ),
    ),
  )
  .map(([action, pairs]) =>
    new URLSearchParams([
      ['Action', action],
      ['Version', '2011-06-15'],
      ...pairs.map(([first, end, each]) => [first + end, each]),
    ]).toString(),
  )

describe('no operation stays without an answer', { timeout: 60_000 }, () => {
  test('2,000 calls rightly signed, their parameters random', async () => {
    const seen = new Set<number>()
    const credentials = await Promise.all([longTerm(), session()])
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...credentials), signedForm, async (who, body) => {
        const reply = await answered(await wire({ credentials: who, body }))
        seen.add(reply.status)
        judge(reply)
      }),
      { numRuns: 2000 },
    )
    expect(seen).toEqual(new Set([200, 400, 403]))
  })
})

describe('a GET', () => {
  test.each([
    ['without parameters', '', 302],
    ['without a signature', 'Action=GetCallerIdentity&Version=2011-06-15', 403],
    ['without an action', 'x=1', 302],
    ['of an operation that is none', 'Action=x', 400],
  ])('%s', async (_name, query, status) => {
    const headers = [['host', 'sts.amazonaws.com']] as const
    expect((await answered({ method: 'GET', path: '/', query, headers, body: '' })).status).toBe(
      status,
    )
  })
})
