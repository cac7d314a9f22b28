import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeAccessKeyId } from '#domain/credentials/access-key-id.ts'
import { encodeSessionToken } from '#domain/credentials/session-token-encode.ts'
import { Secret } from '#domain/credentials/secret.ts'
import { readPaste, typedCredentials } from '#domain/reading/read-paste.ts'
import type { ReadCredentials, Reading, ReadValue } from '#domain/reading/reading.ts'
import { instantOf } from '#domain/time/instant.ts'
import { readResult } from './read-result.ts'

const NOW = instantOf(2026, 11, 22, 1, 30) ?? 0
const SECRET = 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE'
const KEY = encodeAccessKeyId({ prefix: 'ASIA', account: '111122223333', tail: 'EXAMPLE' })
const LONG_TERM = encodeAccessKeyId({ prefix: 'AKIA', account: '444455556666', tail: 'EXAMPLE' })

const token = (
  version: 1 | 2,
  account = '111122223333',
  issuedAt = instantOf(2026, 11, 22, 1) ?? 0,
): string =>
  encodeSessionToken({
    version,
    region: 'eu-west-1',
    account,
    issuedAt,
    ciphertext: new TextEncoder().encode('EXAMPLE '.repeat(20)),
    signature: new TextEncoder().encode('EXAMPLE '.repeat(5)),
    iv: new TextEncoder().encode('EXAMPLE EXAM'),
  })

const TOKEN = token(2)

/** A secret that could be part of a name. */
const PLAIN = 'EXAMPLE0secret00123456789ABCDEF0EXAMPLE0'

const shown = (reading: Reading, isRevealed = true) => readResult(reading, { isRevealed, now: NOW })

const typed = (accessKeyId: string, secretAccessKey: string, sessionToken: string): Reading =>
  typedCredentials({ accessKeyId, secretAccessKey, sessionToken })

const value = (text: string): ReadValue => ({
  value: new Secret(text),
  found: { name: '', line: 1 },
})

/** A reading with one set, and parts of it replaced. */
function readingOf(more: Partial<ReadCredentials>, notes: readonly object[] = []): Reading {
  const { credentials, ...rest } = typed(KEY, SECRET, TOKEN)
  const [set] = credentials
  return {
    ...rest,
    credentials: set ? [{ ...set, ...more }] : [],
    // Notes that are still to come: what holds for all of them must not depend on the ones there are.
    notes: notes as Reading['notes'],
  }
}

describe('inferred and verdict', () => {
  test.each([
    [
      'a whole version-2 token',
      typed(KEY, SECRET, TOKEN),
      'nothing-contradicts',
      { keyKind: 'temporary', accountFromKey: '111122223333' },
      { version: 2, region: 'eu-west-1', account: '111122223333', missingBytes: 0 },
    ],
    [
      'version 1',
      typed(KEY, SECRET, token(1)),
      'nothing-contradicts',
      { keyKind: 'temporary' },
      { version: 1, region: null, account: null, issuedAt: '2026-11-22T01:00:00Z' },
    ],
    [
      'cut by 84 bytes',
      typed(KEY, SECRET, TOKEN.replace(/=+$/, '').slice(0, -112)),
      'cannot-work',
      { keyKind: 'temporary' },
      { version: 2, region: 'eu-west-1' },
    ],
    [
      'a token of another account',
      typed(KEY, SECRET, token(2, '444455556666')),
      'cannot-work',
      { accountFromKey: '111122223333' },
      { account: '444455556666' },
    ],
    [
      'no token',
      typed(KEY, SECRET, ''),
      'cannot-work',
      { keyKind: 'temporary' },
      { version: null, region: null, account: null, issuedAt: null, missingBytes: null },
    ],
    [
      'a token of no known layout',
      typed(KEY, SECRET, 'Zm9vYmFy'.repeat(20)),
      'cannot-tell',
      { keyKind: 'temporary' },
      { version: null, missingBytes: null },
    ],
    [
      'long-term',
      typed(LONG_TERM, SECRET, ''),
      'nothing-contradicts',
      { keyKind: 'long-term', accountFromKey: '444455556666' },
      {},
    ],
    ['no key of AWS', typed('minioadmin', SECRET, ''), 'cannot-work', { keyKind: 'other' }, {}],
    [
      'no key ID',
      typed('', SECRET, ''),
      'cannot-tell',
      { keyKind: null, accountFromKey: null },
      { version: null },
    ],
  ])('%s', (_name, reading, verdict, inferred, inToken) => {
    const { credentials, incomplete } = shown(reading)
    expect(incomplete).toEqual([])
    expect(credentials).toMatchObject([{ verdict, inferred: { ...inferred, token: inToken } }])
  })

  test('what a cut token lacks', () => {
    const cut = TOKEN.replace(/=+$/, '').slice(0, -112)
    const { credentials, findings } = shown(typed(KEY, SECRET, cut))
    const missingBytes = credentials[0]?.inferred.token.missingBytes ?? 0
    expect(missingBytes).toBeGreaterThan(0)
    expect(findings).toEqual([
      {
        cause: 'credential-mangled',
        certainty: 'likely',
        list: 'credentials',
        index: 0,
        evidence: [{ check: 'token-cut', missingBytes }],
      },
    ])
  })

  test('a version-1 token beside an opt-in Region of the text', () => {
    const found = { name: 'region', line: 1 }
    const [in1, in2] = ['ap-east-1', 'eu-west-1'].map((code) =>
      shown(readingOf({ sessionToken: value(token(1)), region: { code, found } })),
    )
    expect(in1?.findings).toMatchObject([{ cause: 'v1-token-in-opt-in-region' }])
    expect(in2?.findings).toEqual([])
  })
})

describe('warnings', () => {
  const trap = encodeAccessKeyId({ prefix: 'AKIA', account: '052310077262', tail: 'EXAMPLE' })

  test.each([
    ['a temporary set', typed(KEY, SECRET, TOKEN), []],
    [
      'a long-term key',
      typed(LONG_TERM, SECRET, ''),
      [{ warning: 'long-term-key', list: 'credentials', index: 0 }],
    ],
    [
      'a key that is laid out as a trap, without its secret',
      typed(trap, '', ''),
      [
        { warning: 'trap-account', account: '052310077262', list: 'incomplete', index: 0 },
        { warning: 'long-term-key', list: 'incomplete', index: 0 },
      ],
    ],
    [
      'a token from the future',
      typed(KEY, SECRET, token(2, '111122223333', NOW + 10 * 60_000)),
      [{ warning: 'issued-in-future', minutes: 10, list: 'credentials', index: 0 }],
    ],
  ])('%s', (_name, reading, findings) => {
    const shownNow = shown(reading)
    expect(shownNow.findings).toHaveLength(findings.length)
    expect(shownNow.findings).toMatchObject(findings)
  })

  test('each beside its set, before the notes', () => {
    const [first, second] = [typed(KEY, SECRET, TOKEN), typed(LONG_TERM, SECRET, '')]
    const credentials = [...first.credentials, ...second.credentials]
    const { findings } = shown({ ...first, credentials, notes: [{ note: 'login-cache' }] })
    expect(findings).toEqual([
      { warning: 'long-term-key', list: 'credentials', index: 1 },
      { note: 'login-cache' },
    ])
  })
})

describe('lists and values', () => {
  test('sets without a secret are incomplete, each list in order', () => {
    const one = readingOf({}).credentials
    const none = readingOf({ secretAccessKey: null, profile: 'none' }).credentials
    const none2 = readingOf({ secretAccessKey: null, profile: 'none2', sessionToken: null })
    const reading = { ...readingOf({}), credentials: [...none, ...one, ...none2.credentials] }
    const { credentials, incomplete } = shown(reading)
    expect(credentials.map(({ profile }) => profile)).toEqual([null])
    expect(incomplete.map(({ profile }) => profile)).toEqual(['none', 'none2'])
    expect(incomplete[1]).toEqual({
      accessKeyId: KEY,
      secretAccessKey: null,
      sessionToken: null,
      expiration: null,
      region: null,
      profile: 'none2',
      inferred: {
        keyKind: 'temporary',
        accountFromKey: '111122223333',
        token: { version: null, region: null, account: null, issuedAt: null, missingBytes: null },
      },
      verdict: 'cannot-tell',
    })
  })

  test.each([
    [NOW, '2026-11-22T01:30:00Z'],
    [NOW + 7, '2026-11-22T01:30:00.007Z'],
    [NOW + 120.9, '2026-11-22T01:30:00.120Z'],
    [Infinity, null],
    [NaN, null],
  ])('the instant %d is %s', (instant, iso) => {
    const expiration = { instant, found: { name: 'Expiration', line: 1 } }
    expect(shown(readingOf({ expiration })).credentials[0]?.expiration).toBe(iso)
  })

  test.each([
    ['', { hidden: 0, ends: '' }],
    ['EXAMPLE', { hidden: 7, ends: '' }],
    ['EXAMPLE+EXAMPLE', { hidden: 15, ends: '' }],
    ['EXAMPLE+EXAMPLE0', { hidden: 12, ends: 'PLE0' }],
    [SECRET, { hidden: 36, ends: 'MPLE' }],
  ])('a mask by length', (text, mask) => {
    const { credentials } = shown(readingOf({ secretAccessKey: value(text) }), false)
    expect(credentials[0]?.secretAccessKey).toEqual(mask)
  })
})

describe('no value beside the three', () => {
  const OTHER = 'EXAMPLE+other+9876543210+abcdef+EXAMPLE1'

  test.each([
    ['a set of it', SECRET],
    ['another secret', OTHER],
    ['a key ID', KEY],
    ['a token', TOKEN],
    ['a key ID glued to a name', `${KEY}AWS_SESSION_TOKEN`],
    ['a name with a value in it', `x.${token(1)}.token`],
  ])('a note that holds %s', (_name, text) => {
    const notes = [
      { note: 'of-later', found: { name: text, line: 3 }, all: [text], one: value(text) },
    ]
    for (const isRevealed of [true, false]) {
      const { findings } = shown(readingOf({}, notes), isRevealed)
      expect(findings).toMatchObject([{ note: 'of-later', found: { line: 3 } }])
      expect(JSON.stringify(findings)).not.toContain(text)
      expect(JSON.stringify(findings)).not.toContain(text.slice(2, -7))
    }
  })

  test('a Region or a profile that is a secret', () => {
    const code = SECRET.replaceAll('/', '0')
    const reading = readingOf({
      profile: OTHER,
      region: { code, found: { name: 'region', line: 1 } },
    })
    const printed = JSON.stringify(shown(reading, false))
    expect(printed).not.toContain(code)
    expect(printed).not.toContain(OTHER)
    expect(shown(reading).credentials[0]).toMatchObject({ profile: OTHER, region: code })
  })

  test('nothing throws, whatever the text', () => {
    const parts = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          'AWS_SESSION_TOKEN=',
          '"AccessKeyId":',
          '[',
          '{',
          KEY,
          SECRET,
          TOKEN,
          PLAIN,
        ),
      ),
    )
    fc.assert(
      fc.property(parts, (all) => {
        const printed = JSON.stringify(shown(readPaste(all.join('')), false))
        for (const text of [KEY, SECRET, TOKEN, PLAIN]) expect(printed).not.toContain(text)
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  test('a value that its line break was lost behind', () => {
    const notes = [{ note: 'of-later', found: { name: `${PLAIN}AWS_SESSION_TOKEN`, line: 1 } }]
    const { findings } = shown(readingOf({ secretAccessKey: value(PLAIN) }, notes))
    expect(JSON.stringify(findings)).not.toContain(PLAIN)
  })
})
