import type { Instant } from '../time/instant.ts'
import { MINUTE } from '../time/instant.ts'
import { readInstant } from '../time/read-instant.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childOf, textOf } from '../xml/read-xml.ts'
import type { SamlFacts, SamlProblemWord, SamlRole } from './saml.ts'

/** What could not be understood while reading. */
export type Oddity = { readonly problem: SamlProblemWord; readonly detail: string }

/** Every attribute that AWS gives a meaning begins so. */
export const AWS_ATTRIBUTES = 'https://aws.amazon.com/SAML/Attributes/'

/** STS takes a response for so long after it was issued, whatever it says itself. */
const REDEEM_WITHIN = 5 * MINUTE

const TAG = 'PrincipalTag:'
const ROLE_ARN = /^arn:[a-z-]{1,20}:iam::\d{12}:role\/.{1,1024}$/
const PROVIDER_ARN = /^arn:[a-z-]{1,20}:iam::\d{12}:saml-provider\/.{1,256}$/

type Attribute = { readonly name: string; readonly values: readonly string[] }

/** The facts of a response or a bare assertion; what is malformed is told apart. */
export function readSamlFacts(root: XmlElement): {
  readonly facts: SamlFacts
  readonly oddities: readonly Oddity[]
} {
  const oddities: Oddity[] = []
  const odd = (problem: SamlProblemWord, detail: string): void => {
    oddities.push({ problem, detail: detail.slice(0, 300) })
  }
  const assertion = root.name === 'Assertion' ? root : childOf(root, 'Assertion')
  const timeIn = (element: XmlElement | null, name: string): Instant | null => {
    const text = element?.attributes[name]
    if (text === undefined) return null
    const instant = readInstant(text)
    if (instant === null) odd('time-malformed', name)
    return instant
  }
  const subject = childOf(assertion, 'Subject')
  const nameId = childOf(subject, 'NameID')
  const confirmation = childOf(childOf(subject, 'SubjectConfirmation'), 'SubjectConfirmationData')
  const conditions = childOf(assertion, 'Conditions')
  const audience = childOf(conditions, 'AudienceRestriction')
  const attributes = attributesOf(assertion)
  const valuesOf = (name: string): readonly string[] =>
    attributes
      .filter((attribute) => attribute.name === AWS_ATTRIBUTES + name)
      .flatMap(({ values }) => values)
  const first = (name: string): string | null => valuesOf(name)[0] ?? null

  const roles = valuesOf('Role').flatMap((value): readonly SamlRole[] => {
    const role = roleIn(value)
    if (!role) odd('role-malformed', value)
    return role ? [role] : []
  })
  const duration = first('SessionDuration')
  const sessionDuration = duration !== null && /^\d{1,6}$/.test(duration) ? Number(duration) : null
  const isUsual = sessionDuration !== null && sessionDuration >= 900 && sessionDuration <= 43_200
  if (duration !== null && !isUsual) odd('session-duration-malformed', duration)
  const issuedAt = timeIn(assertion ?? root, 'IssueInstant')
  const confirmationEnds = timeIn(confirmation, 'NotOnOrAfter')
  const ends = [confirmationEnds, issuedAt === null ? null : issuedAt + REDEEM_WITHIN].filter(
    (end) => end !== null,
  )
  return {
    oddities,
    facts: {
      issuer: textOf(childOf(assertion, 'Issuer')) ?? textOf(childOf(root, 'Issuer')),
      destination: root.attributes['Destination'] ?? null,
      recipient: confirmation?.attributes['Recipient'] ?? null,
      audiences: childrenOf(audience, 'Audience').map((one) => textOf(one) ?? ''),
      issuedAt,
      notBefore: timeIn(conditions, 'NotBefore'),
      notOnOrAfter: timeIn(conditions, 'NotOnOrAfter'),
      confirmationEnds,
      redeemBefore: ends.length > 0 ? Math.min(...ends) : null,
      sessionNotOnOrAfter: timeIn(childOf(assertion, 'AuthnStatement'), 'SessionNotOnOrAfter'),
      nameId: textOf(nameId),
      nameIdFormat: nameId?.attributes['Format'] ?? null,
      roles,
      roleSessionName: first('RoleSessionName'),
      sessionDuration,
      principalTags: attributes
        .filter(({ name }) => name.startsWith(AWS_ATTRIBUTES + TAG))
        .map(({ name, values }) => ({ key: name.slice((AWS_ATTRIBUTES + TAG).length), values })),
      transitiveTagKeys: valuesOf('TransitiveTagKeys'),
      sourceIdentity: first('SourceIdentity'),
      otherAttributes: attributes
        .map(({ name }) => name)
        .filter((name) => !name.startsWith(AWS_ATTRIBUTES)),
      isResponseSigned: root.name === 'Response' && childOf(root, 'Signature') !== null,
      isAssertionSigned: childOf(assertion, 'Signature') !== null,
    },
  }
}

/** A role and its provider, in either order, as AWS reads them; null where one of them is missing. */
function roleIn(value: string): SamlRole | null {
  const arns = value.split(',').map((arn) => arn.trim())
  if (arns.length !== 2) return null
  const roleArn = arns.find((arn) => ROLE_ARN.test(arn))
  const providerArn = arns.find((arn) => PROVIDER_ARN.test(arn))
  return roleArn !== undefined && providerArn !== undefined ? { roleArn, providerArn } : null
}

function attributesOf(assertion: XmlElement | null): readonly Attribute[] {
  return childrenOf(assertion, 'AttributeStatement')
    .flatMap((statement) => childrenOf(statement, 'Attribute'))
    .map((attribute) => ({
      name: attribute.attributes['Name'] ?? '',
      values: childrenOf(attribute, 'AttributeValue').map((value) => textOf(value) ?? ''),
    }))
}

/** Every child element of a name. */
export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child) => typeof child !== 'string' && child.name === name,
  ) as readonly XmlElement[]
}
