import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE, parseIso } from '#domain/time/instant.ts'
import { totpCode } from '../issuers/one-time-password.ts'
import { call, callEc2, keyOf } from '../performed.fixture.ts'
import { NOW, session } from '../signed-call.fixture.ts'

const SERIAL = 'arn:aws:iam::111122223333:mfa/minji'
const withMfa = async (at = NOW) => ({
  SerialNumber: SERIAL,
  TokenCode: await totpCode(SERIAL, at),
})

describe('GetSessionToken', () => {
  test.each([
    ['a user, 12 hours', 'minji', {}, 12],
    ['a user, 36 hours', 'minji', { DurationSeconds: '129600' }, 36],
    ['a user without any permission', 'haneul', {}, 12],
    ['root, 1 hour', 'root', {}, 1],
    ['root, never longer', 'root', { DurationSeconds: '43200' }, 1],
  ])('%s', async (_name, who, parameters, hours) => {
    const came = await call(await keyOf(who), 'GetSessionToken', parameters)
    expect(came.status).toBe(200)
    expect(parseIso(came.text('Expiration') ?? '')).toBe(NOW + hours * HOUR)
    const [before, after] = await Promise.all(
      [await keyOf(who), came.credentials()].map((each) => call(each, 'GetCallerIdentity')),
    )
    expect(after?.text('Arn')).toBe(before?.text('Arn'))
  })

  test.each([
    ['too short', {}, { DurationSeconds: '60' }, 400, 'ValidationError', /900/],
    ['a code alone', {}, { TokenCode: '123456' }, 403, 'AccessDenied', /must provide both/],
    [
      'a wrong code',
      {},
      { SerialNumber: SERIAL, TokenCode: '000000' },
      403,
      'AccessDenied',
      /invalid MFA/,
    ],
    [
      'a device that does not exist',
      {},
      { SerialNumber: `${SERIAL}2`, TokenCode: '000000' },
      403,
      'AccessDenied',
      /unable to validate/,
    ],
  ])('refuses: %s', async (_name, _of, parameters, status, code, message) => {
    const came = await call(await keyOf('minji'), 'GetSessionToken', parameters)
    expect([came.status, came.code]).toEqual([status, code])
    expect(came.message).toMatch(message)
  })

  test.each(['GetSessionToken', 'GetFederationToken'])('%s takes no session', async (action) => {
    const own = (await call(await keyOf('minji'), 'GetSessionToken')).credentials()
    for (const credentials of [own, await session()]) {
      const came = await call(credentials, action, action.includes('Fed') ? { Name: 'guest' } : {})
      expect([came.status, came.code]).toEqual([403, 'AccessDenied'])
      expect(came.message).toBe(`Cannot call ${action} with session credentials`)
    }
  })

  test('its sessions call nothing else of STS but GetCallerIdentity and AssumeRole', async () => {
    const own = (await call(await keyOf('minji'), 'GetSessionToken')).credentials()
    const came = await call(own, 'GetAccessKeyInfo', { AccessKeyId: 'AKIAQAAAAAAAAAAAAAAA' })
    expect(came.code).toBe('AccessDenied')
  })
})

describe('GetFederationToken', () => {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
  })

  test('the federated user', async () => {
    const came = await call(await keyOf('minji'), 'GetFederationToken', { Name: 'guest', Policy })
    expect(came.text('FederatedUser', 'FederatedUserId')).toBe('111122223333:guest')
    expect(parseIso(came.text('Expiration') ?? '')).toBe(NOW + 12 * HOUR)
    const who = await call(came.credentials(), 'GetCallerIdentity')
    expect(who.text('Arn')).toBe('arn:aws:sts::111122223333:federated-user/guest')
    expect(who.text('UserId')).toBe('111122223333:guest')
  })

  test('may do what its policy and the user both allow', async () => {
    const come = (parameters: Readonly<Record<string, string>>) =>
      keyOf('minji').then((key) =>
        call(key, 'GetFederationToken', { Name: 'guest', ...parameters }),
      )
    const [none, some] = [await come({}), await come({ Policy })]
    const look = await callEc2(none.credentials(), 'DescribeInstances')
    expect(look.message).toMatch(/because no session policy allows the ec2:DescribeInstances/)
    expect((await callEc2(some.credentials(), 'DescribeInstances')).status).toBe(200)
    const stop = await callEc2(some.credentials(), 'StopInstances', {
      'InstanceId.1': 'i-0aaaa1111bbbb2222',
    })
    expect(stop.message).toMatch(/because no identity-based policy allows/)
  })

  test('whom root federates may do what the session policy says', async () => {
    const came = await call(await keyOf('root'), 'GetFederationToken', { Name: 'guest', Policy })
    expect(parseIso(came.text('Expiration') ?? '')).toBe(NOW + HOUR)
    expect((await callEc2(came.credentials(), 'DescribeInstances')).status).toBe(200)
    const none = await call(await keyOf('root'), 'GetFederationToken', { Name: 'guest' })
    expect((await callEc2(none.credentials(), 'DescribeInstances')).status).toBe(403)
  })

  test.each([
    ['no name', 'minji', {}, 400, 'ValidationError', /'name'/],
    ['a long name', 'minji', { Name: 'n'.repeat(33) }, 400, 'ValidationError', /32/],
    [
      'the user may not',
      'haneul',
      { Name: 'guest' },
      403,
      'AccessDenied',
      /sts:GetFederationToken on resource: arn:aws:sts::111122223333:federated-user\/guest because no identity-based policy/,
    ],
    [
      'a policy that is no JSON',
      'sora',
      { Name: 'guest', Policy: 'x' },
      400,
      'MalformedPolicyDocument',
      /JSON/,
    ],
  ])('refuses: %s', async (_name, who, parameters, status, code, message) => {
    const came = await call(await keyOf(who), 'GetFederationToken', parameters)
    expect([came.status, came.code]).toEqual([status, code])
    expect(came.message).toMatch(message)
  })
})

describe('what a permission is for', () => {
  const INSTANCE = { 'InstanceId.1': 'i-0aaaa1111bbbb2222' }
  const MFA_MISSING = 'UnauthorizedOperation'

  test('stopping takes MFA, which a long-term key never has', async () => {
    const key = await keyOf('minji')
    const plain = await callEc2(key, 'StopInstances', INSTANCE)
    expect([plain.status, plain.code]).toEqual([403, MFA_MISSING])
    const without = (await call(key, 'GetSessionToken')).credentials()
    expect((await callEc2(without, 'StopInstances', INSTANCE)).code).toBe(MFA_MISSING)
    const session = (await call(key, 'GetSessionToken', await withMfa())).credentials()
    const stopped = await callEc2(session, 'StopInstances', INSTANCE)
    expect(stopped.status).toBe(200)
    expect(stopped.text('currentState', 'name')).toBe('stopping')
    expect(stopped.text('previousState', 'name')).toBe('running')
  })

  test('terminating takes MFA of the last hour', async () => {
    const key = await keyOf('minji')
    const session = (await call(key, 'GetSessionToken', await withMfa())).credentials()
    const terminate = (at: number) => callEc2(session, 'TerminateInstances', INSTANCE, { at })
    expect((await terminate(NOW + 60 * MINUTE)).status).toBe(200)
    const late = await terminate(NOW + 61 * MINUTE)
    expect(late.message).toMatch(
      /with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy\/Developers\. Encoded authorization failure message: /,
    )
    expect((await callEc2(key, 'TerminateInstances', INSTANCE)).message).toMatch(/explicit deny/)
  })

  test("a role's session does not tell of MFA", async () => {
    const role = {
      RoleArn: 'arn:aws:iam::111122223333:role/DeveloperAccess',
      RoleSessionName: 'minji',
      ...(await withMfa()),
    }
    const came = await call(await keyOf('minji'), 'AssumeRole', role)
    expect(came.status).toBe(200)
    expect((await callEc2(came.credentials(), 'StopInstances', INSTANCE)).code).toBe(MFA_MISSING)
  })
})
