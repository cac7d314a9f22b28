import { existsSync } from 'node:fs'
import process from 'node:process'
import { afterAll, describe, expect, test } from 'vitest'
import { startSandboxServer } from '#adapters/node/sandbox-server.ts'
import { ORDINARY } from '#sandbox/world.ts'
import {
  AWS,
  cliCommand,
  CLIENTS,
  CURL,
  endClients,
  environment,
  output,
  presignedByBotocore,
  readCli,
  type Client,
} from './foreign-clients.fixture.ts'
import { minji, minted, refused, SCENARIOS, type Scenario } from './foreign-scenario-table.ts'

afterAll(endClients)

const isCi = process.env['CI'] !== undefined

const FAKETIME = '/usr/bin/faketime'

describe('CI', () => {
  test.each(CLIENTS)('$name is there', ({ isInstalled }) => {
    expect(isInstalled || !isCi).toBe(true)
  })

  test('faketime is there', () => {
    expect(existsSync(FAKETIME) || !isCi).toBe(true)
  })
})

const suitable = (client: Client): readonly Scenario[] =>
  SCENARIOS.filter(
    ({ service = 'sts', isNew = false }) =>
      client.services.includes(service) && (client.knowsAll || !isNew),
  )

for (const client of CLIENTS) {
  const title = client.isInstalled ? client.name : `skipped: no ${client.name} here`
  describe.skipIf(!client.isInstalled)(title, { timeout: 240_000, concurrent: true }, () => {
    test.each(suitable(client))('$name', async ({ settings, play }) => {
      const server = await startSandboxServer({
        port: 0,
        settings: { ...ORDINARY, ...settings },
      })
      try {
        await play({
          url: server.url,
          ask: (operation, parameters, keys = null, service = 'sts') =>
            client.ask({
              url: server.url,
              keys,
              service,
              operation,
              parameters: { ...parameters },
            }),
        })
      } finally {
        await server.close()
      }
    })
  })
}

const isInstalled = (name: string): boolean =>
  CLIENTS.some((client) => client.name === name && client.isInstalled)

describe('clients together', { timeout: 240_000 }, () => {
  const canPresign = isInstalled('botocore') && existsSync(CURL)

  test.skipIf(!canPresign)('a URL that botocore signs and curl fetches', async () => {
    const server = await startSandboxServer({ port: 0 })
    const call = { service: 'sts', operation: 'GetCallerIdentity', parameters: {} } as const
    for (const keys of [await minji(), await minted()]) {
      const url = await presignedByBotocore({ ...call, url: server.url, keys })
      expect((await output([CURL, '--silent', url])).out).toContain('<GetCallerIdentityResult>')
      const altered = url.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
      const { out } = await output([CURL, '--silent', altered])
      expect(out).toContain('<Code>SignatureDoesNotMatch</Code>')
      expect(out).toContain('The Canonical String for this request should have been')
    }
    await server.close()
  })

  const canFake = isInstalled('AWS CLI') && existsSync(FAKETIME)

  test.skipIf(!canFake)('the AWS CLI with a clock of its own', async () => {
    const server = await startSandboxServer({ port: 0 })
    const keys = await minji()
    const call = { service: 'sts', operation: 'GetCallerIdentity', parameters: {} } as const
    const command = cliCommand({ ...call, url: server.url, keys })
    const came = await output([FAKETIME, '+20 minutes', ...command], environment(keys))
    expect(readCli(came)).toMatchObject(
      refused('SignatureDoesNotMatch', /^Signature not yet current: .*\+ 15 min\.\)$/),
    )
    await server.close()
  })

  test.skipIf(!isInstalled('AWS CLI'))('versions', async ({ annotate }) => {
    const { out } = await output([AWS, '--version'])
    await annotate(out.trim())
    expect(out).toContain('aws-cli/')
  })
})
