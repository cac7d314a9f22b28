import { GetCallerIdentityCommand, STSClient, STSServiceException } from '@aws-sdk/client-sts'
import { describe, expect, test } from 'vitest'
import { createSandboxHandler } from '#adapters/sandbox/in-page-handler.ts'
import { readPaste } from '#domain/reading/read-paste.ts'
import { parseIso } from '#domain/time/instant.ts'
import { prepareSituation, SITUATION_REGION, SITUATIONS } from '#sandbox/situations.ts'
import { ORDINARY, worldAt, type Interference, type WorldSettings } from '#sandbox/world.ts'

type Values = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

function clientIn(settings: WorldSettings, credentials: Values, latencyMs = 0): STSClient {
  return new STSClient({
    region: SITUATION_REGION,
    maxAttempts: 1,
    credentials,
    // The SDK signs with this machine's clock, so the sandbox has to have it too.
    requestHandler: createSandboxHandler({
      world: () => worldAt(settings, Date.now(), 1),
      latencyMs,
    }),
  })
}

async function valuesOf(paste: string): Promise<Values> {
  const read = readPaste(paste).credentials[0]
  const reveal = (field: keyof Values) => read?.[field]?.value.reveal() ?? ''
  const sessionToken = reveal('sessionToken')
  return {
    accessKeyId: reveal('accessKeyId'),
    secretAccessKey: reveal('secretAccessKey'),
    ...(sessionToken === '' ? {} : { sessionToken }),
  }
}

const ask = (client: STSClient, abortSignal?: AbortSignal) =>
  client.send(new GetCallerIdentityCommand({}), abortSignal ? { abortSignal } : {})

describe('the SDK in every situation', () => {
  const refused = SITUATIONS.flatMap(({ id, expectedCode }) =>
    expectedCode === null ? [] : [[id, expectedCode] as const],
  )
  test.each(refused)('%s: %s', async (id, code) => {
    for (const seed of [1, 2]) {
      const { paste, settings } = await prepareSituation(id, Date.now(), seed)
      const error: unknown = await ask(clientIn(settings, await valuesOf(paste))).catch((e) => e)
      expect(error).toBeInstanceOf(STSServiceException)
      expect(error).toMatchObject({ name: code })
    }
  })

  test('valid-role-session: the identity', async () => {
    const { paste, settings } = await prepareSituation('valid-role-session', Date.now(), 1)
    const answered = await ask(clientIn(settings, await valuesOf(paste)))
    expect(answered.Account).toBe('111122223333')
    expect(answered.Arn).toMatch(/:assumed-role\/DeveloperAccess\/minji$/)
    expect(answered.UserId).toMatch(/^AROA[A-Z2-7]{17}:minji$/)
    expect(answered.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('portal-html: no identity', async () => {
    const { paste, settings } = await prepareSituation('portal-html', Date.now(), 1)
    const answered = await ask(clientIn(settings, await valuesOf(paste))).catch(() => null)
    expect(answered?.Arn).toBeUndefined()
  })
})

describe('the mount', () => {
  const FAKE: Values = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'EXAMPLE' }
  const settings = (interference: Interference): WorldSettings => ({ ...ORDINARY, interference })
  const nameOf = (pending: Promise<unknown>): Promise<unknown> =>
    pending.then(
      () => 'no error',
      (error: unknown) => (error instanceof Error ? error.name : error),
    )

  test('an ordinary paste meets an unknown key', async () => {
    expect(await nameOf(ask(clientIn(ORDINARY, FAKE)))).toBe('InvalidClientTokenId')
  })

  test.each([['cut'], ['no-cors']] as const)('%s looks like a failed fetch', async (fault) => {
    expect(await nameOf(ask(clientIn(settings(fault), FAKE)))).toBe('TypeError')
  })

  test('a hanging answer ends with the signal', async () => {
    const abort = new AbortController()
    const pending = nameOf(ask(clientIn(settings('hang'), FAKE), abort.signal))
    abort.abort()
    expect(await pending).toBe('AbortError')
  })

  test('a signal that came before the request', async () => {
    expect(await nameOf(ask(clientIn(ORDINARY, FAKE), AbortSignal.abort()))).toBe('AbortError')
  })

  test('a slow answer ends with the signal', async () => {
    const abort = new AbortController()
    const pending = nameOf(ask(clientIn(ORDINARY, FAKE, 60_000), abort.signal))
    abort.abort()
    expect(await pending).toBe('AbortError')
  })

  test('the world is asked anew for each request', async () => {
    const clocks = [parseIso('2026-11-22T00:00:00Z') ?? 0, parseIso('2026-11-22T00:00:01Z') ?? 0]
    const handler = createSandboxHandler({
      world: () => worldAt(ORDINARY, clocks.shift() ?? 0, 1),
    })
    const request = { method: 'POST', path: '/', headers: {} }
    const [one, two] = [await handler.handle(request), await handler.handle(request)]
    expect(one.response.headers['date']).toBe('Sun, 22 Nov 2026 00:00:00 GMT')
    expect(two.response.headers['date']).toBe('Sun, 22 Nov 2026 00:00:01 GMT')
  })
})
