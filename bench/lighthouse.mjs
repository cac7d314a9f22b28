// Lighthouse on the built page as `npm start` serves it, three times.

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import { findBrowser } from '../tools/find-browser.mjs'
import { builtPage, root, temporaryFolder } from './builds.mjs'
import { fetchPackage } from './fetched-package.mjs'
import { median } from './numbers.mjs'

const VERSION = '12.8.2'
const RUNS = 3

/**
 * @typedef {{ title: string, score: number | null, scoreDisplayMode: string, displayValue?: string }} Audit
 * @typedef {{ categories: Record<string, { title: string, score: number, auditRefs: { id: string, weight: number }[] }>, audits: Record<string, Audit> }} Report
 */

/** @returns {Promise<import('./section.mjs').Section>} */
export async function benchLighthouse() {
  const script = path.join(fetchPackage('lighthouse', VERSION), 'cli', 'index.js')
  const chrome = (await findBrowser({ install: true })) ?? chromium.executablePath()
  const server = await preview({
    root,
    logLevel: 'error',
    build: { outDir: await builtPage() },
    preview: { port: 0, host: '127.0.0.1' },
  })
  /** @type {Report[]} */
  const reports = []
  try {
    const url = server.resolvedUrls?.local[0] ?? ''
    for (let run = 0; run < RUNS; run += 1) reports.push(await runOnce(script, chrome, url))
  } finally {
    await server.close()
  }
  const scores = Object.entries(reports[0]?.categories ?? {}).map(([id, { title }]) => ({
    title,
    runs: reports.map((report) => Math.round((report.categories[id]?.score ?? 0) * 100)),
  }))
  return {
    title: 'Lighthouse',
    note: [
      `Lighthouse ${VERSION}, its default mobile phone and slow 4G, on the page as \`npm start\` serves it.`,
      '',
      'Audits below 1 in any run, with their weight in the score:',
      '',
      ...auditsBelowOne(reports),
    ].join('\n'),
    head: ['Category', 'Median', ...reports.map((_, run) => `Run ${run + 1}`)],
    rows: scores.map(({ title, runs }) => [title, ...[median(runs), ...runs].map(String)]),
    failures: scores
      .filter(({ runs }) => median(runs) < 100)
      .map(({ title, runs }) => `${title}: ${median(runs)} of 100`),
  }
}

/**
 * @param {string} script
 * @param {string} chrome
 * @param {string} url
 * @returns {Promise<Report>}
 */
async function runOnce(script, chrome, url) {
  const file = path.join(temporaryFolder('lighthouse'), 'report.json')
  const flags = [
    '--output=json',
    `--output-path=${file}`,
    '--quiet',
    '--chrome-flags=--headless=new --no-sandbox',
  ]
  await promisify(execFile)(process.execPath, [script, url, ...flags], {
    env: { ...process.env, CHROME_PATH: chrome },
  })
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** @param {readonly Report[]} reports */
function auditsBelowOne(reports) {
  /** @type {Map<string, string>} */
  const lines = new Map()
  for (const { categories, audits } of reports) {
    for (const { title, auditRefs } of Object.values(categories)) {
      for (const { id, weight } of auditRefs) {
        const audit = audits[id]
        if (!audit || audit.score === null || audit.score >= 1) continue
        const value = audit.displayValue === undefined ? '' : `, ${audit.displayValue}`
        lines.set(id, `- ${title}, weight ${weight}: \`${id}\` ${audit.score}${value}`)
      }
    }
  }
  return [...lines.values()]
}
