import { senderError } from '../api-error.ts'
import { judge, refusalOf } from '../authorize.ts'
import { openEncodedMessage } from '../encoded-message.ts'
import { signed } from '../operation.ts'
import { required } from './assumed-role.ts'

/**
 * The text behind an encoded authorization message of the caller's account.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export const decodeAuthorizationMessage = signed(async (caller, ask) => {
  const action = 'sts:DecodeAuthorizationMessage'
  const refusal = refusalOf(caller, judge(caller, { action, resource: '*' }, ask.world))
  if (refusal) return refusal
  const opened = await openEncodedMessage(required(ask, 'EncodedMessage'))
  if (opened?.account !== caller.principal.account) {
    return senderError(400, 'InvalidAuthorizationMessageException', 'Message is not valid')
  }
  return { kind: 'result', fields: [['DecodedMessage', opened.json]] }
})
