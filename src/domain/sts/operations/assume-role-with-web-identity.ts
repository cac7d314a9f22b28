import { ANY_CALLER } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import {
  duration,
  MINIMUM_SESSION_TOKEN_SIZE,
  PLAIN,
  POLICY,
  POLICY_ARNS,
  ROLE_ARN,
  ROLE_SECONDS,
  ROLE_SESSION_NAME,
} from './model-limits-table.ts'

/**
 * Temporary credentials of a role, for whoever holds a token of a trusted OpenID Connect provider.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export const ASSUME_ROLE_WITH_WEB_IDENTITY: OperationDescriptor = {
  name: 'AssumeRoleWithWebIdentity',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
  command: 'assume-role-with-web-identity',
  isSigned: false,
  callers: ANY_CALLER,
  permissions: [{ action: 'sts:AssumeRoleWithWebIdentity', where: 'trust', whenGiven: null }],
  trail: {
    eventName: 'AssumeRoleWithWebIdentity',
    eventSource: 'sts.amazonaws.com',
    accounts: 'role',
    shown: ['RoleArn', 'RoleSessionName', 'ProviderId', 'DurationSeconds'],
  },
  host: 'any',
  parameters: [
    ROLE_ARN,
    ROLE_SESSION_NAME,
    {
      ...PLAIN,
      name: 'WebIdentityToken',
      kind: 'jwt',
      isRequired: true,
      isSecret: true,
      isSensitive: true,
      text: { least: 4, most: 20_000 },
    },
    {
      ...PLAIN,
      name: 'ProviderId',
      kind: 'text',
      isSeldom: true,
      text: { least: 4, most: 2048 },
      choices: ['www.amazon.com', 'graph.facebook.com'],
    },
    POLICY_ARNS,
    POLICY,
    duration(ROLE_SECONDS, 3600),
    MINIMUM_SESSION_TOKEN_SIZE,
  ],
  mints: 'role-session',
  bounds: 'role',
  advice: [],
  fields: [
    { path: 'SubjectFromWebIdentityToken', kind: 'text' },
    { path: 'AssumedRoleUser.AssumedRoleId', kind: 'text' },
    { path: 'AssumedRoleUser.Arn', kind: 'text' },
    { path: 'PackedPolicySize', kind: 'number' },
    { path: 'Provider', kind: 'text' },
    { path: 'Audience', kind: 'text' },
    { path: 'SourceIdentity', kind: 'text' },
    { path: 'SessionTokenUtilization', kind: 'number' },
    { path: 'SessionTokenSize', kind: 'number' },
  ],
  errors: [
    'ExpiredTokenException',
    'IDPCommunicationError',
    'IDPRejectedClaim',
    'InvalidIdentityToken',
    'MalformedPolicyDocument',
    'PackedPolicyTooLarge',
    'RegionDisabledException',
  ],
}
