import { Secret } from '../credentials/secret.ts'
import type { Instant } from '../time/instant.ts'
import { decodeBase64Url, textOfUtf8 } from './base64.ts'
import { CLAIM_MEANINGS, CLAIMS_OF_TIME } from './claims-table.ts'
import type { JwtClaim, JwtFacts, JwtProblem, JwtProblemWord, JwtReading } from './jwt.ts'
import { jwtProblems } from './jwt-problems.ts'
import { unwrapToken } from './unwrap-token.ts'

/** STS takes 20,000 characters; a paste with more than this around them is no token. */
const LONGEST = 100_000
const LONGEST_CLAIM = 4000

type JsonObject = Readonly<Record<string, unknown>>

/**
 * Reads a JSON Web Token: header, claims, and what is wrong with them. Its signature is not checked. Tolerates what
 * people copy along (`Bearer`, quotes, a name, line breaks) and tells it. `now` null: no time is judged. Never throws;
 * longer texts are refused unread.
 * @see https://www.rfc-editor.org/rfc/rfc7519
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function readJwt(text: string, now: Instant | null): JwtReading {
  const unread = (problem: JwtProblemWord, detail: string | null = null): JwtReading => ({
    kind: 'unread',
    token: null,
    wrappings: [],
    problems: [{ problem, severity: 'error', detail, instant: null }],
  })
  if (text.length > LONGEST) return unread('too-large', String(text.length))
  const { token, wrappings } = unwrapToken(text)
  if (token === '') return unread('empty')
  const because = (problem: JwtProblemWord, detail: string | null = null): JwtReading => ({
    ...unread(problem, detail),
    kind: 'unread',
    token: new Secret(token),
    wrappings,
  })
  const parts = token.split('.')
  if (parts.length === 1) return because('opaque')
  if (parts.length === 5) return because('encrypted')
  if (parts.length !== 3) return because('wrong-parts', String(parts.length))
  const [headerText = '', payloadText = '', signature = ''] = parts
  const header = objectIn(headerText)
  if (typeof header === 'string') return because(header, 'header')
  const payload = objectIn(payloadText)
  if (typeof payload === 'string') return because(payload, 'payload')
  if (decodeBase64Url(signature) === null) return because('not-base64url', 'signature')
  const facts = factsOf(header, payload)
  const problems: readonly JwtProblem[] = jwtProblems(facts, payload, {
    length: token.length,
    hasSignature: signature !== '',
    now,
  })
  return {
    kind: 'read',
    token: new Secret(token),
    wrappings,
    header: claimsOf(header),
    claims: claimsOf(payload),
    facts,
    isSignatureChecked: false,
    problems,
  }
}

function objectIn(part: string): JsonObject | 'not-base64url' | 'not-json' | 'not-an-object' {
  const bytes = part === '' ? null : decodeBase64Url(part)
  if (!bytes) return 'not-base64url'
  const text = textOfUtf8(bytes)
  const value = text === null ? undefined : parseJson(text)
  if (value === undefined) return 'not-json'
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as JsonObject) : 'not-an-object'
}

function claimsOf(object: JsonObject): readonly JwtClaim[] {
  return Object.entries(object).map(([name, value]) => ({
    name,
    meaning: CLAIM_MEANINGS.get(name) ?? null,
    text: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, LONGEST_CLAIM),
    instant: CLAIMS_OF_TIME.has(name) ? instantIn(value) : null,
  }))
}

function factsOf(header: JsonObject, payload: JsonObject): JwtFacts {
  const subject = textIn(payload, 'sub')
  const tags = own(payload, 'https://aws.amazon.com/tags')
  const principalTags = (Array.isArray(tags) ? tags : [tags]).map((one) =>
    own(one, 'principal_tags'),
  )
  return {
    algorithm: textIn(header, 'alg'),
    keyId: textIn(header, 'kid'),
    type: textIn(header, 'typ'),
    issuer: textIn(payload, 'iss'),
    subject,
    audiences: textsIn(own(payload, 'aud')),
    authorizedParty: textIn(payload, 'azp'),
    methods: textsIn(own(payload, 'amr')),
    issuedAt: instantIn(own(payload, 'iat')),
    notBefore: instantIn(own(payload, 'nbf')),
    expiresAt: instantIn(own(payload, 'exp')),
    authenticatedAt: instantIn(own(payload, 'auth_time')),
    tokenUse: textIn(payload, 'token_use'),
    tagKeys: principalTags.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.keys(one) : [],
    ),
    hasSourceIdentity: own(payload, 'https://aws.amazon.com/source_identity') !== undefined,
    isSpiffe: subject?.startsWith('spiffe://') ?? false,
  }
}

/** A property of the object's own; undefined where there is none or it is no object. */
function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}

function textIn(object: JsonObject, name: string): string | null {
  const value = own(object, name)
  return typeof value === 'string' ? value : null
}

function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(
    (one) => typeof one === 'string',
  )
}

/** Seconds since 1970 as an instant; null for what is no time of this or the next century. */
function instantIn(value: unknown): Instant | null {
  if (typeof value !== 'number' || value < 0 || value > 10_000_000_000) return null
  return value * 1000
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
