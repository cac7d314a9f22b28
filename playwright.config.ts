import { defineConfig, devices } from '@playwright/test'
import { chromiumAt, FIREFOX } from './e2e/browsers.ts'
import { findBrowser } from './tools/find-browser.mjs'

// Another port lets two checkouts run side by side.
const PORT = Number(process.env['E2E_PORT'] ?? 4317)

// Found once here; the workers inherit the variable.
process.env['CHROME_PATH'] ??= (await findBrowser({ install: false })) ?? ''

/** The built page in real browsers. `npm run build` comes first: the tests look at dist/. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 30_000,
  reporter: 'line',
  use: {
    baseURL: `http://127.0.0.1:${String(PORT)}/`,
    timezoneId: 'Asia/Seoul',
    locale: 'en-GB',
    // A trace, a video or a picture of a failed test would hold the credentials that the test pasted, and a habit of
    // keeping them would one day meet real ones.
    trace: 'off',
    video: 'off',
    screenshot: 'off',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: 'firefox.spec.ts',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1280, height: 900 },
        launchOptions: chromiumAt(process.env['CHROME_PATH']),
      },
    },
    {
      name: 'firefox',
      testMatch: 'firefox.spec.ts',
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        launchOptions: { executablePath: FIREFOX },
      },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --strictPort --port ${String(PORT)}`,
    url: `http://127.0.0.1:${String(PORT)}/`,
    reuseExistingServer: process.env['CI'] === undefined,
  },
})
