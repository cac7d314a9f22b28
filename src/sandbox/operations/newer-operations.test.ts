import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPERATIONS } from '#domain/sts/operations/operation-table.ts'
import { MINUTE, parseIso } from '#domain/time/instant.ts'
import { USERS } from '../accounts/user-table.ts'
import { call, callEc2, keyOf } from '../performed.fixture.ts'
import { NOW } from '../signed-call.fixture.ts'

describe('GetAccessKeyInfo', () => {
  test.each(USERS.map((each) => [each.name, each] as const))('of %s', async (_name, user) => {
    const AccessKeyId = user.keys[0]?.accessKeyId ?? ''
    const came = await call(await keyOf('minji'), 'GetAccessKeyInfo', { AccessKeyId })
    expect(came.text('Account')).toBe(user.principal.account)
  })

  test.each([
    ['an ID without an account', 'AKIAIOSFODNN7EXAMPLE', 403, 'InvalidClientTokenId'],
    ['too short', 'AKIA', 400, 'ValidationError'],
    ['other letters', 'AKIA-IOSFODNN7EXAMPL', 400, 'ValidationError'],
  ])('refuses: %s', async (_name, AccessKeyId, status, code) => {
    const came = await call(await keyOf('minji'), 'GetAccessKeyInfo', { AccessKeyId })
    expect([came.status, came.code]).toEqual([status, code])
  })
})

describe('AssumeRoot', () => {
  const TASK = {
    TargetPrincipal: '444455556666',
    'TaskPolicyArn.arn': 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials',
  }

  test('of the account that manages the organisation', async () => {
    const came = await call(await keyOf('jisoo'), 'AssumeRoot', TASK)
    expect(came.status).toBe(200)
    expect(parseIso(came.text('Expiration') ?? '')).toBe(NOW + 15 * MINUTE)
    const who = await call(came.credentials(), 'GetCallerIdentity')
    expect(who.text('Account')).toBe('444455556666')
    expect((await callEc2(came.credentials(), 'DescribeInstances')).message).toMatch(
      /because no session policy allows/,
    )
  })

  test.each([
    ['a member account', 'sora', TASK],
    ['a user who may not', 'minji', TASK],
    ['root', 'root', TASK],
    ['its own account', 'jisoo', { ...TASK, TargetPrincipal: '111122223333' }],
    ['an account of nobody', 'jisoo', { ...TASK, TargetPrincipal: '999999999999' }],
    [
      'another policy',
      'jisoo',
      { ...TASK, 'TaskPolicyArn.arn': 'arn:aws:iam::aws:policy/AdministratorAccess' },
    ],
  ])('refuses: %s', async (_name, who, parameters) => {
    const came = await call(await keyOf(who), 'AssumeRoot', parameters)
    expect([came.status, came.code]).toEqual([403, 'AccessDenied'])
  })
})

describe('what the sandbox never hands out', () => {
  const JWT = { 'Audience.member.1': 'https://service.example', SigningAlgorithm: 'RS256' }
  test.each([
    ['GetWebIdentityToken', JWT, 403, 'OutboundWebIdentityFederationDisabledException'],
    ['GetDelegatedAccessToken', { TradeInToken: 'EXAMPLE' }, 400, 'ExpiredTradeInTokenException'],
  ])('%s', async (action, parameters, status, code) => {
    const came = await call(await keyOf('jisoo'), action, parameters)
    expect([came.status, came.code]).toEqual([status, code])
    expect((await call(await keyOf('haneul'), action, parameters)).code).toBe('AccessDenied')
  })
})

describe('whatever is asked', () => {
  const names = Object.keys(OPERATIONS)
  const parameter = fc.constantFrom(
    ...Object.values(OPERATIONS).flatMap((each) => each.parameters.map(({ name }) => name)),
    'Tags.member.1.Key',
    'Tags.member.1.Value',
    'PolicyArns.member.1.arn',
    'TransitiveTagKeys.member.1',
  )
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.json(),
    fc.constantFrom(
      '900',
      'arn:aws:iam::111122223333:role/DeveloperAccess',
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      '{"Version":"2012-10-17","Statement":[]}',
    ),
  )

  test('it is answered', async () => {
    const keys = await Promise.all(['minji', 'jisoo', 'root', 'sora'].map((each) => keyOf(each)))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(null, ...keys),
        fc.constantFrom(...names),
        fc.dictionary(parameter, value, { maxKeys: 6 }),
        async (credentials, action, parameters) => {
          const came = await call(credentials, action, parameters)
          expect([200, 400, 403]).toContain(came.status)
          expect(came.status === 200).toBe(came.code === null)
        },
      ),
      { numRuns: 400 },
    )
  })
})
