import { truncate, writeFile } from 'node:fs/promises'
import type { OperationName } from '#domain/sts/operations/descriptor.ts'
import { firstMessages } from '#messages/en/first.ts'
import { formMessages } from '#messages/en/operation-forms.ts'
import { roleFor, SAML_PROVIDER_ARN, samlResponse, webIdentityToken } from './issued.ts'
import { expect, test } from './test.ts'

type Values = Readonly<Record<string, string>>

const role: Values = { RoleArn: roleFor('web-identity'), RoleSessionName: 'example' }
const saml: Values = { RoleArn: roleFor('saml'), PrincipalArn: SAML_PROVIDER_ARN }
const inBase64 = (text: string): string => Buffer.from(text).toString('base64')

/** What is put in, the fields that are refused, and the one that takes the focus. */
const ROWS: readonly (readonly [
  name: string,
  operation: OperationName,
  values: Values | (() => Promise<Values>),
  refused: readonly [first: string, ...more: string[]],
])[] = [
  [
    'an ARN of a user',
    'AssumeRole',
    { RoleArn: 'arn:aws:iam::111122223333:user/minji', RoleSessionName: 'example' },
    ['RoleArn'],
  ],
  ['no ARN, no name', 'AssumeRole', { RoleArn: 'DeveloperAccess' }, ['RoleArn', 'RoleSessionName']],
  ['too short a time', 'AssumeRole', { ...role, DurationSeconds: '899' }, ['DurationSeconds']],
  ['no number', 'AssumeRole', { ...role, DurationSeconds: 'an hour' }, ['DurationSeconds']],
  ['over 36 hours', 'GetSessionToken', { DurationSeconds: '129601' }, ['DurationSeconds']],
  [
    'a code of five digits',
    'GetSessionToken',
    { TokenCode: '12345' },
    ['SerialNumber', 'TokenCode'],
  ],
  ['a policy that is no JSON', 'AssumeRole', { ...role, Policy: '{"Version": ' }, ['Policy']],
  ['a short key ID', 'GetAccessKeyInfo', { AccessKeyId: 'AKIAEXAMPLE' }, ['AccessKeyId']],
  [
    'a JWT of two parts',
    'AssumeRoleWithWebIdentity',
    async () => ({
      ...role,
      WebIdentityToken: (await webIdentityToken()).split('.').slice(0, 2).join('.'),
    }),
    ['WebIdentityToken'],
  ],
  [
    'two faults, the token first on the screen',
    'AssumeRoleWithWebIdentity',
    { ...role, DurationSeconds: '1', WebIdentityToken: 'EXAMPLE.EXAMPLE' },
    ['WebIdentityToken', 'DurationSeconds'],
  ],
  [
    'a response that is no XML',
    'AssumeRoleWithSAML',
    { ...saml, SAMLAssertion: inBase64('EXAMPLE, and no XML at all') },
    ['SAMLAssertion'],
  ],
  [
    'a response with a DOCTYPE',
    'AssumeRoleWithSAML',
    async () => ({
      ...saml,
      SAMLAssertion: inBase64(
        `<!DOCTYPE x [<!ENTITY a "aaaa">]>${Buffer.from(await samlResponse(roleFor('saml')), 'base64').toString('utf8')}`,
      ),
    }),
    ['SAMLAssertion'],
  ],
]

// The endpoint is AWS's own and no host may be called: a request that leaves fails the flow.
test.describe('refused beside the field, before any call', () => {
  for (const [name, operation, values, refused] of ROWS) {
    test(`${operation}: ${name}`, async ({ app, page, credentials }) => {
      await app.open()
      await app.pasteCredentials(credentials)
      await app.call(operation, typeof values === 'function' ? await values() : values)
      await expect(app.parameter(refused[0])).toBeFocused()
      const invalid = page.locator('[data-parameter][aria-invalid="true"]')
      const names = await invalid.evaluateAll((fields) =>
        fields.map((field) => (field as HTMLElement).dataset['parameter']),
      )
      expect(names).toEqual(refused)
      for (const field of refused) {
        // What describes the field says something more than its hint.
        const ids = (await app.parameter(field).getAttribute('aria-describedby')) ?? ''
        const faults = ids
          .split(' ')
          .slice(1)
          .map((id) => `[id="${id}"] li`)
          .join(', ')
        await expect(page.locator(faults).first()).toBeVisible()
      }
      await expect(app.reply(operation)).toHaveCount(0)
      await expect(app.ledger).toContainText(firstMessages.ledger.callsDetail(0))
    })
  }

  test('a file of 50 MB is not read', async ({ app, page, credentials }, testInfo) => {
    const path = testInfo.outputPath('response.txt')
    await writeFile(path, '')
    await truncate(path, 50_000_000)
    await app.open()
    await app.pasteCredentials(credentials)
    await app.openOperation('AssumeRoleWithSAML')
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: formMessages.openFile, exact: true }).last().click()
    const chooser = await choosing
    await chooser.setFiles(path)
    await expect(page.getByRole('status').getByText(formMessages.fileTooLarge)).toBeVisible()
    await expect(app.parameter('SAMLAssertion')).toHaveValue('')
    await app.fillIn(saml)
    await app.callButton('AssumeRoleWithSAML').click()
    await expect(app.parameter('SAMLAssertion')).toBeFocused()
    await expect(app.reply('AssumeRoleWithSAML')).toHaveCount(0)
  })
})
