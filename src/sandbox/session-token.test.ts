import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '#domain/credentials/secret.ts'
import { describeCredentials } from '#domain/credentials/describe.ts'
import { HOUR, instantOf } from '#domain/time/instant.ts'
import { mintSession } from './mint.ts'
import { ACCOUNT, ROLE_SESSION } from './principal-table.ts'
import { openSessionToken } from './session-token.ts'

const ISSUED = instantOf(2026, 11, 22, 1, 2, 3) ?? 0

const mint = (tokenVersion: 1 | 2, seed = 7) =>
  mintSession({
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
    expect(minted.accessKeyId).toMatch(/^ASIA[A-Z2-7]{9}EXAMPLE$/)
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

  test('sixteen seeds in a row give sixteen keys', async () => {
    const minted = await Promise.all(Array.from({ length: 16 }, (_, seed) => mint(2, seed)))
    expect(new Set(minted.map((each) => each.accessKeyId)).size).toBe(16)
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
