import type { Cause } from '../diagnosis/causes.ts'
import { HOUR, type Instant } from '../time/instant.ts'
import { LONGEST_SESSION } from '../time/session-lifetimes.ts'
import type { CredentialFacts, Flaw, KeyIdFacts, SecretFacts, TokenFacts } from './facts.ts'
import type { Check, CheckName, Verdict } from './verdict.ts'

/** What the verdict needs beside the values. */
export type JudgeContext = {
  /** The expiration that the paste states. */
  readonly expiration: Instant | null
  /** The Region to be asked; `isOptIn` is null where that is not known. */
  readonly region: { readonly isOptIn: boolean | null }
  readonly now: Instant
}

type Fills = Check['fills']
type Blame = { readonly cause: Cause; readonly certainty: 'certain' | 'likely' }
type Judged = Check & { readonly blame: Blame | null }

/** Which cause leads where several differ: first what must be mended before the others count. */
const RANK: readonly Cause[] = [
  'fields-swapped',
  'localstack-key-on-aws',
  'missing-session-token',
  'long-term-and-session-key-mixed',
  'key-deleted-or-inactive',
  'credential-whitespace',
  'credential-mangled',
  'expired-session',
  'v1-token-in-opt-in-region',
]

/**
 * What can be said about a set of credentials before the call. What rests on token bytes or on the account in a key
 * ID is at most likely.
 */
export function judgeCredentials(facts: CredentialFacts, context: JudgeContext): Verdict {
  const { accessKeyId: key, secretAccessKey: secret, sessionToken: token } = facts
  const judged = [
    ...judgeFields(facts),
    ...(key ? judgeKey(key, token !== null) : [differs('key-missing', null)]),
    ...(secret ? judgeSecret(secret) : [differs('secret-missing', null)]),
    ...(key ? judgePair(key, token) : []),
    ...(token ? judgeToken(token) : []),
    ...(key && token ? judgeAccounts(key, token) : []),
    ...(token ? judgeRegion(token, context.region.isOptIn) : []),
    ...judgeTime(facts, context),
  ]
  const checks = judged.map(({ check, reading, fills }) => ({ check, reading, fills }))
  const blames = judged.flatMap(({ blame }) => blame ?? [])
  const [lead] = blames.sort((a, b) => RANK.indexOf(a.cause) - RANK.indexOf(b.cause))
  const isIncomplete = !key || !secret
  if (isIncomplete && lead?.cause !== 'fields-swapped') {
    return { verdict: 'cannot-tell', cause: null, certainty: null, checks }
  }
  if (lead) return { verdict: 'cannot-work', ...lead, checks }
  const isUnread = token?.state === 'unknown'
  return {
    verdict: isUnread ? 'cannot-tell' : 'nothing-contradicts',
    cause: null,
    certainty: null,
    checks,
  }
}

const agrees = (check: CheckName, fills: Fills = {}): Judged => ({
  check,
  reading: 'agrees',
  fills,
  blame: null,
})

const notJudged = (check: CheckName, fills: Fills = {}): Judged => ({
  check,
  reading: 'not-judged',
  fills,
  blame: null,
})

const differs = (
  check: CheckName,
  cause: Cause | null,
  fills: Fills = {},
  certainty: Blame['certainty'] = 'likely',
): Judged => ({ check, reading: 'differs', fills, blame: cause && { cause, certainty } })

/** Values in each other's place: sure where two of them name each other. */
function judgeFields({ accessKeyId, secretAccessKey, sessionToken }: CredentialFacts): Judged[] {
  const swapped = [accessKeyId, secretAccessKey, sessionToken].filter((one) => one?.looksLike)
  if (swapped.length === 0) return []
  return [
    differs('fields-swapped', 'fields-swapped', {}, swapped.length > 1 ? 'certain' : 'likely'),
  ]
}

function judgeKey(key: KeyIdFacts, hasToken: boolean): Judged[] {
  if (key.isDocumentation) {
    return [differs('key-documentation', 'localstack-key-on-aws', {}, 'certain')]
  }
  if (key.looksLike) return []
  const length = lengthOf(key.flaws)
  // On its own a mistyped key ID is a key that does not exist; beside a token the set was damaged in copying.
  const mistyped = hasToken ? 'credential-mangled' : 'key-deleted-or-inactive'
  const flawed = causeOf(key.flaws)
  const cause = flawed === 'credential-mangled' ? mistyped : flawed
  if (key.kind !== 'other') {
    // As with the secret: a right length would hide that the characters are wrong.
    return cause ? [differs('key-shape', cause, length === 20 ? {} : { length })] : []
  }
  // Twenty characters or nearly so, or another of AWS's prefixes: a slip rather than another vendor's key.
  const isNearly = key.prefix !== null || Math.abs(length - 20) < 3
  const isOurs = isNearly || cause === 'credential-whitespace'
  const blamed = isOurs ? (cause ?? mistyped) : 'localstack-key-on-aws'
  return [differs('key-shape', blamed, { kind: 'other', length })]
}

function judgeSecret(secret: SecretFacts): Judged[] {
  if (secret.looksLike) return []
  const cause = secret.isDocumentation ? 'credential-mangled' : causeOf(secret.flaws)
  if (!cause) return [agrees('secret-shape', { length: secret.length })]
  // Without a length the sentence names the rule: here the count is right and the characters are not.
  return [differs('secret-shape', cause, secret.length === 40 ? {} : { length: secret.length })]
}

function judgePair(key: KeyIdFacts, token: TokenFacts | null): Judged[] {
  if (key.kind === 'temporary') {
    return token
      ? [agrees('temporary-key-with-token')]
      : [differs('temporary-key-without-token', 'missing-session-token', {}, 'certain')]
  }
  if (key.kind === 'other') return []
  return token
    ? [differs('long-term-key-with-token', 'long-term-and-session-key-mixed')]
    : [agrees('long-term-key')]
}

function judgeToken(token: TokenFacts): Judged[] {
  if (token.looksLike) return []
  const cause = causeOf(token.flaws)
  const flawed = cause ? [differs('token-flawed', cause)] : []
  switch (token.state) {
    case 'whole':
      return cause ? flawed : [agrees('token-whole', { bytes: token.bytes })]
    case 'cut':
      return [
        ...flawed,
        differs('token-cut', 'credential-mangled', { missingBytes: token.missingBytes }),
      ]
    case 'damaged':
      return [...flawed, differs('token-damaged', 'credential-mangled')]
    case 'unknown':
      return [...flawed, notJudged('token-unknown')]
    default:
      return token.state satisfies never
  }
}

function judgeAccounts(key: KeyIdFacts, token: TokenFacts): Judged[] {
  if (key.kind !== 'temporary') return []
  if (key.account === null || token.account === null) return [notJudged('account-not-comparable')]
  if (key.account === token.account) return [agrees('same-account', { account: key.account })]
  return [
    differs('different-accounts', 'long-term-and-session-key-mixed', {
      key: key.account,
      token: token.account,
    }),
  ]
}

function judgeRegion({ version }: TokenFacts, isOptIn: boolean | null): Judged[] {
  if (version === null) return []
  if (version === 2 || isOptIn === false) return [agrees('token-version-fits-region', { version })]
  return isOptIn
    ? [differs('version-1-token-in-opt-in-region', 'v1-token-in-opt-in-region')]
    : [notJudged('token-version-fits-region', { version })]
}

/** The stated expiration may belong to another set, and this device's clock may be wrong: never more than likely. */
function judgeTime(
  { accessKeyId: key, sessionToken: token }: CredentialFacts,
  { expiration, now }: JudgeContext,
): Judged[] {
  if (key?.kind === 'long-term') return []
  const issuedAt = token?.issuedAt ?? null
  return [
    ...(expiration !== null && expiration <= now
      ? [differs('expired', 'expired-session', { expiresAt: expiration })]
      : []),
    ...(issuedAt !== null && now - issuedAt > LONGEST_SESSION
      ? [
          differs('probably-expired', 'expired-session', {
            hours: Math.floor((now - issuedAt) / HOUR),
          }),
        ]
      : []),
  ]
}

/** Blanks and quotes come off by hand; everything else means copying the value again. */
function causeOf(flaws: readonly Flaw[]): Cause | null {
  if (flaws.length === 0) return null
  const isStray = flaws.some(({ flaw }) => flaw === 'blanks' || flaw === 'quotes')
  return isStray ? 'credential-whitespace' : 'credential-mangled'
}

function lengthOf(flaws: readonly Flaw[]): number {
  return flaws.find((flaw) => flaw.flaw === 'length')?.seen ?? 20
}
