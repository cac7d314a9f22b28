import { chromiumAt } from './browsers.ts'
import { otherCharacterAt, PASTES, type TestCredentials } from './credentials.ts'
import { countHolding, heapStrings } from './heap.ts'
import { expect, test } from './test.ts'

test.use({
  launchOptions: chromiumAt(process.env['CHROME_PATH'] ?? '', [
    // A snapshot cuts strings at 1024 characters otherwise, and a token may begin after that in a long paste.
    '--js-flags=--heap-snapshot-string-limit=1000000',
  ]),
})

/** Pieces of each value; the middle of a token is not shown anywhere. */
function piecesOf({ accessKeyId, secretAccessKey, sessionToken }: TestCredentials) {
  const middle = Math.floor(sessionToken.length / 2)
  return {
    'access key ID': [accessKeyId],
    secret: [secretAccessKey, secretAccessKey.slice(2, 22), secretAccessKey.slice(18, 38)],
    token: [
      sessionToken.slice(80, 110),
      sessionToken.slice(middle, middle + 30),
      sessionToken.slice(-40, -10),
    ],
  }
}

for (const [shape, answer] of [
  ['aws sts assume-role', 'identified'],
  ['credentials file', 'refused'],
  ['PowerShell', 'identified'],
] as const) {
  test(`${shape}, ${answer}, cleared: no value is left in memory`, async ({
    app,
    page,
    sts,
    credentials,
  }) => {
    test.slow()
    await app.open()
    const used =
      answer === 'identified'
        ? credentials
        : {
            ...credentials,
            secretAccessKey: otherCharacterAt(credentials.secretAccessKey, 9),
          }
    const pieces = piecesOf(used)
    const counts = async (): Promise<Record<string, number>> => {
      const strings = await heapStrings(page)
      return Object.fromEntries(
        Object.entries(pieces).map(([value, parts]) => [value, countHolding(strings, parts)]),
      )
    }
    await app.pasteCredentials(used, shape)
    await app.chooseCustom(sts)
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', answer)
    const before = await counts()
    expect(before['secret']).toBeGreaterThan(0)
    expect(before['token']).toBeGreaterThan(0)
    await app.clear()
    await expect(app.box).toBeVisible()
    await expect(app.box).toHaveValue('')
    expect(await counts()).toMatchObject({ secret: 0, token: 0 })
  })
}

test('after showing, editing and Clear no value is left in memory', async ({
  app,
  page,
  credentials,
}) => {
  test.slow()
  await app.open()
  await app.pasteCredentials(credentials, 'three bare lines')
  const pieces = piecesOf(credentials)
  for (const field of ['secretAccessKey', 'sessionToken'] as const) {
    await app.field(field).getByRole('button', { name: /^Show/ }).click()
    await app.field(field).getByRole('button', { name: /^Edit/ }).click()
    await page.keyboard.press('End')
    await page.keyboard.type('x')
    await page.keyboard.press('Enter')
  }
  const before = await heapStrings(page)
  expect(countHolding(before, pieces.secret)).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Edit paste' }).click()
  await expect(app.box).toHaveValue(PASTES['three bare lines'](credentials))
  await app.clear()
  await expect(app.box).toHaveValue('')
  const after = await heapStrings(page)
  expect({
    secret: countHolding(after, pieces.secret),
    token: countHolding(after, pieces.token),
  }).toEqual({ secret: 0, token: 0 })
})
