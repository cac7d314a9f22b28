// How long a paste takes to be read: the six usual shapes, and long texts that hold little or nothing.

import { builtModules, builtPage, importModule } from './builds.mjs'
import { launchBrowser } from './browser.mjs'
import { serveFiles } from './file-server.mjs'
import { kilobytes, median, milliseconds, times } from './numbers.mjs'
import { longTexts, usualPastes } from './pastes.mjs'
import { mintCredentials } from './sandbox-on-port.mjs'

const FRAME_MS = 1000 / 60
const USUAL_ROUNDS = 300
const LONG_ROUNDS = 9

/** @typedef {{ name: string, text: string }} Named */
/** @typedef {Pick<typeof import('../src/domain/reading/read-paste.ts'), 'readPaste'>} Reader */

/** @returns {Promise<import('./section.mjs').Section[]>} */
export async function benchRead() {
  const usual = usualPastes(await mintCredentials())
  const long = longTexts()
  const inNode = await readInNode(usual, long)
  const inChromium = await readInChromium(usual, long)
  return [
    usualSection(usual, inNode.usual, inChromium.usual),
    longSection(long, inNode.long, inChromium.long),
  ]
}

/**
 * Reads every text in turn, round by round; the median of each in milliseconds. Runs in Node and, as text, in the page.
 *
 * @param {Reader['readPaste']} readPaste
 * @param {readonly string[]} texts
 * @param {number} rounds
 * @param {number} batch readings per measurement, where one is shorter than the clock's step
 * @returns {number[][]}
 */
function timeReadings(readPaste, texts, rounds, batch) {
  const took = texts.map(() => /** @type {number[]} */ ([]))
  for (let round = -Math.ceil(rounds / 3); round < rounds; round += 1) {
    for (const [at, text] of texts.entries()) {
      const started = performance.now()
      for (let time = 0; time < batch; time += 1) readPaste(text)
      const each = (performance.now() - started) / batch
      // The first third of the rounds warms up.
      if (round >= 0) took[at]?.push(each)
    }
  }
  return took
}

/**
 * @param {readonly Named[]} usual
 * @param {readonly Named[]} long
 */
async function readInNode(usual, long) {
  const { readPaste } = /** @type {Reader} */ (await importModule('read-paste'))
  for (const { name, text } of usual) {
    const { credentials } = readPaste(text)
    if (!credentials[0]?.sessionToken) throw new Error(`${name} was not read`)
  }
  return {
    usual: timeReadings(readPaste, textsOf(usual), USUAL_ROUNDS, 20).map(median),
    long: timeReadings(readPaste, textsOf(long), LONG_ROUNDS, 1).map(median),
  }
}

/**
 * @param {readonly Named[]} usual
 * @param {readonly Named[]} long
 */
async function readInChromium(usual, long) {
  const files = await serveFiles({ '/': await builtPage(), '/modules/': await builtModules() })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(files.url)
    await page.locator('html[data-parts=loaded]').waitFor({ state: 'attached' })
    /** @returns {Promise<number[][]>} */
    const run = (
      /** @type {readonly Named[]} */ named,
      /** @type {number} */ rounds,
      /** @type {number} */ batch,
    ) =>
      page.evaluate(
        `import('/modules/read-paste.mjs').then(({ readPaste }) =>
          (${timeReadings.toString()})(readPaste, ${JSON.stringify(textsOf(named))}, ${rounds}, ${batch}))`,
      )
    return {
      usual: (await run(usual, USUAL_ROUNDS, 20)).map(median),
      long: (await run(long, LONG_ROUNDS, 1)).map(median),
    }
  } finally {
    await browser.close()
    files.close()
  }
}

/** @param {readonly Named[]} named */
const textsOf = (named) => named.map(({ text }) => text)

/**
 * @param {readonly Named[]} usual
 * @param {readonly number[]} node
 * @param {readonly number[]} chromium
 * @returns {import('./section.mjs').Section}
 */
function usualSection(usual, node, chromium) {
  const slowest = Math.max(...node, ...chromium)
  return {
    title: 'Reading a paste',
    note: [
      `Median of ${USUAL_ROUNDS} measurements of 20 readings, the shapes in turn.`,
      `The slowest takes ${((100 * slowest) / FRAME_MS).toFixed(1)} % of one frame of ${milliseconds(FRAME_MS)}.`,
    ].join(' '),
    head: ['Shape', 'Characters', 'Chromium', 'Node'],
    rows: usual.map(({ name, text }, at) => [
      name,
      String(text.length),
      micro(chromium[at]),
      micro(node[at]),
    ]),
    failures: slowest < FRAME_MS ? [] : [`${milliseconds(slowest)} for a usual paste`],
  }
}

/**
 * @param {readonly Named[]} long
 * @param {readonly number[]} node
 * @param {readonly number[]} chromium
 * @returns {import('./section.mjs').Section}
 */
function longSection(long, node, chromium) {
  return {
    title: 'Reading a long text',
    note: [
      `Median of ${LONG_ROUNDS} readings. *Growth* is the time for ten times the text: 10 is linear. Below 0.2 ms it says`,
      'nothing and is left out.',
    ].join(' '),
    head: ['Text', 'Size', 'Chromium', 'Growth', 'Node', 'Growth'],
    rows: long.map(({ name, text }, at) => [
      name,
      kilobytes(text.length),
      micro(chromium[at]),
      growth(long, chromium, at),
      micro(node[at]),
      growth(long, node, at),
    ]),
    failures: [],
  }
}

/** @param {number | undefined} value */
const micro = (value = Number.NaN) => (value < 1 ? `${value.toFixed(3)} ms` : milliseconds(value))

/**
 * @param {readonly Named[]} long
 * @param {readonly number[]} took
 * @param {number} at
 */
function growth(long, took, at) {
  const [now = 0, before = 0] = [took[at], took[at - 1]]
  return long[at - 1]?.name !== long[at]?.name || before < 0.2 ? '' : times(now / before)
}
