import { firstMessages } from '#messages/en/first.ts'
import { trayMessages } from '#messages/en/tray.ts'
import { PASTES, type TestCredentials } from './credentials.ts'
import { expect, test } from './test.ts'

const valuesOf = ({ accessKeyId, secretAccessKey, sessionToken }: TestCredentials) => ({
  accessKeyId,
  secretAccessKey,
  sessionToken,
})

const SHAPES = Object.keys(PASTES) as (keyof typeof PASTES)[]

for (const shape of SHAPES) {
  test(`paste: ${shape}`, async ({ app, credentials }) => {
    await app.open()
    await expect(app.box).toBeFocused()
    await app.pasteCredentials(credentials, shape)
    expect(await app.values()).toEqual(valuesOf(credentials))
    await expect(app.box).toBeHidden()
    await expect(app.primary).toBeEnabled()
  })
}

test('paste anywhere, with the focus on nothing', async ({ app, page, credentials }) => {
  await app.open()
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await expect(app.box).not.toBeFocused()
  await app.pasteCredentials(credentials)
  expect(await app.values()).toEqual(valuesOf(credentials))
})

test('a second paste takes the place of the first', async ({ app, page, credentials }) => {
  await app.open()
  await app.pasteCredentials(credentials, 'credentials file')
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const other = { ...credentials, accessKeyId: `${credentials.accessKeyId.slice(0, -7)}EXAMPLE` }
  await app.pasteCredentials(other, 'three bare lines')
  await expect(app.field('accessKeyId')).toContainText(other.accessKeyId)
  expect(await app.values()).toEqual(valuesOf(other))
})

test('typing into the box is read as it is typed, and the box stays open', async ({
  app,
  page,
  watch,
  credentials,
}) => {
  await app.open()
  watch.keepSecret(credentials)
  await page.keyboard.type(`${credentials.accessKeyId}\n`)
  await expect(app.field('accessKeyId')).toContainText(credentials.accessKeyId)
  await page.keyboard.insertText(`${credentials.secretAccessKey}\n${credentials.sessionToken}\n`)
  expect(await app.values()).toEqual(valuesOf(credentials))
  await expect(app.box).toBeVisible()
  await expect(app.box).toHaveValue(PASTES['three bare lines'](credentials))
})

test('three values typed one by one', async ({ app, page, watch, credentials }) => {
  await app.open()
  watch.keepSecret(credentials)
  await page.getByRole('button', { name: firstMessages.box.typeValues }).click()
  await expect(app.field('accessKeyId').getByRole('textbox')).toBeFocused()
  for (const name of ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const) {
    await app.field(name).getByRole('textbox').fill(credentials[name])
    await page.keyboard.press('Enter')
  }
  expect(await app.values()).toEqual(valuesOf(credentials))
})

test('a text without credentials is said to be one, and stays in the box', async ({ app }) => {
  await app.open()
  const text = 'dear colleague,\nplease find the meeting notes below\n'
  await app.paste(text)
  await expect(app.unreadable).toBeVisible()
  await expect(app.box).toHaveValue(text)
  await expect(app.box).toHaveAttribute('aria-invalid', 'true')
})

test('one value is edited, the others stay', async ({ app, credentials }) => {
  await app.open()
  await app.pasteCredentials(credentials)
  const edited = `${credentials.secretAccessKey.slice(0, 39)}z`
  await app.edit('secretAccessKey', edited)
  expect(await app.values()).toEqual({ ...valuesOf(credentials), secretAccessKey: edited })
})

test('the paste is edited as a whole', async ({ app, page, credentials }) => {
  await app.open()
  await app.pasteCredentials(credentials)
  await page.getByRole('button', { name: firstMessages.tab.editPaste }).click()
  await expect(app.box).toHaveValue(PASTES['export lines'](credentials))
  const other = `${credentials.accessKeyId.slice(0, -7)}EXAMPLE`
  await app.box.fill(PASTES['export lines']({ ...credentials, accessKeyId: other }))
  await expect(app.field('accessKeyId')).toContainText(other)
  await page.getByRole('button', { name: firstMessages.tab.done, exact: true }).click()
  await expect(app.box).toBeHidden()
})

test('one of two profiles is chosen', async ({ app, page, watch, credentials }) => {
  await app.open()
  watch.keepSecret(credentials)
  const other = `${credentials.accessKeyId.slice(0, -7)}EXAMPLE`
  await app.paste(
    PASTES['credentials file'](credentials) +
      PASTES['credentials file']({ ...credentials, accessKeyId: other }).replace(
        'developer',
        'second',
      ),
  )
  await expect(app.field('accessKeyId')).toContainText(credentials.accessKeyId)
  await page.getByRole('button', { name: trayMessages.chooseLabel('second') }).click()
  await expect(app.field('accessKeyId')).toContainText(other)
})

test('a file is opened', async ({ app, page, watch, credentials }) => {
  await app.open()
  watch.keepSecret(credentials)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: firstMessages.box.openFile }).click(),
  ])
  await chooser.setFiles({
    name: 'credentials',
    mimeType: 'text/plain',
    buffer: Buffer.from(PASTES['credentials file'](credentials)),
  })
  expect(await app.values()).toEqual(valuesOf(credentials))
})

test('a file over 1 MB is refused in words', async ({ app, page }) => {
  await app.open()
  await page.locator('input[type=file]').setInputFiles({
    name: 'large.log',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(1_000_001, 'x'),
  })
  await expect(page.getByText(firstMessages.box.fileTooLarge)).toBeVisible()
})

test('a file is dropped on the page', async ({ app, page, watch, credentials }) => {
  await app.open()
  watch.keepSecret(credentials)
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'credentials', { type: 'text/plain' }))
    return transfer
  }, PASTES['credentials file'](credentials))
  await page.locator('main').dispatchEvent('drop', { dataTransfer: dropped })
  expect(await app.values()).toEqual(valuesOf(credentials))
})

test('the clipboard is read on a press', async ({ app, page, context, credentials }) => {
  await context.grantPermissions(['clipboard-read'])
  await app.open()
  await app.pasteCredentials(credentials)
  await app.clear()
  await page.getByRole('button', { name: firstMessages.box.readClipboard }).click()
  await app.field('accessKeyId').waitFor()
  expect(await app.values()).toEqual(valuesOf(credentials))
})

test('a clipboard that the browser refuses is said', async ({ app, page, context }) => {
  await context.clearPermissions()
  await app.open()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Browser.setPermission', {
    permission: { name: 'clipboard-read' },
    setting: 'denied',
  })
  await page.getByRole('button', { name: firstMessages.box.readClipboard }).click()
  await expect(page.getByText(firstMessages.box.clipboardRefused)).toBeVisible()
})
