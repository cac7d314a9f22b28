import { senderError } from '../api-error.ts'
import { judge, refusalOf } from '../authorize.ts'
import { signed } from '../operation.ts'

/**
 * Nobody hands out trade-in tokens here, so that none is ever good.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html
 */
export const getDelegatedAccessToken = signed(async (caller, ask) => {
  const wish = { action: 'sts:GetDelegatedAccessToken', resource: '*' }
  const refusal = refusalOf(caller, judge(caller, wish, ask.world))
  if (refusal) return refusal
  return senderError(
    400,
    'ExpiredTradeInTokenException',
    'The trade-in token provided in the request has expired.',
  )
})
