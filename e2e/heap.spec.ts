import { pasteOfPerson } from '#sandbox/lessons.ts'
import { SITUATION_REGION } from '#sandbox/situations.ts'
import { chromiumAt } from './browsers.ts'
import { otherCharacterAt, PASTES, type TestCredentials } from './credentials.ts'
import { countHolding, heapStrings } from './heap.ts'
import {
  MFA_SERIAL,
  mfaCode,
  roleFor,
  SAML_PROVIDER_ARN,
  samlResponse,
  webIdentityToken,
} from './issued.ts'
import { startRelay } from './servers.ts'
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

test('minted with MFA, used and cleared: no secret is left in memory', async ({
  app,
  page,
  sts,
  watch,
}) => {
  test.slow()
  const relay = await startRelay(sts)
  watch.mayCall(new URL(relay.url).host)
  await app.open()
  await app.paste(await pasteOfPerson('user-with-mfa', SITUATION_REGION))
  await app.field('accessKeyId').waitFor()
  await app.chooseCustom(relay.url)
  await app.openOperation('GetSessionToken')
  const code = await mfaCode()
  await app.fillIn({ SerialNumber: MFA_SERIAL })
  // Typed key by key, so that no argument of this test stays in the page's memory.
  await app.parameter('TokenCode').pressSequentially(code)
  await app.callButton('GetSessionToken').click()
  await app.chooseMinted()
  await app.call('AssumeRole', { RoleArn: roleFor('same-account'), RoleSessionName: 'example' })
  await app.chooseMinted()
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  const minted = relay.answers.flatMap(credentialsIn)
  expect(minted.length).toBe(2)
  minted.forEach(watch.keepSecret)
  const pieces = minted.map(piecesOf)
  const secret = pieces.flatMap((each) => each.secret)
  const token = pieces.flatMap((each) => each.token)
  const before = await heapStrings(page)
  expect(countHolding(before, secret)).toBeGreaterThan(0)
  expect(countHolding(before, token)).toBeGreaterThan(0)
  await app.clear()
  await expect(app.box).toHaveValue('')
  const after = await heapStrings(page)
  expect({
    secret: countHolding(after, secret),
    token: countHolding(after, token),
    code: after.filter((text) => text === code).length,
  }).toEqual({ secret: 0, token: 0, code: 0 })
  await relay.close()
})

/** The credentials that an answer of the sandbox holds. */
function credentialsIn(body: string): readonly TestCredentials[] {
  const text = (name: string): string =>
    new RegExp(`<${name}>([^<]{1,4000})</${name}>`).exec(body)?.[1] ?? ''
  const secretAccessKey = text('SecretAccessKey')
  if (secretAccessKey === '') return []
  return [
    {
      accessKeyId: text('AccessKeyId'),
      secretAccessKey,
      sessionToken: text('SessionToken'),
      expiresAt: 0,
    },
  ]
}

for (const [operation, field, values, issue] of [
  [
    'AssumeRoleWithWebIdentity',
    'WebIdentityToken',
    { RoleArn: roleFor('web-identity'), RoleSessionName: 'example' },
    () => webIdentityToken(),
  ],
  [
    'AssumeRoleWithSAML',
    'SAMLAssertion',
    { RoleArn: roleFor('saml'), PrincipalArn: SAML_PROVIDER_ARN },
    () => samlResponse(roleFor('saml')),
  ],
] as const) {
  test(`${operation}, traded in and cleared: no token is left in memory or on the page`, async ({
    app,
    page,
    watch,
  }) => {
    test.slow()
    const secret = await issue()
    watch.keepSecret({ sessionToken: secret })
    const middle = Math.floor(secret.length / 2)
    const pieces = [secret.slice(middle, middle + 30), secret.slice(-60, -30)]
    await app.open()
    await app.enter('user-with-mfa')
    await app.openOperation(operation)
    await app.fillIn(values)
    await app.parameter(field).focus()
    await app.paste(secret)
    await app.callButton(operation).click()
    await expect(app.reply(operation)).toHaveAttribute('data-outcome', 'done')
    expect(countHolding(await heapStrings(page), pieces)).toBeGreaterThan(0)
    await app.clear()
    await expect(app.box).toHaveValue('')
    expect(countHolding([await page.content()], pieces)).toBe(0)
    expect(countHolding(await heapStrings(page), pieces)).toBe(0)
  })
}
