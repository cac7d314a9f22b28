import type { Cause } from '../diagnosis/causes.ts'
import type { CredentialFacts, Flaw, KeyIdFacts, SecretFacts, TokenFacts } from './facts.ts'
import {
  agrees,
  characters,
  checkOf,
  comparing,
  differs,
  MISSING,
  notJudged,
  warns,
  type Compared,
  type Judged,
} from './judged.ts'
import { judgeTime, type TimeContext } from './judge-time.ts'
import { TRAP_ACCOUNTS, TRAP_ACCOUNTS_KNOWN_AS_OF } from './trap-account-table.ts'
import type { Verdict } from './verdict.ts'

/** What the verdict needs beside the values. */
export type JudgeContext = TimeContext & {
  /** The Region to be asked; `isOptIn` is null where that is not known. */
  readonly region: { readonly isOptIn: boolean | null }
  /** The text holds what begins like a session token and could not be read. */
  readonly isTokenUnread?: boolean | undefined
}

/** Which cause leads where several differ: first what must be mended before the others count. */
const RANK: readonly Cause[] = [
  'fields-swapped',
  'localstack-key-on-aws',
  'missing-session-token',
  'long-term-and-session-key-mixed',
  'key-deleted-or-inactive',
  'credential-whitespace',
  'credential-mangled',
  'clock-skew',
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
    ...judgeTrap(facts),
    ...judgeFields(facts),
    ...(key ? judgeKey(key, token !== null) : [comparing(differs('key-missing', null), MISSING)]),
    ...(secret ? judgeSecret(secret) : [comparing(differs('secret-missing', null), MISSING)]),
    ...(key ? judgePair(key, token, context.isTokenUnread === true) : []),
    ...(token ? judgeToken(token) : []),
    ...(key && token ? judgeAccounts(key, token) : []),
    ...(token ? judgeRegion(token, context.region.isOptIn) : []),
    ...judgeTime(facts, context),
  ]
  const checks = judged.map(checkOf)
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

/** An account whose keys are laid out to catch whoever uses them. */
function judgeTrap({ accessKeyId, sessionToken }: CredentialFacts): Judged[] {
  const account = [accessKeyId?.account, sessionToken?.account].find(
    (each) => each != null && TRAP_ACCOUNTS.has(each),
  )
  return account == null
    ? []
    : [warns('trap-account', { account, knownAsOf: TRAP_ACCOUNTS_KNOWN_AS_OF })]
}

/** Values in each other's place: sure where two of them name each other. */
function judgeFields({ accessKeyId, secretAccessKey, sessionToken }: CredentialFacts): Judged[] {
  const places = [
    ['access-key-id', accessKeyId],
    ['secret-access-key', secretAccessKey],
    ['session-token', sessionToken],
  ] as const
  const swapped = places.flatMap(([place, one]) =>
    one?.looksLike ? [[{ word: place }, { word: one.looksLike }] as const] : [],
  )
  const [first] = swapped
  if (!first) return []
  const certainty = swapped.length > 1 ? 'certain' : 'likely'
  return [comparing(differs('fields-swapped', 'fields-swapped', {}, certainty), first)]
}

function judgeKey(key: KeyIdFacts, hasToken: boolean): Judged[] {
  if (key.isDocumentation) {
    return [
      comparing(differs('key-documentation', 'localstack-key-on-aws', {}, 'certain'), [
        { word: 'aws-access-key-id' },
        { word: 'documentation-key' },
      ]),
    ]
  }
  if (key.looksLike) return []
  const length = lengthOf(key.flaws)
  // On its own a mistyped key ID is a key that does not exist; beside a token the set was damaged in copying.
  const mistyped = hasToken ? 'credential-mangled' : 'key-deleted-or-inactive'
  const flawed = causeOf(key.flaws)
  const cause = flawed === 'credential-mangled' ? mistyped : flawed
  if (key.kind !== 'other') {
    // As with the secret: a right length would hide that the characters are wrong.
    if (!cause) return []
    const check = differs('key-shape', cause, length === 20 ? {} : { length })
    return [length === 20 ? check : comparing(check, [characters(20), characters(length)])]
  }
  // Twenty characters or nearly so, or another of AWS's prefixes: a slip rather than another vendor's key.
  const isNearly = key.prefix !== null || Math.abs(length - 20) < 3
  const isOurs = isNearly || cause === 'credential-whitespace'
  const blamed = isOurs ? (cause ?? mistyped) : 'localstack-key-on-aws'
  return [
    comparing(differs('key-shape', blamed, { kind: 'other', length }), [
      { word: 'aws-access-key-id' },
      { word: 'not-an-access-key-id' },
    ]),
  ]
}

function judgeSecret(secret: SecretFacts): Judged[] {
  if (secret.looksLike) return []
  if (secret.isDocumentation) {
    return [differs('secret-shape', 'credential-mangled', { documentation: 1 })]
  }
  const cause = causeOf(secret.flaws)
  const compared: Compared = [characters(40), characters(secret.length)]
  if (!cause) return [comparing(agrees('secret-shape', { length: secret.length }), compared)]
  // Without a length the sentence names the rule: here the count is right and the characters are not.
  if (secret.length === 40) return [differs('secret-shape', cause)]
  return [comparing(differs('secret-shape', cause, { length: secret.length }), compared)]
}

function judgePair(key: KeyIdFacts, token: TokenFacts | null, isUnread: boolean): Judged[] {
  if (key.kind === 'temporary') {
    return token
      ? [agrees('temporary-key-with-token')]
      : [
          comparing(
            differs(
              'temporary-key-without-token',
              'missing-session-token',
              {},
              isUnread ? 'likely' : 'certain',
            ),
            MISSING,
          ),
        ]
  }
  if (key.kind === 'other') return []
  return token
    ? [
        comparing(differs('long-term-key-with-token', 'long-term-and-session-key-mixed'), [
          { word: 'missing' },
          { word: 'present' },
        ]),
      ]
    : [warns('long-term-key')]
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
        comparing(
          differs('token-cut', 'credential-mangled', { missingBytes: token.missingBytes }),
          [
            { count: token.bytes + token.missingBytes, of: 'bytes' },
            { count: token.bytes, of: 'bytes' },
          ],
        ),
      ]
    case 'damaged':
      return [
        ...flawed,
        comparing(differs('token-damaged', 'credential-mangled'), [
          { word: 'whole' },
          { word: 'unreadable' },
        ]),
      ]
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
    comparing(
      differs('different-accounts', 'long-term-and-session-key-mixed', {
        key: key.account,
        token: token.account,
      }),
      [{ literal: key.account }, { literal: token.account }],
    ),
  ]
}

function judgeRegion({ version }: TokenFacts, isOptIn: boolean | null): Judged[] {
  if (version === null) return []
  if (version === 2 || isOptIn === false) return [agrees('token-version-fits-region', { version })]
  return isOptIn
    ? [
        comparing(differs('version-1-token-in-opt-in-region', 'v1-token-in-opt-in-region'), [
          { word: 'version-2' },
          { word: 'version-1' },
        ]),
      ]
    : [notJudged('token-version-fits-region', { version })]
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
