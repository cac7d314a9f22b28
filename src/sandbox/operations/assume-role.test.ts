import { describe, expect, test } from 'vitest'
import type { SigningCredentials } from '#domain/ports.ts'
import { parseSessionToken } from '#domain/credentials/session-token.ts'
import { HOUR, parseIso } from '#domain/time/instant.ts'
import { EXTERNAL_ID, MISSING_ROLE_ARN } from '../accounts/role-table.ts'
import { USERS } from '../accounts/user-table.ts'
import { totpCode } from '../issuers/one-time-password.ts'
import { call, keyOf, type FormParameters } from '../performed.fixture.ts'
import { IAM_USER } from '../principal-table.ts'
import { NOW, session } from '../signed-call.fixture.ts'
import { openSessionToken } from '../session-token.ts'

const DENIED = 'AccessDenied'
const SERIAL = 'arn:aws:iam::111122223333:mfa/minji'

const role = (name: string, account = '111122223333'): FormParameters => ({
  RoleArn: `arn:aws:iam::${account}:role/${name}`,
  RoleSessionName: 'minji',
})

const mfa = async (at = NOW): Promise<FormParameters> => ({
  SerialNumber: SERIAL,
  TokenCode: await totpCode(SERIAL, at),
})

const assume = async (
  who: string | SigningCredentials,
  parameters: FormParameters,
  circumstances?: Parameters<typeof call>[3],
) => {
  const credentials = typeof who === 'string' ? await keyOf(who) : who
  return call(credentials, 'AssumeRole', parameters, circumstances)
}

describe('AssumeRole', () => {
  test("AWS's shape", async () => {
    const came = await assume('minji', role('DeveloperAccess'))
    expect(came.status).toBe(200)
    const user = (name: string) => came.text('AssumedRoleUser', name)
    expect(user('Arn')).toBe('arn:aws:sts::111122223333:assumed-role/DeveloperAccess/minji')
    expect(user('AssumedRoleId')).toMatch(/^AROA[A-Z2-7]{17}:minji$/)
    const credential = (name: string) => came.text('AssumeRoleResult', 'Credentials', name) ?? ''
    expect(parseIso(credential('Expiration'))).toBe(NOW + HOUR)
    expect(parseSessionToken(credential('SessionToken')).facts).toMatchObject({
      state: 'whole',
      version: 2,
      account: '111122223333',
      region: 'ap-northeast-2',
      issuedAt: NOW,
    })
    expect(came.text('PackedPolicySize')).toBeNull()
    expect(came.text('SessionTokenSize')).toBe(String(credential('SessionToken').length))
  })

  test('the credentials are those of the role', async () => {
    const credentials = (await assume('minji', role('DeveloperAccess'))).credentials()
    const who = await call(credentials, 'GetCallerIdentity')
    expect(who.text('Arn')).toBe('arn:aws:sts::111122223333:assumed-role/DeveloperAccess/minji')
  })

  test('the global endpoint issues version 1', async () => {
    const place = { region: 'us-east-1', host: 'sts.amazonaws.com' }
    const came = await assume('minji', role('DeveloperAccess'), place)
    expect(came.text('SessionToken')).toMatch(/^FwoGZXIvYXdz/)
  })

  test.each([
    ['cross-account', 'minji', role('PartnerAdmin', '444455556666')],
    [
      'with its external ID',
      'minji',
      { ...role('PartnerAudit', '444455556666'), ExternalId: EXTERNAL_ID },
    ],
    ['for 12 hours', 'minji', { ...role('NightlyBatch'), DurationSeconds: '43200' }],
    ['by a user whom the trust policy names', 'jisoo', role('SecurityAudit')],
  ])('%s', async (_name, who, parameters) => {
    expect((await assume(who, parameters)).status).toBe(200)
  })

  test('with MFA', async () => {
    const came = await assume('minji', { ...role('Operations'), ...(await mfa()) })
    expect(came.status).toBe(200)
  })

  test('what a session carries', async () => {
    const came = await assume('minji', {
      ...role('DeveloperAccess'),
      Policy:
        '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:*", "Resource": "*" } }',
      'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      'Tags.member.1.Key': 'Team',
      'Tags.member.1.Value': 'red',
      'Tags.member.2.Key': 'Cost',
      'Tags.member.2.Value': '1',
      'TransitiveTagKeys.member.1': 'Cost',
      SourceIdentity: 'minji.k',
    })
    expect(came.text('SourceIdentity')).toBe('minji.k')
    expect(came.body).toMatch(/<\/Credentials>\s*<SourceIdentity>/)
    expect(Number(came.text('PackedPolicySize'))).toBeGreaterThan(0)
    const terms = await openSessionToken(came.text('SessionToken') ?? '')
    expect(terms?.session).toEqual({
      by: 'AssumeRole',
      policy:
        '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:*","Resource":"*"}}',
      policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      tags: [
        ['Team', 'red'],
        ['Cost', '1'],
      ],
      transitive: ['Cost'],
      sourceIdentity: 'minji.k',
    })
  })

  test('a token is as large as asked for', async () => {
    const parameters = { ...role('DeveloperAccess'), MinimumSessionTokenSize: '4096' }
    const came = await assume('minji', parameters)
    expect(came.text('SessionTokenSize')).toBe('4096')
    expect(came.text('SessionTokenUtilization')).toBe('100')
  })

  test.each([
    [
      'no session name',
      'minji',
      { RoleArn: role('DeveloperAccess')['RoleArn'] ?? '' },
      400,
      'ValidationError',
      /'roleSessionName' failed .* must not be null/,
    ],
    [
      'a session name of other letters',
      'minji',
      { ...role('DeveloperAccess'), RoleSessionName: 'a b' },
      400,
      'ValidationError',
      /^1 validation error detected: Value 'a b' at 'roleSessionName'/,
    ],
    [
      '899 seconds',
      'minji',
      { ...role('DeveloperAccess'), DurationSeconds: '899' },
      400,
      'ValidationError',
      /greater than or equal to 900$/,
    ],
    [
      'no ARN',
      'minji',
      { ...role('x'), RoleArn: 'DeveloperAccess-of-111122223333' },
      400,
      'ValidationError',
      /^DeveloperAccess-of-111122223333 is invalid$/,
    ],
    [
      'the ARN of a user',
      'minji',
      { ...role('x'), RoleArn: 'arn:aws:iam::111122223333:user/minji' },
      400,
      'ValidationError',
      /^Request ARN is invalid$/,
    ],
    [
      'longer than the role allows',
      'minji',
      { ...role('DeveloperAccess'), DurationSeconds: '3601' },
      400,
      'ValidationError',
      /exceeds the MaxSessionDuration/,
    ],
    [
      'no such role',
      'minji',
      { ...role('x'), RoleArn: MISSING_ROLE_ARN },
      403,
      DENIED,
      /on resource: arn:aws:iam::111122223333:role\/NoSuchRole$/,
    ],
    [
      'the caller may not',
      'haneul',
      role('DeveloperAccess'),
      403,
      DENIED,
      / because no identity-based policy allows the sts:AssumeRole action$/,
    ],
    [
      'the role trusts another',
      'minji',
      role('SecurityAudit'),
      403,
      DENIED,
      / because no role trust policy allows the sts:AssumeRole action$/,
    ],
    [
      'the role trusts a service',
      'minji',
      role('InstanceProfile'),
      403,
      DENIED,
      /because no role trust policy/,
    ],
    [
      'no external ID',
      'minji',
      role('PartnerAudit', '444455556666'),
      403,
      DENIED,
      /role\/PartnerAudit$/,
    ],
    [
      'a wrong external ID',
      'minji',
      { ...role('PartnerAudit', '444455556666'), ExternalId: 'other' },
      403,
      DENIED,
      /role\/PartnerAudit$/,
    ],
    [
      'another account, and the caller may not',
      'haneul',
      role('PartnerAdmin', '444455556666'),
      403,
      DENIED,
      /role\/PartnerAdmin$/,
    ],
    ['no MFA', 'minji', role('Operations'), 403, DENIED, /role\/Operations$/],
    [
      'a serial number alone',
      'minji',
      { ...role('Operations'), SerialNumber: SERIAL },
      403,
      DENIED,
      /must provide both MFA serial number and one time pass code/,
    ],
    [
      'a wrong code',
      'minji',
      { ...role('Operations'), SerialNumber: SERIAL, TokenCode: '000000' },
      403,
      DENIED,
      /invalid MFA one time pass code/,
    ],
    [
      "somebody else's device",
      'jisoo',
      { ...role('Operations'), SerialNumber: SERIAL, TokenCode: '000000' },
      403,
      DENIED,
      /unable to validate MFA code/,
    ],
    [
      'the root user',
      'root',
      role('DeveloperAccess'),
      403,
      DENIED,
      /^Roles may not be assumed by root accounts\.$/,
    ],
    [
      'a policy that is no JSON',
      'minji',
      { ...role('DeveloperAccess'), Policy: 'minji' },
      400,
      'MalformedPolicyDocument',
      /^The policy is not in the valid JSON format\.$/,
    ],
    [
      'a policy that breaks off',
      'minji',
      { ...role('DeveloperAccess'), Policy: '{' },
      400,
      'MalformedPolicyDocument',
      /^Syntax errors in policy\.$/,
    ],
    [
      'a policy of a resource that is no ARN',
      'minji',
      {
        ...role('DeveloperAccess'),
        Policy: '{"Statement":{"Effect":"Allow","Action":"*","Resource":"foo"}}',
      },
      400,
      'MalformedPolicyDocument',
      /^Resource foo must be in ARN format or "\*"\.$/,
    ],
    [
      'eleven managed policies',
      'minji',
      {
        ...role('DeveloperAccess'),
        ...Object.fromEntries(
          Array.from({ length: 11 }, (_, at) => [
            `PolicyArns.member.${String(at + 1)}.arn`,
            'arn:aws:iam::aws:policy/ReadOnlyAccess',
          ]),
        ),
      },
      400,
      'ValidationError',
      /10 managed policies/,
    ],
    [
      'a reserved tag',
      'minji',
      { ...role('DeveloperAccess'), 'Tags.member.1.Key': 'AWS:x', 'Tags.member.1.Value': '' },
      400,
      'InvalidParameterValue',
      /reserved/,
    ],
    [
      'a policy that does not exist',
      'minji',
      { ...role('DeveloperAccess'), 'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/Nothing' },
      400,
      'ValidationError',
      /Nothing/,
    ],
    [
      'a tag twice',
      'minji',
      {
        ...role('DeveloperAccess'),
        'Tags.member.1.Key': 'a',
        'Tags.member.1.Value': '',
        'Tags.member.2.Key': 'A',
        'Tags.member.2.Value': '',
      },
      400,
      'InvalidParameterValue',
      /^Duplicate tag keys/,
    ],
    [
      'a transitive key without its tag',
      'minji',
      { ...role('DeveloperAccess'), 'TransitiveTagKeys.member.1': 'a' },
      400,
      'InvalidParameterValue',
      /must be included/,
    ],
  ] as const)('refuses: %s', async (_name, who, parameters, status, code, message) => {
    const came = await assume(who, parameters)
    expect([came.status, came.code]).toEqual([status, code])
    expect(came.message).toMatch(message)
  })

  test('refuses tags that the trust policy does not allow', async () => {
    const tags = { 'Tags.member.1.Key': 'a', 'Tags.member.1.Value': 'b' }
    const came = await assume('jisoo', { ...role('SecurityAudit'), ...tags })
    expect(came.code).toBe(DENIED)
    expect(came.message).toMatch(/ because no role trust policy allows the sts:TagSession action$/)
  })

  test('refuses a token that would be too large', async () => {
    const tags = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        [`Tags.member.${String(at + 1)}.Key`, `key${String(at)}`],
        [`Tags.member.${String(at + 1)}.Value`, 'v'.repeat(256)],
      ]).flat(),
    )
    const came = await assume('minji', { ...role('DeveloperAccess'), ...tags })
    expect([came.status, came.code]).toEqual([400, 'PackedPolicyTooLarge'])
    expect(came.message).toMatch(/^Packed size of session tags consumes 1\d\d% of allotted space/)
  })

  test('a Region where STS is switched off', async () => {
    const settings = { deactivatedRegions: ['ap-northeast-2'] }
    const came = await assume('minji', role('DeveloperAccess'), { settings })
    expect([came.status, came.code]).toEqual([403, 'RegionDisabledException'])
    const who = await call(await keyOf('minji'), 'GetCallerIdentity', {}, { settings })
    expect(who.status).toBe(200)
  })

  test('an inactive key is unknown', async () => {
    expect((await assume('dohyun', role('DeveloperAccess'))).code).toBe('InvalidClientTokenId')
  })
})

describe('the chain', () => {
  test('user, MFA session, role, chained role', async () => {
    const first = await call(await keyOf('minji'), 'GetSessionToken', {
      ...(await mfa()),
      DurationSeconds: '129600',
    })
    expect(first.status).toBe(200)
    // A later half minute: AWS takes each code once.
    const later = { at: NOW + 60_000, seed: 2 }
    const second = await assume(first.credentials(), role('Operations'), later)
    expect(second.status).toBe(200)
    const operations = second.credentials()
    const third = await assume(operations, role('ReportReader'), later)
    expect(third.code).toBe(DENIED)

    const developer = (
      await assume(first.credentials(), role('DeveloperAccess'), later)
    ).credentials()
    const tooLong = { ...role('ReportReader'), DurationSeconds: '3601' }
    const refused = await assume(developer, tooLong, { ...later, seed: 3 })
    expect(refused.code).toBe('ValidationError')
    expect(refused.message).toBe(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    )
    const chained = await assume(developer, role('ReportReader'), { ...later, seed: 4 })
    expect(chained.status).toBe(200)
    expect(parseIso(chained.text('Expiration') ?? '')).toBe(NOW + 60_000 + HOUR)
    const who = await call(chained.credentials(), 'GetCallerIdentity', {}, later)
    expect(who.text('Arn')).toBe('arn:aws:sts::111122223333:assumed-role/ReportReader/minji')
    const ids = [first, second, chained].map((each) => each.text('AccessKeyId'))
    expect(new Set(ids).size).toBe(3)
  })

  test('transitive tags are inherited and cannot be set anew', async () => {
    const tag = (key: string, value: string): FormParameters => ({
      'Tags.member.1.Key': key,
      'Tags.member.1.Value': value,
    })
    const first = await assume('minji', {
      ...role('DeveloperAccess'),
      ...tag('Cost', '1'),
      'TransitiveTagKeys.member.1': 'Cost',
      SourceIdentity: 'minji',
    })
    const second = await assume(first.credentials(), {
      ...role('ReportReader'),
      ...tag('Team', 'red'),
    })
    const terms = await openSessionToken(second.text('SessionToken') ?? '')
    expect(terms?.session).toEqual({
      by: 'AssumeRole',
      tags: [
        ['Cost', '1'],
        ['Team', 'red'],
      ],
      transitive: ['Cost'],
      sourceIdentity: 'minji',
    })
    const again = await assume(first.credentials(), {
      ...role('ReportReader'),
      ...tag('cost', '2'),
    })
    expect(again.code).toBe('InvalidParameterValue')
    const renamed = { ...role('ReportReader'), SourceIdentity: 'somebody' }
    const came = await assume(first.credentials(), renamed)
    expect([came.status, came.code, came.message]).toEqual([
      400,
      'ValidationError',
      'The source identity is already set for this assume role session',
    ])
    const same = { ...role('ReportReader'), SourceIdentity: 'minji' }
    expect((await assume(first.credentials(), same)).text('SourceIdentity')).toBe('minji')
  })

  test('a role that lets nobody bring a source identity lets no inherited one in', async () => {
    const principal = USERS.find(({ name }) => name === 'jisoo')?.principal ?? IAM_USER
    const plain = await session({ principal, session: { by: 'GetSessionToken' } })
    expect((await assume(plain, role('SecurityAudit'))).status).toBe(200)
    const named = await session({
      principal,
      session: { by: 'GetSessionToken', sourceIdentity: 'jisoo' },
    })
    const came = await assume(named, role('SecurityAudit'))
    expect(came.code).toBe(DENIED)
    expect(came.message).toMatch(/ is not authorized to perform: sts:SetSourceIdentity /)
  })

  test.each([
    ['43201', /less than or equal to 43200$/],
    ['3601', /exceeds the MaxSessionDuration set for this role\.$/],
  ])(
    'the schema and the role come before the limit of chains: %s',
    async (DurationSeconds, message) => {
      // Its trust policy admits the whole account.
      const first = await session({ session: { by: 'AssumeRole' } })
      const came = await assume(first, { ...role('Maintenance'), DurationSeconds })
      expect([came.code, came.message]).toEqual(['ValidationError', expect.stringMatching(message)])
    },
  )

  test.each([
    ['abc', null],
    ['900.0', null],
    ['2147483648', null],
    ['', 'missing value for decimal type'],
  ])('a duration that is no number: %o', async (DurationSeconds, message) => {
    const came = await assume('minji', { ...role('DeveloperAccess'), DurationSeconds })
    expect([came.status, came.code, came.message]).toEqual([400, 'MalformedInput', message])
    expect(came.body.includes('<Message>')).toBe(message !== null)
  })

  test('a code works once for its device, and a wrong one is not spent', async () => {
    const spentCodes = new Set<string>()
    const again = { spentCodes }
    const parameters = { ...role('Operations'), ...(await mfa()) }
    const wrong = { ...parameters, TokenCode: '000000' }
    expect((await assume('minji', wrong, again)).code).toBe(DENIED)
    expect((await assume('minji', parameters, again)).status).toBe(200)
    const came = await assume('minji', parameters, again)
    expect([came.code, came.message]).toEqual([
      DENIED,
      'MultiFactorAuthentication failed with invalid MFA one time pass code.',
    ])
    const next = { ...role('Operations'), ...(await mfa(NOW + 30_000)) }
    expect((await assume('minji', next, again)).status).toBe(200)
  })

  test('a federated user may not', async () => {
    const federated = await call(await keyOf('minji'), 'GetFederationToken', { Name: 'guest' })
    const came = await assume(federated.credentials(), role('DeveloperAccess'))
    expect(came.code).toBe(DENIED)
    expect(came.message).toMatch(/federated-user\/guest is not authorized .*role\/DeveloperAccess$/)
  })

  test('a session that ended', async () => {
    const credentials = await session({ durationSeconds: 900 })
    expect((await assume(credentials, role('ReportReader'))).code).toBe('ExpiredToken')
  })
})
