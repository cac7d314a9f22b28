import { contentSecurityPolicy } from '#domain/region/policy.ts'
import { countHosts } from '#domain/region/reachable-hosts.ts'
import { diagnosisMessages } from '#messages/en/diagnosis.ts'
import { firstMessages } from '#messages/en/first.ts'
import { probeMessages } from '#messages/en/probe.ts'
import type { AnswerName } from './servers.ts'
import { expect, test } from './test.ts'

const { evidence, words } = diagnosisMessages

const UNREADABLE: readonly (readonly [AnswerName, string, string])[] = [
  ['a page of a portal', 'unreadable', 'proxy-or-portal-answered'],
  ['an empty body', 'unreadable', 'proxy-or-portal-answered'],
  ['JSON without an Arn', 'unreadable', 'proxy-or-portal-answered'],
]

for (const [name, outcome, cause] of UNREADABLE) {
  test(`what answers is ${name}`, async ({ app, answering, credentials }) => {
    const server = await answering(name)
    await app.open()
    await app.pasteCredentials(credentials)
    await app.chooseCustom(server.url)
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', outcome)
    await expect(app.answer).toHaveAttribute('data-cause', cause)
  })
}

test('what answers sends no CORS headers', async ({ app, answering, credentials }) => {
  const server = await answering('no CORS headers')
  await app.open()
  await app.pasteCredentials(credentials)
  await app.chooseCustom(server.url)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'unreachable')
  await expect(app.headline).not.toBeEmpty()
})

test('a probe tells an answer without CORS headers from a host that does not answer', async ({
  app,
  page,
  answering,
  closed,
  credentials,
}) => {
  const server = await answering('no CORS headers')
  const press = page.getByRole('button', { name: probeMessages.press })
  await app.open()
  await app.pasteCredentials(credentials)
  for (const [url, answer] of [
    [server.url, 'answered'],
    [closed, 'failed'],
  ] as const) {
    await app.chooseCustom(url)
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', 'unreachable')
    const before = server.calls()
    await press.click()
    await expect(press).toBeHidden()
    await expect(page.getByRole('row', { name: evidence['probe-of-host'] })).toContainText(
      words[answer === 'answered' ? 'some-answer' : 'no-answer'],
    )
    expect(server.calls() - before).toBe(answer === 'answered' ? 1 : 0)
  }
})

test('nothing listens at the address', async ({ app, closed, credentials }) => {
  await app.open()
  await app.pasteCredentials(credentials)
  await app.chooseCustom(closed)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'unreachable')
  await expect(app.headline).not.toBeEmpty()
})

test('no answer within ten seconds', async ({ app, page, answering, credentials }) => {
  const server = await answering('never answers')
  await page.clock.install()
  await app.open()
  await app.pasteCredentials(credentials)
  await app.chooseCustom(server.url)
  await app.ask()
  await expect.poll(server.calls).toBe(1)
  await page.clock.fastForward(9000)
  await expect(app.answer).toHaveCount(0)
  await page.clock.fastForward(1000)
  await expect(app.answer).toHaveAttribute('data-outcome', 'unreachable')
})

test('the device is offline: reading works, asking says so', async ({
  app,
  watch,
  context,
  sts,
  credentials,
}) => {
  watch.mayCall('sts.ap-northeast-2.amazonaws.com')
  await app.open()
  await context.setOffline(true)
  await app.pasteCredentials(credentials)
  expect(await app.values()).toMatchObject({ accessKeyId: credentials.accessKeyId })
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-cause', 'offline')
  await context.setOffline(false)
  await app.chooseCustom(sts)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
})

test('the name of the host does not resolve', async ({ app, watch, credentials }) => {
  watch.mayCall('sts.ap-northeast-2.amazonaws.com')
  await app.open()
  await app.pasteCredentials(credentials)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'unreachable')
})

test.describe('a copy whose policy lacks a host', () => {
  test.use({ violates: 'connect-src' })

  test('says that its own policy stopped the call', async ({ app, page, watch, credentials }) => {
    const host = 'sts.ap-northeast-2.amazonaws.com'
    watch.mayCall(host)
    const without = (text: string): string => text.replaceAll(` https://${host}`, '')
    await page.route(/127\.0\.0\.1:\d+\/$/, async (route) => {
      const response = await route.fetch()
      const headers = response.headers()
      await route.fulfill({
        response,
        headers: {
          ...headers,
          'content-security-policy': without(headers['content-security-policy'] ?? ''),
        },
        body: without(await response.text()),
      })
    })
    await app.open()
    const { sts } = countHosts(contentSecurityPolicy())
    await expect(app.ledger).toContainText(firstMessages.ledger.hostsDetail(sts - 1, true))
    await app.pasteCredentials(credentials)
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-cause', 'browser-blocked-request')
  })
})
