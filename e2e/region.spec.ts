import { workMessages } from '#messages/en/work.ts'
import { expect, test } from './test.ts'

test.beforeEach(async ({ app, credentials }) => {
  await app.open()
  await app.pasteCredentials(credentials)
  await app.kind('regional').waitFor()
})

for (const [query, code] of [
  ['seoul', 'ap-northeast-2'],
  ['ap-northeast-2', 'ap-northeast-2'],
  ['서울', 'ap-northeast-2'],
  ['apne1', 'ap-northeast-1'],
] as const) {
  test(`a Region is found by "${query}" and chosen with the keyboard`, async ({ app, page }) => {
    await app.region.fill('frankfurt')
    await page.keyboard.press('Enter')
    await expect(app.address).toHaveText('https://sts.eu-central-1.amazonaws.com/')
    await app.region.fill(query)
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(code)
    await page.keyboard.press('Enter')
    await expect(app.address).toHaveText(`https://sts.${code}.amazonaws.com/`)
    await expect(page.getByRole('listbox')).toHaveCount(0)
  })
}

test('arrows move in the list, Escape leaves all as it was', async ({ app, page }) => {
  await app.region.focus()
  await page.keyboard.press('ArrowDown')
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const active = await app.region.getAttribute('aria-activedescendant')
  expect(active).not.toBeNull()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(app.address).toHaveText('https://sts.ap-northeast-2.amazonaws.com/')
})

test('a Region that is not known is said so', async ({ app, page }) => {
  await app.region.fill('atlantis')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(0)
  await expect(page.getByText(workMessages.target.searchNone).first()).toBeVisible()
})

test('another partition brings its own hosts', async ({ app, page }) => {
  const partition = page.getByRole('combobox', { name: workMessages.target.partitionLabel })
  await expect(partition.getByRole('option')).toHaveCount(8)
  await partition.selectOption('aws-cn')
  await expect(app.address).toHaveText(/^https:\/\/sts\.cn-[a-z]+-\d\.amazonaws\.com\.cn\/$/)
  await expect(app.kind('global')).toBeDisabled()
})

test('FIPS and global are offered only where AWS has them', async ({ app, page }) => {
  await expect(app.kind('fips')).toBeDisabled()
  await app.region.fill('us-east-1')
  await page.keyboard.press('Enter')
  await app.kind('fips').check()
  await expect(app.address).toHaveText('https://sts-fips.us-east-1.amazonaws.com/')
  await app.kind('global').check()
  await expect(app.address).toHaveText('https://sts.amazonaws.com/')
  await app.kind('dual-stack').check()
  await expect(app.address).toHaveText('https://sts.us-east-1.api.aws/')
})

for (const [typed, isRefused] of [
  ['http://localhost:4566', false],
  ['127.0.0.1:4566', false],
  ['http://[::1]:4566', true],
  ['https://sts.example.com', true],
  ['http://user:pass@localhost:4566', true],
  ['http://localhost:4566/path', true],
  ['not an address', true],
] as const) {
  test(`custom address "${typed}" is ${isRefused ? 'refused' : 'taken'}`, async ({ app }) => {
    await app.chooseCustom(typed)
    await expect(app.customAddress).toHaveAttribute('aria-invalid', String(isRefused))
    await expect(app.primary).toHaveAttribute('aria-disabled', String(isRefused))
    if (isRefused) await expect(app.customAddress).toHaveAccessibleDescription(/\S/)
    else await expect(app.address).toHaveText(/^http:\/\/(?:localhost|127\.0\.0\.1):4566\/$/)
  })
}
