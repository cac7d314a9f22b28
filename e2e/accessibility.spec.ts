import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { firstMessages } from '#messages/en/first.ts'
import { trayMessages } from '#messages/en/tray.ts'
import { workMessages } from '#messages/en/work.ts'
import { mintCredentials, PASTES } from './credentials.ts'
import type { DebuggerPage } from './debugger-page.ts'
import { encodedMessage, roleFor, samlResponse } from './issued.ts'
import { expect, test } from './test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Every state that looks different, by what brings it about. */
const STATES: Readonly<Record<string, (app: DebuggerPage, page: Page) => Promise<void>>> = {
  empty: async () => {},
  unreadable: async (app) => {
    await app.paste('nothing of this kind')
    await expect(app.unreadable).toBeVisible()
  },
  read: async (app) => app.pasteCredentials(await mintCredentials(), 'aws sts assume-role'),
  'a window of time': async (app) => app.pasteCredentials(await mintCredentials()),
  'a token missing': async (app) => {
    await app.paste(
      PASTES['export lines'](await mintCredentials())
        .split('\n')
        .slice(0, 2)
        .join('\n'),
    )
    await app.field('accessKeyId').waitFor()
  },
  expired: async (app) =>
    app.pasteCredentials(
      await mintCredentials({ issuedAt: Date.now() - 14_400_000 }),
      'aws sts assume-role',
    ),
  typing: async (app, page) => {
    await page.getByRole('button', { name: firstMessages.box.typeValues }).click()
    await app.field('accessKeyId').getByRole('textbox').waitFor()
  },
  'the list of Regions open': async (app, page) => {
    await app.pasteCredentials(await mintCredentials())
    await app.region.click()
    await expect(page.getByRole('listbox')).toBeVisible()
  },
  'a custom address refused': async (app) => {
    await app.pasteCredentials(await mintCredentials())
    await app.chooseCustom('https://example.com')
  },
  identity: async (app) => {
    await app.situation('valid-role-session').click()
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  },
  failure: async (app) => {
    await app.situation('token-missing').click()
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
  },
  'no single cause': async (app, page) => {
    await app.situation('altered-token').click()
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', 'refused')
    await page.getByRole('button', { name: workMessages.report.preview }).click()
  },
  operations: async (app) => {
    await app.enter('user-without-permissions')
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
    await app.openOperations()
  },
  'a tray of three, compared': async (app, page) => {
    await app.enter('user-with-mfa')
    await app.ask()
    await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
    const role = { RoleArn: roleFor('same-account') }
    for (const name of ['one', 'two']) {
      await app.call('AssumeRole', { ...role, RoleSessionName: name })
      await page
        .getByRole('checkbox', { name: trayMessages.compareLabel(`DeveloperAccess/${name}`) })
        .check()
    }
    await expect(app.comparison).toBeVisible()
    await app.chooseMinted()
  },
  'a form with faults': async (app) => {
    await app.enter('user-with-mfa')
    await app.call('AssumeRoleWithWebIdentity', {
      RoleArn: 'DeveloperAccess',
      DurationSeconds: '1',
      Policy: '{',
      WebIdentityToken: 'EXAMPLE.EXAMPLE',
    })
    await expect(app.parameter('RoleArn')).toBeFocused()
  },
  'a SAML response read': async (app) => {
    await app.enter('user-with-mfa')
    await app.openOperation('AssumeRoleWithSAML')
    await app.fillIn({ SAMLAssertion: await samlResponse(roleFor('saml')) })
  },
  'an operation refused': async (app) => {
    await app.enter('user-with-mfa')
    await app.call('AssumeRole', {
      RoleArn: roleFor('trusts-another'),
      RoleSessionName: 'example',
    })
    await expect(app.reply('AssumeRole')).toHaveAttribute('data-outcome', 'refused')
  },
  'a message decoded': async (app) => {
    await app.enter('user-with-mfa')
    await app.call('DecodeAuthorizationMessage', {
      EncodedMessage: await encodedMessage('user-without-permissions'),
    })
    await expect(app.reply('DecodeAuthorizationMessage')).toHaveAttribute('data-outcome', 'done')
  },
  'how to check': async (_, page) => {
    await page.getByRole('button', { name: firstMessages.ledger.howToCheck }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'the keys': async (_, page) => {
    await page.getByRole('button', { name: firstMessages.ledger.keyboard }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
}

/** Layout depends on the width alone and colours on the theme alone. */
const LOOKS = [
  ['light', 1280],
  ['light', 390],
  ['dark', 320],
  ['dark', 1280],
] as const

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(RULES)
    // The other mode opens a page of its own.
    .setLegacyMode()
    .analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** What sticks out to the right so that the page would scroll sideways. */
async function stickingOut(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

for (const [name, bring] of Object.entries(STATES)) {
  test(`axe finds nothing: ${name}`, async ({ app, page }) => {
    test.slow()
    await app.open()
    await bring(app, page)
    const seen: Record<string, readonly string[]> = {}
    for (const [colorScheme, width] of LOOKS) {
      await page.emulateMedia({ colorScheme })
      // High enough that nothing lies half below the edge, where it would pass for too small a target.
      await page.setViewportSize({ width, height: 3000 })
      const found = await violations(page)
      if (found.length > 0) seen[`${colorScheme}, ${String(width)} px`] = found
    }
    expect(seen).toEqual({})
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await stickingOut(page)).toBe(0)
  })
}

test.describe('at 200 %', () => {
  test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 })

  for (const name of ['read', 'identity', 'failure'] as const) {
    test(`nothing sticks out: ${name}`, async ({ app, page }) => {
      await app.open()
      await STATES[name]?.(app, page)
      expect(await stickingOut(page)).toBe(0)
    })
  }
})

test('with forced colours the button and the fields keep an edge', async ({ app, page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await app.open()
  await app.situation('wrong-secret').click()
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
  for (const element of [app.primary, app.region]) {
    const edge = await element.evaluate((each) => getComputedStyle(each).borderTopWidth)
    expect(edge).not.toBe('0px')
  }
  await app.ask()
  await expect(app.headline).toBeVisible()
  expect(await violations(page)).toEqual([])
})
