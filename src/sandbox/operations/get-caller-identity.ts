import { signed } from '../operation.ts'

/**
 * Names the caller; needs no permission.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const getCallerIdentity = signed(async ({ principal }) => ({
  kind: 'result',
  fields: [
    ['Arn', principal.arn],
    ['UserId', principal.userId],
    ['Account', principal.account],
  ],
}))
