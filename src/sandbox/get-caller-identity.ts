import type { Caller } from './authenticate.ts'
import type { OperationResult } from './operation.ts'

/**
 * Names the caller; needs no permission.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function getCallerIdentity({ principal }: Caller): Promise<OperationResult> {
  return {
    kind: 'result',
    fields: [
      ['Arn', principal.arn],
      ['UserId', principal.userId],
      ['Account', principal.account],
    ],
  }
}
