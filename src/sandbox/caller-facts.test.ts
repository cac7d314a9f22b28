import { describe, expect, test } from 'vitest'
import type { SigningCredentials } from '#domain/ports.ts'
import { MINUTE } from '#domain/time/instant.ts'
import { authenticate } from './authenticate.ts'
import { callerFacts } from './caller-facts.ts'
import { totpCode } from './issuers/one-time-password.ts'
import { call, keyOf, type FormParameters } from './performed.fixture.ts'
import { contextOf } from './policy/request-context.ts'
import { NOW, wire } from './signed-call.fixture.ts'
import { ORDINARY, worldAt } from './world.ts'

const SERIAL = 'arn:aws:iam::111122223333:mfa/minji'
const LATER = NOW + 10 * MINUTE

const from = async (who: string, action: string, parameters: FormParameters = {}) =>
  (await call(await keyOf(who), action, parameters)).credentials()

const role = { RoleArn: 'arn:aws:iam::111122223333:role/DeveloperAccess', RoleSessionName: 'work' }

const withMfa = async () => ({ SerialNumber: SERIAL, TokenCode: await totpCode(SERIAL, NOW) })

async function factsOf(credentials: SigningCredentials) {
  const world = worldAt(ORDINARY, LATER, 1)
  const caller = await authenticate(await wire({ credentials, at: LATER }), world)
  if (caller.kind === 'error') throw new Error(caller.code)
  return callerFacts(caller, LATER)
}

type Row = readonly [
  name: string,
  come: () => Promise<SigningCredentials>,
  expected: Readonly<Record<string, string | null>>,
]

const NO_SESSION = {
  'aws:TokenIssueTime': null,
  'aws:MultiFactorAuthPresent': null,
  'aws:MultiFactorAuthAge': null,
}

const ROWS: readonly Row[] = [
  [
    'a user',
    () => keyOf('minji'),
    {
      ...NO_SESSION,
      'aws:PrincipalType': 'User',
      'aws:username': 'minji',
      'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/minji',
      'aws:PrincipalTag/Team': 'blue',
      'aws:RequestedRegion': 'ap-northeast-2',
      'aws:SourceIp': '203.0.113.7',
    },
  ],
  [
    'root',
    () => keyOf('root'),
    { ...NO_SESSION, 'aws:PrincipalType': 'Account', 'aws:username': null },
  ],
  [
    "a user's session without MFA",
    () => from('minji', 'GetSessionToken'),
    {
      'aws:TokenIssueTime': '2026-11-22T01:02:03Z',
      'aws:MultiFactorAuthPresent': 'false',
      'aws:MultiFactorAuthAge': null,
      'aws:username': 'minji',
    },
  ],
  [
    'and with MFA',
    async () => from('minji', 'GetSessionToken', await withMfa()),
    { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '600' },
  ],
  [
    "a role's session",
    async () =>
      from('minji', 'AssumeRole', {
        ...role,
        ...(await withMfa()),
        SourceIdentity: 'minji.k',
        'Tags.member.1.Key': 'team',
        'Tags.member.1.Value': 'red',
      }),
    {
      'aws:PrincipalType': 'AssumedRole',
      'aws:PrincipalArn': role.RoleArn,
      'aws:MultiFactorAuthPresent': 'false',
      'aws:MultiFactorAuthAge': null,
      'aws:username': null,
      'aws:SourceIdentity': 'minji.k',
      'aws:PrincipalTag/Team': 'red',
    },
  ],
  [
    'a federated user',
    () => from('minji', 'GetFederationToken', { Name: 'guest' }),
    {
      'aws:PrincipalType': 'FederatedUser',
      'aws:PrincipalArn': 'arn:aws:sts::111122223333:federated-user/guest',
      'aws:userid': '111122223333:guest',
      'aws:username': null,
      'aws:MultiFactorAuthPresent': 'false',
    },
  ],
]

describe('what policies can ask', () => {
  test.each(ROWS)('%s', async (_name, come, expected) => {
    const context = contextOf((await factsOf(await come())).context)
    const seen = Object.keys(expected).map((key) => [
      key,
      context.get(key.toLowerCase())?.values.join() ?? null,
    ])
    expect(Object.fromEntries(seen)).toEqual(expected)
  })

  test('whose policies count', async () => {
    const names = async (credentials: SigningCredentials) => {
      const { policies, identity } = await factsOf(credentials)
      const list = (some: readonly { readonly name: string }[] | null) =>
        some?.map(({ name }) => name) ?? null
      return [identity?.name, list(policies.identity), list(policies.session)]
    }
    expect(await names(await keyOf('minji'))).toEqual(['minji', ['Developers'], null])
    expect(await names(await from('minji', 'GetFederationToken', { Name: 'guest' }))).toEqual([
      'minji',
      ['Developers'],
      [],
    ])
    const bound = { ...role, 'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess' }
    expect(await names(await from('minji', 'AssumeRole', bound))).toEqual([
      'DeveloperAccess',
      ['Developers'],
      ['ReadOnlyAccess'],
    ])
    const { policies } = await factsOf(await keyOf('sora'))
    expect(policies.serviceControl).toHaveLength(2)
  })
})
