import { senderError, type ApiError } from '../api-error.ts'
import type { Caller } from '../authenticate.ts'

/** A request that AWS's model allows and its rules do not. */
export const validationError = (message: string): ApiError =>
  senderError(400, 'ValidationError', message)

export const invalidParameter = (message: string): ApiError =>
  senderError(400, 'InvalidParameterValue', message)

/** A token or assertion that STS does not take. */
export const invalidToken = (message: string): ApiError =>
  senderError(400, 'InvalidIdentityToken', message)

export const accessDenied = (message: string): ApiError => senderError(403, 'AccessDenied', message)

/** The sentence without a reason, as AWS says it of a role that does not exist. */
export function bareDenial(caller: Caller, action: string, resource: string): ApiError {
  const user = `User: ${caller.principal.arn}`
  return accessDenied(`${user} is not authorized to perform: ${action} on resource: ${resource}`)
}
