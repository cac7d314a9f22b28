// How long an error takes to be explained: a line of a client, a log with one error in it, and that log in the box.

import { builtModules, builtPage, importModule } from './builds.mjs'
import { launchBrowser } from './browser.mjs'
import { serveFiles } from './file-server.mjs'
import { kilobytes, median, milliseconds, times } from './numbers.mjs'

const DIAGNOSIS_LIMIT_MS = 5
const LOG_AIM_MS = 100
const LINE_ROUNDS = 200
const LOG_ROUNDS = 9
const BOX_ROUNDS = 11

const KEY_REFUSED =
  'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.'
const DENIED =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/Example/minji is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy because no identity-based policy allows the sts:AssumeRole action'
const CLOCK =
  'botocore.exceptions.ClientError: An error occurred (SignatureDoesNotMatch) when calling the GetCallerIdentity operation: Signature expired: 20261122T011204Z is now earlier than 20261122T012704Z (20261122T014204Z - 15 min.)'

/** @typedef {{ name: string, text: string }} Named */
/** @typedef {Pick<typeof import('../src/domain/diagnosis/explain-text.ts'), 'explainText'>} Explainer */
/** @typedef {Pick<typeof import('../src/domain/diagnosis/said-facts.ts'), 'NO_FACTS'>} Facts */

/** @returns {Promise<import('./section.mjs').Section[]>} */
export async function benchExplain() {
  const lines = [
    { name: 'A refused key, one line', text: KEY_REFUSED },
    { name: 'A denial, one line', text: DENIED },
    { name: 'A clock, with its stack', text: `${stack()}\n${CLOCK}` },
  ]
  const logs = [1, 10, 100, 200, 1000].map((size) => ({
    name: 'A log with one error in the middle',
    text: logOf(size * 1000),
  }))
  const inNode = await explainInNode(lines, logs)
  const inChromium = await explainInChromium(lines, logs)
  return [lineSection(lines, inNode, inChromium), logSection(logs, inNode, inChromium)]
}

/** @param {number} bytes */
function logOf(bytes) {
  const line = (/** @type {number} */ at) =>
    `2026-11-22T01:${String(at % 60).padStart(2, '0')}:04.112Z INFO  [worker-${String(at % 8)}] GET /orders/${String(at)} 200 ${String(at % 97)} ms id=${String(at).padStart(8, '0')}\n`
  let text = ''
  let isTold = false
  for (let at = 0; text.length < bytes; at += 1) {
    text += line(at)
    if (!isTold && text.length > bytes / 2) {
      text += `2026-11-22T01:30:00.000Z ERROR [worker-1] ${KEY_REFUSED}\n`
      isTold = true
    }
  }
  return text
}

function stack() {
  const frame = (/** @type {number} */ at) =>
    `  File "/usr/lib/python3/dist-packages/example/module_${String(at)}.py", line ${String(at * 7)}, in call_${String(at)}\n    return self._next(request)`
  return `Traceback (most recent call last):\n${Array.from({ length: 24 }, (_, at) => frame(at)).join('\n')}`
}

/**
 * Explains every text in turn, round by round; the times of each in milliseconds. Runs in Node and, as text, in the
 * page.
 *
 * @param {(text: string) => unknown} explain
 * @param {readonly string[]} texts
 * @param {number} rounds
 * @param {number} batch
 * @returns {number[][]}
 */
function timeExplaining(explain, texts, rounds, batch) {
  const took = texts.map(() => /** @type {number[]} */ ([]))
  for (let round = -Math.ceil(rounds / 3); round < rounds; round += 1) {
    for (const [at, text] of texts.entries()) {
      const started = performance.now()
      for (let time = 0; time < batch; time += 1) explain(text)
      const each = (performance.now() - started) / batch
      // The first third of the rounds warms up.
      if (round >= 0) took[at]?.push(each)
    }
  }
  return took
}

/**
 * @param {readonly Named[]} lines
 * @param {readonly Named[]} logs
 */
async function explainInNode(lines, logs) {
  const { explainText } = /** @type {Explainer} */ (await importModule('explain-text'))
  const { NO_FACTS } = /** @type {Facts} */ (await importModule('said-facts'))
  const explain = (/** @type {string} */ text) => explainText(text, NO_FACTS)
  for (const { name, text } of [...lines, ...logs]) {
    if (explain(text) === null) throw new Error(`${name} was not explained`)
  }
  return {
    lines: timeExplaining(explain, textsOf(lines), LINE_ROUNDS, 10).map(median),
    logs: timeExplaining(explain, textsOf(logs), LOG_ROUNDS, 1).map(median),
  }
}

/**
 * @param {readonly Named[]} lines
 * @param {readonly Named[]} logs
 */
async function explainInChromium(lines, logs) {
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
        `Promise.all([import('/modules/explain-text.mjs'), import('/modules/said-facts.mjs')]).then(
          ([{ explainText }, { NO_FACTS }]) =>
            (${timeExplaining.toString()})((text) => explainText(text, NO_FACTS), ${JSON.stringify(textsOf(named))}, ${rounds}, ${batch}))`,
      )
    const found = {
      lines: (await run(lines, LINE_ROUNDS, 10)).map(median),
      logs: (await run(logs, LOG_ROUNDS, 1)).map(median),
    }
    /** @type {number[]} */
    const box = []
    for (const { text } of logs) {
      /** @type {number[]} */
      const took = []
      for (let round = -2; round < BOX_ROUNDS; round += 1) {
        const each = await page.evaluate(pasteAndWait, text)
        if (round >= 0) took.push(each)
      }
      box.push(median(took))
    }
    return { ...found, box }
  } finally {
    await browser.close()
    files.close()
  }
}

/**
 * Puts a text into the box and waits until its explanation is painted: milliseconds from the one to the other.
 *
 * @param {string} text
 * @returns {Promise<number>}
 */
async function pasteAndWait(text) {
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, 0))
    })
  const put = (/** @type {string} */ value) => {
    const box = document.querySelector('textarea')
    if (!box) throw new Error('there is no box')
    box.value = value
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const told = () => document.querySelector('[data-outcome=told]')
  const until = (/** @type {() => boolean} */ isSo) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return
        watch.disconnect()
        resolve(null)
      }
      const watch = new MutationObserver(look)
      watch.observe(document.body, { subtree: true, childList: true, attributes: true })
      look()
    })
  put('')
  await until(() => told() === null)
  await painted()
  const started = performance.now()
  put(text)
  await until(() => told() !== null)
  await painted()
  return performance.now() - started
}

/** @param {readonly Named[]} named */
const textsOf = (named) => named.map(({ text }) => text)

/** @typedef {{ readonly lines: readonly number[], readonly logs: readonly number[] }} Found */

/**
 * @param {readonly Named[]} lines
 * @param {Found} node
 * @param {Found} chromium
 * @returns {import('./section.mjs').Section}
 */
function lineSection(lines, node, chromium) {
  const slowest = Math.max(...node.lines, ...chromium.lines)
  return {
    title: 'Explaining an error',
    note: `Median of ${LINE_ROUNDS} measurements of 10 diagnoses, the texts in turn. The limit is ${milliseconds(DIAGNOSIS_LIMIT_MS)}.`,
    head: ['Text', 'Characters', 'Chromium', 'Node'],
    rows: lines.map(({ name, text }, at) => [
      name,
      String(text.length),
      shown(chromium.lines[at]),
      shown(node.lines[at]),
    ]),
    failures: slowest < DIAGNOSIS_LIMIT_MS ? [] : [`${milliseconds(slowest)} for one diagnosis`],
  }
}

/**
 * @param {readonly Named[]} logs
 * @param {Found} node
 * @param {Found & { readonly box: readonly number[] }} chromium
 * @returns {import('./section.mjs').Section}
 */
function logSection(logs, node, chromium) {
  const at200 = logs.findIndex(({ text }) => text.length >= 200_000)
  const inBox = chromium.box[at200] ?? Number.NaN
  return {
    title: 'Explaining a log',
    note: [
      `Median of ${LOG_ROUNDS} diagnoses; *in the box* is the median of ${BOX_ROUNDS} pastes, from the text in the box to its`,
      `explanation on the screen: for 200 KB ${milliseconds(inBox)}, where ${milliseconds(LOG_AIM_MS)} is aimed at. Of a text longer than`,
      '4,194,304 characters the first and the last half of so many are read. *Growth* is the time in Node against the row',
      'before, for the text grown by the factor in brackets.',
    ].join(' '),
    head: ['Text', 'Size', 'In the box', 'Chromium', 'Node', 'Growth'],
    rows: logs.map(({ name, text }, at) => [
      name,
      kilobytes(text.length),
      shown(chromium.box[at]),
      shown(chromium.logs[at]),
      shown(node.logs[at]),
      growth(logs, node.logs, at),
    ]),
    // It depends on the machine.
    failures: [],
  }
}

/** @param {number | undefined} value */
const shown = (value = Number.NaN) => (value < 1 ? `${value.toFixed(3)} ms` : milliseconds(value))

/**
 * @param {readonly Named[]} logs
 * @param {readonly number[]} took
 * @param {number} at
 */
function growth(logs, took, at) {
  const [now = 0, before = 0] = [took[at], took[at - 1]]
  const [size = 0, sizeBefore = 0] = [logs[at]?.text.length, logs[at - 1]?.text.length]
  return before < 0.2 ? '' : `${times(now / before)} (${times(size / sizeBefore)})`
}
