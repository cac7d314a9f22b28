import { describe, expect, test } from 'vitest'
import { accountOfUniqueId } from '#domain/credentials/access-key-id.ts'
import { Secret } from '#domain/credentials/secret.ts'
import { HOUR, SECOND } from '#domain/time/instant.ts'
import {
  IDENTITY_POOL_ID,
  MEMBERS_POOL_ID,
  ROLE_MAPPING_POOL_ID,
  UNTRUSTED_POOL_ID,
} from '../accounts/provider-table.ts'
import { ROLES } from '../accounts/role-table.ts'
import { answer } from '../answer.ts'
import {
  issueJwt,
  issueLoginToken,
  OIDC_AUDIENCE,
  USER_POOL_ISSUER,
  verifyJwt,
} from '../issuers/json-web-token.ts'
import { ACCOUNT } from '../principal-table.ts'
import { ask, NOW, SEOUL } from '../signed-call.fixture.ts'
import { ORDINARY, worldAt, type WorldSettings } from '../world.ts'
import { USER_POOL_PROVIDER } from './identity-pool-table.ts'

const MEMBERS_ROLE = ROLES.find(({ shows }) => shows === 'identity-pool-authenticated')?.arn ?? ''

type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

async function call(
  operation: string,
  parameters: object | string,
  settings: Partial<WorldSettings> = {},
  host = `cognito-identity.${SEOUL}.amazonaws.com`,
): Promise<Answer> {
  const came = await answer(
    {
      method: 'POST',
      path: '/',
      query: '',
      headers: [
        ['Host', host],
        ['Content-Type', 'application/x-amz-json-1.1'],
        ['X-Amz-Target', `AWSCognitoIdentityService.${operation}`],
      ],
      body: typeof parameters === 'string' ? parameters : JSON.stringify(parameters),
    },
    worldAt({ ...ORDINARY, ...settings }, NOW, 1),
  )
  if (came.kind === 'fault') throw new Error(came.fault)
  return { ...came, body: JSON.parse(came.body) as Answer['body'] }
}

const login = (subject = 'minji', at = NOW): Promise<string> =>
  issueLoginToken(at, { issuer: USER_POOL_ISSUER, subject, audience: OIDC_AUDIENCE })

const logins = async (token: Promise<string> = login()) => ({
  [USER_POOL_PROVIDER]: await token,
})

async function identityIn(pool: string, member: boolean): Promise<string> {
  const { body } = await call('GetId', {
    IdentityPoolId: pool,
    ...(member ? { Logins: await logins() } : {}),
  })
  return String(body['IdentityId'])
}

const roleToken = (claims: object): Promise<string> => {
  const iat = NOW / SECOND
  return issueJwt({
    iss: USER_POOL_ISSUER,
    sub: 'minji',
    aud: OIDC_AUDIENCE,
    iat,
    exp: iat + 60,
    ...claims,
  })
}

describe('the enhanced flow', () => {
  test.each([
    ['guest', false, 'CognitoGuests'],
    ['member', true, 'CognitoMembers'],
  ] as const)('%s: credentials that STS believes', async (_name, member, role) => {
    const IdentityId = await identityIn(IDENTITY_POOL_ID, member)
    expect(IdentityId).toMatch(/^ap-northeast-2:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)
    const { status, headers, body } = await call('GetCredentialsForIdentity', {
      IdentityId,
      ...(member ? { Logins: await logins() } : {}),
    })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/x-amz-json-1.1')
    expect(body['IdentityId']).toBe(IdentityId)
    const given = body['Credentials'] as Readonly<Record<string, string>>
    expect(given['Expiration']).toBe((NOW + HOUR) / SECOND)
    expect(accountOfUniqueId(given['AccessKeyId'] ?? '')).toBe(ACCOUNT)
    const came = await ask({
      credentials: {
        accessKeyId: new Secret(given['AccessKeyId'] ?? ''),
        secretAccessKey: new Secret(given['SecretKey'] ?? ''),
        sessionToken: new Secret(given['SessionToken'] ?? ''),
      },
    })
    expect(came.element('Arn')).toBe(
      `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/CognitoIdentityCredentials`,
    )
  })

  test('a login is always the same identity, a guest never', async () => {
    expect(await identityIn(IDENTITY_POOL_ID, true)).toBe(await identityIn(IDENTITY_POOL_ID, true))
    expect(await identityIn(IDENTITY_POOL_ID, true)).not.toBe(
      await identityIn(MEMBERS_POOL_ID, true),
    )
  })

  test('a guest who logs in gets the role of members', async () => {
    const IdentityId = await identityIn(IDENTITY_POOL_ID, false)
    const came = await call('GetCredentialsForIdentity', { IdentityId, Logins: await logins() })
    expect(came.status).toBe(200)
  })

  test.each([
    ['the only role of the token', { 'cognito:roles': [MEMBERS_ROLE] }, null],
    [
      'the preferred one of two',
      { 'cognito:roles': ['x', MEMBERS_ROLE], 'cognito:preferred_role': MEMBERS_ROLE },
      null,
    ],
    ['the chosen one of two', { 'cognito:roles': ['x', MEMBERS_ROLE] }, MEMBERS_ROLE],
  ] as const)('roles from the token: %s', async (_name, claims, CustomRoleArn) => {
    const came = await call('GetCredentialsForIdentity', {
      IdentityId: await identityIn(ROLE_MAPPING_POOL_ID, true),
      Logins: await logins(roleToken(claims)),
      ...(CustomRoleArn === null ? {} : { CustomRoleArn }),
    })
    expect(came.status).toBe(200)
  })
})

describe('the basic flow', () => {
  test.each([
    ['guest', false, ['unauthenticated']],
    [
      'member',
      true,
      ['authenticated', USER_POOL_PROVIDER, `${USER_POOL_PROVIDER}:CognitoSignIn:minji`],
    ],
  ] as const)('%s: a token for STS', async (_name, member, amr) => {
    const IdentityId = await identityIn(IDENTITY_POOL_ID, member)
    const { body } = await call('GetOpenIdToken', {
      IdentityId,
      ...(member ? { Logins: await logins() } : {}),
    })
    const verified = await verifyJwt(String(body['Token']), { now: NOW })
    expect(verified).toEqual({
      fault: null,
      claims: {
        iss: 'https://cognito-identity.amazonaws.com',
        sub: IdentityId,
        aud: IDENTITY_POOL_ID,
        amr,
        iat: NOW / SECOND,
        exp: NOW / SECOND + 600,
      },
    })
  })
})

describe('refusals, in Cognito’s words', () => {
  const cases: readonly (readonly [
    string,
    string,
    () => Promise<object | string>,
    string,
    string,
  ])[] = [
    [
      'no guests',
      'GetId',
      async () => ({ IdentityPoolId: MEMBERS_POOL_ID }),
      'NotAuthorizedException',
      'Unauthenticated access is not supported for this identity pool.',
    ],
    [
      'no such pool',
      'GetId',
      async () => ({ IdentityPoolId: `${SEOUL}:00000000-0000-4000-8000-000000000000` }),
      'ResourceNotFoundException',
      `IdentityPool '${SEOUL}:00000000-0000-4000-8000-000000000000' not found.`,
    ],
    [
      'no pool named',
      'GetId',
      async () => ({}),
      'ValidationException',
      "1 validation error detected: Value at 'identityPoolId' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a pool ID of another form',
      'GetId',
      async () => ({ IdentityPoolId: 'EXAMPLE' }),
      'ValidationException',
      "1 validation error detected: Value 'EXAMPLE' at 'identityPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+",
    ],
    [
      'another provider',
      'GetId',
      async () => ({
        IdentityPoolId: MEMBERS_POOL_ID,
        Logins: { 'accounts.google.com': await login() },
      }),
      'NotAuthorizedException',
      'Token is not from a supported provider of this identity pool.',
    ],
    [
      'a login token that is none',
      'GetId',
      async () => ({
        IdentityPoolId: MEMBERS_POOL_ID,
        Logins: { [USER_POOL_PROVIDER]: 'token' },
      }),
      'NotAuthorizedException',
      'Invalid login token. Not a valid OpenId Connect identity token.',
    ],
    [
      'a login token of another issuer',
      'GetId',
      async () => ({
        IdentityPoolId: MEMBERS_POOL_ID,
        Logins: await logins(
          issueLoginToken(NOW, {
            issuer: 'https://oidc.sandbox.example',
            subject: 'x',
            audience: OIDC_AUDIENCE,
          }),
        ),
      }),
      'NotAuthorizedException',
      "Invalid login token. Issuer doesn't match providerName",
    ],
    [
      'an altered login token',
      'GetId',
      async () => ({
        IdentityPoolId: MEMBERS_POOL_ID,
        Logins: await logins(login().then((token) => token.replace(/.{8}$/, 'AAAAAAAA'))),
      }),
      'NotAuthorizedException',
      "Invalid login token. Couldn't verify signed token.",
    ],
    [
      'an ended login token',
      'GetId',
      async () => ({
        IdentityPoolId: MEMBERS_POOL_ID,
        Logins: await logins(login('minji', NOW - 2 * HOUR)),
      }),
      'NotAuthorizedException',
      `Invalid login token. Token expired: ${String(NOW / SECOND)} >= ${String(NOW / SECOND - 3600)}`,
    ],
    [
      'no such identity',
      'GetCredentialsForIdentity',
      async () => ({ IdentityId: `${SEOUL}:00000000-0000-4000-8000-000000000000` }),
      'ResourceNotFoundException',
      `Identity '${SEOUL}:00000000-0000-4000-8000-000000000000' not found.`,
    ],
    [
      'the login of somebody else',
      'GetCredentialsForIdentity',
      async () => ({
        IdentityId: await identityIn(IDENTITY_POOL_ID, true),
        Logins: await logins(login('jisoo')),
      }),
      'NotAuthorizedException',
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    ],
    [
      'a guest without a role',
      'GetCredentialsForIdentity',
      async () => ({ IdentityId: await identityIn(UNTRUSTED_POOL_ID, false) }),
      'InvalidIdentityPoolConfigurationException',
      'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    ],
    [
      'a role that trusts another pool',
      'GetCredentialsForIdentity',
      async () => ({
        IdentityId: await identityIn(UNTRUSTED_POOL_ID, true),
        Logins: await logins(),
      }),
      'InvalidIdentityPoolConfigurationException',
      'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    ],
    [
      'two roles and no choice',
      'GetCredentialsForIdentity',
      async () => ({
        IdentityId: await identityIn(ROLE_MAPPING_POOL_ID, true),
        Logins: await logins(roleToken({ 'cognito:roles': ['x', MEMBERS_ROLE] })),
      }),
      'NotAuthorizedException',
      'The ambiguous role mapping rules denied this request',
    ],
    [
      'the basic flow switched off',
      'GetOpenIdToken',
      async () => ({
        IdentityId: await identityIn(MEMBERS_POOL_ID, true),
        Logins: await logins(),
      }),
      'InvalidParameterException',
      'Basic (classic) flow is not enabled, please use enhanced flow.',
    ],
    [
      'the basic flow with roles from the token',
      'GetOpenIdToken',
      async () => ({
        IdentityId: await identityIn(ROLE_MAPPING_POOL_ID, true),
        Logins: await logins(),
      }),
      'InvalidParameterException',
      'Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.',
    ],
    ['another operation', 'ListIdentityPools', async () => ({}), 'UnknownOperationException', ''],
    ['no JSON', 'GetId', async () => '{', 'SerializationException', ''],
    [
      'a number for a text',
      'GetId',
      async () => ({ IdentityPoolId: 1 }),
      'SerializationException',
      '',
    ],
    ['logins that are none', 'GetId', async () => ({ Logins: [] }), 'SerializationException', ''],
  ]

  test.each(cases)('%s', async (_name, operation, parameters, code, message) => {
    const { status, headers, body } = await call(operation, await parameters())
    expect([status, body]).toEqual([400, { __type: code, message }])
    expect(headers['x-amzn-errortype']).toBe(`${code}:`)
    expect(headers['x-amzn-errormessage']).toBe(message === '' ? undefined : message)
  })

  test('a member without the login', async () => {
    const IdentityId = await identityIn(IDENTITY_POOL_ID, true)
    const { body } = await call('GetCredentialsForIdentity', { IdentityId })
    expect(body['message']).toBe(`Access to Identity '${IdentityId}' is forbidden.`)
  })

  test('a pool of another Region', async () => {
    const host = 'cognito-identity.us-east-1.amazonaws.com'
    const { body } = await call('GetId', { IdentityPoolId: IDENTITY_POOL_ID }, {}, host)
    expect(body['__type']).toBe('ResourceNotFoundException')
  })

  test('an identity with any other letter is none', async () => {
    const id = await identityIn(IDENTITY_POOL_ID, false)
    for (let at = SEOUL.length + 1; at < id.length; at++) {
      if (id.charAt(at) === '-') continue
      const other = id.charAt(at) === 'a' ? 'b' : 'a'
      const IdentityId = id.slice(0, at) + other + id.slice(at + 1)
      const { body } = await call('GetCredentialsForIdentity', { IdentityId })
      expect(body['__type'], IdentityId).toBe('ResourceNotFoundException')
    }
  })

  test.each([
    ['internal-failure', 500],
    ['service-unavailable', 503],
    ['throttling', 400],
  ] as const)('%s', async (interference, status) => {
    expect((await call('GetId', {}, { interference })).status).toBe(status)
  })
})
