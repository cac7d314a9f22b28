import { FIREFOX, hasFirefox } from './browsers.ts'
import { otherCharacterAt, PASTES } from './credentials.ts'
import { expect, test } from './test.ts'

test.skip(!hasFirefox, `Firefox is not installed at ${FIREFOX}`)

test('Firefox: from the paste to the identity', async ({ app, page, watch, sts, credentials }) => {
  await app.open()
  watch.keepSecret(credentials)
  await app.box.fill(PASTES['aws sts assume-role'](credentials))
  expect(await app.values()).toMatchObject({ secretAccessKey: credentials.secretAccessKey })
  await app.chooseCustom(sts)
  await page.keyboard.press('Control+Enter')
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  await app.clear()
  await expect(app.box).toHaveValue('')
  await expect(app.answer).toHaveCount(0)
})

test('Firefox: a wrong secret is refused by its signature', async ({
  app,
  watch,
  sts,
  credentials,
}) => {
  await app.open()
  watch.keepSecret(credentials)
  const secretAccessKey = otherCharacterAt(credentials.secretAccessKey, 9)
  await app.box.fill(PASTES['export lines']({ ...credentials, secretAccessKey }))
  await app.chooseCustom(sts)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
  await expect(app.answer).toContainText('SignatureDoesNotMatch')
})

test('Firefox: a situation is one press away', async ({ app }) => {
  await app.open()
  await app.situation('expired-session').click()
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-cause', 'expired-session')
})
