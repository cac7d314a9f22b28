import { textOf } from '#domain/sts/operations/values.ts'
import type { Tag } from '../accounts/account.ts'
import { OIDC_PROVIDERS, REVOKED_SUBJECT, type OidcProvider } from '../accounts/provider-table.ts'
import { senderError, type ApiError } from '../api-error.ts'
import { verifyJwt, type JwtClaims, type JwtFault } from '../issuers/json-web-token.ts'
import { unsigned } from '../operation.ts'
import type { ContextEntry } from '../policy/request-context.ts'
import { assumedRoleUser, overMaximum, required, roleArnFault, sessionOf } from './assumed-role.ts'
import { trustedRole } from './federated-trust.ts'
import { durationOf, issue } from './issue.ts'
import { invalidToken } from './refusals.ts'
import { sessionPoliciesOf } from './session-policies.ts'
import { checkedTags, tagEntries } from './session-tags.ts'

const ACTION = 'sts:AssumeRoleWithWebIdentity'

/**
 * Credentials of a role for whoever holds a token of a provider that the role trusts.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export const assumeRoleWithWebIdentity = unsigned(async (ask) => {
  const roleArn = required(ask, 'RoleArn')
  const sessionName = required(ask, 'RoleSessionName')
  const arnFault = roleArnFault(roleArn)
  if (arnFault) return arnFault
  const account = roleArn.split(':')[4] ?? ''
  const policies = sessionPoliciesOf(ask, account)
  if (policies.kind === 'error') return policies
  if (textOf(ask.values['ProviderId']) !== null) {
    // Tokens of OAuth 2.0 say nothing by themselves, and there is nobody here to ask about them.
    const message = 'The identity provider could not be reached to verify the token.'
    return senderError(400, 'IDPCommunicationError', message)
  }
  const verified = await verifyJwt(required(ask, 'WebIdentityToken'), ask.world)
  if (verified.fault !== null) return tokenRefusal(verified)
  const { claims } = verified
  const provider = OIDC_PROVIDERS.find(
    (each) => each.issuer === claims.iss && (each.account ?? account) === account,
  )
  if (!provider) return noProvider(claims.iss)
  const audiences = [claims.aud].flat()
  const { audiences: registered } = provider
  if (registered && !audiences.some((each) => registered.includes(each))) {
    return invalidToken('Incorrect token audience')
  }
  if (claims.sub === REVOKED_SUBJECT) {
    return senderError(403, 'IDPRejectedClaim', 'The identity provider rejected the claim.')
  }
  const claimed = claimedTags(claims)
  const tags = checkedTags(claimed.tags, claimed.transitive, [])
  if (tags.kind === 'error') return tags
  const role = trustedRole(ask, {
    roleArn,
    actions: [ACTION, ...(tags.tags.length > 0 ? ['sts:TagSession'] : [])],
    provider: provider.principal,
    context: [
      ...claimEntries(provider, claims),
      ...tagEntries(tags),
      ['sts:RoleSessionName', sessionName],
    ],
  })
  if (role.kind === 'error') return role
  const tooLong = overMaximum(ask, role)
  if (tooLong) return tooLong
  const principal = sessionOf(role, sessionName)
  const issued = await issue(ask, {
    principal,
    durationSeconds: durationOf(ask, 3600),
    session: {
      by: 'AssumeRoleWithWebIdentity',
      provider: provider.principal,
      ...policies.given,
      ...(tags.tags.length > 0 && { tags: tags.tags }),
      ...(tags.transitive.length > 0 && { transitive: tags.transitive }),
    },
  })
  if (issued.kind === 'error') return issued
  return {
    kind: 'result',
    fields: [
      ['Audience', audiences[0] ?? ''],
      assumedRoleUser(principal),
      ['Provider', provider.principal],
      issued.credentials,
      ['SubjectFromWebIdentityToken', claims.sub],
      ...issued.packed,
      ...issued.sizes,
    ],
  }
})

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
const claimEntries = ({ keyPrefix }: OidcProvider, claims: JwtClaims): readonly ContextEntry[] => [
  [`${keyPrefix}:aud`, claims.aud],
  [`${keyPrefix}:sub`, claims.sub],
  [`${keyPrefix}:amr`, claims.amr ?? null],
]

const noProvider = (issuer: string): ApiError =>
  invalidToken(`No OpenIDConnect provider found in your account for ${issuer}`)

function tokenRefusal(fault: JwtFault): ApiError {
  switch (fault.fault) {
    case 'not-a-jwt':
      return invalidToken(
        'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
      )
    case 'other-issuer':
      return noProvider(fault.issuer)
    case 'signature-differs':
    case 'not-yet-valid':
      return invalidToken('The web identity token provided could not be validated')
    case 'expired':
      return senderError(
        400,
        'ExpiredTokenException',
        `Token expired: current date/time ${String(fault.now)} must be before the expiration date/time ${String(fault.expiredAt)}`,
      )
    default:
      return fault satisfies never
  }
}

/** Tags that the provider put into the token. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp */
function claimedTags(claims: JwtClaims): {
  readonly tags: readonly Tag[]
  readonly transitive: readonly string[]
} {
  const claim = fieldsOf(claims['https://aws.amazon.com/tags'])
  const tags = Object.entries(fieldsOf(claim['principal_tags'])).flatMap(([key, value]) =>
    textsIn(value).map((text) => [key, text] as const),
  )
  return { tags, transitive: textsIn(claim['transitive_tag_keys']) }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

const textsIn = (value: unknown): readonly string[] =>
  [value].flat().filter((each) => typeof each === 'string')
