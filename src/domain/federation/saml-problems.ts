import type { Instant } from '../time/instant.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childOf, textOf } from '../xml/read-xml.ts'
import type { Oddity } from './saml-facts.ts'
import { childrenOf } from './saml-facts.ts'
import type { SamlFacts, SamlProblem, SamlProblemWord } from './saml.ts'

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success'

/** Sign-in endpoints of AWS: `https://signin.aws.amazon.com/saml`, Regional ones, those of other partitions. */
const SIGN_IN =
  /^https:\/\/(?:[a-z0-9-]{1,40}\.)?signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com|aws\.eu)\//

/** What an AWS audience may be beside the sign-in endpoints. */
const AUDIENCE = /^urn:amazon:webservices(?::[a-z0-9-]{1,30})?$/

/** The circumstances of a reading: characters of base64, and this device's clock. */
type Circumstances = { readonly length: number; readonly now: Instant | null }

/** What is wrong with a response that could be read. */
export function samlProblems(
  root: XmlElement,
  facts: SamlFacts,
  oddities: readonly Oddity[],
  { length, now }: Circumstances,
): readonly SamlProblem[] {
  const problems: SamlProblem[] = []
  const tell = (
    severity: SamlProblem['severity'],
    problem: SamlProblemWord,
    detail: string | null = null,
    instant: Instant | null = null,
  ): void => void problems.push({ problem, severity, detail, instant })

  if (length > 100_000) tell('error', 'too-long-for-sts', String(length))
  if (root.name === 'Assertion') tell('error', 'bare-assertion')
  const status = childOf(childOf(root, 'Status'), 'StatusCode')
  const code = status?.attributes['Value'] ?? SUCCESS
  if (code !== SUCCESS) {
    const words = textOf(childOf(childOf(root, 'Status'), 'StatusMessage'))
    const inner = childOf(status, 'StatusCode')?.attributes['Value']
    tell(
      'error',
      'status-not-success',
      [code, inner, words].filter(Boolean).join(' · ').slice(0, 600),
    )
  }
  const count = childrenOf(root, 'Assertion').length
  const isEncrypted = childOf(root, 'EncryptedAssertion') !== null
  if (isEncrypted) tell('warning', 'encrypted-assertion')
  if (count > 1) tell('warning', 'several-assertions', String(count))
  const isBare = root.name === 'Assertion'
  if (count === 0 && !isBare) {
    if (!isEncrypted && code === SUCCESS) tell('error', 'no-assertion')
    return problems
  }
  if (!facts.isResponseSigned && !facts.isAssertionSigned) tell('error', 'not-signed')
  for (const { problem, detail } of oddities) tell('warning', problem, detail)
  if (facts.roles.length === 0) tell('error', 'no-roles')
  tellNames(facts, tell)
  tellTimes(facts, now, tell)
  return problems
}

type Tell = (
  severity: SamlProblem['severity'],
  problem: SamlProblemWord,
  detail?: string | null,
  instant?: Instant | null,
) => void

function tellNames(facts: SamlFacts, tell: Tell): void {
  const { roleSessionName, audiences, recipient } = facts
  if (roleSessionName === null) tell('error', 'no-role-session-name')
  else if (!/^[\w+=,.@-]{2,64}$/.test(roleSessionName)) {
    tell('error', 'role-session-name-malformed', roleSessionName.slice(0, 200))
  }
  if (audiences.length === 0) tell('warning', 'no-audience')
  else if (!audiences.some((one) => AUDIENCE.test(one) || SIGN_IN.test(one))) {
    tell('warning', 'audience-not-aws', audiences.join(', ').slice(0, 600))
  }
  if (recipient === null) tell('warning', 'no-recipient')
  else if (!SIGN_IN.test(recipient)) tell('warning', 'recipient-not-aws', recipient.slice(0, 300))
}

function tellTimes(facts: SamlFacts, now: Instant | null, tell: Tell): void {
  if (facts.confirmationEnds === null) tell('warning', 'no-redeem-time')
  if (now === null) return
  const { redeemBefore, notOnOrAfter, notBefore, sessionNotOnOrAfter } = facts
  const isPast = (instant: Instant | null): instant is Instant => instant !== null && now >= instant
  if (isPast(redeemBefore)) tell('warning', 'redeemed-too-late', null, redeemBefore)
  if (isPast(notOnOrAfter)) tell('warning', 'conditions-ended', null, notOnOrAfter)
  if (isPast(sessionNotOnOrAfter)) tell('warning', 'session-ended', null, sessionNotOnOrAfter)
  if (notBefore !== null && now < notBefore) tell('warning', 'not-yet-valid', null, notBefore)
}
