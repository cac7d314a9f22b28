import { describe, expect, test } from 'vitest'
import type { CredentialFacts, KeyIdFacts, TokenFacts } from '../credentials/facts.ts'
import { expiryOf } from './expiry.ts'
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
    ['alive after 20 hours, whatever the kind said', 20 * HOUR, 'assumed-role', 20 * HOUR],
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
})
