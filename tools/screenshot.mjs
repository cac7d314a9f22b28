// Makes docs/screenshot.png from the built page: a role session of the sandbox, identified.
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import { findBrowser } from './find-browser.mjs'

const server = await preview({ preview: { port: 4190 } })
const executablePath = await findBrowser({ install: false })
const browser = await chromium.launch(executablePath === null ? {} : { executablePath })
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1010 },
    timezoneId: 'Asia/Seoul',
  })
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  await page.waitForSelector('html[data-parts=loaded]')
  await page.getByRole('button', { name: 'Valid role session' }).click()
  await page.getByRole('button', { name: 'Who am I?' }).click()
  await page.getByRole('heading', { name: /^You are/ }).waitFor()
  await page.screenshot({ path: 'docs/screenshot.png' })
} finally {
  await browser.close()
  await server.close()
}
