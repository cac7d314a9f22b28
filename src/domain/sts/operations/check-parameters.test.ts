import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../credentials/secret.ts'
import { checkParameters } from './check-parameters.ts'
import type { CheckFacts } from './check-parameters.ts'
import type { ParameterValues } from './descriptor.ts'
import { OPERATIONS } from './operation-table.ts'

const ROLE = 'arn:aws:iam::111122223333:role/team/Example'
const BASE = { RoleArn: ROLE, RoleSessionName: 'minji' }
const POLICY = '{"Version":"2012-10-17","Statement":[]}'
const {
  AssumeRole,
  AssumeRoleWithSAML,
  AssumeRoleWithWebIdentity,
  AssumeRoot,
  DecodeAuthorizationMessage,
  GetAccessKeyInfo,
  GetFederationToken,
  GetSessionToken,
  GetWebIdentityToken,
} = OPERATIONS

const found = (
  descriptor: (typeof OPERATIONS)[keyof typeof OPERATIONS],
  values: ParameterValues,
  facts?: CheckFacts,
): readonly string[] =>
  checkParameters(descriptor, values, facts).map(
    ({ parameter, fault, severity, index }) =>
      `${severity === 'warning' ? '?' : ''}${parameter}${index === null ? '' : `[${String(index)}]`} ${fault}`,
  )

describe('nothing wrong', () => {
  test.each([
    ['the least', AssumeRole, BASE],
    [
      'what is empty counts as not given',
      AssumeRole,
      { ...BASE, ExternalId: '', Tags: [], TokenCode: new Secret('') },
    ],
    [
      'a role of another partition',
      AssumeRole,
      { ...BASE, RoleArn: 'arn:aws-us-gov:iam::111122223333:role/Example' },
    ],
    ['a policy', AssumeRole, { ...BASE, Policy: POLICY }],
    [
      'a virtual device',
      GetSessionToken,
      { SerialNumber: 'arn:aws:iam::111122223333:mfa/minji', TokenCode: new Secret('123456') },
    ],
    [
      'a hardware device',
      GetSessionToken,
      { SerialNumber: 'GAHT12345678', TokenCode: new Secret('123456') },
    ],
    [
      'an account as target',
      AssumeRoot,
      {
        TargetPrincipal: '111122223333',
        TaskPolicyArn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy',
        DurationSeconds: '0',
      },
    ],
    [
      'a federated user with a managed policy',
      GetFederationToken,
      { Name: 'minji', PolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
    ],
    ['a key', GetAccessKeyInfo, { AccessKeyId: 'ASIARTX3GSDS2EXAMPLE' }],
    ['a message', DecodeAuthorizationMessage, { EncodedMessage: 'Ab-_9'.repeat(30) }],
    [
      'a token of five minutes',
      GetWebIdentityToken,
      { Audience: ['https://example.com'], SigningAlgorithm: 'ES384' },
    ],
    [
      'tags, one of them transitive',
      AssumeRole,
      { ...BASE, Tags: [{ key: 'Team', value: 'a' }], TransitiveTagKeys: ['team'] },
    ],
  ] as const)('%s', (_, descriptor, values) => {
    expect(found(descriptor, values)).toEqual([])
  })
})

describe('what is wrong', () => {
  test.each([
    ['nothing given', AssumeRole, {}, ['RoleArn missing', 'RoleSessionName missing']],
    [
      'a name in place of an ARN',
      AssumeRole,
      { ...BASE, RoleArn: 'OrganizationAccountAccessRole' },
      ['RoleArn not-an-arn'],
    ],
    [
      'a short name in place of an ARN',
      AssumeRole,
      { ...BASE, RoleArn: 'Admin' },
      ['RoleArn too-short', 'RoleArn not-an-arn'],
    ],
    [
      'a session’s ARN',
      AssumeRole,
      { ...BASE, RoleArn: 'arn:aws:sts::111122223333:assumed-role/Example/minji' },
      ['RoleArn wrong-arn'],
    ],
    [
      'a provider’s ARN',
      AssumeRole,
      { ...BASE, RoleArn: 'arn:aws:iam::111122223333:saml-provider/Example' },
      ['RoleArn wrong-arn'],
    ],
    [
      'an account with 11 digits',
      AssumeRole,
      { ...BASE, RoleArn: 'arn:aws:iam::11112222333:role/Example' },
      ['RoleArn wrong-arn'],
    ],
    [
      'an ARN without a name',
      AssumeRole,
      { ...BASE, RoleArn: 'arn:aws:iam::111122223333:role/' },
      ['RoleArn wrong-arn'],
    ],
    [
      'blanks around an ARN',
      AssumeRole,
      { ...BASE, RoleArn: ` ${ROLE}` },
      ['?RoleArn outer-white-space'],
    ],
    [
      'a blank in a session name is told once',
      AssumeRole,
      { ...BASE, RoleSessionName: 'minji ' },
      ['RoleSessionName pattern'],
    ],
    [
      'a duration in words',
      AssumeRole,
      { ...BASE, DurationSeconds: '1h' },
      ['DurationSeconds not-a-number'],
    ],
    [
      'a duration with a fraction',
      AssumeRole,
      { ...BASE, DurationSeconds: '900.5' },
      ['DurationSeconds not-a-number'],
    ],
    [
      'a duration that is negative',
      AssumeRole,
      { ...BASE, DurationSeconds: '-900' },
      ['DurationSeconds too-small'],
    ],
    [
      'a duration beyond 12 hours',
      AssumeRole,
      { ...BASE, DurationSeconds: '43201' },
      ['DurationSeconds too-large'],
    ],
    [
      'a policy that is no JSON',
      AssumeRole,
      { ...BASE, Policy: '{"Version":' },
      ['Policy not-json'],
    ],
    ['a policy that is a text', AssumeRole, { ...BASE, Policy: '"x"' }, ['Policy not-an-object']],
    [
      'a policy with nothing in it',
      AssumeRole,
      { ...BASE, Policy: '{}' },
      ['?Policy no-statement', '?Policy no-version'],
    ],
    [
      'a trust policy',
      AssumeRole,
      { ...BASE, Policy: '{"Version":"2012-10-17","Statement":{"Principal":"*"}}' },
      ['?Policy has-principal'],
    ],
    [
      'a policy with Hangul',
      AssumeRole,
      { ...BASE, Policy: '{"Version":"2012-10-17","Statement":[],"Id":"정책"}' },
      ['Policy pattern'],
    ],
    [
      'a long policy',
      AssumeRole,
      { ...BASE, Policy: POLICY + ' '.repeat(2048) },
      ['?Policy outer-white-space', '?Policy over-plaintext'],
    ],
    [
      'a long policy where the model has a bound',
      GetFederationToken,
      { Name: 'minji', Policy: `{"Version":"2012-10-17","Statement":[${' '.repeat(2048)}]}` },
      ['Policy too-long'],
    ],
    [
      'a source identity longer than the page allows',
      AssumeRole,
      { ...BASE, SourceIdentity: 'x'.repeat(65) },
      ['?SourceIdentity over-documented'],
    ],
    [
      'a source identity longer than the service takes',
      AssumeRole,
      { ...BASE, SourceIdentity: 'x'.repeat(257) },
      ['SourceIdentity too-long'],
    ],
    [
      'two keys that differ in case',
      AssumeRole,
      {
        ...BASE,
        Tags: [
          { key: 'a', value: '' },
          { key: 'A', value: '' },
        ],
      },
      ['Tags[1] double-key'],
    ],
    [
      'a key of AWS’s own',
      AssumeRole,
      { ...BASE, Tags: [{ key: 'aws:a', value: '' }] },
      ['?Tags[0] reserved-key'],
    ],
    [
      'a tag without a key',
      AssumeRole,
      { ...BASE, Tags: [{ key: '', value: 'x' }] },
      ['Tags[0] pattern', 'Tags[0] too-short'],
    ],
    [
      '51 tags',
      AssumeRole,
      { ...BASE, Tags: Array.from({ length: 51 }, (__, at) => ({ key: String(at), value: '' })) },
      ['Tags too-many-items'],
    ],
    [
      'a transitive key without its tag',
      AssumeRole,
      { ...BASE, TransitiveTagKeys: ['a'] },
      ['TransitiveTagKeys[0] key-without-tag'],
    ],
    [
      '11 managed policies',
      AssumeRole,
      {
        ...BASE,
        PolicyArns: Array.from(
          { length: 11 },
          (__, at) => `arn:aws:iam::aws:policy/A${String(at)}`,
        ),
      },
      ['?PolicyArns too-many-items'],
    ],
    [
      'a managed policy twice',
      AssumeRole,
      { ...BASE, PolicyArns: ['arn:aws:iam::aws:policy/A', 'arn:aws:iam::aws:policy/A'] },
      ['?PolicyArns[1] double-item'],
    ],
    [
      'a role as managed policy',
      AssumeRole,
      { ...BASE, PolicyArns: [ROLE] },
      ['?PolicyArns[0] wrong-arn'],
    ],
    [
      'a serial number without a code',
      AssumeRole,
      { ...BASE, SerialNumber: 'GAHT12345678' },
      ['TokenCode other-half-missing'],
    ],
    [
      'a code without a serial number',
      GetSessionToken,
      { TokenCode: new Secret('123456') },
      ['SerialNumber other-half-missing'],
    ],
    [
      'a code of 5 digits',
      GetSessionToken,
      { SerialNumber: 'GAHT12345678', TokenCode: new Secret('12345') },
      ['TokenCode too-short'],
    ],
    [
      'a code with a blank',
      GetSessionToken,
      { SerialNumber: 'GAHT12345678', TokenCode: new Secret('123 456') },
      ['TokenCode pattern', 'TokenCode too-long'],
    ],
    [
      'a security key',
      GetSessionToken,
      {
        SerialNumber: 'arn:aws:iam::111122223333:u2f/user/minji/key-EXAMPLE',
        TokenCode: new Secret('123456'),
      },
      ['?SerialNumber wrong-arn'],
    ],
    [
      'a federated user without a policy',
      GetFederationToken,
      { Name: 'minji' },
      ['?Policy no-policy'],
    ],
    [
      'a name of 33 characters',
      GetFederationToken,
      { Name: 'm'.repeat(33), Policy: POLICY },
      ['Name too-long'],
    ],
    [
      'a role of IAM Identity Center',
      AssumeRoleWithSAML,
      {
        RoleArn:
          'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_0123456789abcdef',
        PrincipalArn: 'arn:aws:iam::111122223333:saml-provider/A',
        SAMLAssertion: new Secret('PHNhbWw+'),
      },
      ['?RoleArn sso-role'],
    ],
    [
      'role and provider exchanged',
      AssumeRoleWithSAML,
      {
        RoleArn: 'arn:aws:iam::111122223333:saml-provider/A',
        PrincipalArn: ROLE,
        SAMLAssertion: new Secret('PHNhbWw+'),
      },
      ['RoleArn wrong-arn', 'PrincipalArn wrong-arn'],
    ],
    [
      'a provider ID for OpenID Connect',
      AssumeRoleWithWebIdentity,
      { ...BASE, WebIdentityToken: new Secret('abcd'), ProviderId: 'accounts.google.com' },
      ['?ProviderId not-one-of'],
    ],
    [
      'another task',
      AssumeRoot,
      {
        TargetPrincipal: '111122223333',
        TaskPolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      },
      ['?TaskPolicyArn not-one-of'],
    ],
    [
      'a target of 12 letters',
      AssumeRoot,
      {
        TargetPrincipal: 'my-account-1',
        TaskPolicyArn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy',
      },
      ['?TargetPrincipal not-an-arn'],
    ],
    [
      '901 seconds of a task',
      AssumeRoot,
      {
        TargetPrincipal: '111122223333',
        TaskPolicyArn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy',
        DurationSeconds: '901',
      },
      ['DurationSeconds too-large'],
    ],
    [
      'a secret in place of a key ID',
      GetAccessKeyInfo,
      { AccessKeyId: 'EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0' },
      ['?AccessKeyId not-a-key-id'],
    ],
    [
      'a message with line breaks',
      DecodeAuthorizationMessage,
      { EncodedMessage: 'abc\ndef' },
      ['?EncodedMessage not-a-message'],
    ],
    [
      'another algorithm',
      GetWebIdentityToken,
      { Audience: ['a'], SigningAlgorithm: 'HS256' },
      ['?SigningAlgorithm not-one-of'],
    ],
    [
      'no audience',
      GetWebIdentityToken,
      { SigningAlgorithm: 'RS256', Audience: [] },
      ['Audience missing'],
    ],
  ] as const)('%s', (_, descriptor, values, expected) => {
    expect(found(descriptor, values)).toEqual(expected)
  })
})

describe('what is known of the call', () => {
  const twoHours = { ...BASE, DurationSeconds: '7200' }
  test.each([
    [
      'a chained role of two hours',
      AssumeRole,
      twoHours,
      { caller: 'role-session', partition: null },
      ['?DurationSeconds over-cap'],
    ],
    ['a user’s role of two hours', AssumeRole, twoHours, { caller: 'user', partition: null }, []],
    [
      'a root user’s session of two hours',
      GetSessionToken,
      { DurationSeconds: '7200' },
      { caller: 'root', partition: null },
      ['?DurationSeconds over-cap'],
    ],
    [
      'a role of another partition',
      AssumeRole,
      BASE,
      { caller: null, partition: 'aws-cn' },
      ['?RoleArn other-partition'],
    ],
  ] as const)('%s', (_, descriptor, values, facts, expected) => {
    expect(found(descriptor, values, facts)).toEqual(expected)
  })
})

test('a secret stands in no fault', () => {
  const secret = 'EXAMPLE'.repeat(3000)
  const token = { ...BASE, WebIdentityToken: new Secret(secret) }
  const code = { SerialNumber: 'GAHT12345678', TokenCode: new Secret('123 456') }
  const faults = [
    ...checkParameters(AssumeRoleWithWebIdentity, token),
    ...checkParameters(GetSessionToken, code),
  ]
  expect(faults.length).toBe(3)
  expect(JSON.stringify(faults)).not.toMatch(/EXAMPLEEXAMPLE|123 456/)
})

test('never throws', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('arn:', 'arn:aws:iam::1:role/', '{', '٣'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(OPERATIONS)),
      fc.dictionary(
        fc.constantFrom(
          'RoleArn',
          'Policy',
          'DurationSeconds',
          'SerialNumber',
          'EncodedMessage',
          'TaskPolicyArn',
          'AccessKeyId',
        ),
        text,
      ),
      fc.array(fc.record({ key: text, value: text })),
      (descriptor, values, Tags) => {
        checkParameters(descriptor, {
          ...values,
          Tags,
          TransitiveTagKeys: Tags.map(({ key }) => key),
        })
      },
    ),
  )
})
