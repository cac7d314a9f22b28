import { encodeAccessKeyId } from '#domain/credentials/access-key-id.ts'
import { OIDC_AUDIENCE } from '../issuers/json-web-token.ts'
import type { StatementJson } from '../policy/document.ts'
import type { AttachedPolicy } from '../policy/match.ts'
import { ACCOUNT } from '../principal-table.ts'
import type { Lesson, Role, Tag } from './account.ts'
import { PARTNER_ACCOUNT } from './account-table.ts'
import {
  ADMINISTRATOR_ACCESS,
  BOUNDARY,
  DEVELOPERS,
  documentOf,
  LOOK_AND_START,
  PRODUCTION_GUARD,
  READ_ONLY_ACCESS,
} from './managed-policy-table.ts'
import {
  IDENTITY_POOL_ID,
  MEMBERS_POOL_ID,
  OIDC_PROVIDER,
  ROLE_MAPPING_POOL_ID,
  SAML_PROVIDER_ARN,
} from './provider-table.ts'

type RoleOrder = {
  readonly shows: Lesson
  readonly name: string
  /** One letter of base32 per role of an account. */
  readonly letter: string
  readonly trust: readonly StatementJson[]
  readonly policies: readonly AttachedPolicy[]
  readonly account?: string
  readonly path?: string
  readonly maxSessionSeconds?: number
  readonly boundary?: AttachedPolicy
  readonly tags?: readonly Tag[]
  readonly revokesAfterSeconds?: number
}

const ASSUME = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'] as const

const rootOf = (account: string): string => `arn:aws:iam::${account}:root`

const roleArn = (name: string, account: string = ACCOUNT): string =>
  `arn:aws:iam::${account}:role/${name}`

const trusts = (arn: string, condition?: StatementJson['Condition']): StatementJson => ({
  Effect: 'Allow',
  Principal: { AWS: arn },
  Action: ASSUME,
  ...(condition && { Condition: condition }),
})

const federated = (
  provider: string,
  action: string,
  condition: NonNullable<StatementJson['Condition']>,
): StatementJson => ({
  Effect: 'Allow',
  Principal: { Federated: provider },
  Action: [action, 'sts:TagSession'],
  Condition: condition,
})

const TRUSTED_POOLS = [IDENTITY_POOL_ID, MEMBERS_POOL_ID, ROLE_MAPPING_POOL_ID]

const pool = (amr: string): StatementJson =>
  federated('cognito-identity.amazonaws.com', 'sts:AssumeRoleWithWebIdentity', {
    StringEquals: { 'cognito-identity.amazonaws.com:aud': TRUSTED_POOLS },
    'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
  })

const service = (name: string): StatementJson => ({
  Effect: 'Allow',
  Principal: { Service: name },
  Action: 'sts:AssumeRole',
})

const inline = (name: string, ...statements: StatementJson[]): AttachedPolicy => ({
  name,
  arn: null,
  document: documentOf(...statements),
})

const role = (order: RoleOrder): Role => {
  const { shows, name, letter, policies, account = ACCOUNT } = order
  return {
    kind: 'role',
    shows,
    account,
    name,
    arn: `arn:aws:iam::${account}:role${order.path ?? '/'}${name}`,
    roleId: encodeAccessKeyId({ prefix: 'AROA', account, tail: `${letter}EXAMPLE` }),
    maxSessionSeconds: order.maxSessionSeconds ?? 3600,
    trust: { name: 'trust policy', arn: null, document: documentOf(...order.trust) },
    policies,
    boundary: order.boundary ?? null,
    tags: order.tags ?? [],
    revokesAfterSeconds: order.revokesAfterSeconds ?? null,
  }
}

/** The external ID that the partner's role asks for. */
export const EXTERNAL_ID = 'EXAMPLE-external-id'

export const ROLES: readonly Role[] = [
  role({
    shows: 'same-account',
    name: 'DeveloperAccess',
    letter: 'D',
    trust: [trusts(rootOf(ACCOUNT))],
    policies: [DEVELOPERS],
    tags: [['Team', 'blue']],
  }),
  role({
    shows: 'chained',
    name: 'ReportReader',
    letter: 'R',
    trust: [trusts(roleArn('DeveloperAccess'))],
    policies: [READ_ONLY_ACCESS],
    maxSessionSeconds: 43_200,
  }),
  role({
    shows: 'twelve-hours',
    name: 'NightlyBatch',
    letter: 'N',
    trust: [trusts(rootOf(ACCOUNT))],
    policies: [LOOK_AND_START],
    maxSessionSeconds: 43_200,
  }),
  role({
    shows: 'mfa-required',
    name: 'Operations',
    letter: 'O',
    trust: [trusts(rootOf(ACCOUNT), { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
    policies: [
      inline('RunInstances', {
        Sid: 'Run',
        Effect: 'Allow',
        Action: ['ec2:*', 'sts:DecodeAuthorizationMessage'],
        Resource: '*',
      }),
    ],
  }),
  role({
    shows: 'explicit-deny',
    name: 'Maintenance',
    letter: 'M',
    trust: [trusts(rootOf(ACCOUNT))],
    policies: [
      inline('RunInstances', { Effect: 'Allow', Action: 'ec2:*', Resource: '*' }),
      PRODUCTION_GUARD,
    ],
  }),
  role({
    shows: 'permissions-boundary',
    name: 'BoundedBuilder',
    letter: 'B',
    trust: [trusts(rootOf(ACCOUNT))],
    policies: [ADMINISTRATOR_ACCESS],
    boundary: BOUNDARY,
  }),
  role({
    shows: 'sessions-revoked',
    name: 'RevokedAnalyst',
    letter: 'V',
    trust: [trusts(rootOf(ACCOUNT))],
    policies: [LOOK_AND_START],
    revokesAfterSeconds: 300,
  }),
  role({
    shows: 'trusts-another',
    name: 'SecurityAudit',
    letter: 'A',
    trust: [{ ...trusts(`arn:aws:iam::${ACCOUNT}:user/jisoo`), Action: 'sts:AssumeRole' }],
    policies: [READ_ONLY_ACCESS],
  }),
  role({
    shows: 'web-identity',
    name: 'WebApplication',
    letter: 'W',
    trust: [
      federated(OIDC_PROVIDER.principal, 'sts:AssumeRoleWithWebIdentity', {
        StringEquals: { [`${OIDC_PROVIDER.keyPrefix}:aud`]: OIDC_AUDIENCE },
        StringLike: { [`${OIDC_PROVIDER.keyPrefix}:sub`]: 'repo:example/*' },
      }),
    ],
    policies: [LOOK_AND_START],
    maxSessionSeconds: 7200,
  }),
  role({
    shows: 'saml',
    name: 'SamlAnalyst',
    letter: 'L',
    trust: [
      federated(SAML_PROVIDER_ARN, 'sts:AssumeRoleWithSAML', {
        StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
      }),
    ],
    policies: [LOOK_AND_START],
    maxSessionSeconds: 43_200,
  }),
  role({
    shows: 'identity-pool-authenticated',
    name: 'CognitoMembers',
    letter: 'C',
    trust: [pool('authenticated')],
    policies: [LOOK_AND_START],
  }),
  role({
    shows: 'identity-pool-guest',
    name: 'CognitoGuests',
    letter: 'G',
    trust: [pool('unauthenticated')],
    policies: [READ_ONLY_ACCESS],
  }),
  role({
    shows: 'service-only',
    name: 'InstanceProfile',
    letter: 'I',
    trust: [service('ec2.amazonaws.com')],
    policies: [READ_ONLY_ACCESS],
  }),
  role({
    shows: 'service-linked',
    name: 'AWSServiceRoleForAutoScaling',
    letter: 'S',
    path: '/aws-service-role/autoscaling.amazonaws.com/',
    trust: [service('autoscaling.amazonaws.com')],
    policies: [LOOK_AND_START],
  }),
  role({
    shows: 'cross-account',
    name: 'PartnerAdmin',
    letter: 'P',
    account: PARTNER_ACCOUNT,
    trust: [trusts(rootOf(ACCOUNT))],
    policies: [ADMINISTRATOR_ACCESS],
  }),
  role({
    shows: 'external-id',
    name: 'PartnerAudit',
    letter: 'X',
    account: PARTNER_ACCOUNT,
    trust: [trusts(rootOf(ACCOUNT), { StringEquals: { 'sts:ExternalId': EXTERNAL_ID } })],
    policies: [READ_ONLY_ACCESS],
  }),
]

/** An ARN of a role that does not exist, in the first account. */
export const MISSING_ROLE_ARN = roleArn('NoSuchRole')

/** The role of an ARN; null where the sandbox has none. */
export const roleOf = (arn: string): Role | null => ROLES.find((each) => each.arn === arn) ?? null

/** The role behind a session's ARN, which has no path. */
export function roleOfSession(sessionArn: string): Role | null {
  const match = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]{1,64})\//.exec(sessionArn)
  return ROLES.find(({ account, name }) => account === match?.[1] && name === match[2]) ?? null
}
