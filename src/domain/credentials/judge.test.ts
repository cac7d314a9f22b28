import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE, instantOf } from '../time/instant.ts'
import { encodeAccessKeyId } from './access-key-id.ts'
import { describeCredentials } from './describe.ts'
import { judgeCredentials, type JudgeContext } from './judge.ts'
import { encodeSessionToken } from './session-token-encode.ts'
import { Secret } from './secret.ts'

const ACCOUNT = '111122223333'
const NOW = instantOf(2026, 11, 22, 12) ?? 0
const KEY = encodeAccessKeyId({ prefix: 'ASIA', account: ACCOUNT, tail: 'EXAMPLE' })
const LONG_TERM = encodeAccessKeyId({ prefix: 'AKIA', account: ACCOUNT, tail: 'EXAMPLE' })
const SECRET = 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE'

const tokenOf = (change: { version?: 1 | 2; account?: string; age?: number }): string =>
  encodeSessionToken({
    version: change.version ?? 2,
    region: 'us-east-1',
    account: change.account ?? ACCOUNT,
    issuedAt: NOW - (change.age ?? 10 * MINUTE),
    ciphertext: new Uint8Array(300).fill(77),
    signature: new Uint8Array(71).fill(66),
    iv: new Uint8Array(12).fill(1),
    opaque: new Uint8Array(160).fill(33),
  })
const TOKEN = tokenOf({})
/** On the public list of accounts whose keys are traps. */
const TRAP = '052310077262'

function judge(
  key: string | null,
  secret: string | null,
  token: string | null,
  context: Partial<JudgeContext> = {},
) {
  const facts = describeCredentials({
    accessKeyId: key === null ? null : new Secret(key),
    secretAccessKey: secret === null ? null : new Secret(secret),
    sessionToken: token === null ? null : new Secret(token),
  })
  const { verdict, cause, certainty, checks } = judgeCredentials(facts, {
    expiration: null,
    region: { isOptIn: false },
    now: NOW,
    ...context,
  })
  return { said: [verdict, cause, certainty], checks }
}

const WORKS = ['nothing-contradicts', null, null]
const UNTOLD = ['cannot-tell', null, null]
const likely = (cause: string) => ['cannot-work', cause, 'likely']
const certain = (cause: string) => ['cannot-work', cause, 'certain']

describe('verdict', () => {
  test.each([
    ['in order', KEY, SECRET, TOKEN, WORKS],
    ['in order, version 1', KEY, SECRET, tokenOf({ version: 1 }), WORKS],
    ['long-term key', LONG_TERM, SECRET, null, WORKS],
    ['old key, no account in it', 'ASIAIEXAMPLKEXAMPLTA', SECRET, TOKEN, WORKS],

    ['temporary key without token', KEY, SECRET, null, certain('missing-session-token')],
    ['empty token', KEY, SECRET, '', certain('missing-session-token')],
    [
      'token on a long-term key',
      LONG_TERM,
      SECRET,
      TOKEN,
      likely('long-term-and-session-key-mixed'),
    ],
    [
      'accounts differ',
      KEY,
      SECRET,
      tokenOf({ account: '444455556666' }),
      likely('long-term-and-session-key-mixed'),
    ],

    ['key and secret swapped', SECRET, KEY, TOKEN, certain('fields-swapped')],
    ['secret twice', SECRET, SECRET, TOKEN, likely('fields-swapped')],
    ['secret and token swapped', KEY, TOKEN, SECRET, certain('fields-swapped')],
    ['token in the key field, nothing else', TOKEN, null, null, likely('fields-swapped')],

    ['secret of 39', KEY, SECRET.slice(1), TOKEN, likely('credential-mangled')],
    ['secret with a blank', KEY, `${SECRET} `, TOKEN, likely('credential-whitespace')],
    ['quoted key', `"${KEY}"`, SECRET, TOKEN, likely('credential-whitespace')],
    ['key of 19', KEY.slice(0, 19), SECRET, TOKEN, likely('credential-mangled')],
    ['key in small letters', KEY.toLowerCase(), SECRET, TOKEN, likely('credential-mangled')],
    ['cut token', KEY, SECRET, TOKEN.slice(0, -120), likely('credential-mangled')],
    [
      'token with line breaks',
      KEY,
      SECRET,
      `${TOKEN.slice(0, 80)}\n${TOKEN.slice(80)}`,
      likely('credential-whitespace'),
    ],
    [
      'percent-encoded token',
      KEY,
      SECRET,
      `${TOKEN.slice(0, -8)}%2B%2F%2B%2F${TOKEN.slice(-4)}`,
      likely('credential-mangled'),
    ],
    [
      'role ID for a key',
      encodeAccessKeyId({ prefix: 'AROA', account: ACCOUNT, tail: 'EXAMPLE' }),
      SECRET,
      TOKEN,
      likely('credential-mangled'),
    ],
    ['emulator key', 'test', 'test', null, likely('localstack-key-on-aws')],
    ['emulator key, good secret', 'minioadmin', SECRET, null, likely('localstack-key-on-aws')],

    ['documentation key', 'AKIAIOSFODNN7EXAMPLE', SECRET, null, certain('localstack-key-on-aws')],
    [
      'documentation key without token',
      'ASIAIOSFODNN7EXAMPLE',
      SECRET,
      null,
      certain('localstack-key-on-aws'),
    ],
    [
      'documentation secret',
      KEY,
      'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      TOKEN,
      likely('credential-mangled'),
    ],
    [
      'documentation token',
      KEY,
      SECRET,
      'AQoEXAMPLEH4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5T',
      likely('credential-mangled'),
    ],

    ['no secret', KEY, null, TOKEN, UNTOLD],
    ['no key', null, SECRET, TOKEN, UNTOLD],
    ['no key, cut token', null, SECRET, TOKEN.slice(0, -120), UNTOLD],
    ['nothing', null, null, null, UNTOLD],
    ['a token of an unknown layout', KEY, SECRET, 'QUJDREVGR0hJSktMTU5P', UNTOLD],

    ['36 hours old to the second', KEY, SECRET, tokenOf({ age: 36 * HOUR }), WORKS],
    ['37 hours old', KEY, SECRET, tokenOf({ age: 37 * HOUR }), likely('expired-session')],
    [
      'cut and old',
      KEY,
      SECRET,
      tokenOf({ age: 37 * HOUR }).slice(0, -120),
      likely('credential-mangled'),
    ],
  ])('%s', (_name, key, secret, token, expected) => {
    expect(judge(key, secret, token).said).toEqual(expected)
  })

  test.each([
    [
      'expiration an hour ago',
      KEY,
      tokenOf({ age: 2 * HOUR }),
      { expiration: NOW - HOUR },
      likely('expired-session'),
    ],
    [
      'expiration before the issue time',
      KEY,
      TOKEN,
      { expiration: NOW - HOUR },
      likely('long-term-and-session-key-mixed'),
    ],
    [
      'expiration years after it',
      KEY,
      TOKEN,
      { expiration: NOW + 70_000 * HOUR },
      likely('long-term-and-session-key-mixed'),
    ],
    [
      'expiration that had passed when AWS accepted it',
      KEY,
      tokenOf({ age: 2 * HOUR }),
      { expiration: NOW - HOUR, aliveAt: NOW },
      WORKS,
    ],
    [
      'expiration after that',
      KEY,
      tokenOf({ age: 2 * HOUR }),
      { expiration: NOW - HOUR, aliveAt: NOW - HOUR - 1 },
      likely('expired-session'),
    ],
    ['accepted, older than any session', KEY, tokenOf({ age: 37 * HOUR }), { aliveAt: NOW }, WORKS],
    [
      'accepted within the limit, and over now',
      KEY,
      tokenOf({ age: 37 * HOUR }),
      { aliveAt: NOW - 2 * HOUR },
      likely('expired-session'),
    ],
    ['issued an hour from now', KEY, tokenOf({ age: -HOUR }), {}, likely('clock-skew')],
    ['issued 15 minutes from now', KEY, tokenOf({ age: -15 * MINUTE }), {}, WORKS],
    [
      'issued an hour from now, on AWS’s clock',
      KEY,
      tokenOf({ age: -HOUR }),
      { isClockMeasured: true },
      WORKS,
    ],
    ['expiration in an hour', KEY, TOKEN, { expiration: NOW + HOUR }, WORKS],
    ['expiration beside a long-term key', LONG_TERM, null, { expiration: NOW - HOUR }, WORKS],
    [
      'version 1 in an opt-in Region',
      KEY,
      tokenOf({ version: 1 }),
      { region: { isOptIn: true } },
      likely('v1-token-in-opt-in-region'),
    ],
    ['version 2 in an opt-in Region', KEY, TOKEN, { region: { isOptIn: true } }, WORKS],
    [
      'version 1, Region unknown',
      KEY,
      tokenOf({ version: 1 }),
      { region: { isOptIn: null } },
      WORKS,
    ],
  ])('%s', (_name, key, token, context, expected) => {
    expect(judge(key, SECRET, token, context).said).toEqual(expected)
  })

  test('each lone value is told from a whole set', () => {
    expect(judge(KEY, null, null).checks.map(({ check }) => check)).toEqual([
      'secret-missing',
      'temporary-key-without-token',
    ])
  })
})

describe('checks', () => {
  test('of a set in order', () => {
    const plain = judge(KEY, SECRET, TOKEN).checks.map(({ check, reading, fills }) => ({
      check,
      reading,
      fills,
    }))
    expect(plain).toEqual([
      { check: 'secret-shape', reading: 'agrees', fills: { length: 40 } },
      { check: 'temporary-key-with-token', reading: 'agrees', fills: {} },
      { check: 'token-whole', reading: 'agrees', fills: { bytes: atob(TOKEN).length } },
      { check: 'same-account', reading: 'agrees', fills: { account: ACCOUNT } },
      { check: 'token-version-fits-region', reading: 'agrees', fills: { version: 2 } },
    ])
  })

  test.each([
    ['cut', TOKEN, 'token-cut', { missingBytes: 84 }],
    [
      'accounts',
      tokenOf({ account: '444455556666' }),
      'different-accounts',
      { key: ACCOUNT, token: '444455556666' },
    ],
    ['age', tokenOf({ age: 40 * HOUR + MINUTE }), 'probably-expired', { hours: 40 }],
  ])('%s: what the sentence needs', (name, token, check, fills) => {
    const text = name === 'cut' ? btoa(atob(token).slice(0, -84)) : token
    expect(judge(KEY, SECRET, text).checks).toContainEqual(
      expect.objectContaining({ check, reading: 'differs', fills }),
    )
  })

  test('version 1 has no account to compare', () => {
    expect(judge(KEY, SECRET, tokenOf({ version: 1 })).checks).toContainEqual({
      check: 'account-not-comparable',
      reading: 'not-judged',
      fills: {},
    })
  })

  test.each([
    ['secret of 39', [KEY, SECRET.slice(1), TOKEN], 'secret-shape', [40, 39]],
    ['key of 19', [KEY.slice(0, 19), SECRET, TOKEN], 'key-shape', [20, 19]],
  ] as const)('%s: expected and seen', (_name, [key, secret, token], check, [expected, seen]) => {
    expect(judge(key, secret, token).checks).toContainEqual(
      expect.objectContaining({
        check,
        expected: { count: expected, of: 'characters' },
        seen: { count: seen, of: 'characters' },
      }),
    )
  })

  test('a cut token: bytes it should have, and has', () => {
    const bytes = atob(TOKEN).length
    expect(judge(KEY, SECRET, btoa(atob(TOKEN).slice(0, -84))).checks).toContainEqual(
      expect.objectContaining({
        check: 'token-cut',
        expected: { count: bytes, of: 'bytes' },
        seen: { count: bytes - 84, of: 'bytes' },
      }),
    )
  })

  const readingOf = (checks: ReturnType<typeof judge>['checks'], name: string) =>
    checks.find(({ check }) => check === name)?.reading

  test('a long-term key warns and contradicts nothing', () => {
    const { said, checks } = judge(LONG_TERM, SECRET, null)
    expect(said).toEqual(WORKS)
    expect(readingOf(checks, 'long-term-key')).toBe('warns')
  })

  test.each([
    ['by its key', encodeAccessKeyId({ prefix: 'AKIA', account: TRAP, tail: 'EXAMPLE' }), null],
    ['by its token', 'ASIAIEXAMPLKEXAMPLTA', tokenOf({ account: TRAP })],
  ])('a trap account %s: warned of, and the call is not blocked', (_name, key, token) => {
    const { said, checks } = judge(key, SECRET, token)
    expect(said).toEqual(WORKS)
    expect(checks[0]).toMatchObject({
      check: 'trap-account',
      reading: 'warns',
      fills: { account: TRAP },
    })
  })

  test.each([
    ['before the issue time', NOW - 20 * MINUTE, null, 'differs', 'before-issue'],
    ['long before it', NOW - 70_000 * HOUR, null, 'differs', 'before-issue'],
    ['40 hours after it', NOW + 40 * HOUR, null, 'differs', 'beyond-longest'],
    ['40 hours after it, accepted', NOW + 40 * HOUR, NOW, 'warns', 'beyond-longest'],
    ['passed before AWS accepted it', NOW - 20 * MINUTE, NOW, 'warns', 'accepted-later'],
  ])('an expiration of another set: %s', (_name, expiration, aliveAt, reading, why) => {
    const { checks } = judge(KEY, SECRET, TOKEN, { expiration, aliveAt })
    expect(checks).toContainEqual(
      expect.objectContaining({
        check: 'expiration-beyond-limit',
        reading,
        fills: { why, expiresAt: expiration },
      }),
    )
    expect(readingOf(checks, 'expired')).toBeUndefined()
  })

  test('an expiration that fits the issue time', () => {
    const { checks } = judge(KEY, SECRET, TOKEN, { expiration: NOW + HOUR })
    expect(readingOf(checks, 'expiration-beyond-limit')).toBeUndefined()
  })

  test.each([
    ['an hour', -HOUR, false, 'differs', { minutes: 60 }],
    ['three minutes', -3 * MINUTE, false, 'warns', { minutes: 3 }],
    ['an hour, on AWS’s clock', -HOUR, true, 'warns', { minutes: 60, clock: 'measured' }],
  ])('issued in the future: %s', (_name, age, isClockMeasured, reading, fills) => {
    expect(judge(KEY, SECRET, tokenOf({ age }), { isClockMeasured }).checks).toContainEqual(
      expect.objectContaining({ check: 'issued-in-future', reading, fills }),
    )
  })

  test('two minutes are within what two clocks may differ', () => {
    const { checks } = judge(KEY, SECRET, tokenOf({ age: -2 * MINUTE }))
    expect(readingOf(checks, 'issued-in-future')).toBeUndefined()
  })

  test('the hour counter: a hint where it does not fit, or where nothing else tells the age', () => {
    // The first byte behind the tag of field 2.
    const bytes = atob(TOKEN)
    const edited = btoa(
      bytes.slice(0, 13) + String.fromCharCode(bytes.charCodeAt(13) ^ 1) + bytes.slice(14),
    )
    const { said, checks } = judge(KEY, SECRET, edited)
    expect(said).toEqual(WORKS)
    expect(readingOf(checks, 'token-hour')).toBe('not-judged')
    expect(readingOf(judge(KEY, SECRET, TOKEN).checks, 'token-hour')).toBeUndefined()
    const cut = tokenOf({ age: 5 * HOUR }).slice(0, 60)
    expect(judge(KEY, SECRET, cut).checks).toContainEqual(
      expect.objectContaining({
        check: 'token-age-hint',
        reading: 'not-judged',
        fills: { hours: 5 },
      }),
    )
  })

  test('no fill ever holds a value', () => {
    const written = JSON.stringify([
      judge(KEY, SECRET, TOKEN),
      judge(SECRET, TOKEN, KEY),
      judge('minioadmin', 'test', 'nonsense'),
    ])
    for (const value of [KEY, SECRET, TOKEN, 'minioadmin', 'nonsense'])
      expect(written).not.toContain(value)
  })
})
