import { accountOfUniqueId } from '#domain/credentials/access-key-id.ts'
import { KEY_UNKNOWN } from '../api-error.ts'
import { judge, refusalOf } from '../authorize.ts'
import { signed } from '../operation.ts'
import { required } from './assumed-role.ts'

/**
 * The account of an access key ID, whether or not the key works. Here it is read from the ID; AWS also knows older IDs,
 * which do not carry it.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
 */
export const getAccessKeyInfo = signed(async (caller, ask) => {
  const judged = judge(caller, { action: 'sts:GetAccessKeyInfo', resource: '*' }, ask.world)
  const refusal = refusalOf(caller, judged)
  if (refusal) return refusal
  const account = accountOfUniqueId(required(ask, 'AccessKeyId'))
  return account === null ? KEY_UNKNOWN : { kind: 'result', fields: [['Account', account]] }
})
