import { describe, expect, test } from 'vitest'
import { Secret } from '../../credentials/secret.ts'
import { constraintFaults } from './constraints.ts'
import type { OperationDescriptor, ParameterValues } from './descriptor.ts'
import { OPERATIONS } from './operation-table.ts'
import { packedPercent, requestRefusal } from './request-refusal.ts'
import { validationMessage } from './validation-message.ts'

const ROLE = 'arn:aws:iam::111122223333:role/Example'
const BASE = { RoleArn: ROLE, RoleSessionName: 'minji' }
const {
  AssumeRole,
  AssumeRoleWithSAML,
  AssumeRoleWithWebIdentity,
  AssumeRoot,
  GetFederationToken,
  GetSessionToken,
  GetWebIdentityToken,
} = OPERATIONS

function answerTo(
  descriptor: OperationDescriptor,
  values: ParameterValues,
  absent: readonly string[] = [],
) {
  return validationMessage(constraintFaults(descriptor, values, absent), descriptor.parameters)
}

const one = (text: string): string =>
  `1 validation error detected: ${text.replace(': ', ' failed to satisfy constraint: ')}`

describe('ValidationError, in AWS’s words', () => {
  test.each([
    [
      'a short session name',
      AssumeRole,
      { ...BASE, RoleSessionName: 'a' },
      "Value 'a' at 'roleSessionName': Member must have length greater than or equal to 2",
    ],
    [
      'a blank in a session name',
      AssumeRole,
      { ...BASE, RoleSessionName: 'a b' },
      "Value 'a b' at 'roleSessionName': Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    ],
    [
      'a code that is too long',
      GetSessionToken,
      { TokenCode: new Secret('11111111111111') },
      "Value '11111111111111' at 'tokenCode': Member must have length less than or equal to 6",
    ],
    [
      'a duration that is too short',
      AssumeRole,
      { ...BASE, DurationSeconds: '899' },
      "Value '899' at 'durationSeconds': Member must have value greater than or equal to 900",
    ],
    [
      'a duration that is too long',
      GetFederationToken,
      { Name: 'minji', DurationSeconds: '129601' },
      "Value '129601' at 'durationSeconds': Member must have value less than or equal to 129600",
    ],
    [
      'a token that is missing',
      AssumeRoleWithWebIdentity,
      BASE,
      "Value null at 'webIdentityToken': Member must not be null",
    ],
    [
      'a token that is short: AWS does not repeat it',
      AssumeRoleWithWebIdentity,
      { ...BASE, WebIdentityToken: new Secret('abc') },
      "Value at 'webIdentityToken': Member must have length greater than or equal to 4",
    ],
    [
      'an assertion that is long',
      AssumeRoleWithSAML,
      { RoleArn: ROLE, PrincipalArn: ROLE, SAMLAssertion: new Secret('A'.repeat(100_001)) },
      "Value at 'sAMLAssertion': Member must have length less than or equal to 100000",
    ],
    [
      'a tag without a key',
      AssumeRole,
      { ...BASE, Tags: [{ key: 'a', value: '!' }] },
      "Value '!' at 'tags.1.member.value': Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*",
    ],
    [
      'a list of texts is told off as a whole',
      AssumeRole,
      { ...BASE, TransitiveTagKeys: ['ok', 'a!', 'b!'] },
      "Value '[ok, a!, b!]' at 'transitiveTagKeys': Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+]",
    ],
    [
      'an ARN in a structure',
      AssumeRoot,
      { TargetPrincipal: '111122223333', TaskPolicyArn: 'arn:x' },
      "Value 'arn:x' at 'taskPolicyArn.arn': Member must have length greater than or equal to 20",
    ],
    [
      'too many audiences',
      GetWebIdentityToken,
      { Audience: Array.from({ length: 11 }, () => 'a'), SigningAlgorithm: 'RS256' },
      "Value at 'audience': Member must have length less than or equal to 10",
    ],
  ] as const)('%s', (_, descriptor, values, text) => {
    expect(answerTo(descriptor, values)).toEqual({ code: 'ValidationError', message: one(text) })
  })

  test('several are one answer', () => {
    expect(answerTo(AssumeRole, {})?.message).toBe(
      "2 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null; Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null",
    )
  })

  test('a member that an item lacks', () => {
    const values = { ...BASE, Tags: [{ key: '', value: 'x' }] }
    expect(answerTo(AssumeRole, values, ['tags.1.member.key'])?.message).toContain(
      "Value null at 'tags.1.member.key'",
    )
  })

  test('a duration that is no number', () => {
    expect(answerTo(AssumeRole, { ...BASE, DurationSeconds: '1h' })?.code).toBe('MalformedInput')
  })

  test.each([
    ['nothing wrong', BASE],
    ['an empty tag value', { ...BASE, Tags: [{ key: 'a', value: '' }] }],
    [
      'eleven managed policies: the model has no bound',
      { ...BASE, PolicyArns: Array.from({ length: 11 }, () => ROLE) },
    ],
    ['a long policy: AssumeRole’s model has no bound', { ...BASE, Policy: 'x'.repeat(4000) }],
  ])('%s', (_, values) => {
    expect(answerTo(AssumeRole, values)).toBeNull()
  })
})

describe('a request that makes no sense', () => {
  const policy = (text: string) => ({ ...BASE, Policy: text })
  test.each([
    [
      'no ARN',
      { ...BASE, RoleArn: 'Example-Example-Example' },
      'ValidationError',
      'Example-Example-Example is invalid',
    ],
    [
      'another ARN',
      { ...BASE, RoleArn: 'arn:aws:iam::111122223333:user/Example' },
      'ValidationError',
      'Request ARN is invalid',
    ],
    ['a policy that is no JSON', policy('{'), 'MalformedPolicyDocument', ''],
    [
      'a policy without statements',
      policy('{"Version":"2012-10-17"}'),
      'MalformedPolicyDocument',
      '',
    ],
    ['a policy that is a list', policy('[]'), 'MalformedPolicyDocument', ''],
    [
      'a policy that does not fit',
      policy(JSON.stringify({ Version: '2012-10-17', Statement: 'x'.repeat(2048) })),
      'PackedPolicyTooLarge',
      'Packed policy consumes 102%',
    ],
    [
      'tags that do not fit',
      {
        ...BASE,
        Tags: Array.from({ length: 10 }, (__, at) => ({ key: String(at), value: 'x'.repeat(256) })),
      },
      'PackedPolicyTooLarge',
      'Packed size of session tags consumes 126%',
    ],
    [
      'two keys that differ in case',
      {
        ...BASE,
        Tags: [
          { key: 'a', value: '' },
          { key: 'A', value: '' },
        ],
      },
      'InvalidParameterValue',
      'Duplicate tag keys',
    ],
    [
      'a transitive key without its tag',
      { ...BASE, TransitiveTagKeys: ['a'] },
      'InvalidParameterValue',
      'transitive tag key must be included',
    ],
    [
      'a serial number without a code',
      { ...BASE, SerialNumber: 'GAHT12345678' },
      'AccessDenied',
      'must provide both',
    ],
    [
      'a code without a serial number',
      { ...BASE, TokenCode: new Secret('123456') },
      'AccessDenied',
      'must provide both',
    ],
  ] as const)('%s', (_, values, code, message) => {
    const refusal = requestRefusal(AssumeRole, values)
    expect(refusal?.code).toBe(code)
    expect(refusal?.message).toContain(message)
  })

  test('nothing in the way', () => {
    const Policy = '{"Version":"2012-10-17","Statement":[]}'
    expect(requestRefusal(AssumeRole, { ...BASE, Policy })).toBeNull()
    expect(packedPercent({ ...BASE, Policy })).toBe(2)
  })
})
