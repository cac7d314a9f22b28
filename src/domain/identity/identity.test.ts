import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hardLimits } from './hard-limits.ts'
import { isOfOtherPartition, readIdentity } from './identity.ts'
import type { Identity } from './identity.ts'

const account = '111122223333'
const role = (roleName: string, sessionName: string, partition = 'aws') =>
  readIdentity({
    account,
    arn: `arn:${partition}:sts::${account}:assumed-role/${roleName}/${sessionName}`,
    userId: `AROARTX3GSDSUUEXAMPLE:${sessionName}`,
  })

/** The facts of an identity that are not null; without the raw answer, the parts and the limits. */
function factsOf(identity: Identity) {
  const { account: _a, arn: _b, userId: _c, arnParts: _d, limits: _e, ...facts } = identity
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
}

describe('readIdentity', () => {
  test.each([
    [
      'assumed role',
      {
        arn: `arn:aws:sts::${account}:assumed-role/ExampleRole/minji`,
        userId: 'AROARTX3GSDSUUEXAMPLE:minji',
      },
      {
        kind: 'assumed-role',
        partition: 'aws',
        uniqueId: 'AROARTX3GSDSUUEXAMPLE',
        roleName: 'ExampleRole',
        roleSessionName: 'minji',
        roleArn: `arn:aws:iam::${account}:role/ExampleRole`,
      },
    ],
    [
      'role of a permission set; its ARN has a path that nobody can guess',
      {
        arn: `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_Power_User_0123456789abcdef/m@example.com`,
        userId: 'AROARTX3GSDSUUEXAMPLE:m@example.com',
      },
      {
        kind: 'assumed-role',
        partition: 'aws',
        uniqueId: 'AROARTX3GSDSUUEXAMPLE',
        roleName: 'AWSReservedSSO_Power_User_0123456789abcdef',
        roleSessionName: 'm@example.com',
        permissionSet: 'Power_User',
        madeBy: { maker: 'iam-identity-center', mark: 'inferred', basis: 'reported' },
      },
    ],
    [
      'EC2 instance identity role, which is no role in IAM',
      {
        arn: `arn:aws:sts::${account}:assumed-role/aws:ec2-instance/i-0123456789abcdef0`,
        userId: `${account}:aws:ec2-instance:i-0123456789abcdef0`,
      },
      {
        kind: 'assumed-role',
        partition: 'aws',
        roleName: 'aws:ec2-instance',
        roleSessionName: 'i-0123456789abcdef0',
      },
    ],
    [
      'user',
      { arn: `arn:aws-us-gov:iam::${account}:user/minji`, userId: 'AIDARTX3GSDSUUEXAMPLE' },
      {
        kind: 'user',
        partition: 'aws-us-gov',
        uniqueId: 'AIDARTX3GSDSUUEXAMPLE',
        userName: 'minji',
        path: '/',
      },
    ],
    [
      'user with a path',
      { arn: `arn:aws:iam::${account}:user/division/team/minji`, userId: 'AIDARTX3GSDSUUEXAMPLE' },
      {
        kind: 'user',
        partition: 'aws',
        uniqueId: 'AIDARTX3GSDSUUEXAMPLE',
        userName: 'minji',
        path: '/division/team/',
      },
    ],
    [
      'root user',
      { arn: `arn:aws:iam::${account}:root`, userId: account },
      { kind: 'root', partition: 'aws' },
    ],
    [
      'federated user',
      { arn: `arn:aws:sts::${account}:federated-user/minji`, userId: `${account}:minji` },
      { kind: 'federated-user', partition: 'aws', userName: 'minji' },
    ],
    [
      'AssumeRoot',
      { arn: `arn:aws:sts::${account}:assumed-root`, userId: account },
      { kind: 'assumed-root', partition: 'aws' },
    ],
    [
      'an ARN of a shape nobody knows yet',
      { arn: `arn:aws-new:sts::${account}:assumed-thing/a`, userId: 'x' },
      { kind: 'other', partition: 'aws-new' },
    ],
    [
      'an IAM role, which is never a caller',
      { arn: `arn:aws:iam::${account}:role/a`, userId: '' },
      { kind: 'other', partition: 'aws' },
    ],
    ['no ARN', { arn: 'hello', userId: '' }, { kind: 'other' }],
  ])('%s', (_, answer, expected) => {
    const identity = readIdentity({ account, ...answer })
    expect(factsOf(identity)).toEqual(expected)
    expect([identity.account, identity.arn, identity.userId]).toEqual([
      account,
      answer.arn,
      answer.userId,
    ])
  })

  test.each([
    ['service-linked role', 'AWSServiceRoleForExample', 'x', 'service-linked-role'],
    ['Cognito', 'Example', 'CognitoIdentityCredentials', 'cognito-identity-pool'],
    ['EC2, short ID', 'Example', 'i-0123abcd', 'ec2-instance'],
    ['botocore', 'Example', 'botocore-session-1763770000', 'botocore'],
    ['JavaScript SDK', 'Example', 'aws-sdk-js-1763770000123', 'aws-sdk-js'],
    [
      'same, web identity',
      'Example',
      'aws-sdk-js-session-1763770000123',
      'aws-sdk-js-web-identity',
    ],
    ['Go SDK', 'Example', 'aws-go-sdk-1763770000123456789', 'aws-sdk-go'],
    ['Java SDK', 'Example', 'aws-sdk-java-1763770000123', 'aws-sdk-java'],
    ['GitHub Actions', 'Example', 'GitHubActions', 'github-actions'],
    ['API Gateway', 'Example', 'BackplaneAssumeRoleSession', 'api-gateway'],
    ['Glue', 'Example', 'GlueJobRunnerSession', 'glue-job'],
    ['EKS', 'Example', 'eks-cluster-pod-00000000-0000-4000-8000-00000000000e', 'eks-pod-identity'],
    [
      'S3 Access Grants',
      'Example',
      'access-grants-00000000-0000-4000-8000-00000000000e',
      's3-access-grants',
    ],
    ['granted', 'Example', 'gntd-minji', 'granted'],
    ['okta-aws-cli', 'Example', 'okta-aws-cli', 'okta-aws-cli'],
    ['32 hex digits', 'Example', '0123456789abcdef'.repeat(2), 'ecs-task-or-roles-anywhere'],
    ['40 hex digits', 'Example', '01234567'.repeat(5), 'roles-anywhere'],
    ['a name someone chose', 'Example', 'minji', undefined],
    ['almost botocore', 'Example', 'botocore-session-', undefined],
    ['almost an instance', 'Example', 'i-0123', undefined],
    ['almost Identity Center', 'AWSReservedSSO_Set_0123', 'minji', undefined],
  ])('made by: %s', (_, roleName, sessionName, maker) => {
    expect(role(roleName, sessionName).madeBy?.maker).toBe(maker)
  })

  test('never throws and keeps the answer', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (account, arn, userId) => {
        expect(readIdentity({ account, arn, userId })).toMatchObject({ account, arn, userId })
        expect(readIdentity({ account, arn: `arn:aws:sts::1:${arn}`, userId }).userId).toBe(userId)
      }),
    )
  })
})

describe('hardLimits', () => {
  const words = (...[kind, key]: Parameters<typeof hardLimits>) =>
    hardLimits(kind, key).map(({ never, holds }) => (holds === 'always' ? never : `${never}?`))

  test.each([
    [
      'assumed-role',
      'temporary',
      [
        'call-get-session-token',
        'call-get-federation-token',
        'assume-role-over-one-hour',
        'be-extended',
      ],
    ],
    ['federated-user', 'temporary', ['call-sts-but-caller-identity', 'call-iam', 'be-extended']],
    ['assumed-root', 'temporary', ['last-over-fifteen-minutes', 'be-extended']],
    ['user', 'long-term', []],
    ['user', null, []],
    [
      'user',
      'temporary',
      ['be-extended', 'call-sts-but-assume-role-and-caller-identity?', 'call-iam-without-mfa?'],
    ],
    ['root', null, ['assume-any-role']],
    ['root', 'long-term', ['assume-any-role', 'get-session-over-one-hour']],
    [
      'root',
      'temporary',
      [
        'assume-any-role',
        'be-extended',
        'call-sts-but-assume-role-and-caller-identity?',
        'call-iam-without-mfa?',
      ],
    ],
    ['other', 'temporary', ['be-extended']],
    ['other', 'other', []],
  ] as const)('%s with a key of kind %s', (kind, key, expected) => {
    expect(words(kind, key)).toEqual(expected)
  })

  test('an identity carries the limits of its kind', () => {
    expect(role('Example', 'minji').limits).toEqual(hardLimits('assumed-role', null))
  })
})

describe('the partition that answered', () => {
  const identity = readIdentity({
    account: '111122223333',
    arn: 'arn:aws-cn:iam::111122223333:user/Example',
    userId: 'AIDAEXAMPLEEXAMPLE222',
  })

  test.each([
    ['aws-cn', false],
    ['aws', true],
    ['aws-us-gov', true],
    [null, false],
  ] as const)('asked: %s', (asked, expected) => {
    expect(isOfOtherPartition(identity, asked)).toBe(expected)
  })

  test('no ARN, no partition', () => {
    const other = readIdentity({ account: '111122223333', arn: 'x', userId: 'x' })
    expect(isOfOtherPartition(other, 'aws')).toBe(false)
  })
})
