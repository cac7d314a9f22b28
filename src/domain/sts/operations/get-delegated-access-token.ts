import { ORDINARY_CALLERS } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { PLAIN } from './model-limits-table.ts'

/**
 * Temporary credentials for a trade-in token, which a product provider gets after a temporary delegation was approved.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html
 */
export const GET_DELEGATED_ACCESS_TOKEN: OperationDescriptor = {
  name: 'GetDelegatedAccessToken',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html',
  command: 'get-delegated-access-token',
  isSigned: true,
  callers: { ...ORDINARY_CALLERS, root: 'not-documented', 'root-session': 'not-documented' },
  permissions: [{ action: 'sts:GetDelegatedAccessToken', where: 'identity', whenGiven: null }],
  trail: {
    eventName: 'GetDelegatedAccessToken',
    eventSource: 'sts.amazonaws.com',
    accounts: 'caller',
    shown: [],
  },
  host: 'any',
  parameters: [
    {
      ...PLAIN,
      name: 'TradeInToken',
      kind: 'trade-in-token',
      isRequired: true,
      isSecret: true,
      isSensitive: true,
    },
  ],
  mints: 'delegated',
  bounds: null,
  advice: [],
  fields: [
    { path: 'PackedPolicySize', kind: 'number' },
    { path: 'AssumedPrincipal', kind: 'text' },
  ],
  errors: ['ExpiredTradeInTokenException', 'PackedPolicyTooLarge', 'RegionDisabledException'],
}
