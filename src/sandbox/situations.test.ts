import { describe, expect, test } from 'vitest'
import { describeCredentials } from '#domain/credentials/describe.ts'
import { readPaste } from '#domain/reading/read-paste.ts'
import { HOUR, MINUTE, SECOND, instantOf } from '#domain/time/instant.ts'
import { prepareSituation, SITUATION_REGION, SITUATIONS } from './situations.ts'
import { ORDINARY } from './world.ts'

const NOW = (instantOf(2026, 11, 22, 1, 2, 3) ?? 0) + 456

async function prepared(id: (typeof SITUATIONS)[number]['id'], seed = 2) {
  const { paste, settings } = await prepareSituation(id, NOW, seed)
  const reading = readPaste(paste)
  const [credentials] = reading.credentials
  if (!credentials) throw new Error('nothing was read')
  const facts = describeCredentials({
    accessKeyId: credentials.accessKeyId?.value ?? null,
    secretAccessKey: credentials.secretAccessKey?.value ?? null,
    sessionToken: credentials.sessionToken?.value ?? null,
  })
  return { paste, settings, reading, credentials, facts }
}

test('eight situations, each once', () => {
  expect(new Set(SITUATIONS.map(({ id }) => id)).size).toBe(8)
})

describe('every paste reads to whole values', () => {
  test.each(SITUATIONS.map(({ id }) => [id] as const))('%s', async (id) => {
    const { reading, facts } = await prepared(id)
    expect(reading.credentials).toHaveLength(1)
    expect(reading.notes).toEqual([])
    expect(facts.accessKeyId).toMatchObject({ kind: 'temporary', flaws: [] })
    expect(facts.secretAccessKey).toMatchObject({ length: 40, flaws: [] })
    if (id === 'token-missing') expect(facts.sessionToken).toBeNull()
    else {
      expect(facts.sessionToken).toMatchObject({
        state: 'whole',
        version: 2,
        region: SITUATION_REGION,
        account: facts.accessKeyId?.account,
        flaws: [],
      })
    }
  })
})

describe('times', () => {
  test.each([
    ['valid-role-session', NOW - 456 + 42 * MINUTE],
    ['expired-session', NOW - 456 - 3 * HOUR],
  ] as const)('%s', async (id, expected) => {
    const { credentials, facts } = await prepared(id)
    expect(credentials.expiration?.instant).toBe(expected)
    expect(facts.sessionToken?.issuedAt).toBe(expected - 3600 * SECOND)
  })

  test.each([
    [2, 20 * MINUTE],
    [3, -20 * MINUTE],
  ])('with seed %d the clock is off by %d ms', async (seed, offset) => {
    const { settings } = await prepared('clock-20-minutes-off', seed)
    expect(settings).toEqual({ ...ORDINARY, clockOffsetMs: offset })
  })
})

test('the pastes differ in shape', async () => {
  const all = await Promise.all(SITUATIONS.map(({ id }) => prepared(id)))
  expect(new Set(all.map(({ reading }) => reading.shape)).size).toBeGreaterThanOrEqual(4)
})

test('the same seed and instant give the same paste, another seed another one', async () => {
  expect((await prepared('altered-token')).paste).toBe((await prepared('altered-token')).paste)
  expect((await prepared('altered-token')).paste).not.toBe(
    (await prepared('altered-token', 3)).paste,
  )
})
