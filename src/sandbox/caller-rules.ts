import { callerKindOf } from '#domain/sts/operations/caller.ts'
import type { OperationDescriptor } from '#domain/sts/operations/descriptor.ts'
import { describeAccessKeyId } from '#domain/credentials/access-key-id.ts'
import { readIdentity } from '#domain/identity/identity.ts'
import type { ApiError } from './api-error.ts'
import type { Caller } from './authenticate.ts'
import { accessDenied } from './operations/refusals.ts'

/**
 * The refusal of an operation that AWS keeps from this kind of caller whatever any policy says; null where it may try.
 * The texts for long-term credentials only and for the root user are known from reports; AWS does not document the
 * others. `resource` is the role that a caller wants, null where there is none.
 */
export function callerRefusal(
  caller: Caller,
  descriptor: OperationDescriptor,
  resource: string | null,
): ApiError | null {
  const { arn, account, userId } = caller.principal
  const key = describeAccessKeyId(caller.accessKeyId).kind
  const kind = callerKindOf(readIdentity({ arn, account, userId }, key).kind, key)
  const rule = kind && descriptor.callers[kind]
  const isRefused =
    rule === 'refused' ||
    (rule === 'refused-if-from-get-session-token' && caller.session?.by === 'GetSessionToken')
  return isRefused ? accessDenied(textOf(caller, descriptor, resource)) : null
}

function textOf(
  { principal: { arn } }: Caller,
  { name, callers }: OperationDescriptor,
  resource: string | null,
): string {
  if (callers['role-session'] === 'refused') return `Cannot call ${name} with session credentials`
  if (name === 'AssumeRole' && arn.endsWith(':root')) {
    return 'Roles may not be assumed by root accounts.'
  }
  const on = resource === null ? '' : ` on resource: ${resource}`
  return `User: ${arn} is not authorized to perform: sts:${name}${on}`
}
