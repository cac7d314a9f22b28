import { describe, expect, test } from 'vitest'
import { Secret } from '../../credentials/secret.ts'
import { cliCommand } from './cli-command.ts'
import { commandInput, parametersJson } from './command-input.ts'
import { OPERATIONS } from './operation-table.ts'

const ROLE = 'arn:aws:iam::111122223333:role/Example'
const BASE = { RoleArn: ROLE, RoleSessionName: 'minji' }
const HERE = { region: null, endpoint: null }
const {
  AssumeRole,
  AssumeRoleWithSAML,
  AssumeRoot,
  GetCallerIdentity,
  GetSessionToken,
  GetWebIdentityToken,
} = OPERATIONS

describe('the command', () => {
  test.each([
    ['without parameters', GetCallerIdentity, {}, ''],
    ['plain', AssumeRole, BASE, ` --role-arn ${ROLE} --role-session-name minji`],
    [
      'tags in shorthand',
      AssumeRole,
      {
        Tags: [
          { key: 'Team', value: 'a' },
          { key: 'B', value: 'b' },
        ],
      },
      ' --tags Key=Team,Value=a Key=B,Value=b',
    ],
    [
      'tags as JSON',
      AssumeRole,
      { Tags: [{ key: 'Team', value: "a, it's" }] },
      ` --tags '[{"Key":"Team","Value":"a, it'\\''s"}]'`,
    ],
    [
      'managed policies',
      AssumeRole,
      { PolicyArns: ['arn:aws:iam::aws:policy/A'] },
      ' --policy-arns arn=arn:aws:iam::aws:policy/A',
    ],
    ['a policy', AssumeRole, { Policy: '{"a": "$HOME"}' }, ` --policy '{"a": "$HOME"}'`],
    ['a dash in front', AssumeRole, { ExternalId: '-x' }, ' --external-id=-x'],
    [
      'audiences with a dash',
      GetWebIdentityToken,
      { Audience: ['-a', 'b'] },
      ` --audience '["-a","b"]'`,
    ],
    [
      'a task',
      AssumeRoot,
      { TaskPolicyArn: 'arn:aws:iam::aws:policy/root-task/A' },
      ' --task-policy-arn arn=arn:aws:iam::aws:policy/root-task/A',
    ],
    [
      'a code',
      GetSessionToken,
      { SerialNumber: 'GAHT12345678', TokenCode: new Secret('123456') },
      ' --serial-number GAHT12345678 --token-code "$TOKEN_CODE"',
    ],
    [
      'an assertion',
      AssumeRoleWithSAML,
      { SAMLAssertion: new Secret('PHNhbWw+') },
      ' --saml-assertion "$SAML_ASSERTION"',
    ],
    [
      'what the CLI would load from a file',
      AssumeRole,
      { ExternalId: 'file:///etc/passwd' },
      ` --cli-input-json '{\n  "ExternalId": "file:///etc/passwd"\n}'`,
    ],
  ] as const)('%s', (_, descriptor, values, rest) => {
    expect(cliCommand(descriptor, values, HERE)).toBe(`aws sts ${descriptor.command}${rest}`)
  })

  test('where it is to call', () => {
    const target = { region: 'eu-west-1', endpoint: 'http://127.0.0.1:8080/' }
    expect(cliCommand(GetCallerIdentity, {}, target)).toBe(
      'aws sts get-caller-identity --region eu-west-1 --endpoint-url http://127.0.0.1:8080/',
    )
  })
})

describe('the parameters as JSON', () => {
  const values = {
    ...BASE,
    DurationSeconds: '900',
    Tags: [{ key: 'Team', value: '' }],
    PolicyArns: ['arn:aws:iam::aws:policy/A'],
    TokenCode: new Secret('123456'),
    ExternalId: '',
  }

  test('numbers are numbers, secrets are names', () => {
    expect(JSON.parse(parametersJson(AssumeRole, values))).toEqual({
      ...BASE,
      DurationSeconds: 900,
      Tags: [{ Key: 'Team', Value: '' }],
      PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/A' }],
      TokenCode: '<TOKEN_CODE>',
    })
  })

  test('the SDK gets the secret itself', () => {
    expect(commandInput(AssumeRole, values)['TokenCode']).toBe('123456')
  })
})
