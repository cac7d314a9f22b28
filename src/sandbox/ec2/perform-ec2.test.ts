import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDecodedMessage } from '#domain/denial/decoded-message.ts'
import { encodedMessageIn } from '#domain/denial/encoded-message.ts'
import { parseDenial } from '#domain/denial/parse-denial.ts'
import { MINUTE } from '#domain/time/instant.ts'
import { call, callEc2, keyOf } from '../performed.fixture.ts'
import { NOW, SEOUL, wire } from '../signed-call.fixture.ts'
import { answer } from '../answer.ts'
import { ORDINARY, worldAt } from '../world.ts'
import { INSTANCES } from './instance-table.ts'

const TEST = { 'InstanceId.1': 'i-0aaaa1111bbbb2222' }
const PRODUCTION = { 'InstanceId.1': 'i-0cccc3333dddd4444' }

const sessionOf = async (who: string, role: string, account = '111122223333', at = NOW) => {
  const parameters = {
    RoleArn: `arn:aws:iam::${account}:role/${role}`,
    RoleSessionName: 'minji',
  }
  return (await call(await keyOf(who), 'AssumeRole', parameters, { at })).credentials()
}

describe('the pretend EC2', () => {
  test('describes the instances of the account', async () => {
    const came = await callEc2(await keyOf('haneul'), 'DescribeInstances')
    expect(came.status).toBe(200)
    expect(came.body).toMatch(
      /^<\?xml.*\n<DescribeInstancesResponse xmlns="http:\/\/ec2\.amazonaws\.com\/doc\/2016-11-15\/">/,
    )
    const ids = [...came.body.matchAll(/<instanceId>([^<]*)</g)].map((each) => each[1])
    expect(ids).toEqual(['i-0aaaa1111bbbb2222', 'i-0cccc3333dddd4444', 'i-0cccc3333dddd5555'])
    expect(came.text('ownerId')).toBe('111122223333')
    expect(came.text('instanceState', 'code')).toBe('16')
  })

  test.each([
    ['StartInstances', 'i-0cccc3333dddd5555', 'stopped', 'pending'],
    ['StartInstances', 'i-0aaaa1111bbbb2222', 'running', 'running'],
    ['StopInstances', 'i-0aaaa1111bbbb2222', 'running', 'stopping'],
    ['TerminateInstances', 'i-0cccc3333dddd5555', 'stopped', 'shutting-down'],
  ])('%s of %s: %s, then %s', async (action, id, before, after) => {
    const came = await callEc2(await keyOf('jisoo'), action, { 'InstanceId.1': id })
    expect([came.text('previousState', 'name'), came.text('currentState', 'name')]).toEqual([
      before,
      after,
    ])
  })

  test.each([
    ['no instance', 'StopInstances', {}, 400, 'MissingParameter'],
    ['no ID', 'StopInstances', { 'InstanceId.1': 'web' }, 400, 'InvalidInstanceID.Malformed'],
    [
      'an ID of nobody',
      'StopInstances',
      { 'InstanceId.1': 'i-0123456789abcdef0' },
      400,
      'InvalidInstanceID.NotFound',
    ],
    [
      "the other account's",
      'DescribeInstances',
      { 'InstanceId.1': 'i-0eeee5555ffff6666' },
      400,
      'InvalidInstanceID.NotFound',
    ],
    ['another action', 'RunInstances', {}, 400, 'InvalidAction'],
    ['no action', 'toString', {}, 400, 'InvalidAction'],
    ['a dry run', 'StopInstances', { ...TEST, DryRun: 'true' }, 412, 'DryRunOperation'],
  ])('refuses: %s', async (_name, action, parameters, status, code) => {
    const came = await callEc2(await keyOf('jisoo'), action, parameters)
    expect([came.status, came.code]).toEqual([status, code])
    expect(came.body).toMatch(/^<\?xml[^\n]*\n<Response><Errors><Error><Code>/)
  })

  test.each([
    [
      'a boundary',
      'minji',
      'BoundedBuilder',
      '111122223333',
      TEST,
      'implicit',
      'permissions boundary',
      null,
    ],
    [
      'a managed policy',
      'minji',
      'Maintenance',
      '111122223333',
      PRODUCTION,
      'explicit',
      'identity-based policy',
      'arn:aws:iam::111122223333:policy/ProductionGuard',
    ],
    [
      'an SCP',
      'minji',
      'PartnerAdmin',
      '444455556666',
      { 'InstanceId.1': 'i-0eeee5555ffff6666' },
      'explicit',
      'service control policy',
      'arn:aws:organizations::111122223333:policy/o-exampleorgid/service_control_policy/p-examplekeep',
    ],
  ] as const)(
    'denied by %s',
    async (_name, who, role, account, instance, effect, policy, policyArn) => {
      const credentials = await sessionOf(who, role, account)
      const came = await callEc2(credentials, 'TerminateInstances', instance)
      expect([came.status, came.code]).toEqual([403, 'UnauthorizedOperation'])
      expect(parseDenial(came.message ?? '')).toMatchObject({
        effect,
        policy,
        policyArn,
        action: 'ec2:TerminateInstances',
      })
    },
  )

  test('a tag is what the policy looks at', async () => {
    const credentials = await sessionOf('minji', 'Maintenance')
    expect((await callEc2(credentials, 'StopInstances', TEST)).status).toBe(200)
    expect((await callEc2(credentials, 'StopInstances', PRODUCTION)).status).toBe(403)
  })

  test('sessions that were revoked', async () => {
    const credentials = await sessionOf('minji', 'RevokedAnalyst')
    const look = (at: number) => callEc2(credentials, 'DescribeInstances', {}, { at })
    expect((await look(NOW + 5 * MINUTE)).status).toBe(200)
    const late = NOW + 6 * MINUTE
    expect((await look(late)).message).toMatch(/with an explicit deny in an identity-based policy$/)
    expect((await call(credentials, 'GetCallerIdentity', {}, { at: late })).status).toBe(200)
  })

  test('a loopback address serves it to those who sign for it', async () => {
    const request = await wire({
      credentials: await keyOf('jisoo'),
      service: 'ec2',
      host: '127.0.0.1:4567',
      body: 'Action=DescribeInstances&Version=2016-11-15',
    })
    const came = await answer(request, worldAt(ORDINARY, NOW, 1))
    expect(came).toMatchObject({ status: 200 })
  })

  test('words of its own for credentials that it does not take', async () => {
    const credentials = await keyOf('dohyun')
    expect(await callEc2(credentials, 'DescribeInstances')).toMatchObject({
      status: 401,
      code: 'AuthFailure',
    })
    const request = await wire({ credentials, service: 'sts', host: `ec2.${SEOUL}.amazonaws.com` })
    expect(await answer(request, worldAt(ORDINARY, NOW, 1))).toMatchObject({ status: 401 })
  })
})

describe('whatever is asked of it', () => {
  test('it is answered', async () => {
    const keys = await Promise.all(['minji', 'jisoo', 'sora'].map((each) => keyOf(each)))
    const id = fc.oneof(fc.constantFrom(...INSTANCES.map((each) => each.id)), fc.string())
    const actions = ['DescribeInstances', 'StopInstances', 'StartInstances', 'TerminateInstances']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...keys),
        fc.oneof(fc.constantFrom(...actions), fc.string()),
        fc.array(id, { maxLength: 3 }),
        async (credentials, action, ids) => {
          const named = ids.map((each, at) => [`InstanceId.${String(at + 1)}`, each] as const)
          const came = await callEc2(credentials, action, Object.fromEntries(named))
          expect([200, 400, 403]).toContain(came.status)
          expect(came.status === 200).toBe(came.code === null)
        },
      ),
    )
  })
})

describe('DecodeAuthorizationMessage', () => {
  const denied = async (): Promise<string> => {
    const came = await callEc2(await keyOf('minji'), 'TerminateInstances', TEST)
    return encodedMessageIn(came.message ?? '') ?? ''
  }
  const decode = async (who: string, EncodedMessage: string) =>
    call(await keyOf(who), 'DecodeAuthorizationMessage', { EncodedMessage })

  test('tells what the denial was for', async () => {
    const came = await decode('minji', await denied())
    expect(came.status).toBe(200)
    expect(readDecodedMessage(came.text('DecodedMessage') ?? '')).toMatchObject({
      meaning: 'explicit-deny-without-mfa',
      allowed: false,
      explicitDeny: true,
      principal: 'arn:aws:iam::111122223333:user/minji',
      action: 'ec2:TerminateInstances',
      resource: 'arn:aws:ec2:ap-northeast-2:111122223333:instance/i-0aaaa1111bbbb2222',
      mfa: null,
      matched: [{ id: 'DenyTerminateWithoutMfa', effect: 'DENY' }],
    })
  })

  test.each([
    ['a user', () => keyOf('minji'), 'minji', /^AIDA[A-Z2-7]{17}$/],
    ['a role', () => sessionOf('minji', 'Maintenance'), undefined, /^AROA[A-Z2-7]{17}$/],
  ])('names %s as AWS does', async (_name, come, name, id) => {
    const came = await callEc2(await come(), 'TerminateInstances', PRODUCTION)
    const message = encodedMessageIn(came.message ?? '') ?? ''
    const decoded = JSON.parse((await decode('minji', message)).text('DecodedMessage') ?? '') as {
      readonly context: { readonly principal: Readonly<Record<string, string>> }
      readonly matchedStatements: { readonly items: readonly Readonly<Record<string, unknown>>[] }
    }
    expect(decoded.context.principal['name']).toBe(name)
    const [statement] = decoded.matchedStatements.items
    expect(statement).not.toHaveProperty('sourcePolicyId')
    expect(statement?.['principals']).toEqual({ items: [{ value: expect.stringMatching(id) }] })
  })

  test('an implicit denial has no statements', async () => {
    const came = await callEc2(await keyOf('minji'), 'StopInstances', TEST)
    const decoded = await decode('minji', encodedMessageIn(came.message ?? '') ?? '')
    expect(readDecodedMessage(decoded.text('DecodedMessage') ?? '')).toMatchObject({
      meaning: 'nothing-allows',
      matched: [],
    })
  })

  test('refuses whoever may not', async () => {
    const came = await decode('haneul', await denied())
    expect([came.status, came.code]).toEqual([403, 'AccessDenied'])
    expect(came.message).toBe(
      'User: arn:aws:iam::111122223333:user/haneul is not authorized to perform: sts:DecodeAuthorizationMessage because no identity-based policy allows the sts:DecodeAuthorizationMessage action',
    )
  })

  test.each([
    ['cut', 'minji', (text: string) => text.slice(0, -4)],
    [
      'altered',
      'minji',
      (text: string) =>
        `${text.slice(0, 99)}${text.charAt(99) === 'A' ? 'B' : 'A'}${text.slice(100)}`,
    ],
    ['of another account', 'sora', (text: string) => text],
    ['no message', 'minji', () => 'hello'],
  ])('refuses: %s', async (_name, who, change) => {
    const came = await decode(who, change(await denied()))
    expect([came.status, came.code]).toEqual([400, 'InvalidAuthorizationMessageException'])
  })
})
