import { chromium } from 'playwright-core'
import { findBrowser } from '../tools/find-browser.mjs'

/** A headless Chromium that measures: no background work, no throttling of a page that is not in front. */
export async function launchBrowser() {
  const found = await findBrowser({ install: true })
  return chromium.launch({
    ...(found === null ? {} : { executablePath: found }),
    args: [
      '--no-sandbox',
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
    ],
  })
}
