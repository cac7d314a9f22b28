import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CredentialFacts, KeyIdFacts, TokenFacts } from '../credentials/facts.ts'
import { expiryOf, timeLeft } from './expiry.ts'
import { HOUR, MINUTE, instantOf } from './instant.ts'

const T0 = instantOf(2026, 11, 22, 1) ?? 0

function factsOf(
  kind: KeyIdFacts['kind'],
  issuedAt: number | null,
  hasToken = true,
): CredentialFacts {
  const token: TokenFacts = {
    state: 'whole',
    version: 2,
    firstByte: 0x21,
    name: 'origin_ec',
    region: 'us-east-1',
    account: null,
    issuedAt,
    missingBytes: 0,
    bytes: 600,
    flaws: [],
    looksLike: null,
  }
  return {
    accessKeyId: {
      kind,
      prefix: null,
      account: null,
      isDocumentation: false,
      flaws: [],
      looksLike: null,
    },
    secretAccessKey: null,
    sessionToken: hasToken ? token : null,
  }
}
const SESSION = factsOf('temporary', T0)

const windowOf = (earliest: number, usual: number, roleLimit: number, latest: number) => ({
  kind: 'window',
  issuedAt: T0,
  earliest: T0 + earliest,
  usual: T0 + usual,
  roleLimit: T0 + roleLimit,
  latest: T0 + latest,
})
const expired = (latest: number) => ({
  kind: 'probably-expired',
  issuedAt: T0,
  latest: T0 + latest,
})
const M15 = 15 * MINUTE

test.each([
  ['nothing known of the principal', 0, null, windowOf(M15, HOUR, 12 * HOUR, 36 * HOUR)],
  ['36 hours on the dot', 36 * HOUR, null, windowOf(M15, HOUR, 12 * HOUR, 36 * HOUR)],
  ['later', 36 * HOUR + 1, null, expired(36 * HOUR)],
  ['assumed role', HOUR, 'assumed-role', windowOf(M15, HOUR, 12 * HOUR, 12 * HOUR)],
  ['assumed role, 13 hours on', 13 * HOUR, 'assumed-role', expired(12 * HOUR)],
  ['root', M15, 'root', windowOf(M15, HOUR, HOUR, HOUR)],
  ['user', M15, 'user', windowOf(M15, 12 * HOUR, 12 * HOUR, 36 * HOUR)],
  ['federated user', M15, 'federated-user', windowOf(M15, 12 * HOUR, 12 * HOUR, 36 * HOUR)],
  ['assumed root', MINUTE, 'assumed-root', windowOf(0, M15, M15, M15)],
  ['other', M15, 'other', windowOf(M15, HOUR, 12 * HOUR, 36 * HOUR)],
] as const)('window: %s', (_name, age, principal, expected) => {
  expect(expiryOf(SESSION, null, T0 + age, principal)).toEqual(expected)
})

test.each([
  ['stated wins', SESSION, T0 + HOUR, { kind: 'stated', expiresAt: T0 + HOUR, issuedAt: T0 }],
  [
    'stated, no issue time',
    factsOf('temporary', null),
    T0,
    { kind: 'stated', expiresAt: T0, issuedAt: null },
  ],
  ['token without a time', factsOf('temporary', null), null, { kind: 'unknown' }],
  ['temporary key without token', factsOf('temporary', null, false), null, { kind: 'unknown' }],
  ['long-term key', factsOf('long-term', null, false), null, { kind: 'no-end' }],
  ['long-term key, stray expiration', factsOf('long-term', null, false), T0, { kind: 'no-end' }],
])('%s', (_name, facts, expiration, expected) => {
  expect(expiryOf(facts, expiration, T0)).toEqual(expected)
})

describe('after an answer', () => {
  test.each([
    ['alive after 20 hours, whatever the kind said', 20 * HOUR, 'assumed-role', 36 * HOUR],
    ['alive at the end of what the kind allows', 12 * HOUR, 'assumed-role', 36 * HOUR],
    ['alive just before it', 12 * HOUR - 1, 'assumed-role', 12 * HOUR],
    ['alive after 13 hours, root', 13 * HOUR, 'root', 36 * HOUR],
    ['alive within the hour', HOUR / 2, 'assumed-role', 12 * HOUR],
  ] as const)('%s', (_name, alive, principal, latest) => {
    const expiry = expiryOf(SESSION, null, T0 + alive, principal, { aliveAt: T0 + alive })
    expect(expiry).toMatchObject({
      kind: 'window',
      earliest: T0 + alive,
      latest: T0 + latest,
      aliveAt: T0 + alive,
    })
  })

  test('an instance profile lasts about six hours', () => {
    const expiry = expiryOf(SESSION, null, T0, 'assumed-role', { maker: 'ec2-instance' })
    expect(expiry).toMatchObject({ usual: T0 + 6.5 * HOUR, latest: T0 + 12 * HOUR })
  })

  test('alive later than any session lasts: nothing is known', () => {
    const alive = T0 + 36 * HOUR
    expect(expiryOf(SESSION, null, alive + 1, 'assumed-role', { aliveAt: alive })).toEqual({
      kind: 'unknown',
      outlivedAt: alive,
    })
  })

  test.each([
    ['passed 4 hours before', SESSION, -4 * HOUR, 18 * MINUTE, 'window'],
    ['passed as AWS answered', SESSION, HOUR, HOUR, 'window'],
    ['no issue time', factsOf('temporary', null), HOUR, 2 * HOUR, 'unknown'],
  ] as const)(
    'a stated expiration that it contradicts: %s',
    (_name, facts, stated, alive, kind) => {
      const aliveAt = T0 + alive
      expect(expiryOf(facts, T0 + stated, aliveAt, 'assumed-role', { aliveAt })).toMatchObject({
        kind,
        setAside: { stated: T0 + stated, why: 'accepted-later', aliveAt },
      })
    },
  )

  test('a stated expiration after it holds, and passes', () => {
    const stated = { kind: 'stated', expiresAt: T0 + HOUR, issuedAt: T0 }
    for (const now of [T0 + HOUR / 2, T0 + 2 * HOUR]) {
      expect(expiryOf(SESSION, T0 + HOUR, now, null, { aliveAt: T0 + HOUR / 2 })).toEqual(stated)
    }
  })

  test('never over at a moment when AWS accepted it, or before', () => {
    const PRINCIPALS = ['root', 'user', 'assumed-role', 'assumed-root', 'federated-user'] as const
    const span = fc.integer({ min: -50 * HOUR, max: 50 * HOUR })
    fc.assert(
      fc.property(
        span,
        fc.nat({ max: 50 * HOUR }),
        fc.option(span),
        fc.constantFrom(null, ...PRINCIPALS),
        fc.constantFrom(null, 'ec2-instance', 'cognito-identity-pool'),
        (alive, before, stated, principal, maker) => {
          const aliveAt = T0 + alive
          const now = aliveAt - before
          const expiration = stated === null ? null : T0 + stated
          const expiry = expiryOf(SESSION, expiration, now, principal, { aliveAt, maker })
          expect(expiry.kind).not.toBe('probably-expired')
          expect(timeLeft(expiry, now) ?? 1).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('a stated expiration that the token cannot have', () => {
  test.each([
    ['before the issue time', -1, 'before-issue'],
    ['at the issue time', 0, 'before-issue'],
    ['36 hours and over a minute', 36 * HOUR + MINUTE + 1, 'beyond-longest'],
    ['years later', 70_000 * HOUR, 'beyond-longest'],
  ])('%s', (_name, span, why) => {
    expect(expiryOf(SESSION, T0 + span, T0 + MINUTE)).toEqual({
      ...windowOf(M15, HOUR, 12 * HOUR, 36 * HOUR),
      setAside: { stated: T0 + span, why, issuedAt: T0 },
    })
  })

  test('on an old token', () => {
    expect(expiryOf(SESSION, T0 - 1, T0 + 37 * HOUR)).toMatchObject({
      kind: 'probably-expired',
      setAside: { why: 'before-issue' },
    })
  })

  test.each([1, HOUR, 36 * HOUR])('%d ms after the issue time it stands', (span) => {
    expect(expiryOf(SESSION, T0 + span, T0)).toMatchObject({ kind: 'stated' })
  })
})

test.each([
  ['of a window', null, T0 + HOUR, 35 * HOUR],
  ['of a window, clock behind the issue time', null, T0 - HOUR, 36 * HOUR],
  ['stated', T0 + HOUR, T0 + MINUTE, 59 * MINUTE],
  ['stated, clock years behind', T0 + HOUR, T0 - 70_000 * HOUR, HOUR],
  ['stated, over', T0 + HOUR, T0 + 2 * HOUR, -HOUR],
])('time left: %s', (_name, expiration, now, expected) => {
  expect(timeLeft(expiryOf(SESSION, expiration, now), now)).toBe(expected)
})

test('time left: none that is known', () => {
  expect(timeLeft({ kind: 'no-end' }, T0)).toBeNull()
  expect(timeLeft({ kind: 'unknown' }, T0)).toBeNull()
})
