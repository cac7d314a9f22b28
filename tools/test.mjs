// Runs every check of the project, one behind the other, and ends with one line that counts them:
//
//   node tools/test.mjs [--only format,lint,types,dead-code,unit,build,size,e2e]
//
//   N passed, N failed, N skipped
//
// The sum of the unit tests, the end-to-end tests, and one for each other check. A runner that ran no test has failed.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkSizes } from '../bench/sizes.mjs'
import { findBrowser } from './find-browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ count: Count, output: string }} Result */
/** @typedef {{ name: string, needs?: string, run: () => Promise<Result> }} Check */

const TAIL_LINES = 60

/** @type {readonly Check[]} */
const CHECKS = [
  { name: 'format', run: () => one(['oxfmt', '--check']) },
  { name: 'lint', run: () => one(['oxlint', '--type-aware', '--deny-warnings']) },
  {
    name: 'types',
    run: () =>
      one(
        ['typescript:tsc', '-p', 'tsconfig.domain.json'],
        ['typescript:tsc', '-p', 'tsconfig.page.json'],
        ['typescript:tsc', '-p', 'tsconfig.node.json'],
      ),
  },
  { name: 'dead-code', run: () => one(['knip']) },
  { name: 'unit', run: unit },
  { name: 'build', run: () => one(['vite', 'build']) },
  { name: 'size', needs: 'build', run: size },
  { name: 'e2e', needs: 'build', run: endToEnd },
]

/** npm hands its whole configuration down as npm_…, which the tools below would warn about or obey. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== 'INIT_CWD'),
)

/**
 * The script behind a command of an installed package; `package:command` where the two differ.
 *
 * @param {string} command
 */
function scriptOf(command) {
  const [name = '', bin = name.replace(/^.*\//, '')] = command.split(':')
  const folder = path.join(root, 'node_modules', name)
  const { bin: bins } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(folder, typeof bins === 'string' ? bins : bins[bin])
}

/**
 * Runs a command, shows what it prints and keeps it.
 *
 * @param {readonly string[]} command
 * @param {Record<string, string>} more variables for its environment
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run([command = '', ...args], more = {}) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [scriptOf(command), ...args], {
      cwd: root,
      env: { ...environment, ...colour, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (/** @type {string} */ text) => {
        output += text
        process.stdout.write(text)
      })
    }
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/**
 * A check without tests of its own: one passed or one failed.
 *
 * @param {readonly (readonly string[])[]} commands
 * @returns {Promise<Result>}
 */
async function one(...commands) {
  let output = ''
  let ok = true
  for (const command of commands) {
    const result = await run(command)
    output += result.output
    ok &&= result.ok
  }
  return { count: { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }, output }
}

/** @returns {Promise<Result>} */
async function unit() {
  const file = path.join(reports, 'unit.json')
  const { ok, output } = await run([
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport(file)
  const files = /** @type {{ status: string, assertionResults: { status: string }[] }[]} */ (
    report?.['testResults'] ?? []
  )
  const tests = files.flatMap((each) => each.assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed').length
  const failed = tests.filter(({ status }) => status === 'failed').length
  // A file that does not load has no tests to count.
  const unloaded = files.filter(
    (each) => each.status === 'failed' && !each.assertionResults.some(isFailed),
  ).length
  const skipped = tests.length - passed - failed
  return judged({ passed, failed: failed + unloaded, skipped }, ok, output)
}

/** @param {{ status: string }} test */
function isFailed({ status }) {
  return status === 'failed'
}

/** What the first screen may weigh. @returns {Promise<Result>} */
async function size() {
  const failures = await checkSizes()
  const failed = failures.length > 0 ? 1 : 0
  return {
    count: { passed: 1 - failed, failed, skipped: 0 },
    output: failures.map((failure) => `${failure}\n`).join(''),
  }
}

/** @returns {Promise<Result>} */
async function endToEnd() {
  const none = { passed: 0, failed: 0, skipped: 0 }
  if (!existsSync(path.join(root, 'playwright.config.ts')))
    return judged(none, false, 'playwright.config.ts is missing.\n')
  let browser = null
  try {
    browser = await findBrowser({ install: true })
  } catch (error) {
    return judged(none, false, `${error instanceof Error ? error.message : String(error)}\n`)
  }
  console.log(`browser: ${browser ?? "Playwright's own"}`)
  const file = path.join(reports, 'e2e.json')
  const { ok, output } = await run(
    ['@playwright/test:playwright', 'test', '--reporter=line,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      ...(browser === null ? {} : { CHROME_PATH: browser }),
    },
  )
  const stats = /** @type {Record<string, number>} */ (readReport(file)?.['stats'] ?? {})
  const flaky = stats['flaky'] ?? 0
  if (flaky > 0) console.log(`${flaky} passed only when tried again`)
  const passed = (stats['expected'] ?? 0) + flaky
  const failed = stats['unexpected'] ?? 0
  return judged({ passed, failed, skipped: stats['skipped'] ?? 0 }, ok, output)
}

/**
 * Adds a failure where the runner failed without a failed test, and where it ran none.
 *
 * @param {Count} count
 * @param {boolean} ok
 * @param {string} output
 * @returns {Result}
 */
function judged(count, ok, output) {
  if (count.failed > 0) return { count, output }
  if (!ok) return { count: { ...count, failed: 1 }, output }
  if (count.passed > 0) return { count, output }
  return { count: { ...count, failed: 1 }, output: `${output}No test ran.\n` }
}

/**
 * @param {string} file
 * @returns {Record<string, unknown> | null}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * @param {readonly string[]} args
 * @returns {readonly Check[]}
 */
function chosen(args) {
  const names = CHECKS.map(({ name }) => name)
  const [flag, list = ''] = args.flatMap((arg) => arg.split('='))
  if (flag === undefined) return CHECKS
  const wanted = list.split(',')
  if (flag !== '--only' || !wanted.every((name) => names.includes(name))) {
    console.error(`usage: node tools/test.mjs [--only ${names.join(',')}]`)
    process.exit(2)
  }
  return CHECKS.filter(({ name }) => wanted.includes(name))
}

const checks = chosen(process.argv.slice(2))
const reports = mkdtempSync(path.join(tmpdir(), 'test-reports-'))

/** @type {Count} */
const sum = { passed: 0, failed: 0, skipped: 0 }
/** @type {{ name: string, count: Count, output: string }[]} */
const failures = []
/** @type {string[]} */
const lines = []

for (const { name, needs, run: check } of checks) {
  console.log(`\n── ${name} ──`)
  const started = performance.now()
  const missing = failures.some((failure) => failure.name === needs)
  const { count, output } = missing
    ? { count: { passed: 0, failed: 0, skipped: 1 }, output: '' }
    : await check()
  sum.passed += count.passed
  sum.failed += count.failed
  sum.skipped += count.skipped
  if (count.failed > 0) failures.push({ name, count, output })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const word = missing ? `not run, ${needs} failed` : count.failed > 0 ? 'FAILED' : 'passed'
  lines.push(`${name.padEnd(10)} ${word}  ${written(count)}  ${seconds} s`)
}

rmSync(reports, { recursive: true, force: true })

for (const { name, output } of failures) {
  console.log(`\n── failed: ${name} (node tools/test.mjs --only ${name}) ──`)
  console.log(output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n'))
}
console.log(`\n${lines.join('\n')}\n`)
console.log(written(sum))
process.exitCode = failures.length > 0 ? 1 : 0

/** @param {Count} count */
function written({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
