// How long the sandbox takes from a signed request to its answer: signature, token, policies, all of it.

import { builtModules, builtPage, importModule } from './builds.mjs'
import { launchBrowser } from './browser.mjs'
import { serveFiles } from './file-server.mjs'
import { median, milliseconds } from './numbers.mjs'
import { mintCredentials, REGION } from './sandbox-on-port.mjs'

const ROUNDS = 300
const LIMIT_MS = 5

const ROLE = 'arn:aws:iam::111122223333:role/ReportReader'

const FORMS = {
  GetCallerIdentity: {},
  AssumeRole: { RoleArn: ROLE, RoleSessionName: 'bench' },
}

/** @typedef {import('../src/sandbox/exchange.ts').SandboxRequest} SandboxRequest */
/** @typedef {typeof import('../src/sandbox/answer.ts')} AnswerModule */
/** @typedef {typeof import('../src/sandbox/world.ts')} WorldModule */

/** @returns {Promise<import('./section.mjs').Section>} */
export async function benchAnswer() {
  const now = Date.now()
  const requests = await Promise.all(
    Object.entries(FORMS).map(([action, parameters]) => signed(action, parameters, now)),
  )
  const { answer } = /** @type {AnswerModule} */ (await importModule('answer'))
  const { ORDINARY, worldAt } = /** @type {WorldModule} */ (await importModule('world'))
  for (const request of requests) {
    const came = await answer(request, worldAt(ORDINARY, now, 1))
    if (came.kind === 'fault' || came.status !== 200) throw new Error('it was refused')
  }
  const node = await timeAnswers(answer, worldAt(ORDINARY, now, 1), requests, ROUNDS)
  const chromium = await inChromium(requests, now)
  const slowest = Math.max(...chromium.map(median))
  return {
    title: 'Sandbox, from a signed request to its answer',
    note: `Median of ${ROUNDS} answers, the operations in turn. The limit in Chromium is ${milliseconds(LIMIT_MS)}.`,
    head: ['Operation', 'Chromium', 'Node'],
    rows: Object.keys(FORMS).map((action, at) => [
      action,
      milliseconds(median(chromium[at] ?? [])),
      milliseconds(median(node[at] ?? [])),
    ]),
    failures: slowest < LIMIT_MS ? [] : [`${milliseconds(slowest)} for an answer of the sandbox`],
  }
}

/**
 * @param {string} action
 * @param {Readonly<Record<string, string>>} parameters
 * @param {number} now
 * @returns {Promise<SandboxRequest>} on the wire, as plain data
 */
async function signed(action, parameters, now) {
  const { sign } = /** @type {typeof import('../src/domain/sigv4/sign.ts')} */ (
    await importModule('sign')
  )
  const { Secret } = /** @type {typeof import('../src/domain/credentials/secret.ts')} */ (
    await importModule('secret')
  )
  const { revealText } = /** @type {typeof import('../src/domain/sigv4/secret-text.ts')} */ (
    await importModule('secret-text')
  )
  const { accessKeyId, secretAccessKey, sessionToken } = await mintCredentials()
  const { method, path, query, headers, body } = await sign(
    {
      method: 'POST',
      path: '/',
      query: '',
      headers: [
        ['host', `sts.${REGION}.amazonaws.com`],
        ['content-type', 'application/x-www-form-urlencoded'],
      ],
      body: new URLSearchParams({
        Action: action,
        Version: '2011-06-15',
        ...parameters,
      }).toString(),
    },
    {
      accessKeyId: new Secret(accessKeyId),
      secretAccessKey: new Secret(secretAccessKey),
      sessionToken: new Secret(sessionToken),
    },
    { region: REGION, service: 'sts' },
    now,
  )
  const clear = headers.map(([name, value]) => /** @type {const} */ ([name, revealText(value)]))
  return { method, path, query, headers: clear, body }
}

/**
 * Answers every request in turn, round by round; milliseconds. Runs in Node and, as text, in the page.
 *
 * @param {AnswerModule['answer']} answer
 * @param {import('../src/sandbox/world.ts').World} world
 * @param {readonly SandboxRequest[]} requests
 * @param {number} rounds
 */
async function timeAnswers(answer, world, requests, rounds) {
  const took = requests.map(() => /** @type {number[]} */ ([]))
  for (let round = -Math.ceil(rounds / 3); round < rounds; round += 1) {
    for (const [at, request] of requests.entries()) {
      const started = performance.now()
      await answer(request, world)
      // The first third of the rounds warms up.
      if (round >= 0) took[at]?.push(performance.now() - started)
    }
  }
  return took
}

/**
 * @param {readonly SandboxRequest[]} requests
 * @param {number} now
 * @returns {Promise<number[][]>}
 */
async function inChromium(requests, now) {
  const files = await serveFiles({ '/': await builtPage(), '/modules/': await builtModules() })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(files.url)
    await page.locator('html[data-parts=loaded]').waitFor({ state: 'attached' })
    return await page.evaluate(
      `Promise.all([import('/modules/answer.mjs'), import('/modules/world.mjs')]).then(([{ answer }, { ORDINARY, worldAt }]) =>
        (${timeAnswers.toString()})(answer, worldAt(ORDINARY, ${now}, 1), ${JSON.stringify(requests)}, ${ROUNDS}))`,
    )
  } finally {
    await browser.close()
    files.close()
  }
}
