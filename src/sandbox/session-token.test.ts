import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '#domain/credentials/secret.ts'
import { describeCredentials } from '#domain/credentials/describe.ts'
import { HOUR, instantOf } from '#domain/time/instant.ts'
import { accountOfUniqueId } from '#domain/credentials/access-key-id.ts'
import { parseSessionToken } from '#domain/credentials/session-token.ts'
import { temporaryAccessKeyId } from './access-key.ts'
import { mintSession } from './mint.ts'
import { ACCOUNT, ROLE_SESSION } from './principal-table.ts'
import { LARGEST_TOKEN, openSessionToken } from './session-token.ts'

const ISSUED = instantOf(2026, 11, 22, 1, 2, 3) ?? 0

const mint = (tokenVersion: 1 | 2, seed = 7, smallestToken = 0) =>
  mintSession({
    smallestToken,
    principal: ROLE_SESSION,
    region: 'ap-northeast-2',
    issuedAt: ISSUED + 999,
    durationSeconds: 3600,
    seed,
    tokenVersion,
  })

describe('minted credentials', () => {
  test.each([[1], [2]] as const)('version %d opens to what was sealed', async (version) => {
    const minted = await mint(version)
    expect(await openSessionToken(minted.sessionToken)).toEqual({
      version,
      region: 'ap-northeast-2',
      accessKeyId: minted.accessKeyId,
      principal: ROLE_SESSION,
      issuedAt: ISSUED,
      expiresAt: ISSUED + HOUR,
    })
  })

  test('look like what they are and name themselves an example', async () => {
    const minted = await mint(2)
    expect(minted.accessKeyId).toMatch(/^ASIA[A-Z2-7]{11}EXAMP$/)
    expect(minted.secretAccessKey.reveal()).toMatch(/^[A-Za-z0-9+/]{16}EXAMPLE[A-Za-z0-9+/]{17}$/)
    const facts = describeCredentials({
      accessKeyId: new Secret(minted.accessKeyId),
      secretAccessKey: minted.secretAccessKey,
      sessionToken: new Secret(minted.sessionToken),
    })
    expect(facts).toMatchObject({
      accessKeyId: { kind: 'temporary', account: ACCOUNT, isDocumentation: false, flaws: [] },
      secretAccessKey: { flaws: [], isDocumentation: false, looksLike: null },
      sessionToken: {
        state: 'whole',
        version: 2,
        region: 'ap-northeast-2',
        account: ACCOUNT,
        issuedAt: ISSUED,
        flaws: [],
      },
    })
  })

  test('are the same for the same seed and others for the next', async () => {
    const reveal = ({
      accessKeyId,
      secretAccessKey,
      sessionToken,
    }: Awaited<ReturnType<typeof mint>>) =>
      [accessKeyId, secretAccessKey.reveal(), sessionToken] as const
    const [one, same, other] = [await mint(2, 3), await mint(2, 3), await mint(2, 4)].map(reveal)
    expect(one).toEqual(same)
    for (const at of [0, 1, 2] as const) expect(one?.[at]).not.toBe(other?.[at])
  })

  test('16,384 seeds in a row give as many keys of the account', () => {
    const ids = Array.from({ length: 16_384 }, (_, at) => temporaryAccessKeyId(ACCOUNT, 900 + at))
    expect(new Set(ids).size).toBe(16_384)
    expect(new Set(ids.map(accountOfUniqueId))).toEqual(new Set([ACCOUNT]))
  })

  test.each([[1], [2]] as const)('version %d: as large as asked for', async (version) => {
    for (const smallest of [0, 900, 1501, 4093, 4096]) {
      const { sessionToken } = await mint(version, 7, smallest)
      expect(sessionToken.length).toBeGreaterThanOrEqual(smallest)
      expect(sessionToken.length).toBeLessThanOrEqual(LARGEST_TOKEN)
      expect(await openSessionToken(sessionToken)).not.toBeNull()
      expect(parseSessionToken(sessionToken).facts).toMatchObject({ state: 'whole', version })
    }
  })
})

describe('a token opens only as it was written', () => {
  test.each([[1], [2]] as const)(
    'version %d: every altered character is noticed',
    async (version) => {
      const { sessionToken } = await mint(version)
      const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
      for (let at = 0; at < sessionToken.length; at++) {
        const letter = letters.charAt((letters.indexOf(sessionToken.charAt(at)) + 1) % 64)
        const altered = sessionToken.slice(0, at) + letter + sessionToken.slice(at + 1)
        expect(await openSessionToken(altered)).toBeNull()
      }
    },
  )

  test('any other byte in any token that carries a session', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const tags = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1 as const, 2 as const),
        tags,
        fc.nat(3000),
        fc.nat(),
        fc.integer({ min: 1, max: 63 }),
        async (tokenVersion, tags, smallestToken, place, step) => {
          const { sessionToken } = await mintSession({
            principal: ROLE_SESSION,
            region: 'ap-northeast-2',
            issuedAt: ISSUED,
            durationSeconds: 3600,
            seed: 1,
            tokenVersion,
            smallestToken,
            session: { by: 'AssumeRole', tags, mfaAt: ISSUED },
          })
          expect((await openSessionToken(sessionToken))?.session?.tags).toEqual(tags)
          const at = place % sessionToken.replace(/=+$/, '').length
          const old = letters.indexOf(sessionToken.charAt(at))
          const other = letters.charAt((old + step) % 64)
          const altered = sessionToken.slice(0, at) + other + sessionToken.slice(at + 1)
          expect(await openSessionToken(altered)).toBeNull()
        },
      ),
    )
  })

  test.each([
    ['cut', (token: string) => token.slice(0, -4)],
    ['with something after it', (token: string) => `${token}AAAA`],
    ['twice', (token: string) => token + token],
    ['in quotes', (token: string) => `"${token}"`],
    ['empty', () => ''],
    ['of the documentation', () => 'AQoEXAMPLEH4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5TthT'],
  ])('%s', async (_name, change) => {
    expect(await openSessionToken(change((await mint(2)).sessionToken))).toBeNull()
  })

  test('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (text) => {
        expect(await openSessionToken(text)).toBeNull()
      }),
    )
  })
})
