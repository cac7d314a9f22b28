import { textOf } from '#domain/sts/operations/values.ts'
import type { Instant } from '#domain/time/instant.ts'
import { userOf } from '../accounts/user-table.ts'
import type { ApiError } from '../api-error.ts'
import type { Caller } from '../authenticate.ts'
import { stepOfTotpCode } from '../issuers/one-time-password.ts'
import type { Ask } from '../operation.ts'
import { accessDenied } from './refusals.ts'

/**
 * Checks the MFA code of a request, which is good once; `at` is null where it has none. A device belongs to one user and
 * to nobody else.
 */
export async function checkMultiFactor(
  caller: Caller,
  { values, world }: Ask,
): Promise<{ readonly kind: 'checked'; readonly at: Instant | null } | ApiError> {
  const [serial, code] = [textOf(values['SerialNumber']), textOf(values['TokenCode'])]
  if (serial === null && code === null) return { kind: 'checked', at: null }
  if (serial === null || code === null) {
    return accessDenied(
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    )
  }
  if (userOf(caller.principal.arn)?.mfaSerial !== serial) {
    return accessDenied(
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    )
  }
  const step = await stepOfTotpCode(serial, code, world.now)
  const spent = `${serial} ${String(step)}`
  if (step === null || world.spentCodes.has(spent)) {
    return accessDenied('MultiFactorAuthentication failed with invalid MFA one time pass code.')
  }
  world.spentCodes.add(spent)
  return { kind: 'checked', at: world.now }
}
