import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE, parseIso, SECOND } from '#domain/time/instant.ts'
import { IDENTITY_POOL_ID, REVOKED_SUBJECT, SAML_PROVIDER_ARN } from '../accounts/provider-table.ts'
import {
  IDENTITY_POOL_ISSUER,
  issueJwt,
  OIDC_AUDIENCE,
  OIDC_ISSUER,
  USER_POOL_ISSUER,
} from '../issuers/json-web-token.ts'
import { issueAssertion } from '../issuers/saml-assertion.ts'
import { call, callEc2, type FormParameters } from '../performed.fixture.ts'
import { NOW } from '../signed-call.fixture.ts'
import { openSessionToken } from '../session-token.ts'

const arn = (name: string): string => `arn:aws:iam::111122223333:role/${name}`
const iat = Math.floor(NOW / SECOND)

const CLAIMS = {
  iss: OIDC_ISSUER,
  sub: 'repo:example/app',
  aud: OIDC_AUDIENCE,
  iat,
  exp: iat + 600,
}

const withToken = async (claims: Parameters<typeof issueJwt>[0], parameters: FormParameters = {}) =>
  call(null, 'AssumeRoleWithWebIdentity', {
    RoleArn: arn('WebApplication'),
    RoleSessionName: 'app',
    WebIdentityToken: await issueJwt(claims),
    ...parameters,
  })

describe('AssumeRoleWithWebIdentity', () => {
  test("AWS's shape, without a signature", async () => {
    const came = await withToken(CLAIMS, { DurationSeconds: '7200' })
    expect(came.status).toBe(200)
    expect(came.text('SubjectFromWebIdentityToken')).toBe('repo:example/app')
    expect(came.text('Audience')).toBe(OIDC_AUDIENCE)
    expect(came.text('Provider')).toBe(
      'arn:aws:iam::111122223333:oidc-provider/oidc.sandbox.example',
    )
    expect(parseIso(came.text('Expiration') ?? '')).toBe(NOW + 2 * HOUR)
    const who = await call(came.credentials(), 'GetCallerIdentity')
    expect(who.text('Arn')).toBe('arn:aws:sts::111122223333:assumed-role/WebApplication/app')
    expect((await callEc2(came.credentials(), 'DescribeInstances')).status).toBe(200)
  })

  test.each([
    ['127.0.0.1:4587', 'eu-west-1'],
    ['sts.us-west-2.amazonaws.com', 'us-west-2'],
  ])('the Region of credentials from %s', async (host, region) => {
    const parameters = {
      RoleArn: arn('WebApplication'),
      RoleSessionName: 'app',
      WebIdentityToken: await issueJwt(CLAIMS),
    }
    const settings = { defaultRegion: 'eu-west-1' }
    const came = await call(null, 'AssumeRoleWithWebIdentity', parameters, { host, settings })
    expect((await openSessionToken(came.text('SessionToken') ?? ''))?.region).toBe(region)
  })

  test.each([
    ['authenticated', 'CognitoMembers', 'CognitoGuests'],
    ['unauthenticated', 'CognitoGuests', 'CognitoMembers'],
  ])('a token of an identity pool: %s', async (amr, mine, other) => {
    const claims = {
      ...CLAIMS,
      iss: IDENTITY_POOL_ISSUER,
      sub: 'ap-northeast-2:identity',
      aud: IDENTITY_POOL_ID,
      amr: [amr],
    }
    const came = await withToken(claims, { RoleArn: arn(mine) })
    expect(came.status).toBe(200)
    expect(came.text('Provider')).toBe('cognito-identity.amazonaws.com')
    expect((await withToken(claims, { RoleArn: arn(other) })).code).toBe('AccessDenied')
    const elsewhere = { ...claims, aud: `${IDENTITY_POOL_ID}2` }
    expect((await withToken(elsewhere, { RoleArn: arn(mine) })).code).toBe('AccessDenied')
  })

  test('tags that the provider put into the token', async () => {
    const claims = {
      ...CLAIMS,
      'https://aws.amazon.com/tags': {
        principal_tags: { Team: ['red'] },
        transitive_tag_keys: ['Team'],
      },
    }
    const came = await withToken(claims)
    const terms = await openSessionToken(came.text('SessionToken') ?? '')
    expect(terms?.session).toEqual({
      by: 'AssumeRoleWithWebIdentity',
      provider: 'arn:aws:iam::111122223333:oidc-provider/oidc.sandbox.example',
      tags: [['Team', 'red']],
      transitive: ['Team'],
    })
  })

  const DENIED = /^Not authorized to perform sts:AssumeRoleWithWebIdentity$/
  test.each([
    ['another subject', { sub: 'repo:other/app' }, {}, 403, 'AccessDenied', DENIED],
    ['no such role', {}, { RoleArn: arn('NoSuchRole') }, 403, 'AccessDenied', DENIED],
    [
      'a role that trusts users',
      {},
      { RoleArn: arn('DeveloperAccess') },
      403,
      'AccessDenied',
      DENIED,
    ],
    ['another provider of the account', { iss: USER_POOL_ISSUER }, {}, 403, 'AccessDenied', DENIED],
    [
      'another audience',
      { aud: 'other' },
      {},
      400,
      'InvalidIdentityToken',
      /^Incorrect token audience$/,
    ],
    [
      'an issuer that nobody knows',
      { iss: 'https://other.example' },
      {},
      400,
      'InvalidIdentityToken',
      /^No OpenIDConnect provider found in your account for https:\/\/other\.example$/,
    ],
    [
      'an account without the provider',
      {},
      { RoleArn: 'arn:aws:iam::444455556666:role/PartnerAudit' },
      400,
      'InvalidIdentityToken',
      /^No OpenIDConnect provider/,
    ],
    [
      'an expired token',
      { iat: iat - 700, exp: iat - 100 },
      {},
      400,
      'ExpiredTokenException',
      new RegExp(
        `^Token expired: current date/time ${String(iat)} must be before the expiration date/time ${String(iat - 100)}$`,
      ),
    ],
    ['a subject that is shut out', { sub: REVOKED_SUBJECT }, {}, 403, 'IDPRejectedClaim', /./],
    [
      'no JWT',
      {},
      { WebIdentityToken: 'ya29.access.token' },
      400,
      'InvalidIdentityToken',
      /not a valid JWT/,
    ],
    [
      'no token',
      {},
      { WebIdentityToken: '' },
      400,
      'ValidationError',
      /^1 validation error detected: Value at 'webIdentityToken'/,
    ],
    [
      'a provider of OAuth 2.0',
      {},
      { ProviderId: 'graph.facebook.com' },
      400,
      'IDPCommunicationError',
      /./,
    ],
    [
      'longer than the role allows',
      {},
      { DurationSeconds: '7201' },
      400,
      'ValidationError',
      /MaxSessionDuration/,
    ],
    [
      'the ARN of the provider',
      {},
      { RoleArn: 'arn:aws:iam::111122223333:oidc-provider/oidc.sandbox.example' },
      400,
      'ValidationError',
      /^Request ARN is invalid$/,
    ],
  ] as const)('refuses: %s', async (_name, claims, parameters, status, code, message) => {
    const came = await withToken({ ...CLAIMS, ...claims }, parameters)
    expect([came.status, came.code]).toEqual([status, code])
    expect(came.message).toMatch(message)
  })

  test('refuses an altered token', async () => {
    const token = await issueJwt(CLAIMS)
    const altered = token.slice(0, -20) + (token.at(-20) === 'A' ? 'B' : 'A') + token.slice(-19)
    const came = await withToken(CLAIMS, { WebIdentityToken: altered })
    expect(came.code).toBe('InvalidIdentityToken')
    expect(came.message).not.toContain(altered)
  })
})

const OFFERED = [{ roleArn: arn('SamlAnalyst'), principalArn: SAML_PROVIDER_ARN }]

const withAssertion = async (
  order: Partial<Parameters<typeof issueAssertion>[0]> = {},
  parameters: FormParameters = {},
) =>
  call(null, 'AssumeRoleWithSAML', {
    RoleArn: arn('SamlAnalyst'),
    PrincipalArn: SAML_PROVIDER_ARN,
    SAMLAssertion: await issueAssertion({ issuedAt: NOW - MINUTE, roles: OFFERED, ...order }),
    ...parameters,
  })

describe('AssumeRoleWithSAML', () => {
  test("AWS's shape", async () => {
    const came = await withAssertion({}, { DurationSeconds: '43200' })
    expect(came.status).toBe(200)
    expect(came.text('Subject')).toBe('minji@sandbox.example')
    expect(came.text('SubjectType')).toBe('persistent')
    expect(came.text('Issuer')).toBe('https://saml.sandbox.example/idp')
    expect(came.text('Audience')).toBe('https://signin.aws.amazon.com/saml')
    expect(came.text('NameQualifier')).toMatch(/^[A-Za-z0-9+/]{27}=$/)
    expect(parseIso(came.text('Expiration') ?? '')).toBe(NOW + 12 * HOUR)
    const who = await call(came.credentials(), 'GetCallerIdentity')
    expect(who.text('Arn')).toBe('arn:aws:sts::111122223333:assumed-role/SamlAnalyst/minji')
  })

  const DENIED = /^Not authorized to perform sts:AssumeRoleWithSAML$/
  test.each([
    ['a role that is not offered', { roles: [] }, {}, 403, 'AccessDenied', DENIED],
    [
      'a role that trusts users',
      { roles: [{ roleArn: arn('DeveloperAccess'), principalArn: SAML_PROVIDER_ARN }] },
      { RoleArn: arn('DeveloperAccess') },
      403,
      'AccessDenied',
      DENIED,
    ],
    ['another recipient', { recipient: 'https://other.example' }, {}, 403, 'AccessDenied', DENIED],
    [
      'another provider',
      {},
      { PrincipalArn: `${SAML_PROVIDER_ARN}2` },
      400,
      'InvalidIdentityToken',
      /^Specified provider doesn't exist$/,
    ],
    [
      'another issuer',
      { issuer: 'https://other.example' },
      {},
      400,
      'InvalidIdentityToken',
      /^Issuer not present/,
    ],
    [
      'another audience',
      { audience: 'urn:other' },
      {},
      400,
      'InvalidIdentityToken',
      /^Response does not contain the required audience$/,
    ],
    [
      'no session name',
      { roleSessionName: null },
      {},
      400,
      'InvalidIdentityToken',
      /^RoleSessionName is required in AuthnResponse$/,
    ],
    [
      'a session name of other letters',
      { roleSessionName: 'a b' },
      {},
      400,
      'InvalidIdentityToken',
      /^RoleSessionName in AuthnResponse must match/,
    ],
    [
      'an assertion that is too old',
      { issuedAt: NOW - 6 * MINUTE },
      {},
      400,
      'ExpiredTokenException',
      /within 5 minutes of issuance$/,
    ],
    ['no base64', {}, { SAMLAssertion: '<Response>' }, 400, 'InvalidIdentityToken', /base64/],
    ['no assertion', {}, { SAMLAssertion: btoa('<Response/>') }, 400, 'InvalidIdentityToken', /./],
    [
      'a tag twice',
      {
        tags: [
          ['a', '1'],
          ['A', '2'],
        ] as const,
      },
      {},
      400,
      'InvalidParameterValue',
      /^Duplicate/,
    ],
  ] as const)('refuses: %s', async (_name, order, parameters, status, code, message) => {
    const came = await withAssertion(order, parameters)
    expect([came.status, came.code]).toEqual([status, code])
    expect(came.message).toMatch(message)
  })

  test('refuses an altered assertion', async () => {
    const whole = atob(await issueAssertion({ issuedAt: NOW, roles: OFFERED }))
    const SAMLAssertion = btoa(whole.replace('minji@', 'jisoo@'))
    const came = await withAssertion({}, { SAMLAssertion })
    expect([came.code, came.message]).toEqual([
      'InvalidIdentityToken',
      'Response signature invalid',
    ])
  })
})
