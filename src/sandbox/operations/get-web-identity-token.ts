import { textsOf } from '#domain/sts/operations/values.ts'
import { senderError } from '../api-error.ts'
import { judge, refusalOf } from '../authorize.ts'
import { signed } from '../operation.ts'
import { required } from './assumed-role.ts'

/**
 * Both accounts have outbound federation switched off, as every new account has.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html
 */
export const getWebIdentityToken = signed(async (caller, ask) => {
  const wish = {
    action: 'sts:GetWebIdentityToken',
    resource: '*',
    context: [
      ['sts:IdentityTokenAudience', textsOf(ask.values['Audience'])],
      ['sts:SigningAlgorithm', required(ask, 'SigningAlgorithm')],
      ['sts:DurationSeconds', required(ask, 'DurationSeconds') || '300'],
    ],
  } as const
  const refusal = refusalOf(caller, judge(caller, wish, ask.world))
  if (refusal) return refusal
  return senderError(
    403,
    'OutboundWebIdentityFederationDisabledException',
    'Outbound web identity federation is not enabled for this account.',
  )
})
