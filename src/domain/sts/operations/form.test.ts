import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../credentials/secret.ts'
import { redact } from '../../redaction/redact.ts'
import { DECODE_AUTHORIZATION_MESSAGE } from '../decode-authorization-message.ts'
import { GET_CALLER_IDENTITY } from '../get-caller-identity.ts'
import { readForm, writeForm } from './form.ts'
import { OPERATIONS, operationNamed } from './operation-table.ts'
import { secretsAmong } from './values.ts'

const { AssumeRole, AssumeRoot, GetCallerIdentity, GetSessionToken, GetWebIdentityToken } =
  OPERATIONS
const ROLE = 'arn:aws:iam::111122223333:role/Example'

describe('a form is written', () => {
  test.each([
    ['without parameters', GetCallerIdentity, {}, ''],
    [
      'in the order of the model',
      AssumeRole,
      { RoleSessionName: 'minji', RoleArn: ROLE },
      '&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2FExample&RoleSessionName=minji',
    ],
    [
      'with tags and keys',
      AssumeRole,
      { Tags: [{ key: 'Team A', value: '' }], TransitiveTagKeys: ['Team A'] },
      '&Tags.member.1.Key=Team%20A&Tags.member.1.Value=&TransitiveTagKeys.member.1=Team%20A',
    ],
    [
      'with managed policies',
      AssumeRole,
      { PolicyArns: ['a', 'b'] },
      '&PolicyArns.member.1.arn=a&PolicyArns.member.2.arn=b',
    ],
    [
      'with contexts',
      AssumeRole,
      { ProvidedContexts: [{ providerArn: 'p', contextAssertion: 'c' }] },
      '&ProvidedContexts.member.1.ProviderArn=p&ProvidedContexts.member.1.ContextAssertion=c',
    ],
    ['with a task policy', AssumeRoot, { TaskPolicyArn: 'x' }, '&TaskPolicyArn.arn=x'],
    ['with audiences', GetWebIdentityToken, { Audience: ['a'] }, '&Audience.member.1=a'],
    ['with a secret', GetSessionToken, { TokenCode: new Secret('012345') }, '&TokenCode=012345'],
    ['without what is empty', GetSessionToken, { SerialNumber: '', TokenCode: new Secret('') }, ''],
    ['without what the operation does not have', GetSessionToken, { RoleArn: ROLE }, ''],
  ] as const)('%s', (_, descriptor, values, rest) => {
    expect(writeForm(descriptor, values)).toBe(
      `Action=${descriptor.name}&Version=2011-06-15${rest}`,
    )
  })
})

describe('a form is read', () => {
  const read = (members: Readonly<Record<string, string>>) =>
    readForm(AssumeRole, new Map(Object.entries({ Action: 'AssumeRole', ...members })))

  test('items come in the order of their numbers', () => {
    const { values } = read({
      'Tags.member.10.Key': 'b',
      'Tags.member.10.Value': '2',
      'Tags.member.2.Value': '1',
      'Tags.member.2.Key': 'a',
      'TransitiveTagKeys.member.2': 'y',
      'TransitiveTagKeys.member.1': 'x',
    })
    expect(values).toEqual({
      Tags: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
      TransitiveTagKeys: ['x', 'y'],
    })
  })

  test('what an item lacks is told', () => {
    expect(read({ 'Tags.member.1.Key': 'a' })).toMatchObject({
      values: { Tags: [{ key: 'a', value: '' }] },
      absent: ['tags.1.member.value'],
    })
  })

  test.each([
    ['a name of another operation', 'SAMLAssertion'],
    ['a list without member', 'Tags.1.Key'],
    ['a number that is none', 'Tags.member.x.Key'],
    ['number 0', 'Tags.member.0.Key'],
    ['an inherited name', '__proto__'],
    ['a structure in a text', 'RoleArn.arn'],
  ])('%s is unknown', (_, name) => {
    expect(readForm(AssumeRole, new Map([[name, 'x']])).unknown).toEqual([name])
  })

  test('an empty value is there', () => {
    expect(read({ ExternalId: '' }).values).toEqual({ ExternalId: '' })
  })

  test('a code comes back as a reference', () => {
    expect(read({ TokenCode: '123456' }).values['TokenCode']).toBeInstanceOf(Secret)
  })

  test('a million items end somewhere, and nothing throws', () => {
    const many = new Map(
      Array.from({ length: 5000 }, (__, at) => [`TransitiveTagKeys.member.${String(at + 1)}`, 'k']),
    )
    expect(readForm(AssumeRole, many).values['TransitiveTagKeys']).toHaveLength(1000)
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (form) => {
        readForm(AssumeRole, new Map(Object.entries(form)))
      }),
    )
  })
})

test.each([
  ['AssumeRole', true],
  ['assumeRole', false],
  ['constructor', false],
  ['', false],
])('operation %s', (name, isKnown) => {
  expect(operationNamed(name) !== null).toBe(isKnown)
})

test('the secrets among the values hide a form that is shown', () => {
  const token = 'eyJEXAMPLE.EXAMPLE+/=.EXAMPLE'
  const values = {
    RoleArn: ROLE,
    WebIdentityToken: new Secret(token),
    TokenCode: new Secret('012345'),
  }
  const body = `${writeForm(OPERATIONS.AssumeRoleWithWebIdentity, values)}&${writeForm(GetSessionToken, values)}`
  expect(body).toContain('eyJEXAMPLE')
  const shown = redact(body, secretsAmong(values))
  expect(shown).not.toMatch(/eyJEXAMPLE|012345/)
  expect(shown).toContain('role%2FExample')
})

test('what is known elsewhere of two operations is the same', () => {
  expect(writeForm(GetCallerIdentity, {})).toBe(GET_CALLER_IDENTITY.body)
  expect(OPERATIONS.DecodeAuthorizationMessage.parameters[0]?.text?.most).toBe(
    DECODE_AUTHORIZATION_MESSAGE.longest,
  )
})
