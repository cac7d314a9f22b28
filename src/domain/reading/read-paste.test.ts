import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlaceholder, isSecretShaped } from '../credentials/value-shapes.ts'
import { readPaste } from './read-paste.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from './example-values.ts'
import { pageOf } from './page.ts'
import type { Note } from './reading.ts'
import { RECOGNISERS } from './recogniser-order.ts'
import { resultOf, stepsOf } from './steps.ts'
import { A, B, ENDS, FAMILIES, setsOf, tripleOf, valuesOf, type Triple } from './written-pastes.ts'

/** What a request is signed with never stands in it. */
const UNSECRET: readonly string[] = ['signed-url', 'authorization', 'eks-token']

/** Shapes that have no place for a session token. */
const TOKENLESS: readonly string[] = ['user-info']

/** Windows line ends are the family's own, and told all the same. */
const besideLineEnds = (notes: readonly Note[]) =>
  notes.filter((each) => each.note !== 'text-repaired' || each.repair !== 'windows-line-ends')

describe('recognisers', () => {
  test.each(RECOGNISERS.map((recogniser) => [recogniser.shape, recogniser] as const))(
    '%s recognises its own example, and the reading takes its word',
    (shape, { example, recognise }) => {
      const { entries } = resultOf(stepsOf(recognise(pageOf(example))))
      expect(entries.length).toBeGreaterThan(1)
      const reading = readPaste(example)
      expect(reading.shape).toBe(shape)
      expect(reading.credentials).toHaveLength(1)
      const values = valuesOf(reading.credentials[0])
      if (UNSECRET.includes(shape)) {
        expect(values).toMatchObject({ key: EXAMPLE_KEY, secret: null })
        expect(reading.notes).toEqual([{ note: 'no-secret-inside', shape }])
      } else {
        const token = TOKENLESS.includes(shape) ? null : EXAMPLE_TOKEN
        expect(values).toEqual({ key: EXAMPLE_KEY, secret: EXAMPLE_SECRET, token })
        expect(reading.notes.filter(({ note }) => note !== 'percent-decoded')).toEqual([])
      }
    },
  )

  test('one recogniser per shape', () => {
    expect(new Set(RECOGNISERS.map(({ shape }) => shape)).size).toBe(RECOGNISERS.length)
  })
})

describe('every family reads back exactly', () => {
  const secrets = fc
    .stringMatching(/^[A-Za-z0-9/+]{40}$/)
    .filter((s) => isSecretShaped(s) && !isPlaceholder(s))
  const triples = fc
    .tuple(fc.stringMatching(/^\d{12}$/), secrets, fc.nat({ max: 10_000 }), fc.constantFrom(1, 2))
    .map(([account, secret, seed, version]) => tripleOf(account, secret, seed, version))

  test.each(Object.entries(FAMILIES))('%s', (_name, write) => {
    fc.assert(
      fc.property(triples, (triple) => {
        const reading = readPaste(write(triple))
        expect(setsOf(reading)).toEqual([triple])
        expect(besideLineEnds(reading.notes)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test.each(Object.entries(FAMILIES))('%s with prose around it', (_name, write) => {
    const text = `Hi, here are the "keys" for it's staging (see wiki):\n\n${write(A)}\n\nThey don't last long.`
    expect(setsOf(readPaste(text))).toEqual([A])
  })

  test.each(Object.entries(FAMILIES))('%s, mark and Windows line ends', (_name, write) => {
    expect(setsOf(readPaste(`\uFEFF${write(A).replace(/\r?\n/g, '\r\n')}`))).toEqual([A])
  })

  test.each(Object.entries(FAMILIES))('%s, twice over', (_name, write) => {
    const reading = readPaste(`${write(A)}\n${write(B)}`)
    expect(setsOf(reading)).toEqual([A, B])
    expect(besideLineEnds(reading.notes)).toEqual([{ note: 'more-credentials', count: 2 }])
  })

  test.each(Object.entries(FAMILIES))('%s, cut anywhere, gives no wrong value', (_name, write) => {
    const text = write(A)
    for (let kept = 0; kept <= text.length; kept += 7) {
      for (const { key, secret, token } of setsOf(readPaste(text.slice(0, kept)))) {
        expect(key === null || A.key.startsWith(key)).toBe(true)
        expect(secret === null || A.secret.startsWith(secret)).toBe(true)
        expect(token === null || A.token.startsWith(token)).toBe(true)
      }
    }
  })
})

describe('shapes', () => {
  test.each([
    ['shell', 'assignments'],
    ['fish', 'set-command'],
    ['cmd', 'assignments'],
    ['PowerShell', 'powershell'],
    ['INI', 'ini'],
    ['INI, no section', 'ini'],
    ['Cognito', 'json'],
    ['lines', 'bare'],
    ['labels and colons', 'literal'],
  ] as const)('%s is %s', (family, shape) => {
    expect(readPaste(FAMILIES[family](A)).shape).toBe(shape)
  })

  test('several INI profiles with Regions', () => {
    const text = `[default]\nregion = eu-west-1\n${FAMILIES['INI, no section'](A)}\n\n[profile two]\n${FAMILIES['INI, no section'](B)}\nregion=ap-northeast-2`
    const { shape, credentials } = readPaste(text)
    expect(shape).toBe('ini')
    expect(credentials.map(valuesOf)).toEqual([A, B])
    expect(
      credentials.map(({ profile, region }) => [profile, region?.code, region?.found.line]),
    ).toEqual([
      ['default', 'eu-west-1', 2],
      ['two', 'ap-northeast-2', 11],
    ])
  })

  test('an array of several, torn from its brackets', () => {
    const one = ({ key, secret, token }: Triple) =>
      `{"AccessKeyId":"${key}","SecretAccessKey":"${secret}","SessionToken":"${token}"}`
    expect(setsOf(readPaste(`${one(A)}, ${one(B)}`))).toEqual([A, B])
  })

  test('an object between the values', () => {
    const text = `{"AccessKeyId":"${A.key}","Role":{"Arn":[]},"SecretAccessKey":"${A.secret}","SessionToken":"${A.token}"}`
    expect(setsOf(readPaste(text))).toEqual([A])
  })

  test('escapes of JSON', () => {
    const text = FAMILIES.Cognito(B).replaceAll('+', '\\u002B').replaceAll('/', '\\/')
    expect(setsOf(readPaste(text))).toEqual([B])
  })

  test('names and lines are told', () => {
    const [set] = readPaste(`# from the wiki\n\n${FAMILIES.shell(A)}`).credentials
    expect(set?.accessKeyId?.found).toEqual({ name: 'AWS_ACCESS_KEY_ID', line: 3 })
    expect(set?.sessionToken?.found).toEqual({ name: 'AWS_SESSION_TOKEN', line: 5 })
    expect(readPaste(FAMILIES.lines(A)).credentials[0]?.secretAccessKey?.found).toEqual({
      name: '',
      line: 2,
    })
    expect(readPaste(FAMILIES['assume-role'](A)).credentials[0]?.sessionToken?.found).toEqual({
      name: 'SessionToken',
      line: 5,
    })
  })

  test.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['\n', 1],
    ['a\r\n\r\nb', 3],
  ])('lines of %j: %i', (text, lines) => {
    expect(readPaste(text).lines).toBe(lines)
  })
})

describe('expiration and Region', () => {
  const json = (expiration: unknown) =>
    JSON.stringify({
      AccessKeyId: A.key,
      SecretAccessKey: A.secret,
      SessionToken: A.token,
      Expiration: expiration,
    })

  test.each([
    ['Z', '2026-11-22T02:00:00Z'],
    ['zero offset', '2026-11-22T02:00:00+00:00'],
    ['Seoul', '2026-11-22T11:00:00+09:00'],
    ['seconds', ENDS / 1000],
    ['seconds as a float', 1.7953128e9],
    ['milliseconds', ENDS],
    ['seconds in a string', String(ENDS / 1000)],
  ])('%s', (name, expiration) => {
    const instant = readPaste(json(expiration)).credentials[0]?.expiration?.instant
    expect(instant).toBe(name === 'seconds as a float' ? 1_795_312_800_000 : ENDS)
  })

  test('a float with a fraction and in E notation, as the wire has them', () => {
    const text = json(0).replace('"Expiration":0', '"Expiration":1.795312800E9')
    expect(readPaste(text).credentials[0]?.expiration?.instant).toBe(1_795_312_800_000)
  })

  test('unreadable: said, never guessed', () => {
    const { credentials, notes } = readPaste(json('next Tuesday'))
    expect(credentials[0]?.expiration).toBeNull()
    expect(notes).toEqual([
      { note: 'expiration-unreadable', found: { name: 'Expiration', line: 1 } },
    ])
  })

  test('beside exports', () => {
    const { credentials } = readPaste(
      `export AWS_REGION=eu-north-1\nexport AWS_DEFAULT_REGION=us-west-2\n${FAMILIES.shell(A)}export AWS_CREDENTIAL_EXPIRATION=2026-11-22T02:00:00Z`,
    )
    expect(credentials).toHaveLength(1)
    expect(credentials[0]?.region).toEqual({
      code: 'eu-north-1',
      found: { name: 'AWS_REGION', line: 1 },
    })
    expect(credentials[0]?.expiration?.instant).toBe(ENDS)
  })

  test('other times are not the expiry', () => {
    const text = `{"LastUpdated":"2026-11-22T02:00:00Z","CreateDate":"2026-11-22T02:00:00Z",${FAMILIES.IMDS(A).slice(1)}`
    expect(readPaste(text).credentials[0]?.expiration).toBeNull()
  })
})
