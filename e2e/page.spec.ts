import { execSync } from 'node:child_process'
import { contentSecurityPolicy } from '#domain/region/policy.ts'
import { countHosts } from '#domain/region/reachable-hosts.ts'
import { firstMessages } from '#messages/en/first.ts'
import { expect, test } from './test.ts'

test('the theme is chosen, shown and kept', async ({ app, page }) => {
  await app.open()
  const theme = page.getByRole('combobox', { name: firstMessages.theme.label })
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await theme.selectOption('light')
  const light = await background()
  await theme.selectOption('dark')
  expect(await background()).not.toBe(light)
  await app.open()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await theme.selectOption('system')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test("the ledger counts the calls, and the hosts of the page's own policy", async ({
  app,
  page,
  sts,
  credentials,
}) => {
  const response = await page.goto('./')
  const header = response?.headers()['content-security-policy'] ?? ''
  expect(header).toBe(contentSecurityPolicy())
  await app.open()
  const meta = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content')
  const fromHeader = countHosts(header)
  expect(countHosts(meta ?? '')).toEqual(fromHeader)
  expect(fromHeader.open).toBe(false)
  const { ledger } = firstMessages
  await expect(app.ledger).toContainText(ledger.hostsDetail(fromHeader.sts, true))
  await app.pasteCredentials(credentials)
  await app.chooseCustom(sts)
  for (const calls of [1, 2]) {
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
    await expect(app.ledger).toContainText(ledger.callsDetail(calls))
  }
})

test('what the ledger says can be looked up from it', async ({ app, page }) => {
  await app.open()
  for (const name of [firstMessages.ledger.howToCheck, firstMessages.ledger.keyboard]) {
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name }).click()
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})

test('the hash the page names is that of its files, by the documented command', async ({
  page,
}) => {
  await page.goto('./')
  const named = await page.locator('meta[name="build"]').getAttribute('content')
  const command = 'LC_ALL=C sha256sum assets/* | sha256sum'
  const made = execSync(command, { cwd: 'dist', encoding: 'utf8' })
  expect(named?.split(' ')[1]).toBe(made.split(' ')[0])
  expect(firstMessages.ledger.checkBuildCommand).toContain(command)
})
