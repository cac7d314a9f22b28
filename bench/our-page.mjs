import { watchPresses } from './page-watch.mjs'
import { exportLines } from './sandbox-on-port.mjs'

/** @typedef {import('playwright-core').Browser} Browser */

/** The headline of an identity. */
export const ANSWER = '.answer-success h2'

/** The one button. */
export const BUTTON = '[data-primary]'

/**
 * This page, ready to ask the sandbox inside it.
 *
 * @param {Browser} browser
 * @param {string} url
 */
export async function openInPage(browser, url) {
  const page = await openPage(browser, url)
  await page.locator('.situations button').first().click()
  await page.locator(BUTTON).waitFor()
  return page
}

/**
 * This page, ready to ask a sandbox on a port.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {string} endpoint
 * @param {import('./sandbox-on-port.mjs').Credentials} credentials
 */
export async function openOverHttp(browser, url, endpoint, credentials) {
  const page = await openPage(browser, url)
  await page.locator('textarea').fill(exportLines(credentials))
  await page.locator('input[value=custom]').check()
  await page.locator('.kind-more input').fill(endpoint)
  return page
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
async function openPage(browser, url) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('html[data-parts=loaded]').waitFor({ state: 'attached' })
  await page.evaluate(watchPresses, ANSWER)
  return page
}
