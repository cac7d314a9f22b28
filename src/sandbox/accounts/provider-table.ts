import {
  OIDC_AUDIENCE,
  OIDC_ISSUER,
  IDENTITY_POOL_ISSUER,
  USER_POOL_ISSUER,
} from '../issuers/json-web-token.ts'
import { ACCOUNT } from '../principal-table.ts'

/** An OpenID Connect provider that IAM knows. */
export type OidcProvider = {
  readonly issuer: string
  /** As trust policies name it: an ARN, or `cognito-identity.amazonaws.com`. */
  readonly principal: string
  /** What condition keys begin with. */
  readonly keyPrefix: string
  /** Client IDs that it is registered for; null where IAM does not check them. */
  readonly audiences: readonly string[] | null
  /** Null for a provider that every account has. */
  readonly account: string | null
}

const withoutScheme = (url: string): string => url.replace('https://', '')

const registered = (issuer: string, audience: string): OidcProvider => ({
  issuer,
  principal: `arn:aws:iam::${ACCOUNT}:oidc-provider/${withoutScheme(issuer)}`,
  keyPrefix: withoutScheme(issuer),
  audiences: [audience],
  account: ACCOUNT,
})

/** The sandbox's own provider in the first account. */
export const OIDC_PROVIDER = registered(OIDC_ISSUER, OIDC_AUDIENCE)

export const OIDC_PROVIDERS: readonly OidcProvider[] = [
  OIDC_PROVIDER,
  registered(USER_POOL_ISSUER, OIDC_AUDIENCE),
  {
    issuer: IDENTITY_POOL_ISSUER,
    principal: 'cognito-identity.amazonaws.com',
    keyPrefix: 'cognito-identity.amazonaws.com',
    audiences: null,
    account: null,
  },
]

/** The identity pool of the first account that lets guests in. AWS's pattern leaves its IDs digits and a–f only. */
export const IDENTITY_POOL_ID = 'ap-northeast-2:11111111-2222-4333-8444-000000000001'

/** One for members only, without the basic flow. */
export const MEMBERS_POOL_ID = 'ap-northeast-2:11111111-2222-4333-8444-000000000002'

/** One that takes the role from the login token. */
export const ROLE_MAPPING_POOL_ID = 'ap-northeast-2:11111111-2222-4333-8444-000000000003'

/** One that no role trusts. */
export const UNTRUSTED_POOL_ID = 'ap-northeast-2:11111111-2222-4333-8444-000000000004'

/** The SAML provider of the first account. */
export const SAML_PROVIDER_ARN = `arn:aws:iam::${ACCOUNT}:saml-provider/ExampleProvider`

/** Whom the sandbox's own provider has shut out since: it says no when STS asks. */
export const REVOKED_SUBJECT = 'repo:example/revoked'
