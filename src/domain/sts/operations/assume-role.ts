import { ORDINARY_CALLERS } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import {
  duration,
  EXTERNAL_ID,
  MINIMUM_SESSION_TOKEN_SIZE,
  POLICY_ARNS,
  PROVIDED_CONTEXTS,
  ROLE_ARN,
  ROLE_SECONDS,
  ROLE_SESSION_NAME,
  SERIAL_NUMBER,
  SOURCE_IDENTITY,
  TAGS,
  TOKEN_CODE,
  TRANSITIVE_TAG_KEYS,
  UNRESTRICTED_POLICY,
} from './model-limits-table.ts'

/**
 * Temporary credentials of a role, for a user or another role. The root user may not call it.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const ASSUME_ROLE: OperationDescriptor = {
  name: 'AssumeRole',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  command: 'assume-role',
  isSigned: true,
  callers: {
    ...ORDINARY_CALLERS,
    'user-session': 'may',
    root: 'refused',
    'root-session': 'refused',
  },
  permissions: [
    { action: 'sts:AssumeRole', where: 'both', whenGiven: null },
    { action: 'sts:TagSession', where: 'both', whenGiven: 'Tags' },
    { action: 'sts:SetSourceIdentity', where: 'both', whenGiven: 'SourceIdentity' },
    { action: 'sts:SetContext', where: 'both', whenGiven: 'ProvidedContexts' },
  ],
  trail: {
    eventName: 'AssumeRole',
    eventSource: 'sts.amazonaws.com',
    accounts: 'caller-and-role',
    shown: [
      'RoleArn',
      'RoleSessionName',
      'DurationSeconds',
      'ExternalId',
      'SerialNumber',
      'SourceIdentity',
      'Tags',
      'TransitiveTagKeys',
    ],
  },
  host: 'any',
  parameters: [
    ROLE_ARN,
    ROLE_SESSION_NAME,
    POLICY_ARNS,
    UNRESTRICTED_POLICY,
    duration(ROLE_SECONDS, 3600),
    TAGS,
    TRANSITIVE_TAG_KEYS,
    EXTERNAL_ID,
    SERIAL_NUMBER,
    TOKEN_CODE,
    SOURCE_IDENTITY,
    PROVIDED_CONTEXTS,
    MINIMUM_SESSION_TOKEN_SIZE,
  ],
  mints: 'role-session',
  bounds: 'role-or-chain',
  advice: [],
  fields: [
    { path: 'AssumedRoleUser.AssumedRoleId', kind: 'text' },
    { path: 'AssumedRoleUser.Arn', kind: 'text' },
    { path: 'PackedPolicySize', kind: 'number' },
    { path: 'SourceIdentity', kind: 'text' },
    { path: 'SessionTokenUtilization', kind: 'number' },
    { path: 'SessionTokenSize', kind: 'number' },
  ],
  errors: [
    'ExpiredTokenException',
    'MalformedPolicyDocument',
    'PackedPolicyTooLarge',
    'RegionDisabledException',
  ],
}
