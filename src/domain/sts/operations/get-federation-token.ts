import { LONG_TERM_CALLERS } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import {
  duration,
  FEDERATED_NAME,
  MINIMUM_SESSION_TOKEN_SIZE,
  POLICY,
  POLICY_ARNS,
  SESSION_SECONDS,
  TAGS,
} from './model-limits-table.ts'

/**
 * A session for somebody else, with what the user's policies and the session policies both allow; without a session
 * policy it may do nothing of its own. 12 hours where no duration is given, 1 hour for the root user.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
export const GET_FEDERATION_TOKEN: OperationDescriptor = {
  name: 'GetFederationToken',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html',
  command: 'get-federation-token',
  isSigned: true,
  callers: LONG_TERM_CALLERS,
  permissions: [
    { action: 'sts:GetFederationToken', where: 'identity', whenGiven: null },
    { action: 'sts:TagSession', where: 'identity', whenGiven: 'Tags' },
  ],
  trail: {
    eventName: 'GetFederationToken',
    eventSource: 'sts.amazonaws.com',
    accounts: 'caller',
    shown: ['Name', 'Policy', 'DurationSeconds', 'Tags'],
  },
  host: 'any',
  parameters: [
    FEDERATED_NAME,
    POLICY,
    POLICY_ARNS,
    duration(SESSION_SECONDS, null),
    TAGS,
    MINIMUM_SESSION_TOKEN_SIZE,
  ],
  mints: 'federated-user',
  bounds: 'caller',
  advice: ['policy-wanted'],
  fields: [
    { path: 'FederatedUser.FederatedUserId', kind: 'text' },
    { path: 'FederatedUser.Arn', kind: 'text' },
    { path: 'PackedPolicySize', kind: 'number' },
    { path: 'SessionTokenUtilization', kind: 'number' },
    { path: 'SessionTokenSize', kind: 'number' },
  ],
  errors: ['MalformedPolicyDocument', 'PackedPolicyTooLarge', 'RegionDisabledException'],
}
