import { bytesOf, sha256Hex } from '#domain/sigv4/hash.ts'
import { formatIso, MINUTE, parseIso, type Instant } from '#domain/time/instant.ts'
import { childOf, readXml, textOf, type XmlElement } from '#domain/xml/read-xml.ts'
import { escapeXml } from '../xml.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { isSignedByIssuer, signAsIssuer } from './issuer-signature.ts'

/** The sandbox's own identity provider for SAML: its entity ID. */
export const SAML_ISSUER = 'https://saml.sandbox.example/idp'

/** Where AWS wants assertions to be sent. */
export const SAML_RECIPIENT = 'https://signin.aws.amazon.com/saml'

/** For whom AWS wants assertions to be. */
export const SAML_AUDIENCE = 'urn:amazon:webservices'

const ATTRIBUTE = 'https://aws.amazon.com/SAML/Attributes/'

const NAME_ID_FORMAT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'

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
 * Writes a SAML response of the sandbox's provider, base64. The signature covers every byte of the text, not a
 * canonical form: only the sandbox can check it, which its algorithm's name says.
 */
export async function issueAssertion(
  order: Partial<SamlAssertion> & Pick<SamlAssertion, 'issuedAt' | 'roles'>,
): Promise<string> {
  const assertion: SamlAssertion = {
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
  const unsigned = await responseXml(assertion)
  const signature = toBase64(await signAsIssuer(unsigned))
  return toBase64(bytesOf(unsigned.replace(EMPTY_SEAL, sealXml(signature))))
}

const sealXml = (signature: string): string => `<ds:SignatureValue>${signature}</ds:SignatureValue>`
const EMPTY_SEAL = sealXml('')

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

async function isUnaltered(text: string, bytes: Uint8Array): Promise<boolean> {
  const seal = /<ds:SignatureValue>([A-Za-z0-9+/=]{1,700})<\/ds:SignatureValue>/.exec(text)
  const signature = fromBase64(seal?.[1] ?? '')
  if (!seal || !signature) return false
  // Bytes that are no UTF-8 would all read as U+FFFD.
  if (toBase64(bytesOf(text)) !== toBase64(bytes)) return false
  return isSignedByIssuer(text.replace(seal[0], EMPTY_SEAL), signature)
}

async function responseXml(assertion: SamlAssertion): Promise<string> {
  const { issuedAt, notOnOrAfter, audience, recipient } = assertion
  const issued = formatIso(issuedAt)
  const ends = formatIso(notOnOrAfter)
  const id = (await sha256Hex(JSON.stringify(assertion))).slice(0, 32)
  const issuer = `<saml2:Issuer>${escapeXml(assertion.issuer)}</saml2:Issuer>`
  const format = assertion.subjectType.includes(':')
    ? assertion.subjectType
    : NAME_ID_FORMAT.replace('persistent', assertion.subjectType)
  const to = recipient === null ? '' : ` Recipient="${escapeXml(recipient)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<saml2p:Response xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r${id}" IssueInstant="${issued}" Version="2.0"${to.replace('Recipient', 'Destination')}>`,
    '<saml2p:Status><saml2p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></saml2p:Status>',
    `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a${id}" IssueInstant="${issued}" Version="2.0">${issuer}`,
    `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:SignatureMethod Algorithm="https://saml.sandbox.example/rsa-sha256-of-the-text"/></ds:SignedInfo>${EMPTY_SEAL}</ds:Signature>`,
    `<saml2:Subject><saml2:NameID Format="${escapeXml(format)}">${escapeXml(assertion.subject)}</saml2:NameID>`,
    `<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml2:SubjectConfirmationData NotOnOrAfter="${ends}"${to}/></saml2:SubjectConfirmation></saml2:Subject>`,
    `<saml2:Conditions NotBefore="${issued}" NotOnOrAfter="${ends}">${
      audience === null
        ? ''
        : `<saml2:AudienceRestriction><saml2:Audience>${escapeXml(audience)}</saml2:Audience></saml2:AudienceRestriction>`
    }</saml2:Conditions>`,
    `<saml2:AuthnStatement AuthnInstant="${issued}" SessionIndex="_a${id}"/>`,
    `<saml2:AttributeStatement>${attributesXml(assertion)}</saml2:AttributeStatement>`,
    '</saml2:Assertion></saml2p:Response>',
  ].join('')
}

function attributesXml(assertion: SamlAssertion): string {
  const { roles, roleSessionName, sessionDurationSeconds, tags, transitiveTagKeys } = assertion
  const attributes: readonly (readonly [name: string, values: readonly string[]])[] = [
    ['Role', roles.map(({ roleArn, principalArn }) => `${roleArn},${principalArn}`)],
    ['RoleSessionName', roleSessionName === null ? [] : [roleSessionName]],
    ['SessionDuration', sessionDurationSeconds === null ? [] : [String(sessionDurationSeconds)]],
    ...tags.map(([key, value]) => [`PrincipalTag:${key}`, [value]] as const),
    ['TransitiveTagKeys', transitiveTagKeys],
  ]
  return attributes
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => {
      const items = values.map(
        (value) => `<saml2:AttributeValue>${escapeXml(value)}</saml2:AttributeValue>`,
      )
      return `<saml2:Attribute Name="${escapeXml(ATTRIBUTE + name)}">${items.join('')}</saml2:Attribute>`
    })
    .join('')
}

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
  const valuesOf = (name: string): readonly string[] => attributes.get(ATTRIBUTE + name) ?? []
  const audience = childOf(childOf(assertion, 'Conditions'), 'AudienceRestriction')
  const tag = `${ATTRIBUTE}PrincipalTag:`
  const duration = Number(valuesOf('SessionDuration')[0] ?? '')
  return {
    issuer,
    subject: textOf(nameId) ?? '',
    subjectType: (nameId?.attributes['Format'] ?? '').replace(/^.*:nameid-format:/, ''),
    audience: textOf(childOf(audience, 'Audience')),
    recipient: confirmation?.['Recipient'] ?? null,
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
