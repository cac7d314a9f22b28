import { knobMessages } from '#messages/en/knobs.ts'
import { KNOBS, type KnobId } from '#sandbox/knobs.ts'
import { expect, test } from './test.ts'

/** What each broken thing has to end in, for a session that is in order: the outcome and the cause. */
const ENDS: Readonly<Record<Exclude<KnobId, 'hang'>, readonly [outcome: string, cause?: string]>> =
  {
    'clock-behind': ['refused', 'clock-skew'],
    'clock-ahead': ['refused', 'clock-skew'],
    'session-ended': ['refused', 'expired-session'],
    'just-made': ['refused', 'cannot-tell'],
    // Only operations that give credentials are refused there.
    'sts-deactivated': ['identified'],
    'region-not-enabled': ['refused', 'cannot-tell'],
    'no-cors': ['unreachable', 'cannot-tell'],
    'internal-failure': ['refused', 'aws-side-failure'],
    'service-unavailable': ['refused', 'aws-side-failure'],
    throttling: ['refused', 'aws-side-failure'],
    'portal-html': ['unreadable', 'proxy-or-portal-answered'],
    cut: ['unreachable', 'cannot-tell'],
  }

test('one thing broken at a time, and mended again', async ({ app, page }) => {
  await app.open()
  await app.situation('valid-role-session').click()
  const knob = page.getByLabel(knobMessages.label)
  const where = page.locator('details.where > summary')
  for (const id of KNOBS) {
    if (id === 'hang') continue
    const [outcome, cause] = ENDS[id]
    if (await knob.isHidden()) await where.click()
    await knob.selectOption(id)
    await app.ask()
    await expect(app.answer, id).toHaveAttribute('data-outcome', outcome)
    if (cause !== undefined) await expect(app.answer, id).toHaveAttribute('data-cause', cause)
  }
  if (await knob.isHidden()) await where.click()
  await knob.selectOption('')
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
})

test('an answer that never comes is given up', async ({ app, page }) => {
  await app.open()
  await app.situation('valid-role-session').click()
  await page.getByLabel(knobMessages.label).selectOption('hang')
  await app.ask()
  await page.keyboard.press('Escape')
  await expect(app.answer).toHaveAttribute('data-outcome', 'cancelled')
})

test('clearing mends what was broken', async ({ app, page }) => {
  await app.open()
  await app.situation('valid-role-session').click()
  await page.getByLabel(knobMessages.label).selectOption('internal-failure')
  await app.clear()
  await app.situation('valid-role-session').click()
  await expect(page.getByLabel(knobMessages.label)).toHaveValue('')
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
})
