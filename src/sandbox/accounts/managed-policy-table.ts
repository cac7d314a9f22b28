import { ACCOUNT } from '../principal-table.ts'
import type { PolicyJson, StatementJson } from '../policy/document.ts'
import type { AttachedPolicy } from '../policy/match.ts'

/** A document of the present version of the policy language. */
export const documentOf = (...statements: readonly StatementJson[]): PolicyJson => ({
  Version: '2012-10-17',
  Statement: statements,
})

/** Of AWS's own policies there is here what concerns the sandbox's services. */
const byAws = (name: string, path: string, ...statements: StatementJson[]): AttachedPolicy => ({
  name,
  arn: `arn:aws:iam::aws:policy/${path}${name}`,
  document: documentOf(...statements),
})

const byCustomer = (name: string, ...statements: StatementJson[]): AttachedPolicy => ({
  name,
  arn: `arn:aws:iam::${ACCOUNT}:policy/${name}`,
  document: documentOf(...statements),
})

export const ADMINISTRATOR_ACCESS = byAws('AdministratorAccess', '', {
  Effect: 'Allow',
  Action: '*',
  Resource: '*',
})

export const READ_ONLY_ACCESS = byAws('ReadOnlyAccess', '', {
  Effect: 'Allow',
  Action: ['ec2:Describe*', 'sts:GetAccessKeyInfo'],
  Resource: '*',
})

/** May do the daily work; stops instances only with MFA, terminates them only within an hour of it. */
export const DEVELOPERS = byCustomer(
  'Developers',
  {
    Sid: 'Roles',
    Effect: 'Allow',
    Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
    Resource: '*',
  },
  {
    Sid: 'Federation',
    Effect: 'Allow',
    Action: ['sts:GetFederationToken', 'sts:DecodeAuthorizationMessage'],
    Resource: '*',
  },
  {
    Sid: 'Look',
    Effect: 'Allow',
    Action: ['ec2:Describe*', 'ec2:StartInstances', 'sts:GetAccessKeyInfo'],
    Resource: '*',
  },
  {
    Sid: 'StopWithMfa',
    Effect: 'Allow',
    Action: 'ec2:StopInstances',
    Resource: '*',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
  { Sid: 'Terminate', Effect: 'Allow', Action: 'ec2:TerminateInstances', Resource: '*' },
  {
    Sid: 'DenyTerminateWithoutMfa',
    Effect: 'Deny',
    Action: 'ec2:TerminateInstances',
    Resource: '*',
    Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  },
  {
    Sid: 'DenyTerminateWithOldMfa',
    Effect: 'Deny',
    Action: 'ec2:TerminateInstances',
    Resource: '*',
    Condition: { NumericGreaterThan: { 'aws:MultiFactorAuthAge': '3600' } },
  },
)

export const LOOK_AND_START = byCustomer('LookAndStart', {
  Effect: 'Allow',
  Action: ['ec2:Describe*', 'ec2:StartInstances'],
  Resource: '*',
})

export const BOUNDARY = byCustomer('BuildersBoundary', {
  Sid: 'AtMost',
  Effect: 'Allow',
  Action: ['ec2:Describe*', 'ec2:StartInstances', 'sts:DecodeAuthorizationMessage'],
  Resource: '*',
})

export const PRODUCTION_GUARD = byCustomer('ProductionGuard', {
  Sid: 'DenyProduction',
  Effect: 'Deny',
  Action: ['ec2:StopInstances', 'ec2:TerminateInstances'],
  Resource: '*',
  Condition: { StringEquals: { 'ec2:ResourceTag/Environment': 'production' } },
})

/** What Cognito attaches to the sessions of guests. */
export const COGNITO_GUESTS = byAws('AmazonCognitoUnauthenticatedIdentities', '', {
  Effect: 'Allow',
  Action: 'rum:PutRumEvents',
  Resource: '*',
})

const ROOT_TASKS = [
  byAws('IAMAuditRootUserCredentials', 'root-task/', {
    Effect: 'Allow',
    Action: ['iam:GetLoginProfile', 'iam:ListAccessKeys', 'iam:ListMFADevices', 'iam:GetUser'],
    Resource: '*',
  }),
  byAws('IAMCreateRootUserPassword', 'root-task/', {
    Effect: 'Allow',
    Action: ['iam:CreateLoginProfile', 'iam:GetLoginProfile'],
    Resource: '*',
  }),
  byAws('IAMDeleteRootUserCredentials', 'root-task/', {
    Effect: 'Allow',
    Action: ['iam:DeleteAccessKey', 'iam:DeleteLoginProfile', 'iam:DeactivateMFADevice'],
    Resource: '*',
  }),
  byAws('S3UnlockBucketPolicy', 'root-task/', {
    Effect: 'Allow',
    Action: ['s3:DeleteBucketPolicy', 's3:GetBucketPolicy', 's3:PutBucketPolicy'],
    Resource: '*',
  }),
  byAws('SQSUnlockQueuePolicy', 'root-task/', {
    Effect: 'Allow',
    Action: ['sqs:GetQueueUrl', 'sqs:SetQueueAttributes'],
    Resource: '*',
  }),
]

const MANAGED: ReadonlyMap<string | null, AttachedPolicy> = new Map(
  [
    ADMINISTRATOR_ACCESS,
    READ_ONLY_ACCESS,
    DEVELOPERS,
    LOOK_AND_START,
    BOUNDARY,
    PRODUCTION_GUARD,
    COGNITO_GUESTS,
    ...ROOT_TASKS,
  ].map((policy) => [policy.arn, policy]),
)

/** The managed policy of an ARN that an account can attach: AWS's and its own; null where there is none. */
export function managedPolicy(arn: string, account: string): AttachedPolicy | null {
  const owner = arn.split(':')[4]
  return owner === 'aws' || owner === account ? (MANAGED.get(arn) ?? null) : null
}
