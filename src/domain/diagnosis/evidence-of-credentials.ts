import type { Flaw } from '../credentials/facts.ts'
import { HOUR } from '../time/instant.ts'
import type { Case } from './case.ts'
import { awsNow, isTold, sourceOf } from './case.ts'
import {
  accountsAgree,
  flawsOf,
  foreignPartition,
  swappedField,
  tokenAge,
  tokenState,
} from './values-of-case.ts'
import { literal, row, word } from './evidence-row.ts'
import type { Bearing, Evidence, EvidenceValue } from './finding.ts'

const LONGEST_SESSION = 36 * HOUR

export function keyKindRow(
  c: Case,
  expected: 'temporary' | 'long-term',
  bearing: Bearing,
): Evidence | null {
  const key = c.facts.credentials.accessKeyId
  if (key === null) return null
  const seen = key.kind === 'other' ? 'not-an-access-key-id' : key.kind
  return row('key-kind', word(expected), word(seen), bearing, sourceOf(c, 'key'))
}

export function keyShapeRow(c: Case): Evidence | null {
  const key = c.facts.credentials.accessKeyId
  if (key === null) return null
  const expected = word('aws-access-key-id')
  if (key.isDocumentation)
    return row('key-shape', expected, word('documentation-key'), 'differs', sourceOf(c, 'key'))
  if (key.looksLike)
    return row('key-shape', expected, word(key.looksLike), 'differs', sourceOf(c, 'key'))
  if (key.flaws.some((each) => each.flaw === 'placeholder')) {
    return row('key-shape', expected, word('placeholder'), 'differs', sourceOf(c, 'key'))
  }
  if (key.kind === 'other')
    return row('key-shape', expected, word('not-an-access-key-id'), 'differs', sourceOf(c, 'key'))
  // What is wrong with it stands in a row of its own.
  if (key.flaws.length > 0) return null
  return row('key-shape', expected, literal(key.prefix ?? ''), 'agrees', sourceOf(c, 'key'))
}

export function tokenPresenceRow(c: Case, expected: 'present' | 'missing'): Evidence | null {
  const state = tokenState(c)
  if (state === null && isTold(c)) return null
  const seen = state === null || state === 'missing' ? 'missing' : 'present'
  return row(
    'session-token',
    word(expected),
    word(seen),
    seen === expected ? 'agrees' : 'differs',
    sourceOf(c, 'token'),
  )
}

/** Whether the token could be read to its end. */
export function tokenWholeRow(c: Case): Evidence | null {
  const token = c.facts.credentials.sessionToken
  if (token === null || token.state === 'unknown') return null
  if (token.state === 'whole')
    return row('token-whole', word('whole'), word('whole'), 'agrees', 'inferred')
  const cut: EvidenceValue = { count: token.missingBytes, of: 'bytes' }
  const seen =
    token.state === 'damaged'
      ? word('unreadable')
      : token.missingBytes > 0
        ? cut
        : word('cut-short')
  return row('token-whole', word('whole'), seen, 'differs', 'inferred')
}

export function tokenVersionRow(c: Case): Evidence | null {
  const version = c.facts.credentials.sessionToken?.version ?? null
  const isOptIn = c.facts.target?.isOptIn ?? null
  if (version === null || isOptIn === null) return null
  const expected = isOptIn ? 'version-2' : 'any-listed'
  const differs = isOptIn && version === 1
  const seen = word(version === 1 ? 'version-1' : 'version-2')
  return row('token-version', word(expected), seen, differs ? 'differs' : 'agrees', 'inferred')
}

export function tokenAgeRow(c: Case): Evidence | null {
  const age = tokenAge(c)
  if (age === null) return null
  const bearing = age <= LONGEST_SESSION ? 'agrees' : 'differs'
  return row('token-age', word('under-36-hours'), { milliseconds: age }, bearing, 'inferred')
}

/** The account in the key ID against the account in the token. */
export function accountRow(c: Case): Evidence | null {
  const agree = accountsAgree(c)
  const token = c.facts.credentials.sessionToken?.account
  const key = c.facts.credentials.accessKeyId?.account
  if (agree === null || !token || !key) return null
  return row(
    'token-account',
    literal(key),
    literal(token),
    agree ? 'agrees' : 'differs',
    'inferred',
  )
}

/** The first of these flaws, in the value where it stands. */
export function flawRow(c: Case, flaws: readonly Flaw['flaw'][]): Evidence | null {
  const found = flawsOf(c).find((each) => flaws.includes(each.flaw))
  if (!found) return null
  const source = found.part === 'accessKeyId' ? sourceOf(c, 'key') : 'pasted'
  if (found.flaw === 'length') {
    const name = found.part === 'secretAccessKey' ? 'secret-length' : 'key-length'
    const expected: EvidenceValue = { count: found.expected, of: 'characters' }
    return row(name, expected, { count: found.seen, of: 'characters' }, 'differs', source)
  }
  const name = found.part === 'secretAccessKey' ? 'secret-characters' : 'stray-characters'
  const seen: EvidenceValue =
    'count' in found ? { count: found.count, of: 'characters' } : word(found.flaw)
  return row(name, word('none'), seen, 'differs', source)
}

/** Something that looks like one value in the place of another. */
export function swappedRow(c: Case): Evidence | null {
  const swapped = swappedField(c)
  if (swapped === null) return null
  const names = {
    accessKeyId: 'key-shape',
    secretAccessKey: 'secret-characters',
    sessionToken: 'session-token',
  } as const
  const words = {
    accessKeyId: 'access-key-id',
    secretAccessKey: 'secret-access-key',
    sessionToken: 'session-token',
  } as const
  const seen = Object.values(words).find((each) => each === swapped.looksLike) ?? 'other'
  const source = swapped.part === 'accessKeyId' ? sourceOf(c, 'key') : 'pasted'
  return row(names[swapped.part], word(words[swapped.part]), word(seen), 'differs', source)
}

/** The pasted expiration, as time left on AWS's clock. */
export function expirationRow(c: Case): Evidence | null {
  const now = awsNow(c)
  if (c.facts.expiration === null || now === null) return null
  const left = c.facts.expiration - now
  return row(
    'expiration',
    word('in-the-future'),
    { milliseconds: left },
    left > 0 ? 'agrees' : 'differs',
    'pasted',
  )
}

export function partitionRow(c: Case): Evidence | null {
  if (c.facts.credentials.sessionToken === null) return null
  const expected = literal(c.facts.target?.partition ?? '')
  const foreign = foreignPartition(c)
  if (foreign !== null) return row('partition', expected, literal(foreign), 'differs', 'inferred')
  return null
}
