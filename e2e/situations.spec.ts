import { SITUATIONS } from '#sandbox/situations.ts'
import { firstMessages } from '#messages/en/first.ts'
import { expect, test } from './test.ts'

/** The cause that each situation has to end in; null for the identity. */
const CAUSES: Readonly<Record<string, string | null>> = {
  'valid-role-session': null,
  'expired-session': 'expired-session',
  'token-missing': 'missing-session-token',
  'wrong-secret': 'credential-mangled',
  'clock-20-minutes-off': 'clock-skew',
  // AWS says the same of an altered token as of an unknown key, so no single cause can be named.
  'altered-token': 'cannot-tell',
  'service-unavailable': 'aws-side-failure',
  'portal-html': 'proxy-or-portal-answered',
  'inactive-key': 'key-deleted-or-inactive',
}

for (const { id, expectedCode } of SITUATIONS) {
  test(`situation ${id}, one press away`, async ({ app }) => {
    await app.open()
    // People stand behind a fold.
    if (await app.situation(id).isHidden()) {
      await app.people.click()
    }
    await app.situation(id).click()
    await expect(app.kind('sandbox')).toBeChecked()
    await expect(
      app.aws.getByRole('heading', { name: firstMessages.aws.sandbox, level: 2 }),
    ).toBeVisible()
    await app.ask()
    const cause = CAUSES[id] ?? null
    if (cause === null) {
      await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
    } else {
      await expect(app.answer).toHaveAttribute('data-cause', cause)
      await expect(app.answer.getByRole('table').first()).toBeVisible()
    }
    if (expectedCode !== null) {
      await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
      await expect(app.answer.getByText(expectedCode, { exact: true }).first()).toBeVisible()
    }
    await expect(app.headline).not.toBeEmpty()
    await expect(app.ledger).not.toContainText(firstMessages.ledger.callsDetail(1))
  })
}

test('a situation is left: the next paste goes to AWS again', async ({ app, credentials }) => {
  await app.open()
  await app.situation('wrong-secret').click()
  await expect(app.kind('sandbox')).toBeChecked()
  await app.clear()
  await app.pasteCredentials(credentials)
  await expect(app.kind('regional')).toBeChecked()
})

test('another situation is chosen beside the answer', async ({ app, page }) => {
  await app.open()
  await app.situation('wrong-secret').click()
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
  await app.unfoldEndpoint()
  await page
    .getByRole('combobox', { name: firstMessages.situations.label })
    .selectOption('valid-role-session')
  await expect(app.answer).toHaveCount(0)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
})
