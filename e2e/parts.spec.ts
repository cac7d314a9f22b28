import { firstMessages } from '#messages/en/first.ts'
import { workMessages } from '#messages/en/work.ts'
import { PASTES } from './credentials.ts'
import { expect, test } from './test.ts'

/** Every part of the page is a file of its own; one that does not load is a state of the page, not its end. */

test.beforeEach(({ watch }) => {
  watch.mayFetchParts()
  watch.expectError(/Failed to load resource|Failed to fetch dynamically imported module/)
})

test('what reads pastes does not load, then does', async ({ app, page, credentials }) => {
  await page.route(/\/assets\/work-/, (route) => route.abort())
  await app.open()
  await app.paste(PASTES['export lines'](credentials))
  await expect(page.getByText(firstMessages.box.readerMissing)).toBeVisible()
  await expect(app.box).toHaveValue(PASTES['export lines'](credentials))
  await page.unroute(/\/assets\/work-/)
  await app.box.fill('')
  await app.pasteCredentials(credentials)
  await expect(app.primary).toBeEnabled()
})

test('what asks does not load: nothing was sent', async ({ app, page, sts, credentials }) => {
  await page.route(/\/assets\/sts-gateway-/, (route) => route.abort())
  await app.open()
  await app.pasteCredentials(credentials)
  await app.chooseCustom(sts)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'not-sent')
  await expect(app.ledger).not.toContainText(firstMessages.ledger.callsDetail(1))
  await page.unroute(/\/assets\/sts-gateway-/)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
})

test('the sandbox does not load', async ({ app, page }) => {
  await page.route(/\/assets\/sandbox-/, (route) => route.abort())
  await app.open()
  await app.situation('wrong-secret').click()
  await expect(page.getByText(firstMessages.situations.unavailable)).toBeVisible()
})

test('the explanation does not load: what came back is shown', async ({ app, page }) => {
  await page.route(/\/assets\/explained-answer-/, (route) => route.abort())
  await app.open()
  await app.situation('wrong-secret').click()
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
  await expect(app.headline).toHaveText(workMessages.explanationUnavailable.heading)
  await expect(app.answer).toContainText('SignatureDoesNotMatch')
})
