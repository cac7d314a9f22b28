import { decodedMessages } from '#messages/en/decoded.ts'
import { firstMessages } from '#messages/en/first.ts'
import { lessonMessages } from '#messages/en/lessons.ts'
import { trayMessages } from '#messages/en/tray.ts'
import { INSTANCE, MFA_SERIAL, mfaCode, roleFor } from './issued.ts'
import { expect, test } from './test.ts'

const HOUR_LEFT = /^(?:1:00:00|00:59:\d\d|59:\d\d)$/

test('user, MFA session, role, chained role: made, compared, named, removed, forgotten', async ({
  app,
  page,
}) => {
  test.slow()
  const generations = page.locator('ol.lineage > li')
  await app.open()
  await app.enter('user-with-mfa')
  // Who they are gives them their names.
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')

  await app.call('GetSessionToken', {
    DurationSeconds: '3600',
    SerialNumber: MFA_SERIAL,
    TokenCode: await mfaCode(),
  })
  await expect(app.reply('GetSessionToken')).toHaveAttribute('data-outcome', 'done')
  // A code works once: the field is empty again.
  await expect(app.parameter('TokenCode')).toHaveValue('')
  await app.chooseMinted()
  await expect(app.clock).toHaveText(HOUR_LEFT)

  await app.call('AssumeRole', {
    RoleArn: roleFor('same-account'),
    RoleSessionName: 'first',
    DurationSeconds: '1800',
  })
  await expect(app.reply('AssumeRole')).toHaveAttribute('data-outcome', 'done')
  await app.chooseMinted()
  await expect(app.clock).toHaveText(/^(?:00:)?(?:30:00|29:\d\d)$/)

  await app.call('AssumeRole', {
    RoleArn: roleFor('chained'),
    RoleSessionName: 'second',
    DurationSeconds: '900',
  })
  await expect(app.reply('AssumeRole')).toHaveAttribute('data-outcome', 'done')
  await app.chooseMinted()
  await expect(app.clock).toHaveText(/^(?:00:)?(?:15:00|14:\d\d)$/)

  // Four generations, the oldest first, each a level deeper than the one it was made from.
  await expect(generations).toHaveCount(4)
  await expect(generations.nth(1)).toContainText('GetSessionToken')
  await expect(generations.nth(3)).toContainText('second')
  const depths = app.tray.locator('[data-depth]')
  await expect(depths).toHaveCount(4)
  for (const depth of [0, 1, 2, 3]) {
    await expect(depths.nth(depth)).toHaveAttribute('data-depth', String(depth))
  }
  await expect(app.held('ReportReader/second')).toContainText(
    trayMessages.chained('DeveloperAccess/first'),
  )
  await expect(app.held('ReportReader/second')).toHaveAttribute('aria-current', 'true')
  await app.ask()
  await expect(app.headline).toContainText('ReportReader')

  // Two marked stand side by side; a third takes the place of the oldest.
  const mark = (name: string) =>
    page.getByRole('checkbox', { name: trayMessages.compareLabel(name), exact: true })
  await mark('ReportReader/second').check()
  await expect(app.comparison).toHaveCount(0)
  await mark('DeveloperAccess/first').check()
  const fact = (name: keyof typeof trayMessages.facts) =>
    app.comparison.getByRole('row').filter({
      has: page.getByRole('rowheader', { name: trayMessages.facts[name], exact: true }),
    })
  await expect(fact('account')).toHaveAttribute('data-sameness', 'same')
  await expect(fact('principal')).toHaveAttribute('data-sameness', 'differs')
  await expect(fact('principal')).toContainText('assumed-role/ReportReader/second')

  await page
    .getByRole('button', { name: trayMessages.renameLabel('DeveloperAccess/first'), exact: true })
    .click()
  await page
    .getByRole('textbox', { name: trayMessages.nameOf('DeveloperAccess/first') })
    .fill('The first role')
  await page.keyboard.press('Enter')
  await expect(app.held('The first role')).toBeVisible()
  await expect(app.comparison).toContainText('The first role')

  // Removed on a second press only; what was made from it stays.
  const remove = page.getByRole('button', {
    name: trayMessages.removeLabel('The first role'),
    exact: true,
  })
  await remove.click()
  await page.getByRole('button', { name: trayMessages.keep, exact: true }).click()
  await expect(app.held('The first role')).toBeVisible()
  await remove.click()
  await page.getByRole('button', { name: trayMessages.removeForGood }).click()
  await expect(app.held('The first role')).toHaveCount(0)
  await expect(app.tray.getByRole('rowheader')).toHaveCount(3)
  await expect(app.comparison).toHaveCount(0)

  await app.clear()
  await expect(app.tray).toHaveCount(0)
  await expect(app.box).toHaveValue('')
  await app.openOperation('AssumeRole')
  await expect(app.parameter('RoleSessionName')).toHaveValue('')
})

test('a reload forgets what was minted and what was typed', async ({ app, page }) => {
  await app.open()
  await app.enter('user-with-mfa')
  await app.call('AssumeRole', { RoleArn: roleFor('same-account'), RoleSessionName: 'example' })
  await expect(app.tray.getByRole('rowheader')).toHaveCount(2)
  await app.open()
  await expect(app.tray).toHaveCount(0)
  expect(await page.content()).not.toContain('DeveloperAccess/example')
  await app.openOperation('AssumeRole')
  await expect(app.parameter('RoleArn')).toHaveValue('')
})

test('an instance is stopped with MFA only; who may, decodes the refusal', async ({
  app,
  page,
}) => {
  test.slow()
  const result = page.locator('[data-instance-result]')
  const stop = async (): Promise<void> => {
    await app.openOperations()
    await page
      .getByRole('combobox', { name: lessonMessages.instances.instance })
      .selectOption(INSTANCE)
    await page.getByRole('button', { name: lessonMessages.instances.stop, exact: true }).click()
  }
  await app.open()
  await app.enter('user-with-mfa')
  await stop()
  await expect(result).toHaveAttribute('data-instance-result', 'denied')
  await page.getByRole('button', { name: lessonMessages.instances.decode }).click()
  await expect(app.parameter('EncodedMessage')).toHaveValue(/^[\w-]{100,}$/)
  await app.callButton('DecodeAuthorizationMessage').click()
  const decoded = app.reply('DecodeAuthorizationMessage')
  await expect(decoded).toHaveAttribute('data-outcome', 'done')
  await expect(decoded.getByText('ec2:StopInstances').first()).toBeVisible()
  await expect(decoded.getByRole('heading', { name: decodedMessages.meaningTitle })).toBeVisible()

  await app.call('GetSessionToken', { SerialNumber: MFA_SERIAL, TokenCode: await mfaCode() })
  await app.chooseMinted()
  await stop()
  await expect(result).toHaveAttribute('data-instance-result', 'allowed')

  // A session without MFA changes nothing.
  await app.tray
    .getByRole('button', { name: new RegExp(`^${trayMessages.chooseLabel('')}`) })
    .first()
    .click()
  await app.call('GetSessionToken', { SerialNumber: '' })
  await expect(app.tray.getByRole('rowheader')).toHaveCount(3)
  await app.chooseMinted()
  await stop()
  await expect(result).toHaveAttribute('data-instance-result', 'denied')
  await expect(app.ledger).toContainText(firstMessages.ledger.callsDetail(0))
})
