import { describe, expect, test } from 'vitest'
import { callerKindOf, limitsOfMinted } from './caller.ts'
import { durationCap } from './duration-cap.ts'
import { OPERATIONS } from './operation-table.ts'

const {
  AssumeRole,
  AssumeRoleWithSAML,
  AssumeRoleWithWebIdentity,
  AssumeRoot,
  GetCallerIdentity,
  GetFederationToken,
  GetSessionToken,
  GetWebIdentityToken,
} = OPERATIONS

test.each([
  [
    AssumeRole,
    'user',
    { rule: 'role-maximum', least: 900, most: 43_200, surely: 3600, usual: 3600 },
  ],
  [AssumeRole, null, { rule: 'role-maximum', most: 43_200 }],
  [AssumeRole, 'role-session', { rule: 'chaining', most: 3600, surely: 3600, beyond: 'refused' }],
  [AssumeRoleWithWebIdentity, 'role-session', { rule: 'role-maximum', most: 43_200 }],
  [AssumeRoleWithSAML, null, { rule: 'role-maximum-and-assertion', most: 43_200 }],
  [AssumeRoot, 'user', { rule: 'privileged-task', least: 0, most: 900, usual: 900 }],
  [GetSessionToken, 'user', { rule: 'user', most: 129_600, surely: 129_600, usual: 43_200 }],
  [GetSessionToken, 'root', { rule: 'root', most: 3600, usual: 3600, beyond: 'shortened' }],
  [GetFederationToken, null, { rule: 'user-or-root', most: 129_600, surely: 3600, usual: null }],
  [GetWebIdentityToken, 'role-session', { rule: 'token', least: 60, most: 3600, usual: 300 }],
] as const)('$name called by %s', (descriptor, caller, expected) => {
  expect(durationCap(descriptor, caller)).toMatchObject(expected)
})

test('an operation without a duration has no cap', () => {
  expect(durationCap(GetCallerIdentity, 'user')).toBeNull()
})

describe('who calls', () => {
  test.each([
    ['user', 'long-term', 'user'],
    ['user', 'temporary', 'user-session'],
    ['user', 'other', null],
    ['root', 'long-term', 'root'],
    ['root', 'temporary', 'root-session'],
    ['assumed-role', 'temporary', 'role-session'],
    ['federated-user', null, 'federated-user'],
    ['other', 'temporary', null],
    [null, 'temporary', null],
  ] as const)('%s with a key that is %s', (principal, key, expected) => {
    expect(callerKindOf(principal, key)).toBe(expected)
  })
})

describe('what is minted', () => {
  const nevers = (...given: Parameters<typeof limitsOfMinted>) =>
    limitsOfMinted(...given).map(({ never, holds }) => (holds === 'always' ? never : `${never}?`))

  test.each([
    [
      AssumeRole,
      'user',
      [
        'call-get-session-token',
        'call-get-federation-token',
        'assume-role-over-one-hour',
        'be-extended',
      ],
    ],
    [
      GetSessionToken,
      'user',
      ['be-extended', 'call-sts-but-assume-role-and-caller-identity', 'call-iam-without-mfa'],
    ],
    [
      GetSessionToken,
      'root',
      [
        'assume-any-role',
        'be-extended',
        'call-sts-but-assume-role-and-caller-identity',
        'call-iam-without-mfa',
      ],
    ],
    [GetFederationToken, 'user', ['call-sts-but-caller-identity', 'call-iam', 'be-extended']],
    [AssumeRoot, 'user', ['last-over-fifteen-minutes', 'be-extended']],
    [GetCallerIdentity, 'user', []],
  ] as const)('$name called by %s', (descriptor, caller, expected) => {
    expect(nevers(descriptor, caller)).toEqual(expected)
  })

  test('what a session may never call is refused to it in the descriptor', () => {
    for (const { name, callers } of Object.values(OPERATIONS)) {
      const isOwn = name === 'GetCallerIdentity' || name.startsWith('AssumeRoleWith')
      expect(callers['federated-user'] === 'may').toBe(isOwn)
      expect(callers['user-session'] === 'may').toBe(isOwn || name === 'AssumeRole')
      expect(callers['role-session'] === 'refused').toBe(
        name === 'GetSessionToken' || name === 'GetFederationToken',
      )
      expect(callers.nobody === 'may').toBe(name.startsWith('AssumeRoleWith'))
    }
  })
})
