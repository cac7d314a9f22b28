import { ORDINARY_CALLERS } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { PLAIN } from './model-limits-table.ts'

/**
 * The text behind an encoded authorization message.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export const DECODE_MESSAGE: OperationDescriptor = {
  name: 'DecodeAuthorizationMessage',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
  command: 'decode-authorization-message',
  isSigned: true,
  callers: ORDINARY_CALLERS,
  permissions: [{ action: 'sts:DecodeAuthorizationMessage', where: 'identity', whenGiven: null }],
  trail: {
    eventName: 'DecodeAuthorizationMessage',
    eventSource: 'sts.amazonaws.com',
    accounts: 'caller',
    shown: [],
  },
  host: 'any',
  parameters: [
    {
      ...PLAIN,
      name: 'EncodedMessage',
      kind: 'encoded-message',
      isRequired: true,
      text: { least: 1, most: 10_240 },
    },
  ],
  mints: null,
  bounds: null,
  advice: [],
  fields: [{ path: 'DecodedMessage', kind: 'text' }],
  errors: ['InvalidAuthorizationMessageException'],
}
