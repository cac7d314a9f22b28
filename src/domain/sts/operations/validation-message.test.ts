import { describe, expect, test } from 'vitest'
import { Secret } from '../../credentials/secret.ts'
import { constraintFaults } from './constraints.ts'
import type { OperationDescriptor, ParameterValues } from './descriptor.ts'
import { OPERATIONS } from './operation-table.ts'
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

  test.each([
    ['abc', null],
    ['1h', null],
    ['900.0', null],
    ['2147483648', null],
    ['-2147483649', null],
    ['99999999999999999999', null],
    ['', 'missing value for decimal type'],
  ])('a duration that is no number of 32 bits: %o', (DurationSeconds, message) => {
    const fault = answerTo(AssumeRole, { ...BASE, DurationSeconds })
    expect(fault).toEqual({ code: 'MalformedInput', message })
  })

  test.each([
    ['-1', 'greater than or equal to 900'],
    ['-2147483648', 'greater than or equal to 900'],
    ['2147483647', 'less than or equal to 43200'],
  ])('a duration out of its bounds: %s', (DurationSeconds, bound) => {
    expect(answerTo(AssumeRole, { ...BASE, DurationSeconds })?.message).toBe(
      one(`Value '${DurationSeconds}' at 'durationSeconds': Member must have value ${bound}`),
    )
  })

  test.each(['+900', '0900'])('a duration of 900: %s', (DurationSeconds) => {
    expect(answerTo(AssumeRole, { ...BASE, DurationSeconds })).toBeNull()
  })

  test('a character beyond the first plane is one', () => {
    expect(answerTo(AssumeRole, { ...BASE, RoleSessionName: '😀' })?.message).toBe(
      "2 validation errors detected: Value '😀' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*; Value '😀' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2",
    )
  })

  test.each([
    ['SourceIdentity', '😀'.repeat(129)],
    ['ExternalId', '😀'.repeat(613)],
    ['ExternalId', 'é'.repeat(613)],
    ['RoleArn', '😀'.repeat(2048)],
  ])('%s of many characters in twice the code units has a wrong pattern alone', (name, text) => {
    expect(answerTo(AssumeRole, { ...BASE, [name]: text })?.message).toMatch(
      /^1 validation error detected: .* regular expression pattern: /,
    )
  })

  test.each([
    ['x'.repeat(256), null],
    ['x'.repeat(257), 'less than or equal to 256'],
  ])('a source identity of many characters', (SourceIdentity, bound) => {
    const message = answerTo(AssumeRole, { ...BASE, SourceIdentity })?.message ?? null
    if (bound === null) expect(message).toBeNull()
    else expect(message).toContain(bound)
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
