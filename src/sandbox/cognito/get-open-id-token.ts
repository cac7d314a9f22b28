import { SECOND } from '#domain/time/instant.ts'
import { IDENTITY_POOL_ISSUER, issueJwt } from '../issuers/json-web-token.ts'
import { shownIdentity, type CognitoCall, type ShownIdentity } from './cognito-call.ts'
import { refuse, type JsonAnswer } from './json-protocol.ts'

/** How long an OpenID token of an identity pool lasts, in seconds. */
const LIFETIME = 600

/**
 * A token for AssumeRoleWithWebIdentity: the basic (classic) flow.
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html
 */
export async function getOpenIdToken(call: CognitoCall): Promise<JsonAnswer> {
  const shown = await shownIdentity(call)
  if (shown.kind !== 'shown') return shown
  const { pool, id } = shown.identity
  if (!pool.allowsClassicFlow) {
    return refuse(
      'InvalidParameterException',
      'Basic (classic) flow is not enabled, please use enhanced flow.',
    )
  }
  if (pool.isRoleFromToken) {
    return refuse(
      'InvalidParameterException',
      'Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.',
    )
  }
  return { kind: 'result', result: { IdentityId: id, Token: await openIdToken(shown, call) } }
}

/** The OpenID token of an identity. */
export function openIdToken(shown: ShownIdentity, { world }: CognitoCall): Promise<string> {
  const { identity, login } = shown
  const iat = Math.floor(world.now / SECOND)
  return issueJwt({
    sub: identity.id,
    aud: identity.pool.id,
    amr: login
      ? ['authenticated', login.provider, `${login.provider}:${OWN_PROVIDER}:${login.subject}`]
      : ['unauthenticated'],
    iss: IDENTITY_POOL_ISSUER,
    exp: iat + LIFETIME,
    iat,
  })
}

const OWN_PROVIDER = 'CognitoSignIn'
