import type { Browser } from '@playwright/test'

/**
 * Puts a text on the clipboard from a browsing context of its own, so that the page under test gets it by a paste alone
 * and no argument of a test stays in its memory.
 */
export async function putOnClipboard(
  browser: Browser,
  origin: string,
  text: string,
): Promise<void> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(new URL('robots.txt', origin).href)
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
  await context.close()
}
