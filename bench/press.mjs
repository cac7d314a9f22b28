// From the click to the identity's headline in the document: in the page's sandbox, and over loopback HTTP against a
// bare signed fetch of the same page to the same server. Every round makes one of each, so that noise meets all alike.

import { askBare, prepareBareFetch } from './bare-fetch.mjs'
import { builtModules, builtPage } from './builds.mjs'
import { launchBrowser } from './browser.mjs'
import { serveFiles } from './file-server.mjs'
import { median, milliseconds, ninetieth, times } from './numbers.mjs'
import { BUTTON, openInPage, openOverHttp } from './our-page.mjs'
import { press } from './page-watch.mjs'
import { mintCredentials, startSandbox } from './sandbox-on-port.mjs'

const ROUNDS = 60
const WARM_UP = 20

const IN_PAGE_TARGET_MS = 15
const RATIO_TARGET = 1.5

/** @typedef {'inPage' | 'asked' | 'bareAsked' | 'kept' | 'bareKept'} Series `asked`: with a preflight; `kept`: without */

/** @returns {Promise<import('./section.mjs').Section>} */
export async function benchPress() {
  const files = await serveFiles({ '/': await builtPage(), '/modules/': await builtModules() })
  const sandbox = await startSandbox()
  const browser = await launchBrowser()
  try {
    const credentials = await mintCredentials()
    const inPage = await openInPage(browser, files.url)
    const overHttp = await openOverHttp(browser, files.url, sandbox.url, credentials)
    await prepareBareFetch(overHttp, sandbox.url, credentials)
    return section(await pressInTurn(inPage, overHttp, sandbox.seen))
  } finally {
    await browser.close()
    await sandbox.close()
    files.close()
  }
}

/**
 * @param {import('playwright-core').Page} inPage
 * @param {import('playwright-core').Page} overHttp
 * @param {() => Promise<import('./sandbox-on-port.mjs').Seen>} seen
 */
async function pressInTurn(inPage, overHttp, seen) {
  const network = await overHttp.context().newCDPSession(overHttp)
  await network.send('Network.enable')
  /** @type {Record<Series, number[]>} */
  const took = { inPage: [], asked: [], bareAsked: [], kept: [], bareKept: [] }
  /** @type {Set<string>} */
  const requestIds = new Set()
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    /** @param {Series} series @param {number} ms */
    const keep = (series, ms) => round >= 0 && took[series].push(ms)
    /** @param {Series} series @param {import('playwright-core').Page} page */
    const pressOn = async (series, page) => {
      const came = await press(page, BUTTON)
      if (requestIds.has(came.requestId)) throw new Error('a press was not a call of its own')
      requestIds.add(came.requestId)
      keep(series, came.took)
    }
    await pressOn('inPage', inPage)
    for (const withPreflight of [true, false]) {
      // Chromium keeps no preflight while its cache is off, and asks again before each call.
      await network.send('Network.setCacheDisabled', { cacheDisabled: withPreflight })
      const before = await seen()
      const presses = () => pressOn(withPreflight ? 'asked' : 'kept', overHttp)
      const fetches = async () =>
        keep(withPreflight ? 'bareAsked' : 'bareKept', await askBare(overHttp))
      // Who comes first changes, so that what the first leaves behind meets both.
      for (const ask of round % 2 === 0 ? [presses, fetches] : [fetches, presses]) await ask()
      const after = await seen()
      const preflights = after.preflights - before.preflights
      if (round > -WARM_UP && preflights !== (withPreflight ? 2 : 0)) {
        throw new Error(`${preflights} preflights before two calls`)
      }
      if (after.calls - before.calls !== 2) throw new Error('a call did not reach the server')
    }
  }
  return took
}

/**
 * @param {Record<Series, number[]>} took
 * @returns {import('./section.mjs').Section}
 */
function section(took) {
  const inPage = median(took.inPage)
  /** @param {string} name @param {Series} series @param {Series | null} bare @param {string} target */
  const row = (name, series, bare, target) => [
    name,
    milliseconds(median(took[series])),
    milliseconds(ninetieth(took[series])),
    bare === null ? '' : times(median(took[series]) / median(took[bare])),
    target,
  ]
  /** @param {Series} series @param {Series} bare */
  const verdict = (series, bare) => kept(median(took[series]) / median(took[bare]) < RATIO_TARGET)
  return {
    title: 'Press to identity',
    note: [
      `From the click to the headline in the document; ${ROUNDS} rounds of one of each after ${WARM_UP} to warm up, every`,
      'press a call of its own. The bare fetch signs with this project’s own SigV4 in the same page, sends the same header',
      'names to the same server, and picks the Arn out of the text.',
    ].join('\n'),
    head: ['', 'Median', '90th', '÷ bare fetch', 'Target'],
    rows: [
      row(
        'Sandbox in the page',
        'inPage',
        null,
        `under ${IN_PAGE_TARGET_MS} ms: ${kept(inPage < IN_PAGE_TARGET_MS)}`,
      ),
      row(
        'Over HTTP, each with its preflight',
        'asked',
        'bareAsked',
        `under ${times(RATIO_TARGET)}: ${verdict('asked', 'bareAsked')}`,
      ),
      row('Bare signed fetch, with its preflight', 'bareAsked', null, ''),
      row('Over HTTP, preflight kept by the browser', 'kept', 'bareKept', ''),
      row('Bare signed fetch, preflight kept', 'bareKept', null, ''),
    ],
    failures: [],
  }
}

/** @param {boolean} isMet */
const kept = (isMet) => (isMet ? 'met' : 'missed')
