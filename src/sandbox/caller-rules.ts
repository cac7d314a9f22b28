import { callerKindOf } from '#domain/sts/operations/caller.ts'
import type { OperationDescriptor } from '#domain/sts/operations/descriptor.ts'
import { describeAccessKeyId } from '#domain/credentials/access-key-id.ts'
import { readIdentity } from '#domain/identity/identity.ts'
import { senderError, type ApiError } from './api-error.ts'
import type { Caller } from './authenticate.ts'

/**
 * The refusal of an operation that AWS keeps from this kind of caller whatever any policy says; null where it may try.
 * Only the texts for session credentials and for the root user are known from reports.
 */
export function callerRefusal(caller: Caller, descriptor: OperationDescriptor): ApiError | null {
  const { arn, account, userId } = caller.principal
  const key = describeAccessKeyId(caller.accessKeyId).kind
  const kind = callerKindOf(readIdentity({ arn, account, userId }, key).kind, key)
  const rule = kind && descriptor.callers[kind]
  const isRefused =
    rule === 'refused' ||
    (rule === 'refused-if-from-get-session-token' && caller.session?.by === 'GetSessionToken')
  if (!isRefused) return null
  const isRoot = kind === 'root' || kind === 'root-session'
  if (isRoot && descriptor.name === 'AssumeRole') {
    return senderError(403, 'AccessDenied', 'Roles may not be assumed by root accounts.')
  }
  const message = caller.session
    ? `Cannot call ${descriptor.name} with session credentials`
    : `User: ${arn} is not authorized to perform: sts:${descriptor.name}`
  return senderError(403, 'AccessDenied', message)
}
