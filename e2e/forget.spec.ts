import { chromium } from '@playwright/test'
import { chromiumAt } from './browsers.ts'
import type { TestCredentials } from './credentials.ts'
import { DebuggerPage } from './debugger-page.ts'
import { expect, test } from './test.ts'
import { watchContext } from './watch.ts'

/** Nothing of the credentials is on the page, in any element or attribute. */
async function expectEmpty(app: DebuggerPage, credentials: TestCredentials): Promise<void> {
  await expect(app.box).toBeVisible()
  await expect(app.box).toHaveValue('')
  await expect(app.answer).toHaveCount(0)
  const html = await app.page.content()
  for (const name of ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const) {
    // The beginning of a token is the same for all; the box shows it as an example.
    expect(html.includes(credentials[name].slice(-14, -2)), name).toBe(false)
  }
}

for (const [name, clear] of [
  ['with the button', (app: DebuggerPage) => app.clear()],
  ['with Alt+Shift+X', (app: DebuggerPage) => app.page.keyboard.press('Alt+Shift+KeyX')],
] as const) {
  test(`everything is cleared ${name}`, async ({ app, sts, credentials }) => {
    await app.open()
    await app.pasteCredentials(credentials)
    await app.chooseCustom(sts)
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
    await clear(app)
    await expectEmpty(app, credentials)
  })
}

test('Alt+Shift+X clears what is still in a field', async ({ app, page, credentials }) => {
  await app.open()
  await app.pasteCredentials(credentials)
  await page.getByRole('button', { name: 'Edit secret access key' }).click()
  await page.keyboard.press('Alt+Shift+KeyX')
  await expectEmpty(app, credentials)
})

test('a reload forgets', async ({ app, page, credentials }) => {
  await app.open()
  await app.pasteCredentials(credentials)
  await app.open()
  await expectEmpty(app, credentials)
  await expect(page).toHaveTitle('STS Debugger')
})

test('a tab that is hidden and shown again forgets nothing', async ({
  app,
  page,
  context,
  credentials,
}) => {
  await app.open()
  await app.pasteCredentials(credentials)
  const other = await context.newPage()
  await other.bringToFront()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await other.close()
  expect(await app.values()).toMatchObject({ secretAccessKey: credentials.secretAccessKey })
})

test('the last Region asked is remembered, the credentials are not', async ({
  app,
  page,
  sts,
  credentials,
}) => {
  await app.open()
  await app.pasteCredentials(credentials, 'credentials file')
  await app.region.fill('frankfurt')
  await page.keyboard.press('Enter')
  await app.chooseCustom(sts)
  await app.ask()
  await expect(app.answer).toHaveCount(1)
  const kept = await page.evaluate(() => Object.entries(localStorage))
  expect(kept).toEqual([
    ['sts-debugger.preferences', JSON.stringify({ theme: 'system', lastRegion: 'eu-central-1' })],
  ])
  await app.open()
  await expectEmpty(app, credentials)
})

test('left and come back to by the back/forward cache: nothing is there', async ({
  baseURL,
  credentials,
}) => {
  // Playwright switches that cache off for its own browsers, so this one is started without that switch.
  const browser = await chromium.launch({
    ...chromiumAt(process.env['CHROME_PATH'] ?? ''),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  try {
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    const page = await context.newPage()
    const watch = watchContext(context, baseURL ?? '')
    const app = new DebuggerPage(page, watch, (text) => page.keyboard.insertText(text))
    await app.open()
    await page.evaluate(() => {
      Object.assign(window, { isThisVisit: true })
    })
    watch.keepSecret(credentials)
    await page.keyboard.insertText(Object.values(credentials).slice(0, 3).join('\n'))
    await app.field('accessKeyId').waitFor()
    watch.loading()
    watch.expectError(/404/)
    await page.goto('robots.txt')
    await page.evaluate(() => history.back())
    await page.locator('html[data-parts="loaded"]').waitFor()
    const cameFromCache = await page.evaluate(() => 'isThisVisit' in window)
    expect(cameFromCache).toBe(true)
    await expectEmpty(app, credentials)
    expect(watch.findings()).toEqual([])
  } finally {
    await browser.close()
  }
})
