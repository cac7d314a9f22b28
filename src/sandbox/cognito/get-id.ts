import { GUESTS_REFUSED, poolOf, type CognitoCall } from './cognito-call.ts'
import { guestIdentity, memberIdentity } from './identity-id.ts'
import type { JsonAnswer } from './json-protocol.ts'
import { checkLogins } from './logins.ts'

/**
 * The identity of a login, or a new guest.
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html
 */
export async function getId(call: CognitoCall): Promise<JsonAnswer> {
  const found = poolOf(call)
  if (found.kind !== 'pool') return found
  const { pool } = found
  const checked = await checkLogins(call.logins, pool, call.world)
  if (checked.kind !== 'login') return checked
  const { login } = checked
  if (!login && !pool.allowsGuests) return GUESTS_REFUSED
  const identity = login
    ? await memberIdentity(pool, login)
    : await guestIdentity(pool, call.requestId)
  return { kind: 'result', result: { IdentityId: identity.id } }
}
