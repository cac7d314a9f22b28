import { toHex } from '#domain/sigv4/hash.ts'
import { deriveBytes } from '../sealing.ts'
import { IDENTITY_POOLS, type IdentityPool } from './identity-pool-table.ts'

/** An identity: nothing of it is kept, its ID carries it all. */
export type Identity = {
  readonly id: string
  readonly pool: IdentityPool
  readonly kind: 'guest' | 'member'
}

/** The identity of a login: the same login in the same pool is the same identity. */
export const memberIdentity = (
  pool: IdentityPool,
  login: { readonly provider: string; readonly subject: string },
): Promise<Identity> => identityOf(pool, 'member', `${login.provider}\n${login.subject}`)

/** A new guest; each seed gives another one. */
export const guestIdentity = (pool: IdentityPool, seed: string): Promise<Identity> =>
  identityOf(pool, 'guest', seed)

async function identityOf(
  pool: IdentityPool,
  kind: Identity['kind'],
  who: string,
): Promise<Identity> {
  const own = toHex((await deriveBytes('identity', `${pool.id}\n${who}`)).slice(0, 6))
  return { id: await idOf(pool, kind, own), pool, kind }
}

/** The Region and a UUID whose end only the sandbox can make for its beginning. */
async function idOf(pool: IdentityPool, kind: Identity['kind'], own: string): Promise<string> {
  const seal = toHex(await deriveBytes('identity seal', `${pool.id}\n${kind}\n${own}`))
  const uuid = [
    own.slice(0, 8),
    own.slice(8, 12),
    `4${seal.slice(0, 3)}`,
    `8${seal.slice(3, 6)}`,
    seal.slice(6, 18),
  ]
  return `${pool.id.split(':')[0] ?? ''}:${uuid.join('-')}`
}

/** The identity of an ID; null where the sandbox did not make it. */
export async function findIdentity(id: string): Promise<Identity | null> {
  const own = id
    .replace(/^[^:]*:/, '')
    .replace('-', '')
    .slice(0, 12)
  for (const pool of IDENTITY_POOLS) {
    for (const kind of ['guest', 'member'] as const) {
      if ((await idOf(pool, kind, own)) === id) return { id, pool, kind }
    }
  }
  return null
}
