import { Secret } from '../credentials/secret.ts'
import type { Instant } from '../time/instant.ts'
import { readXml } from '../xml/read-xml.ts'
import { findSaml } from './find-saml.ts'
import { readSamlFacts } from './saml-facts.ts'
import { samlProblems } from './saml-problems.ts'
import type { SamlProblemWord, SamlReading, SamlRepair } from './saml.ts'

/** STS takes 100,000 characters of base64; percent-encoding and a form around them make no more than this of it. */
const LONGEST = 400_000

/**
 * Reads a SAML response as an identity provider posts it to AWS: as base64, as the body of the form copied from the
 * browser's tools, or as XML. Its signature is not checked. `now` null: no time is judged. Never throws; document type
 * declarations and longer texts are refused unread.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
export function readSamlResponse(text: string, now: Instant | null): SamlReading {
  const unread = (
    problem: SamlProblemWord,
    detail: string | null = null,
    repairs: readonly SamlRepair[] = [],
  ): SamlReading => ({
    kind: 'unread',
    repairs,
    problems: [{ problem, severity: 'error', detail, instant: null }],
  })
  if (text.length > LONGEST) return unread('too-large', String(text.length))
  const found = findSaml(text)
  if (found.kind === 'missing') return unread(found.problem, found.detail, found.repairs)
  const { xml, base64, form, repairs } = found
  const reading = readXml(xml)
  if (reading.kind === 'refused') {
    const problem = reading.why === 'doctype' ? 'doctype' : 'not-xml'
    return unread(problem, reading.why, repairs)
  }
  const { root } = reading
  if (root.name === 'AuthnRequest') return unread('is-a-request', root.name, repairs)
  if (root.name !== 'Response' && root.name !== 'Assertion') {
    return unread('not-a-response', root.name.slice(0, 100), repairs)
  }
  const { facts, oddities } = readSamlFacts(root)
  return {
    kind: 'read',
    assertion: new Secret(base64),
    form,
    repairs,
    facts,
    isSignatureChecked: false,
    problems: samlProblems(root, facts, oddities, { length: base64.length, now }),
  }
}
