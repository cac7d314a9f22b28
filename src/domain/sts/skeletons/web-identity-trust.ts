import type { JwtFacts } from '../../federation/jwt.ts'
import { actionsOf, policyText } from './policy-text.ts'
import type { PolicyText, SkeletonNote } from './policy-text.ts'

/** Whose tokens have condition keys of their own. */
export type WebIssuer = 'cognito' | 'google' | 'github' | 'other'

/** Where the role is; null is not known. */
export type RolePlace = { readonly partition: string | null; readonly account: string | null }

/** Whose token it is, by its issuer; null without one. */
export function webIssuerOf(facts: JwtFacts): WebIssuer | null {
  const host = hostOf(facts.issuer)
  if (host === '') return null
  if (host === 'cognito-identity.amazonaws.com') return 'cognito'
  if (host === 'accounts.google.com') return 'google'
  return host === 'token.actions.githubusercontent.com' ? 'github' : 'other'
}

/**
 * A trust policy that would admit the holder of a token with these claims; null where it names no issuer. A skeleton,
 * to be read before it is used: whether the token is genuine is not known here.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function webIdentityTrust(facts: JwtFacts, place: RolePlace): PolicyText | null {
  const issuer = webIssuerOf(facts)
  if (issuer === null) return null
  const host = hostOf(facts.issuer)
  const isKnown = issuer === 'cognito' || issuer === 'google'
  const provider = `arn:${place.partition ?? 'aws'}:iam::${place.account ?? 'ACCOUNT'}:oidc-provider/${host}`
  const notes: SkeletonNote[] = []
  if (!isKnown) notes.push('provider-must-exist')
  if (!isKnown && place.account === null) notes.push('account-unknown')
  const [audience = null] = facts.audiences
  if (facts.audiences.length > 1) notes.push('several-audiences')
  const { authorizedParty, subject } = facts
  const isPartyCounted = issuer === 'google' && authorizedParty !== null
  if (isPartyCounted) notes.push('aud-is-azp')
  else if (authorizedParty !== null && authorizedParty !== audience) notes.push('azp-may-count')
  const aud = isPartyCounted ? authorizedParty : (audience ?? authorizedParty)
  if (aud === null) notes.push('condition-missing')
  const namesSubject = issuer !== 'cognito' && subject !== null
  if (namesSubject) notes.push('one-subject')
  const method = methodOf(facts)
  if (issuer === 'cognito' && method === null) notes.push('condition-missing')
  const equals = {
    ...(aud !== null && { [`${host}:aud`]: aud }),
    ...(isPartyCounted && audience !== null && { [`${host}:oaud`]: audience }),
    ...(namesSubject && { [`${host}:sub`]: subject }),
  }
  return policyText(
    {
      Effect: 'Allow',
      Principal: { Federated: isKnown ? host : provider },
      Action: actionsOf([
        'sts:AssumeRoleWithWebIdentity',
        ...(facts.tagKeys.length > 0 ? ['sts:TagSession'] : []),
        ...(facts.hasSourceIdentity ? ['sts:SetSourceIdentity'] : []),
      ]),
      Condition: {
        ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
        ...(issuer === 'cognito' &&
          method !== null && { 'ForAnyValue:StringLike': { [`${host}:amr`]: method } }),
      },
    },
    notes,
  )
}

/** Cognito names a sign-in, or none, first among its methods. */
function methodOf({ methods }: JwtFacts): string | null {
  return methods.find((one) => one === 'authenticated' || one === 'unauthenticated') ?? null
}

/** The issuer as IAM writes it in ARNs and condition keys: without its scheme. */
function hostOf(issuer: string | null): string {
  return (issuer ?? '').replace(/^https:\/\//, '')
}
