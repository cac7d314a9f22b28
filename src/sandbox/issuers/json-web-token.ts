import { jwtSigningInput, writeJwt } from '#domain/federation/write-jwt.ts'
import { MINUTE, SECOND, type Instant } from '#domain/time/instant.ts'
import { fromBase64Url } from './base64.ts'
import { ISSUER_KEY_ID } from './issuer-key-table.ts'
import { isSignedByIssuer, signAsIssuer } from './issuer-signature.ts'

/** The sandbox's own identity provider, as an IAM OIDC provider would name it. */
export const OIDC_ISSUER = 'https://oidc.sandbox.example'

/** A Cognito user pool, played by the same issuer. */
export const USER_POOL_ISSUER =
  'https://cognito-idp.ap-northeast-2.amazonaws.com/ap-northeast-2_EXAMPLE'

/** Who signs the OpenID tokens of identity pools. */
export const IDENTITY_POOL_ISSUER = 'https://cognito-identity.amazonaws.com'

/** The client ID in the tokens that the sandbox hands out. */
export const OIDC_AUDIENCE = 'sandbox-client-EXAMPLE'

const ISSUERS: readonly string[] = [OIDC_ISSUER, USER_POOL_ISSUER, IDENTITY_POOL_ISSUER]

/** What a token claims. Instants in whole seconds since 1970, as in the token; other claims keep their JSON. */
export type JwtClaims = {
  readonly iss: string
  readonly sub: string
  /** One audience or several. */
  readonly aud: string | readonly string[]
  readonly exp: number
  readonly iat: number
  /** How the person was authenticated; a list of names, in tokens of identity pools. */
  readonly amr?: readonly string[]
  readonly [other: string]: unknown
}

/** Why a token is not believed. Seconds since 1970. */
export type JwtFault =
  | { readonly fault: 'not-a-jwt' }
  /** Nobody the sandbox knows; `issuer` as the token names it. */
  | { readonly fault: 'other-issuer'; readonly issuer: string }
  | { readonly fault: 'signature-differs' }
  | { readonly fault: 'expired'; readonly now: number; readonly expiredAt: number }
  | { readonly fault: 'not-yet-valid'; readonly now: number; readonly validFrom: number }

/** Signs claims: a JSON Web Token (RS256). The same claims give the same token. */
export async function issueJwt(claims: JwtClaims): Promise<string> {
  const header = { kid: ISSUER_KEY_ID, typ: 'JWT', alg: 'RS256' }
  return writeJwt(header, claims, await signAsIssuer(jwtSigningInput(header, claims)))
}

/** Who logs in to a provider, and for which application. */
export type Login = {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
  /** ARNs of the roles of a user pool's groups; an identity pool may choose by them. */
  readonly roles?: readonly string[]
}

/** The token a person gets by logging in to one of the sandbox's providers at `now`; it lasts an hour. */
export function issueLoginToken(now: Instant, login: Login): Promise<string> {
  const iat = Math.floor(now / SECOND)
  const { issuer: iss, subject: sub, audience: aud, roles = [] } = login
  const claims = { iss, sub, aud, iat, exp: iat + 3600 }
  return issueJwt(roles.length > 0 ? { ...claims, 'cognito:roles': roles } : claims)
}

/**
 * Reads a token and checks form, issuer, signature and time, in this order. Whether audience and subject suit a role
 * is left to the caller.
 */
export async function verifyJwt(
  token: string,
  world: { readonly now: Instant },
): Promise<{ readonly fault: null; readonly claims: JwtClaims } | JwtFault> {
  const [head, body, seal, ...more] = token.split('.')
  const header = jsonOf(head ?? '')
  const claims = jsonOf(body ?? '')
  const signature = fromBase64Url(seal ?? '')
  if (!header || !claims || !signature || more.length > 0 || !isComplete(claims)) {
    return { fault: 'not-a-jwt' }
  }
  if (!ISSUERS.includes(claims.iss)) return { fault: 'other-issuer', issuer: claims.iss }
  if (header['alg'] !== 'RS256' || !(await isSignedByIssuer(`${head}.${body}`, signature))) {
    return { fault: 'signature-differs' }
  }
  const now = Math.floor(world.now / SECOND)
  if (claims.exp <= now) return { fault: 'expired', now, expiredAt: claims.exp }
  const validFrom = typeof claims['nbf'] === 'number' ? claims['nbf'] : claims.iat
  // Clocks of provider and STS may differ a little.
  const tolerance = (5 * MINUTE) / SECOND
  return validFrom > now + tolerance
    ? { fault: 'not-yet-valid', now, validFrom }
    : { fault: null, claims }
}

function jsonOf(part: string): Readonly<Record<string, unknown>> | null {
  const bytes = fromBase64Url(part)
  if (!bytes) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

function isComplete(claims: Readonly<Record<string, unknown>>): claims is JwtClaims {
  const { iss, sub, aud, exp, iat, amr } = claims
  return (
    typeof iss === 'string' &&
    typeof sub === 'string' &&
    (typeof aud === 'string' || isTexts(aud)) &&
    Number.isFinite(exp) &&
    Number.isFinite(iat) &&
    (amr === undefined || isTexts(amr))
  )
}
