// The page of the tutorials: one HTML file and the AWS SDK v2's browser script, beside this page, on one server and
// against one sandbox. Both are served with gzip -9, and every visit begins with an empty cache.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { builtPage, temporaryFolder } from './builds.mjs'
import { launchBrowser } from './browser.mjs'
import { fetchPackage } from './fetched-package.mjs'
import { serveFiles } from './file-server.mjs'
import { kilobytes, median, milliseconds, times } from './numbers.mjs'
import { ANSWER, BUTTON, openOverHttp } from './our-page.mjs'
import { press, watchPresses } from './page-watch.mjs'
import { mintCredentials, REGION, startSandbox } from './sandbox-on-port.mjs'

const VERSION = '2.1416.0'
const VISITS = 15
const PRESSES = 60
const WARM_UP = 15

/** What Lighthouse calls slow 4G. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
}

/**
 * @typedef {{ name: string, url: string, usable: string }} Visited `usable`: the selector of what a person can use first
 * @typedef {import('playwright-core').Browser} Browser
 */

/** @returns {Promise<import('./section.mjs').Section>} */
export async function benchClassic() {
  const credentials = await mintCredentials()
  const sandbox = await startSandbox()
  const files = await serveFiles({
    '/': await builtPage(),
    '/classic/': classicPage(sandbox.url, credentials),
  })
  const browser = await launchBrowser()
  try {
    const ours = { name: 'ours', url: files.url, usable: 'textarea' }
    const classic = { name: 'classic', url: `${files.url}classic/`, usable: 'button:enabled' }
    const loopback = await visitInTurn(browser, [ours, classic], null)
    const slow = await visitInTurn(browser, [ours, classic], SLOW_4G)
    const whole = await bytesOfVisit(browser, ours.url, files.wire, 'html[data-parts=loaded]')
    const first = await bytesOfFirstScreen(browser, ours.url)
    const script = await bytesOfVisit(browser, classic.url, files.wire, classic.usable)
    const presses = await pressInTurn(browser, ours.url, classic.url, sandbox.url, credentials)
    return section({ loopback, slow, whole, first, script, presses })
  } finally {
    await browser.close()
    await sandbox.close()
    files.close()
  }
}

/**
 * @param {string} endpoint
 * @param {import('./sandbox-on-port.mjs').Credentials} credentials
 * @returns {string} its folder
 */
function classicPage(endpoint, credentials) {
  const folder = path.join(temporaryFolder('classic'), 'page')
  mkdirSync(folder)
  const script = path.join(fetchPackage('aws-sdk', VERSION), 'dist', 'aws-sdk.min.js')
  writeFileSync(path.join(folder, 'aws-sdk.min.js'), readFileSync(script))
  const { accessKeyId, secretAccessKey, sessionToken } = credentials
  const config = { region: REGION, accessKeyId, secretAccessKey, sessionToken }
  writeFileSync(
    path.join(folder, 'index.html'),
    `<!doctype html>
<meta charset="utf-8">
<title>Who am I?</title>
<script src="aws-sdk.min.js"></script>
<button disabled>Who am I?</button>
<div id="answer"></div>
<script>
  AWS.config.update(${JSON.stringify(config)})
  const button = document.querySelector('button')
  const answer = document.querySelector('#answer')
  button.onclick = () => {
    answer.textContent = 'Asking'
    const sts = new AWS.STS({ endpoint: ${JSON.stringify(endpoint)}, maxRetries: 0 })
    sts.getCallerIdentity({}, function (error, data) {
      answer.innerHTML = ''
      const headline = document.createElement('h2')
      headline.textContent = error ? error.message : data.Arn
      const id = document.createElement('p')
      id.textContent = this.requestId
      answer.append(headline, id)
    })
  }
  button.disabled = false
</script>
`,
  )
  return folder
}

/**
 * The time from navigation until a person can use the page, by turns, in milliseconds.
 *
 * @param {Browser} browser
 * @param {readonly Visited[]} pages
 * @param {typeof SLOW_4G | null} network
 * @returns {Promise<Record<string, number>>} medians
 */
async function visitInTurn(browser, pages, network) {
  /** @type {Record<string, number[]>} */
  const took = {}
  for (let visit = -2; visit < VISITS; visit += 1) {
    for (const { name, url, usable } of pages) {
      const ms = await visitOnce(browser, url, usable, network)
      if (visit >= 0) (took[name] ??= []).push(ms)
    }
  }
  return Object.fromEntries(Object.entries(took).map(([name, values]) => [name, median(values)]))
}

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {string} usable
 * @param {typeof SLOW_4G | null} network
 */
async function visitOnce(browser, url, usable, network) {
  const context = await browser.newContext()
  const page = await context.newPage()
  if (network) {
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', network)
  }
  await page.addInitScript((selector) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return
      observer.disconnect()
      Object.assign(window, { usableAt: performance.now() })
    })
    observer.observe(document, { childList: true, subtree: true, attributes: true })
  }, usable)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => 'usableAt' in window)
  const ms = await page.evaluate(() => /** @type {number} */ (Reflect.get(window, 'usableAt')))
  await context.close()
  return ms
}

/**
 * Bytes of all bodies that one visit fetches until something stands in the document.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {{ bytes: number }} wire
 * @param {string} until
 */
async function bytesOfVisit(browser, url, wire, until) {
  const context = await browser.newContext()
  const page = await context.newPage()
  wire.bytes = 0
  await page.goto(url)
  await page.locator(until).waitFor({ state: 'attached' })
  const { bytes } = wire
  await context.close()
  return bytes
}

/**
 * Bytes of the bodies that this page needs before it can be used: the document and what it names.
 *
 * @param {Browser} browser
 * @param {string} url
 */
async function bytesOfFirstScreen(browser, url) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  const bytes = await page.evaluate(() => {
    const named = [
      ...document.querySelectorAll(
        'head script[src], head link[rel=stylesheet], head link[rel=modulepreload]',
      ),
    ].map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
    const urls = new Set(named.map((each) => new URL(each, location.href).href))
    return performance
      .getEntries()
      .filter((entry) => entry.entryType === 'navigation' || urls.has(entry.name))
      .reduce((sum, entry) => {
        return sum + /** @type {PerformanceResourceTiming} */ (entry).encodedBodySize
      }, 0)
  })
  await context.close()
  return bytes
}

/**
 * Press to identity on both pages, by turns; the preflight is the browser's to keep, as for a person who asks again.
 *
 * @param {Browser} browser
 * @param {string} ours
 * @param {string} classic
 * @param {string} endpoint
 * @param {import('./sandbox-on-port.mjs').Credentials} credentials
 */
async function pressInTurn(browser, ours, classic, endpoint, credentials) {
  const our = await openOverHttp(browser, ours, endpoint, credentials)
  const other = await (await browser.newContext()).newPage()
  await other.goto(classic)
  await other.evaluate(watchPresses, '#answer h2')
  /** @type {{ ours: number[], classic: number[] }} */
  const took = { ours: [], classic: [] }
  for (let round = -WARM_UP; round < PRESSES; round += 1) {
    const first = await press(our, BUTTON)
    const second = await press(other, 'button')
    if (round < 0) continue
    took.ours.push(first.took)
    took.classic.push(second.took)
  }
  const headline = await other.locator('#answer h2').innerText()
  if (!headline.startsWith('arn:')) throw new Error('the classic page got no identity')
  await our.locator(ANSWER).waitFor()
  return { ours: median(took.ours), classic: median(took.classic) }
}

/**
 * @param {{ loopback: Record<string, number>, slow: Record<string, number>, whole: number, first: number, script: number, presses: { ours: number, classic: number } }} found
 * @returns {import('./section.mjs').Section}
 */
function section({ loopback, slow, whole, first, script, presses }) {
  /** @param {string} name @param {number} ours @param {number} classic @param {(value: number) => string} write */
  const row = (name, ours = Number.NaN, classic = Number.NaN, write) => [
    name,
    write(ours),
    write(classic),
    times(classic / ours),
  ]
  return {
    title: 'Beside the classic page',
    note: [
      `The classic page is one HTML file with \`aws-sdk.min.js\` of AWS SDK for JavaScript ${VERSION}. Bytes of all bodies`,
      `after \`gzip -9\`, from one server. Usable: the paste box, or the classic page's button, stands in the document;`,
      `median of ${VISITS} visits with an empty cache, by turns. Slow 4G: 1.6 Mbit/s, 150 ms. Presses: median of`,
      `${PRESSES}, by turns, over HTTP against the sandbox on a port, its preflight kept by the browser.`,
    ].join('\n'),
    head: ['', 'This page', 'Classic page', 'Classic ÷ this'],
    rows: [
      row('Bytes until usable', first, script, kilobytes),
      row('Bytes with everything fetched at idle', whole, script, kilobytes),
      row('Navigation to usable, loopback', loopback['ours'], loopback['classic'], milliseconds),
      row('Navigation to usable, slow 4G', slow['ours'], slow['classic'], milliseconds),
      row('Press to identity', presses.ours, presses.classic, milliseconds),
    ],
    failures: [],
  }
}
