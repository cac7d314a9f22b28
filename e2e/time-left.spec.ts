import { firstMessages } from '#messages/en/first.ts'
import { workMessages } from '#messages/en/work.ts'
import { mintCredentials, PASTES } from './credentials.ts'
import { expect, test } from './test.ts'

const NOW = Date.UTC(2026, 10, 22, 3, 0, 0)
const MINUTE = 60_000
const { time } = workMessages
const { product } = firstMessages

test.beforeEach(async ({ app, page }) => {
  await page.clock.install({ time: NOW })
  await app.open()
  await page.clock.pauseAt(NOW + MINUTE)
})

test('runs down, ends soon, is over; the title says so alone', async ({ app, page }) => {
  const credentials = await mintCredentials({ issuedAt: NOW + MINUTE - 18 * MINUTE })
  await app.pasteCredentials(credentials, 'aws sts assume-role')
  await expect(app.clock).toContainText('42:00')
  await expect(page).toHaveTitle(`42:00 · ${product}`)
  await page.clock.runFor(30_000)
  await expect(app.clock).toContainText('41:30')
  await expect(app.tab).not.toContainText(time.endsSoon)
  await page.clock.fastForward(27 * MINUTE)
  await expect(app.clock).toContainText('14:30')
  await expect(app.tab).toContainText(time.endsSoon)
  await page.clock.fastForward(15 * MINUTE)
  await expect(app.tab).toContainText(time.expired)
  await expect(page).toHaveTitle(`${time.expired} · ${product}`)
})

test('the clock is right at once when the device wakes', async ({ app, page }) => {
  const credentials = await mintCredentials({ issuedAt: NOW + MINUTE })
  await app.pasteCredentials(credentials, 'aws sts assume-role')
  await expect(app.clock).toContainText('01:00:00'.replace(/^0/, ''))
  // No timer fires while the device sleeps; the page hears of its return.
  await page.clock.setFixedTime(NOW + 31 * MINUTE)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(app.clock).toContainText('30:00')
})

test('without an expiration it is a window, inferred from the token', async ({ app, page }) => {
  const credentials = await mintCredentials({ issuedAt: NOW + MINUTE - 18 * MINUTE })
  await app.pasteCredentials(credentials, 'export lines')
  await expect(app.clock).toContainText('35:42:00')
  await expect(app.tab).toContainText(workMessages.provenance.inferred)
  await expect(page).toHaveTitle(`≤ 35:42:00 · ${product}`)
})

test('a token older than any session is probably expired', async ({ app, page }) => {
  const credentials = await mintCredentials({ issuedAt: NOW - 40 * 60 * MINUTE })
  await app.pasteCredentials(credentials, 'export lines')
  await expect(app.tab).toContainText(time.probablyExpired)
  await expect(page).toHaveTitle(`${time.probablyExpired} · ${product}`)
})

test('a token that cannot be read leaves it unknown', async ({ app, page, watch }) => {
  const credentials = await mintCredentials()
  watch.keepSecret(credentials)
  await app.paste(
    PASTES['export lines']({ ...credentials, sessionToken: `EXAMPLE${'x'.repeat(300)}` }),
  )
  await expect(app.tab).toContainText(time.notKnown)
  await expect(page).toHaveTitle(product)
})

test('a long-term key has no end', async ({ app, page, watch }) => {
  const { secretAccessKey } = await mintCredentials()
  watch.keepSecret({ secretAccessKey })
  await app.paste(
    `AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLF\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\n`,
  )
  await expect(app.tab).toContainText(time.noEnd)
  await expect(page).toHaveTitle(product)
})
