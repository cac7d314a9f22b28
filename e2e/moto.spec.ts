import { otherCharacterAt } from './credentials.ts'
import { hasMoto, startMoto, type Moto } from './moto.ts'
import { expect, test as base } from './test.ts'

const test = base.extend<object, { readonly moto: Moto }>({
  moto: [
    // Playwright reads from the pattern what a fixture needs.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const moto = await startMoto()
      await provide(moto)
      await moto.close()
    },
    { scope: 'worker' },
  ],
})

test.skip(!hasMoto, 'moto_server is not installed')

test.beforeEach(async ({ app, watch, moto }) => {
  watch.mayCall(moto.host)
  watch.keepSecret(moto.credentials)
  await app.open()
})

test('moto: the right secret gives the identity', async ({ app, moto }) => {
  await app.pasteCredentials(moto.credentials)
  await app.chooseCustom(moto.url)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  await expect(app.answer).toContainText('123456789012')
  await expect(app.headline).toContainText('ExampleRole')
})

test('moto: a wrong secret gives SignatureDoesNotMatch', async ({ app, moto }) => {
  const { secretAccessKey } = moto.credentials
  await app.pasteCredentials({
    ...moto.credentials,
    secretAccessKey: otherCharacterAt(secretAccessKey, 9),
  })
  await app.chooseCustom(moto.url)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
  await expect(app.answer).toContainText('SignatureDoesNotMatch')
})

test('moto: an altered token gives InvalidClientTokenId', async ({ app, moto }) => {
  const { sessionToken } = moto.credentials
  await app.pasteCredentials({
    ...moto.credentials,
    sessionToken: otherCharacterAt(sessionToken, Math.floor(sessionToken.length / 2)),
  })
  await app.chooseCustom(moto.url)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
  await expect(app.answer).toContainText('InvalidClientTokenId')
})
