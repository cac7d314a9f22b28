/**
 * A refusal in AWS's words. `Sender`: the caller's fault, `Receiver`: the server's. A null message is no element at all.
 */
export type ApiError = {
  readonly kind: 'error'
  readonly status: number
  readonly type: 'Sender' | 'Receiver'
  readonly code: string
  readonly message: string | null
  /** It comes from before any operation of STS, in a namespace that all of AWS shares. */
  readonly isOfDispatch?: true
}

export function senderError(status: number, code: string, message: string | null): ApiError {
  return { kind: 'error', status, type: 'Sender', code, message }
}

/** The token cannot be read, or does not belong here: no full stop. */
export const TOKEN_INVALID = senderError(
  403,
  'InvalidClientTokenId',
  'The security token included in the request is invalid',
)

/** The access key ID is not known, also because its token is missing or another session's: with a full stop. */
export const KEY_UNKNOWN = senderError(
  403,
  'InvalidClientTokenId',
  'The security token included in the request is invalid.',
)

export const TOKEN_EXPIRED = senderError(
  403,
  'ExpiredToken',
  'The security token included in the request is expired',
)

const receiverError = (status: number, code: string, message: string): ApiError => ({
  kind: 'error',
  status,
  type: 'Receiver',
  code,
  message,
})

export const SERVICE_UNAVAILABLE = receiverError(
  503,
  'ServiceUnavailable',
  'The request has failed due to a temporary failure of the server.',
)

export const INTERNAL_FAILURE = receiverError(
  500,
  'InternalFailure',
  'The request processing has failed because of an unknown error, exception or failure.',
)

export const THROTTLING = senderError(400, 'Throttling', 'Rate exceeded')

/** STS is switched off in a Region. */
export const stsDeactivated = (account: string): ApiError =>
  senderError(
    403,
    'RegionDisabledException',
    `STS is not activated in this region for account:${account}. Your account administrator can activate STS in this region using the IAM Console.`,
  )
