import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES } from '../accounts/role-table.ts'
import { USERS } from '../accounts/user-table.ts'
import { readPolicyText, statementsOf } from './document.ts'

const text = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] })

describe('the text of a session policy', () => {
  test.each([
    ['no JSON', 'minji', 'not-json'],
    ['no text', '', 'not-json'],
    ['a brace', '{', 'syntax'],
    ['an object that breaks off', ' {"Version":"2012-10-17","Statement":[', 'syntax'],
    [
      'a malformed ID',
      text({ Sid: 'a b', Effect: 'Allow', Action: '*', Resource: '*' }),
      'sid-malformed',
    ],
    [
      'an ID twice',
      JSON.stringify({
        Statement: ['*', 'arn:aws:s3:::a'].map((Resource) => ({
          Sid: 'A',
          Effect: 'Allow',
          Action: '*',
          Resource,
        })),
      }),
      'sid-twice',
    ],
    ['no object', '[]', 'syntax'],
    ['no statement', '{"Version":"2012-10-17"}', 'syntax'],
    ['an empty list', '{"Statement":[]}', 'syntax'],
    ['another version', '{"Version":"2020-01-01","Statement":[]}', 'syntax'],
    [
      'an unknown element',
      text({ Effect: 'Allow', Action: '*', Resource: '*', Why: 'x' }),
      'syntax',
    ],
    ['no effect', text({ Action: '*', Resource: '*' }), 'syntax'],
    [
      'both Action and NotAction',
      text({ Effect: 'Allow', Action: '*', NotAction: 'a:b', Resource: '*' }),
      'syntax',
    ],
    ['no action', text({ Effect: 'Allow', Resource: '*' }), 'no-action'],
    ['no resource', text({ Effect: 'Allow', Action: '*' }), 'no-resource'],
    [
      'a principal',
      text({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
      'has-principal',
    ],
    [
      'an action without a service',
      text({ Effect: 'Allow', Action: 'StopInstances', Resource: '*' }),
      'action-without-vendor',
    ],
    [
      'an operator that does not exist',
      text({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringSame: { a: 'b' } } }),
      'unknown-operator',
    ],
  ])('%s', (_name, policy, expected) => {
    expect(readPolicyText(policy)).toEqual({ fault: expected, resource: '' })
  })

  test.each(['Resource', 'NotResource'])('a %s that is no ARN', (element) => {
    const policy = text({ Effect: 'Allow', Action: '*', [element]: ['*', 'foo'] })
    expect(readPolicyText(policy)).toEqual({ fault: 'resource-not-arn', resource: 'foo' })
  })

  test('a whole one', () => {
    const policy = text({
      Sid: 'One',
      Effect: 'Deny',
      NotAction: ['sts:*', 'iam:*'],
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': false } },
    })
    expect(readPolicyText(policy)).toEqual([
      {
        id: 'One',
        effect: 'Deny',
        actions: { isNegated: true, patterns: ['sts:*', 'iam:*'] },
        resources: { isNegated: false, patterns: ['*'] },
        principals: null,
        conditions: [{ operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] }],
        hasVariables: true,
      },
    ])
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (each) => void readPolicyText(each)))
  })

  test("every document of the sandbox's own principals reads", () => {
    const policies = [...USERS, ...ROLES].flatMap((each) => [
      ...each.policies,
      ...(each.boundary ? [each.boundary] : []),
      ...('trust' in each ? [each.trust] : []),
    ])
    for (const { document } of policies) expect(statementsOf(document)).not.toEqual([])
  })
})
