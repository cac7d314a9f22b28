import { ORDINARY_CALLERS } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import {
  ARN_TEXT,
  duration,
  MINIMUM_SESSION_TOKEN_SIZE,
  PLAIN,
  ROOT_TASK_SECONDS,
} from './model-limits-table.ts'

/**
 * Temporary credentials for one privileged task on a member account of an organization. The caller belongs to the
 * management account or a delegated administrator account; root user credentials are refused.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
 */
export const ASSUME_ROOT: OperationDescriptor = {
  name: 'AssumeRoot',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html',
  command: 'assume-root',
  isSigned: true,
  callers: { ...ORDINARY_CALLERS, root: 'refused', 'root-session': 'refused' },
  permissions: [{ action: 'sts:AssumeRoot', where: 'identity', whenGiven: null }],
  trail: {
    eventName: 'AssumeRoot',
    eventSource: 'sts.amazonaws.com',
    accounts: 'caller-and-target',
    shown: ['TargetPrincipal', 'TaskPolicyArn'],
  },
  host: 'regional-only',
  parameters: [
    {
      ...PLAIN,
      name: 'TargetPrincipal',
      kind: 'target-principal',
      isRequired: true,
      text: { least: 12, most: 2048 },
    },
    {
      ...PLAIN,
      name: 'TaskPolicyArn',
      kind: 'task-policy',
      isRequired: true,
      text: ARN_TEXT,
      choices: [
        'root-task/IAMAuditRootUserCredentials',
        'root-task/IAMCreateRootUserPassword',
        'root-task/IAMDeleteRootUserCredentials',
        'root-task/S3UnlockBucketPolicy',
        'root-task/SQSUnlockQueuePolicy',
      ],
    },
    duration(ROOT_TASK_SECONDS, 900),
    MINIMUM_SESSION_TOKEN_SIZE,
  ],
  reply: {
    holdsCredentials: true,
    fields: [
      { path: 'SourceIdentity', kind: 'text' },
      { path: 'SessionTokenUtilization', kind: 'number' },
      { path: 'SessionTokenSize', kind: 'number' },
    ],
  },
  errors: ['ExpiredTokenException', 'RegionDisabledException'],
}
