import { LONG_TERM_CALLERS } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import {
  duration,
  MINIMUM_SESSION_TOKEN_SIZE,
  SERIAL_NUMBER,
  SESSION_SECONDS,
  TOKEN_CODE,
} from './model-limits-table.ts'

/**
 * A session of the user itself, with MFA where a code is given. It needs no permission. 12 hours where no duration is
 * given, 1 hour for the root user.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const GET_SESSION_TOKEN: OperationDescriptor = {
  name: 'GetSessionToken',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
  command: 'get-session-token',
  isSigned: true,
  callers: LONG_TERM_CALLERS,
  permissions: [],
  trail: {
    eventName: 'GetSessionToken',
    eventSource: 'sts.amazonaws.com',
    accounts: 'caller',
    shown: ['DurationSeconds', 'SerialNumber'],
  },
  host: 'any',
  parameters: [
    duration(SESSION_SECONDS, null),
    SERIAL_NUMBER,
    TOKEN_CODE,
    MINIMUM_SESSION_TOKEN_SIZE,
  ],
  mints: 'user-session',
  bounds: 'caller',
  advice: [],
  fields: [
    { path: 'SessionTokenUtilization', kind: 'number' },
    { path: 'SessionTokenSize', kind: 'number' },
  ],
  errors: ['RegionDisabledException'],
}
