import { bytesOf } from '../sigv4/hash.ts'
import { formatIso } from '../time/instant.ts'
import type { Instant } from '../time/instant.ts'
import { encodeBase64 } from './base64.ts'
import { AWS_ATTRIBUTES } from './saml-facts.ts'
import type { SamlRole } from './saml.ts'

/** What an identity provider says in a response; null is left out. */
export type SamlAssertion = {
  readonly id: string
  readonly issuer: string
  readonly destination: string
  readonly audience: string
  readonly nameId: string
  readonly nameIdFormat: string
  readonly issuedAt: Instant
  readonly notOnOrAfter: Instant
  readonly sessionNotOnOrAfter: Instant | null
  readonly roles: readonly SamlRole[]
  readonly roleSessionName: string | null
  readonly sessionDuration: number | null
  readonly principalTags: readonly { readonly key: string; readonly values: readonly string[] }[]
  readonly transitiveTagKeys: readonly string[]
  readonly sourceIdentity: string | null
}

/**
 * A SAML response in XML, signed with the text that is given for its assertion; an empty one leaves the signature out.
 * The layout is that of AWS's examples. What is signed is for the issuer to say: nothing here knows XML-DSig.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
export function writeSamlResponse(said: SamlAssertion, signature: string): string {
  const issued = formatIso(said.issuedAt)
  const ends = formatIso(said.notOnOrAfter)
  const session =
    said.sessionNotOnOrAfter === null
      ? ''
      : ` SessionNotOnOrAfter="${formatIso(said.sessionNotOnOrAfter)}"`
  const attributes: readonly string[] = [
    ...attribute(
      'Role',
      said.roles.map(({ roleArn, providerArn }) => `${roleArn},${providerArn}`),
    ),
    ...attribute('RoleSessionName', listOf(said.roleSessionName)),
    ...attribute('SessionDuration', listOf(said.sessionDuration)),
    ...said.principalTags.flatMap(({ key, values }) => attribute(`PrincipalTag:${key}`, values)),
    ...attribute('TransitiveTagKeys', said.transitiveTagKeys),
    ...attribute('SourceIdentity', listOf(said.sourceIdentity)),
  ]
  return [
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r${escape(said.id)}" Version="2.0" IssueInstant="${issued}" Destination="${escape(said.destination)}">`,
    `<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${escape(said.issuer)}</saml:Issuer>`,
    '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>',
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${escape(said.id)}" Version="2.0" IssueInstant="${issued}">`,
    `<saml:Issuer>${escape(said.issuer)}</saml:Issuer>`,
    signature === ''
      ? ''
      : `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>${escape(signature)}</ds:SignatureValue></ds:Signature>`,
    `<saml:Subject><saml:NameID Format="${escape(said.nameIdFormat)}">${escape(said.nameId)}</saml:NameID>`,
    '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">',
    `<saml:SubjectConfirmationData NotOnOrAfter="${ends}" Recipient="${escape(said.destination)}"/>`,
    '</saml:SubjectConfirmation></saml:Subject>',
    `<saml:Conditions NotBefore="${issued}" NotOnOrAfter="${ends}"><saml:AudienceRestriction><saml:Audience>${escape(said.audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${issued}" SessionIndex="_${escape(said.id)}"${session}/>`,
    `<saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>`,
    '</saml:Assertion></samlp:Response>',
  ].join('')
}

/** The XML of a response as the base64 that STS takes. */
export function encodeSamlResponse(xml: string): string {
  return encodeBase64(bytesOf(xml))
}

function listOf(value: string | number | null): readonly string[] {
  return value === null ? [] : [String(value)]
}

function attribute(name: string, values: readonly string[]): readonly string[] {
  if (values.length === 0) return []
  const inner = values
    .map((value) => `<saml:AttributeValue>${escape(value)}</saml:AttributeValue>`)
    .join('')
  return [`<saml:Attribute Name="${escape(AWS_ATTRIBUTES + name)}">${inner}</saml:Attribute>`]
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
