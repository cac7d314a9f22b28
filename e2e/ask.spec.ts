import { firstMessages } from '#messages/en/first.ts'
import { workMessages } from '#messages/en/work.ts'
import { otherCharacterAt } from './credentials.ts'
import { expect, test } from './test.ts'

const ACCOUNT = '111122223333'

test('who am I, asked of an STS on this machine', async ({ app, page, sts, credentials }) => {
  await app.open()
  await app.pasteCredentials(credentials, 'aws sts assume-role')
  await app.chooseCustom(sts)
  await expect(app.address).toHaveText(sts)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  await expect(app.headline).toContainText('minji')
  await expect(app.answer).toContainText(ACCOUNT)
  await expect(
    app.answer.getByRole('list', { name: workMessages.identity.arnParts }),
  ).toContainText('DeveloperAccess')
  await expect(page.getByRole('region', { name: workMessages.wire.title })).toContainText(
    'GetCallerIdentity',
  )
  await expect(app.aws.getByRole('heading', { name: firstMessages.aws.custom })).toBeVisible()
  await expect(app.ledger).toContainText(firstMessages.ledger.callsDetail(1))
})

test('a wrong secret is refused by its signature', async ({ app, watch, sts, credentials }) => {
  await app.open()
  const wrong = {
    ...credentials,
    secretAccessKey: otherCharacterAt(credentials.secretAccessKey, 9),
  }
  watch.keepSecret(credentials)
  await app.pasteCredentials(wrong)
  await app.chooseCustom(sts)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
  await expect(app.answer).toContainText('SignatureDoesNotMatch')
})

test('the answer goes when a value is edited, and a new call gives a new one', async ({
  app,
  sts,
  credentials,
}) => {
  await app.open()
  await app.pasteCredentials(credentials)
  await app.chooseCustom(sts)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  await app.edit('secretAccessKey', otherCharacterAt(credentials.secretAccessKey, 3))
  await expect(app.answer).toHaveCount(0)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
})

test('an answer that comes after the credentials were edited does not appear', async ({
  app,
  answering,
  credentials,
}) => {
  const server = await answering('never answers')
  await app.open()
  await app.pasteCredentials(credentials)
  await app.chooseCustom(server.url)
  await app.ask()
  await expect.poll(server.calls).toBe(1)
  await app.edit('secretAccessKey', otherCharacterAt(credentials.secretAccessKey, 3))
  await expect(app.primary).toContainText(workMessages.ask.whoAmI)
  // The answer to the abandoned call: the connection breaks.
  await server.close()
  await expect(app.answer).toHaveCount(0)
  await expect(app.primary).toContainText(workMessages.ask.whoAmI)
})

test('a call is cancelled with the button', async ({ app, answering, credentials }) => {
  const server = await answering('never answers')
  await app.open()
  await app.pasteCredentials(credentials)
  await app.chooseCustom(server.url)
  await app.ask()
  await expect.poll(server.calls).toBe(1)
  await expect(app.primary).toContainText(workMessages.ask.cancel)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'cancelled')
  await expect(app.primary).toContainText(workMessages.ask.askAgain)
})

test('Ctrl+Enter asks and Esc cancels', async ({ app, page, answering, credentials }) => {
  const server = await answering('never answers')
  await app.open()
  await app.pasteCredentials(credentials)
  await app.chooseCustom(server.url)
  await page.keyboard.press('Control+Enter')
  await expect.poll(server.calls).toBe(1)
  await page.keyboard.press('Escape')
  await expect(app.answer).toHaveAttribute('data-outcome', 'cancelled')
})

test('a value that is missing stands in the way, in words', async ({ app, page }) => {
  await app.open()
  await page.getByRole('button', { name: firstMessages.box.typeValues }).click()
  await expect(app.primary).toHaveAttribute('aria-disabled', 'true')
  await app.primary.click({ force: true })
  await expect(app.answer).toHaveCount(0)
  await expect(app.primary).toHaveAccessibleDescription(
    workMessages.ask.obstacles['no-access-key-id'],
  )
})

test.describe('the focus', () => {
  test('moves to the headline where it stood on the button', async ({ app, sts, credentials }) => {
    await app.open()
    await app.pasteCredentials(credentials)
    await app.chooseCustom(sts)
    await app.ask()
    await expect(app.headline).toBeFocused()
  })

  test('stays where the person took it', async ({ app, page, sts, credentials }) => {
    await app.open()
    await app.pasteCredentials(credentials)
    await app.chooseCustom(sts)
    await app.customAddress.focus()
    await page.keyboard.press('Control+Enter')
    await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
    await expect(app.headline).not.toBeFocused()
  })
})

test('from the paste to the identity with the keyboard alone', async ({
  app,
  page,
  sts,
  credentials,
}) => {
  await app.open()
  await app.pasteCredentials(credentials)
  // Not the button that asks: Enter right after a paste sends nothing.
  await expect(page.getByRole('button', { name: firstMessages.tab.editPaste })).toBeFocused()
  const tabTo = async (isThere: () => Promise<boolean>): Promise<void> => {
    for (let presses = 0; presses < 40 && !(await isThere()); presses += 1) {
      await page.keyboard.press('Tab')
    }
    expect(await isThere()).toBe(true)
  }
  const isFocused = (selector: string) => () =>
    page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector)
  await tabTo(isFocused('input[type=radio]'))
  for (let presses = 0; presses < 6 && !(await app.kind('custom').isChecked()); presses += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(app.kind('custom')).toBeChecked()
  await tabTo(isFocused('input[inputmode=url]'))
  await page.keyboard.type(sts)
  await page.keyboard.press('Control+Enter')
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  await page.keyboard.press('Alt+Shift+KeyX')
  await expect(app.box).toBeVisible()
  await expect(app.answer).toHaveCount(0)
})

test('who will be asked is always named', async ({ app, sts, credentials }) => {
  await app.open()
  await app.pasteCredentials(credentials)
  const title = (name: string) => app.aws.getByRole('heading', { name, exact: true, level: 2 })
  await expect(title(firstMessages.aws.title)).toBeVisible()
  await expect(app.address).toHaveText(/^https:\/\/sts\.ap-northeast-2\.amazonaws\.com\/$/)
  await app.kind('sandbox').check()
  await expect(title(firstMessages.aws.sandbox)).toBeVisible()
  await app.chooseCustom(sts)
  await expect(title(firstMessages.aws.custom)).toBeVisible()
})

test('the report and the wire hold neither secret nor token nor signature', async ({
  app,
  page,
  context,
  sts,
  credentials,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.open()
  await app.pasteCredentials(credentials)
  await app.chooseCustom(sts)
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.method() === 'POST'),
    app.ask(),
  ])
  const signature = /Signature=([0-9a-f]{64})/.exec(request.headers()['authorization'] ?? '')?.[1]
  expect(signature).toBeDefined()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  await page.getByRole('button', { name: workMessages.report.preview }).click()
  const shown = (await page.locator('body').textContent()) ?? ''
  const copied: string[] = []
  for (const name of [
    workMessages.report.copy,
    workMessages.wire.copySent,
    workMessages.wire.copyReceived,
  ]) {
    await page.getByRole('button', { name }).click()
    copied.push(await page.evaluate(() => navigator.clipboard.readText()))
  }
  expect(copied.every((text) => text.length > 50)).toBe(true)
  for (const text of [shown, ...copied]) {
    for (const value of [credentials.secretAccessKey, credentials.sessionToken, signature ?? '']) {
      expect(text.includes(value.slice(8, 32))).toBe(false)
    }
  }
})
