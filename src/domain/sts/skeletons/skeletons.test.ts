import { describe, expect, test } from 'vitest'
import { readJwt } from '../../federation/read-jwt.ts'
import { readSamlResponse } from '../../federation/read-saml-response.ts'
import { writeJwt } from '../../federation/write-jwt.ts'
import { encodeSamlResponse, writeSamlResponse } from '../../federation/write-saml-response.ts'
import { readIdentity } from '../../identity/identity.ts'
import { OPERATIONS } from '../operations/operation-table.ts'
import { identityPolicy } from './identity-policy.ts'
import type { PolicyText } from './policy-text.ts'
import { roleTrust } from './role-trust.ts'
import { samlTrust } from './saml-trust.ts'
import { webIdentityTrust, webIssuerOf } from './web-identity-trust.ts'

const ROLE = 'arn:aws:iam::444455556666:role/Example'
const identity = (arn: string) => readIdentity({ account: '111122223333', arn, userId: 'EXAMPLE' })
const USER = identity('arn:aws:iam::111122223333:user/team/minji')

function statementOf(text: PolicyText | null): unknown {
  const document = JSON.parse(text?.json ?? '{}') as { Version: string; Statement: unknown[] }
  expect(document.Version).toBe('2012-10-17')
  expect(document.Statement).toHaveLength(1)
  return document.Statement[0]
}

describe('a trust policy for a caller', () => {
  test.each([
    [
      'a user',
      'arn:aws:iam::111122223333:user/team/minji',
      'arn:aws:iam::111122223333:user/team/minji',
      [],
    ],
    [
      'a role',
      'arn:aws:sts::111122223333:assumed-role/Deploy/minji',
      'arn:aws:iam::111122223333:role/Deploy',
      ['path-unknown'],
    ],
    [
      'a permission set',
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_A_0123456789abcdef/minji',
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_A_0123456789abcdef/minji',
      ['one-session'],
    ],
    [
      'the root user',
      'arn:aws-cn:iam::111122223333:root',
      'arn:aws-cn:iam::111122223333:root',
      ['root-cannot-assume'],
    ],
    [
      'a federated user',
      'arn:aws:sts::111122223333:federated-user/minji',
      'arn:aws:sts::111122223333:federated-user/minji',
      ['federated-cannot-assume'],
    ],
  ])('%s', (_, arn, principal, notes) => {
    const text = roleTrust(identity(arn), {})
    expect(statementOf(text)).toEqual({
      Effect: 'Allow',
      Principal: { AWS: principal },
      Action: 'sts:AssumeRole',
    })
    expect(text.notes).toEqual(notes)
  })

  test('what is given becomes a condition', () => {
    const text = roleTrust(USER, {
      RoleArn: ROLE,
      ExternalId: 'example-1',
      SerialNumber: 'arn:aws:iam::111122223333:mfa/minji',
      SourceIdentity: 'minji',
      Tags: [{ key: 'Team', value: 'a' }],
    })
    expect(statementOf(text)).toMatchObject({
      Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
      Condition: {
        StringEquals: { 'sts:ExternalId': 'example-1', 'sts:SourceIdentity': 'minji' },
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      },
    })
    expect(text.notes).toEqual(['other-account'])
  })
})

describe('a trust policy for a web identity', () => {
  const place = { partition: 'aws', account: '111122223333' }
  function factsOf(claims: Readonly<Record<string, unknown>>) {
    const reading = readJwt(
      writeJwt({ alg: 'RS256' }, { sub: 's', ...claims }, new Uint8Array(4)),
      null,
    )
    if (reading.kind !== 'read') throw new Error('not read')
    return reading.facts
  }

  test.each([
    [
      'github',
      {
        iss: 'https://token.actions.githubusercontent.com',
        aud: 'sts.amazonaws.com',
        sub: 'repo:a/b:ref:refs/heads/main',
      },
      'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:a/b:ref:refs/heads/main',
        },
      },
      ['provider-must-exist', 'one-subject'],
    ],
    [
      'cognito',
      {
        iss: 'https://cognito-identity.amazonaws.com',
        aud: 'us-east-1:EXAMPLE',
        amr: ['authenticated', 'x'],
      },
      'cognito-identity.amazonaws.com',
      {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:EXAMPLE' },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
      [],
    ],
    [
      'google',
      { iss: 'https://accounts.google.com', aud: 'a', azp: 'p' },
      'accounts.google.com',
      {
        StringEquals: {
          'accounts.google.com:aud': 'p',
          'accounts.google.com:oaud': 'a',
          'accounts.google.com:sub': 's',
        },
      },
      ['aud-is-azp', 'one-subject'],
    ],
    [
      'other',
      {
        iss: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE',
        aud: ['sts.amazonaws.com', 'b'],
        azp: 'p',
      },
      'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE',
      {
        StringEquals: {
          'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:aud': 'sts.amazonaws.com',
          'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub': 's',
        },
      },
      ['provider-must-exist', 'several-audiences', 'azp-may-count', 'one-subject'],
    ],
  ])('%s', (issuer, claims, federated, condition, notes) => {
    const facts = factsOf(claims)
    expect(webIssuerOf(facts)).toBe(issuer)
    const text = webIdentityTrust(facts, place)
    expect(statementOf(text)).toEqual({
      Effect: 'Allow',
      Principal: { Federated: federated },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: condition,
    })
    expect(text?.notes).toEqual(notes)
  })

  test('without an account a word stands for it', () => {
    const text = webIdentityTrust(factsOf({ iss: 'https://a.example', aud: 'x' }), {
      partition: null,
      account: null,
    })
    expect(text?.json).toContain('arn:aws:iam::ACCOUNT:oidc-provider/a.example')
    expect(text?.notes).toContain('account-unknown')
  })

  test('a Cognito token without a method', () => {
    const facts = factsOf({
      iss: 'https://cognito-identity.amazonaws.com',
      aud: 'us-east-1:EXAMPLE',
    })
    expect(webIdentityTrust(facts, place)?.notes).toEqual(['condition-missing'])
  })

  test('no issuer, no policy', () => {
    expect(webIdentityTrust(factsOf({}), place)).toBeNull()
  })
})

test('a trust policy for a SAML response', () => {
  const role = { roleArn: ROLE, providerArn: 'arn:aws:iam::444455556666:saml-provider/Example' }
  const text = encodeSamlResponse(
    writeSamlResponse(
      {
        id: 'EXAMPLE',
        issuer: 'i',
        destination: 'https://eu-west-1.signin.aws.amazon.com/saml',
        audience: 'urn:amazon:webservices',
        nameId: 'n',
        nameIdFormat: 'f',
        issuedAt: 1_790_000_000_000,
        notOnOrAfter: 1_790_000_300_000,
        sessionNotOnOrAfter: null,
        roles: [role],
        roleSessionName: 'minji',
        sessionDuration: null,
        principalTags: [{ key: 'Team', values: ['a'] }],
        transitiveTagKeys: [],
        sourceIdentity: null,
      },
      'EXAMPLE',
    ),
  )
  const reading = readSamlResponse(text, null)
  if (reading.kind !== 'read') throw new Error('not read')
  expect(statementOf(samlTrust(role, reading.facts))).toEqual({
    Effect: 'Allow',
    Principal: { Federated: role.providerArn },
    Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
    Condition: { StringEquals: { 'SAML:aud': 'https://eu-west-1.signin.aws.amazon.com/saml' } },
  })
})

describe('what the caller’s own policies must allow', () => {
  test.each([
    [
      'AssumeRole',
      { RoleArn: ROLE, Tags: [{ key: 'a', value: '' }] },
      { Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: ROLE },
    ],
    ['GetFederationToken', { Name: 'minji' }, { Action: 'sts:GetFederationToken', Resource: '*' }],
    [
      'AssumeRoot',
      { TaskPolicyArn: 'arn:x' },
      { Action: 'sts:AssumeRoot', Condition: { StringEquals: { 'sts:TaskPolicyArn': 'arn:x' } } },
    ],
  ] as const)('%s', (name, values, expected) => {
    expect(statementOf(identityPolicy(OPERATIONS[name], values))).toMatchObject(expected)
  })

  test.each([
    'GetCallerIdentity',
    'GetSessionToken',
    'AssumeRoleWithSAML',
    'AssumeRoleWithWebIdentity',
  ] as const)('%s needs nothing of them', (name) => {
    expect(identityPolicy(OPERATIONS[name], { RoleArn: ROLE })).toBeNull()
  })
})
