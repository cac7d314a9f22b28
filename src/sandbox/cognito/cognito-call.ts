import type { World } from '../world.ts'
import { findIdentity, memberIdentity, type Identity } from './identity-id.ts'
import { IDENTITY_POOLS, type IdentityPool } from './identity-pool-table.ts'
import {
  notAuthorized,
  notFound,
  refuse,
  type JsonAnswer,
  type JsonParameters,
} from './json-protocol.ts'
import { checkLogins, type Login } from './logins.ts'

/** A call to Cognito. */
export type CognitoCall = JsonParameters & {
  readonly world: World
  /** Where it is asked; on a loopback address null, which is every Region. */
  readonly region: string | null
  readonly requestId: string
}

/** An identity of a call, with the login that was shown for it. */
export type ShownIdentity = {
  readonly kind: 'shown'
  readonly identity: Identity
  readonly login: Login | null
}

const POOL_PATTERN = /^[\w-]+:[0-9a-f-]+$/

/** The pool of `IdentityPoolId`. */
export function poolOf(call: CognitoCall): { kind: 'pool'; pool: IdentityPool } | JsonAnswer {
  const id = call.texts.get('IdentityPoolId')
  const flaw = idFlaw('identityPoolId', id)
  if (flaw) return flaw
  const pool = IDENTITY_POOLS.find((each) => each.id === id)
  return pool && isHere(call, pool)
    ? { kind: 'pool', pool }
    : notFound(`IdentityPool '${id ?? ''}' not found.`)
}

/** The identity of `IdentityId`, if the caller may act for it. */
export async function shownIdentity(call: CognitoCall): Promise<ShownIdentity | JsonAnswer> {
  const id = call.texts.get('IdentityId')
  const flaw = idFlaw('identityId', id)
  if (flaw) return flaw
  const identity = await findIdentity(id ?? '')
  if (!identity || !isHere(call, identity.pool))
    return notFound(`Identity '${id ?? ''}' not found.`)
  const { pool, kind } = identity
  const checked = await checkLogins(call.logins, pool, call.world)
  if (checked.kind !== 'login') return checked
  const { login } = checked
  if (!login && kind === 'member')
    return notAuthorized(`Access to Identity '${identity.id}' is forbidden.`)
  if (!login && !pool.allowsGuests) return GUESTS_REFUSED
  // A guest who logs in keeps the identity.
  const isAnother =
    login && kind === 'member' && (await memberIdentity(pool, login)).id !== identity.id
  return isAnother ? LOGINS_DIFFER : { kind: 'shown', identity, login }
}

export const GUESTS_REFUSED = notAuthorized(
  'Unauthenticated access is not supported for this identity pool.',
)

const LOGINS_DIFFER = notAuthorized(
  "Logins don't match. Please include at least one valid login for this identity or identity pool.",
)

const isHere = (call: CognitoCall, pool: IdentityPool): boolean =>
  call.region === null || pool.id.startsWith(`${call.region}:`)

function idFlaw(name: string, id: string | undefined): JsonAnswer | null {
  const fails = (value: string, constraint: string): JsonAnswer =>
    refuse(
      'ValidationException',
      `1 validation error detected: Value${value} at '${name}' failed to satisfy constraint: Member must ${constraint}`,
    )
  if (id === undefined) return fails('', 'not be null')
  if (id.length < 1) return fails(` '${id}'`, 'have length greater than or equal to 1')
  if (id.length > 55) return fails(` '${id}'`, 'have length less than or equal to 55')
  return POOL_PATTERN.test(id)
    ? null
    : fails(` '${id}'`, 'satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+')
}
