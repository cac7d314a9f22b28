import type { Instant } from '#domain/time/instant.ts'
import { OIDC_AUDIENCE, verifyJwt, type JwtClaims } from '../issuers/json-web-token.ts'
import type { IdentityPool } from './identity-pool-table.ts'
import { notAuthorized, type JsonAnswer } from './json-protocol.ts'

/** A login that the pool believes. */
export type Login = {
  readonly provider: string
  readonly subject: string
  readonly claims: JwtClaims
}

/** Checks the tokens of `Logins`, all of which must hold; the first one counts. Null where there are none. */
export async function checkLogins(
  logins: ReadonlyMap<string, string>,
  pool: IdentityPool,
  world: { readonly now: Instant },
): Promise<{ readonly kind: 'login'; readonly login: Login | null } | JsonAnswer> {
  let first: Login | null = null
  for (const [provider, token] of logins) {
    if (pool.providers.length === 0) {
      return notAuthorized(
        `Identity pool - ${pool.id} does not have identity providers configured.`,
      )
    }
    if (!pool.providers.includes(provider)) return NO_SUCH_PROVIDER
    const verified = await verifyJwt(token, world)
    switch (verified.fault) {
      case null:
        break
      case 'not-a-jwt':
        return invalid('Not a valid OpenId Connect identity token.')
      case 'other-issuer':
        return OTHER_ISSUER
      case 'signature-differs':
      case 'not-yet-valid':
        return invalid("Couldn't verify signed token.")
      case 'expired':
        return invalid(`Token expired: ${String(verified.now)} >= ${String(verified.expiredAt)}`)
      default:
        return verified satisfies never
    }
    const { claims } = verified
    if (claims.iss !== `https://${provider}`) return OTHER_ISSUER
    if (![claims.aud].flat().includes(OIDC_AUDIENCE)) return NO_SUCH_PROVIDER
    first ??= { provider, subject: claims.sub, claims }
  }
  return { kind: 'login', login: first }
}

const invalid = (why: string): JsonAnswer => notAuthorized(`Invalid login token. ${why}`)

const OTHER_ISSUER = invalid("Issuer doesn't match providerName")

const NO_SUCH_PROVIDER = notAuthorized(
  'Token is not from a supported provider of this identity pool.',
)
