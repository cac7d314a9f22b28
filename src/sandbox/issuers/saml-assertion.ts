import { encodeSamlResponse, writeSamlResponse } from '#domain/federation/write-saml-response.ts'
import { AWS_ATTRIBUTES } from '#domain/federation/saml-facts.ts'
import { bytesOf, sha256Hex } from '#domain/sigv4/hash.ts'
import { MINUTE, parseIso, type Instant } from '#domain/time/instant.ts'
import { childOf, readXml, textOf, type XmlElement } from '#domain/xml/read-xml.ts'
import { encodeBase64 } from '#domain/federation/base64.ts'
import { fromBase64 } from './base64.ts'
import { isSignedByIssuer, signAsIssuer } from './issuer-signature.ts'

/** The sandbox's own identity provider for SAML: its entity ID. */
export const SAML_ISSUER = 'https://saml.sandbox.example/idp'

/** Where AWS wants assertions to be sent. */
export const SAML_RECIPIENT = 'https://signin.aws.amazon.com/saml'

/** For whom AWS wants assertions to be. */
export const SAML_AUDIENCE = 'urn:amazon:webservices'

const NAME_ID_FORMAT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:'

/** What an assertion says. An absent part is null. */
export type SamlAssertion = {
  readonly issuer: string
  readonly subject: string
  /** `persistent`, `transient`, or the whole URN of another format. */
  readonly subjectType: string
  readonly audience: string | null
  readonly recipient: string | null
  readonly issuedAt: Instant
  readonly notOnOrAfter: Instant
  /** Attribute Role: pairs of ARNs. */
  readonly roles: readonly { readonly roleArn: string; readonly principalArn: string }[]
  readonly roleSessionName: string | null
  readonly sessionDurationSeconds: number | null
  readonly tags: readonly (readonly [key: string, value: string])[]
  readonly transitiveTagKeys: readonly string[]
}

/** Why an assertion is not believed. */
export type AssertionFault =
  | { readonly fault: 'not-base64' }
  | { readonly fault: 'not-a-response' }
  | { readonly fault: 'other-issuer'; readonly issuer: string }
  | { readonly fault: 'signature-differs' }
  | { readonly fault: 'expired'; readonly now: Instant; readonly notOnOrAfter: Instant }
  | { readonly fault: 'not-yet-valid'; readonly now: Instant; readonly issuedAt: Instant }

/**
 * Writes a SAML response of the sandbox's provider, base64. The signature covers every byte of the text without it, not
 * a canonical form: only the sandbox checks it.
 */
export async function issueAssertion(
  order: Partial<SamlAssertion> & Pick<SamlAssertion, 'issuedAt' | 'roles'>,
): Promise<string> {
  const said: SamlAssertion = {
    issuer: SAML_ISSUER,
    subject: 'minji@sandbox.example',
    subjectType: 'persistent',
    audience: SAML_AUDIENCE,
    recipient: SAML_RECIPIENT,
    notOnOrAfter: order.issuedAt + 5 * MINUTE,
    roleSessionName: 'minji',
    sessionDurationSeconds: null,
    tags: [],
    transitiveTagKeys: [],
    ...order,
  }
  const response = {
    ...said,
    id: (await sha256Hex(JSON.stringify(said))).slice(0, 32),
    destination: said.recipient ?? '',
    audience: said.audience ?? '',
    nameId: said.subject,
    nameIdFormat: said.subjectType.includes(':')
      ? said.subjectType
      : NAME_ID_FORMAT + said.subjectType,
    sessionNotOnOrAfter: null,
    roles: said.roles.map(({ roleArn, principalArn }) => ({ roleArn, providerArn: principalArn })),
    sessionDuration: said.sessionDurationSeconds,
    principalTags: said.tags.map(([key, value]) => ({ key, values: [value] })),
    sourceIdentity: null,
  }
  const signature = encodeBase64(await signAsIssuer(writeSamlResponse(response, '')))
  return encodeSamlResponse(writeSamlResponse(response, signature))
}

/** Reads an assertion and checks form, issuer, signature and time, in this order. Role, audience and recipient are left to the caller. */
export async function openAssertion(
  base64: string,
  world: { readonly now: Instant },
): Promise<{ readonly fault: null; readonly assertion: SamlAssertion } | AssertionFault> {
  const bytes = fromBase64(base64)
  if (!bytes) return { fault: 'not-base64' }
  const text = new TextDecoder().decode(bytes)
  const reading = readXml(text)
  const assertion = reading.kind === 'read' ? assertionOf(reading.root) : null
  if (!assertion) return { fault: 'not-a-response' }
  if (assertion.issuer !== SAML_ISSUER) return { fault: 'other-issuer', issuer: assertion.issuer }
  if (!(await isUnaltered(text, bytes))) return { fault: 'signature-differs' }
  const { issuedAt, notOnOrAfter } = assertion
  if (notOnOrAfter <= world.now) return { fault: 'expired', now: world.now, notOnOrAfter }
  return issuedAt > world.now + 5 * MINUTE
    ? { fault: 'not-yet-valid', now: world.now, issuedAt }
    : { fault: null, assertion }
}

/** The signature as it is written, behind the issuer of the assertion. */
const SEAL =
  /(<\/saml:Issuer>)<ds:Signature xmlns:ds="[^"<]{1,60}"><ds:SignatureValue>([A-Za-z0-9+/=]{1,700})<\/ds:SignatureValue><\/ds:Signature>/

async function isUnaltered(text: string, bytes: Uint8Array): Promise<boolean> {
  const seal = SEAL.exec(text)
  const signature = fromBase64(seal?.[2] ?? '')
  if (!seal || !signature || !seal[0].includes(XML_DSIG)) return false
  // Bytes that are no UTF-8 would all read as U+FFFD.
  if (encodeBase64(bytesOf(text)) !== encodeBase64(bytes)) return false
  return isSignedByIssuer(text.replace(seal[0], seal[1] ?? ''), signature)
}

const XML_DSIG = '"http://www.w3.org/2000/09/xmldsig#"'

/** Null where a part without which nothing can be said is missing. */
function assertionOf(response: XmlElement): SamlAssertion | null {
  const assertion = childOf(response, 'Assertion')
  const issuer = textOf(childOf(assertion, 'Issuer'))
  const subject = childOf(assertion, 'Subject')
  const nameId = childOf(subject, 'NameID')
  const confirmation = childOf(
    childOf(subject, 'SubjectConfirmation'),
    'SubjectConfirmationData',
  )?.attributes
  const issuedAt = parseIso(assertion?.attributes['IssueInstant'] ?? '')
  const notOnOrAfter = parseIso(confirmation?.['NotOnOrAfter'] ?? '')
  if (!assertion || issuer === null || issuedAt === null || notOnOrAfter === null) return null
  const attributes = attributesOf(assertion)
  const valuesOf = (name: string): readonly string[] => attributes.get(AWS_ATTRIBUTES + name) ?? []
  const audience = childOf(childOf(assertion, 'Conditions'), 'AudienceRestriction')
  const tag = `${AWS_ATTRIBUTES}PrincipalTag:`
  const duration = Number(valuesOf('SessionDuration')[0] ?? '')
  return {
    issuer,
    subject: textOf(nameId) ?? '',
    subjectType: (nameId?.attributes['Format'] ?? '').replace(/^.*:nameid-format:/, ''),
    audience: textOf(childOf(audience, 'Audience')) || null,
    recipient: confirmation?.['Recipient'] || null,
    issuedAt,
    notOnOrAfter,
    roles: valuesOf('Role').flatMap(rolePairOf),
    roleSessionName: valuesOf('RoleSessionName')[0] ?? null,
    sessionDurationSeconds: Number.isInteger(duration) && duration > 0 ? duration : null,
    tags: [...attributes].flatMap(([name, values]) =>
      name.startsWith(tag) ? values.map((value) => [name.slice(tag.length), value] as const) : [],
    ),
    transitiveTagKeys: valuesOf('TransitiveTagKeys'),
  }
}

/** AWS takes the two ARNs in either order. */
function rolePairOf(text: string): SamlAssertion['roles'] {
  const arns = text.split(',').map((arn) => arn.trim())
  const roleArn = arns.find((arn) => arn.includes(':role/'))
  const principalArn = arns.find((arn) => arn.includes(':saml-provider/'))
  return arns.length === 2 && roleArn && principalArn ? [{ roleArn, principalArn }] : []
}

function attributesOf(assertion: XmlElement): ReadonlyMap<string, readonly string[]> {
  const statement = childOf(assertion, 'AttributeStatement')
  const named = (element: XmlElement | null, name: string): readonly XmlElement[] =>
    (element?.children ?? []).flatMap((child) =>
      typeof child !== 'string' && child.name === name ? [child] : [],
    )
  return new Map(
    named(statement, 'Attribute').map((attribute) => [
      attribute.attributes['Name'] ?? '',
      named(attribute, 'AttributeValue').map((value) => textOf(value) ?? ''),
    ]),
  )
}
