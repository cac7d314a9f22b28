import type { XmlElement } from '../xml/read-xml.ts'
import { childOf, textOf } from '../xml/read-xml.ts'

/**
 * What GetCallerIdentity is on the wire. It needs no permission; only the policy of a VPC endpoint can refuse it.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const GET_CALLER_IDENTITY = {
  operation: 'GetCallerIdentity',
  action: 'sts:GetCallerIdentity',
  apiVersion: '2011-06-15',
  body: 'Action=GetCallerIdentity&Version=2011-06-15',
} as const

/** The three fields of the answer; all there is in it, and no expiry. */
export type CallerIdentity = {
  readonly account: string
  readonly arn: string
  readonly userId: string
}

/** The identity in a parsed XML answer; null where one of the three fields is missing or empty. */
export function identityInXml(root: XmlElement): CallerIdentity | null {
  const result = childOf(root, 'GetCallerIdentityResult')
  return identityOf(
    textOf(childOf(result, 'Account')),
    textOf(childOf(result, 'Arn')),
    textOf(childOf(result, 'UserId')),
  )
}

/** The identity of three fields; null where one is missing or empty. */
export function identityOf(
  account: string | null,
  arn: string | null,
  userId: string | null,
): CallerIdentity | null {
  if (!account || !arn || !userId) return null
  // What has another shape was not said by STS.
  return /^\d{12}$/.test(account) && arn.startsWith('arn:') && arn.includes(`:${account}:`)
    ? { account, arn, userId }
    : null
}
