import { ORDINARY_CALLERS } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'

/**
 * Whose credentials they are. It needs no permission, and no identity policy can take it away.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const GET_IDENTITY: OperationDescriptor = {
  name: 'GetCallerIdentity',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  command: 'get-caller-identity',
  isSigned: true,
  callers: {
    ...ORDINARY_CALLERS,
    'user-session': 'may',
    'root-session': 'may',
    'federated-user': 'may',
  },
  permissions: [],
  trail: {
    eventName: 'GetCallerIdentity',
    eventSource: 'sts.amazonaws.com',
    accounts: 'caller',
    shown: [],
  },
  host: 'any',
  parameters: [],
  mints: null,
  bounds: null,
  advice: [],
  fields: [
    { path: 'UserId', kind: 'text' },
    { path: 'Account', kind: 'text' },
    { path: 'Arn', kind: 'text' },
  ],
  errors: [],
}
