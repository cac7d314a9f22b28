import type { Instant } from '../time/instant.ts'
import { MINUTE } from '../time/instant.ts'
import { CLAIMS_OF_TIME } from './claims-table.ts'
import type { JwtFacts, JwtProblem, JwtProblemWord } from './jwt.ts'

/** IAM takes a token for five minutes after it has expired. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html */
const GRACE = 5 * MINUTE

/** What STS verifies. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
const ACCEPTED = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512']

type Circumstances = {
  readonly length: number
  readonly hasSignature: boolean
  readonly now: Instant | null
}

/** What is wrong with a token that could be read. */
export function jwtProblems(
  facts: JwtFacts,
  payload: Readonly<Record<string, unknown>>,
  { length, hasSignature, now }: Circumstances,
): readonly JwtProblem[] {
  const problems: JwtProblem[] = []
  const tell = (
    severity: JwtProblem['severity'],
    problem: JwtProblemWord,
    detail: string | null = null,
    instant: Instant | null = null,
  ): void => void problems.push({ problem, severity, detail, instant })

  if (length < 4) tell('error', 'too-short-for-sts', String(length))
  if (length > 20_000) tell('error', 'too-long-for-sts', String(length))
  const { algorithm, issuer } = facts
  if (algorithm === null || algorithm.toLowerCase() === 'none') tell('error', 'alg-none', algorithm)
  else if (!ACCEPTED.includes(algorithm)) tell('warning', 'alg-not-accepted', algorithm)
  if (!hasSignature) tell('error', 'no-signature')
  if (issuer === null) tell('error', 'no-issuer')
  // Google's issuer may stand without its scheme.
  else if (!issuer.startsWith('https://') && issuer !== 'accounts.google.com') {
    tell('warning', 'issuer-not-https', issuer)
  }
  if (facts.subject === null) tell('error', 'no-subject')
  if (facts.tokenUse === 'access' || facts.type?.toLowerCase() === 'at+jwt') {
    tell('warning', 'access-token', facts.tokenUse ?? facts.type)
  }
  if (facts.audiences.length === 0) {
    tell(facts.authorizedParty === null ? 'error' : 'warning', 'no-audience')
  } else if (facts.audiences.length > 1) {
    tell('warning', 'several-audiences', facts.audiences.join(', '))
  }
  for (const name of CLAIMS_OF_TIME) {
    const value = Object.hasOwn(payload, name) ? payload[name] : undefined
    if (value !== undefined && !Number.isInteger(value)) tell('error', 'time-not-whole', name)
  }
  const { expiresAt, notBefore } = facts
  if (expiresAt === null) tell('error', 'no-expiry')
  if (now === null) return problems
  if (expiresAt !== null && now >= expiresAt) {
    const isWithin = now < expiresAt + GRACE
    tell('warning', isWithin ? 'expired-within-grace' : 'expired', null, expiresAt)
  }
  if (notBefore !== null && now < notBefore) tell('warning', 'not-yet-valid', null, notBefore)
  return problems
}
