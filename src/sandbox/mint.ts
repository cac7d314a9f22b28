import type { Secret } from '#domain/credentials/secret.ts'
import { SECOND, type Instant } from '#domain/time/instant.ts'
import { secretAccessKeyOf, temporaryAccessKeyId } from './access-key.ts'
import type { Principal } from './principal-table.ts'
import type { SessionContext } from './session-context.ts'
import { wholeSecond, writeSessionToken } from './session-token.ts'

/** Temporary security credentials that the sandbox honours until `expiresAt`. */
export type MintedCredentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: Secret
  readonly sessionToken: string
  readonly issuedAt: Instant
  readonly expiresAt: Instant
}

/** Makes temporary security credentials; nothing of them is kept, the token carries it all. */
export async function mintSession(order: {
  readonly principal: Principal
  readonly region: string
  readonly issuedAt: Instant
  readonly durationSeconds: number
  readonly seed: number
  /** 2 by default. */
  readonly tokenVersion?: 1 | 2
  readonly session?: SessionContext
  /** The least bytes of the token; 0 by default. */
  readonly smallestToken?: number
}): Promise<MintedCredentials> {
  const { principal, region } = order
  const accessKeyId = temporaryAccessKeyId(principal.account, order.seed)
  const issuedAt = wholeSecond(order.issuedAt)
  const expiresAt = issuedAt + order.durationSeconds * SECOND
  const version = order.tokenVersion ?? 2
  const session = order.session && { session: order.session }
  const terms = { version, region, accessKeyId, principal, issuedAt, expiresAt, ...session }
  return {
    accessKeyId,
    secretAccessKey: await secretAccessKeyOf(accessKeyId),
    sessionToken: await writeSessionToken(terms, order.smallestToken),
    issuedAt,
    expiresAt,
  }
}
