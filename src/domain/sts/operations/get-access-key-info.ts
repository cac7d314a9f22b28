import { ORDINARY_CALLERS } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { PLAIN } from './model-limits-table.ts'

/**
 * The account of an access key ID; it does not say whether the key works or still exists.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
 */
export const GET_ACCESS_KEY_INFO: OperationDescriptor = {
  name: 'GetAccessKeyInfo',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html',
  command: 'get-access-key-info',
  isSigned: true,
  callers: ORDINARY_CALLERS,
  permissions: [{ action: 'sts:GetAccessKeyInfo', where: 'identity', whenGiven: null }],
  trail: {
    eventName: 'GetAccessKeyInfo',
    eventSource: 'sts.amazonaws.com',
    accounts: 'caller',
    shown: [],
  },
  host: 'any',
  parameters: [
    {
      ...PLAIN,
      name: 'AccessKeyId',
      kind: 'access-key-id',
      isRequired: true,
      text: { least: 16, most: 128, pattern: '[\\w]*' },
    },
  ],
  mints: null,
  bounds: null,
  advice: [],
  fields: [{ path: 'Account', kind: 'text' }],
  errors: [],
}
