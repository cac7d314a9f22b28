import { SAML_PROVIDER_ARN } from '../accounts/provider-table.ts'
import { senderError, type ApiError } from '../api-error.ts'
import { encodeBase64 } from '#domain/federation/base64.ts'
import {
  openAssertion,
  SAML_AUDIENCE,
  SAML_RECIPIENT,
  type AssertionFault,
  type SamlAssertion,
} from '../issuers/saml-assertion.ts'
import { unsigned } from '../operation.ts'
import { bytesOf } from '#domain/sigv4/hash.ts'
import { assumedRoleUser, overMaximum, required, roleArnFault, sessionOf } from './assumed-role.ts'
import { trustedRole } from './federated-trust.ts'
import { durationOf, issue } from './issue.ts'
import { accessDenied, invalidToken } from './refusals.ts'
import { sessionPoliciesOf } from './session-policies.ts'
import { checkedTags, tagEntries } from './session-tags.ts'

const ACTION = 'sts:AssumeRoleWithSAML'

/**
 * Credentials of a role for whoever holds an assertion of a provider that the role trusts.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
export const assumeRoleWithSaml = unsigned(async (ask) => {
  const roleArn = required(ask, 'RoleArn')
  const principalArn = required(ask, 'PrincipalArn')
  const arnFault = roleArnFault(roleArn)
  if (arnFault) return arnFault
  const policies = sessionPoliciesOf(ask, roleArn.split(':')[4] ?? '')
  if (policies.kind === 'error') return policies
  const opened = await openAssertion(required(ask, 'SAMLAssertion'), ask.world)
  if (opened.fault !== null) return assertionRefusal(opened)
  const { assertion } = opened
  if (principalArn !== SAML_PROVIDER_ARN) return invalidToken("Specified provider doesn't exist")
  const fault = contentFault(assertion)
  if (fault) return fault
  const isOffered = assertion.roles.some(
    (pair) => pair.roleArn === roleArn && pair.principalArn === principalArn,
  )
  if (!isOffered) return accessDenied(`Not authorized to perform ${ACTION}`)
  const tags = checkedTags(assertion.tags, assertion.transitiveTagKeys, [])
  if (tags.kind === 'error') return tags
  const nameQualifier = await nameQualifierOf(assertion.issuer, principalArn)
  const sessionName = assertion.roleSessionName ?? ''
  const role = trustedRole(ask, {
    roleArn,
    actions: [ACTION, ...(tags.tags.length > 0 ? ['sts:TagSession'] : [])],
    provider: principalArn,
    context: [
      ['SAML:aud', assertion.recipient],
      ['SAML:iss', assertion.issuer],
      ['SAML:sub', assertion.subject],
      ['SAML:sub_type', assertion.subjectType],
      ['SAML:namequalifier', nameQualifier],
      ['SAML:doc', `${principalArn.split(':')[4] ?? ''}/${principalArn.split('/')[1] ?? ''}`],
      ['sts:RoleSessionName', sessionName],
      ...tagEntries(tags),
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
      by: 'AssumeRoleWithSAML',
      provider: principalArn,
      ...policies.given,
      ...(tags.tags.length > 0 && { tags: tags.tags }),
      ...(tags.transitive.length > 0 && { transitive: tags.transitive }),
    },
  })
  if (issued.kind === 'error') return issued
  return {
    kind: 'result',
    fields: [
      ['Issuer', assertion.issuer],
      assumedRoleUser(principal),
      issued.credentials,
      ['Subject', assertion.subject],
      ['SubjectType', assertion.subjectType],
      ['NameQualifier', nameQualifier],
      ['Audience', assertion.recipient ?? ''],
      ...issued.packed,
      ...issued.sizes,
    ],
  }
})

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
function contentFault({ audience, recipient, roleSessionName }: SamlAssertion): ApiError | null {
  if (audience !== SAML_AUDIENCE && audience !== SAML_RECIPIENT) {
    return invalidToken('Response does not contain the required audience')
  }
  if (recipient === null) return invalidToken('Response does not contain the required recipient')
  if (roleSessionName === null) return invalidToken('RoleSessionName is required in AuthnResponse')
  return /^[\w+=,.@-]{2,64}$/.test(roleSessionName)
    ? null
    : invalidToken('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}')
}

function assertionRefusal(fault: AssertionFault): ApiError {
  switch (fault.fault) {
    case 'not-base64':
      return invalidToken('Invalid base64 SAMLResponse')
    case 'not-a-response':
    case 'not-yet-valid':
      return invalidToken('Invalid SAML response')
    case 'other-issuer':
      return invalidToken('Issuer not present in specified provider')
    case 'signature-differs':
      return invalidToken('Response signature invalid')
    case 'expired':
      return senderError(
        400,
        'ExpiredTokenException',
        'Token must be redeemed within 5 minutes of issuance',
      )
    default:
      return fault satisfies never
  }
}

/** BASE64(SHA1(issuer + account + "/" + provider's name)), as AWS documents it. */
async function nameQualifierOf(issuer: string, providerArn: string): Promise<string> {
  const [, , , , account = '', resource = ''] = providerArn.split(':')
  const text = `${issuer}${account}/${resource.split('/').at(-1) ?? ''}`
  return encodeBase64(new Uint8Array(await crypto.subtle.digest('SHA-1', bytesOf(text))))
}
