// Measures the figures of docs/figures.md and prints them as Markdown:
//
//   node bench/run.mjs [sizes] [press] [classic] [read] [answer] [lighthouse] [--write]
//
// All of them where none is named. --write puts the tables into docs/figures.md as well, which needs all of them.
// Ends with 1 where a limit is passed that does not depend on the machine.

import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { root } from './builds.mjs'
import { benchAnswer } from './answer.mjs'
import { launchBrowser } from './browser.mjs'
import { benchClassic } from './classic.mjs'
import { benchLighthouse } from './lighthouse.mjs'
import { benchPress } from './press.mjs'
import { benchRead } from './read.mjs'
import { writeSection } from './section.mjs'
import { benchSizes } from './sizes.mjs'

/** @typedef {import('./section.mjs').Section} Section */

/** @type {Readonly<Record<string, () => Promise<Section | Section[]>>>} */
const BENCHES = {
  sizes: benchSizes,
  classic: benchClassic,
  press: benchPress,
  read: benchRead,
  answer: benchAnswer,
  lighthouse: benchLighthouse,
}

const args = process.argv.slice(2)
const isWritten = args.includes('--write')
const named = args.filter((arg) => arg !== '--write')
if (named.some((name) => !(name in BENCHES)) || (isWritten && named.length > 0)) {
  console.error(`usage: node bench/run.mjs [${Object.keys(BENCHES).join('] [')}], or --write alone`)
  process.exit(2)
}

const browser = await launchBrowser()
const version = browser.version()
await browser.close()
const date = new Date().toISOString().slice(0, 10)
const head = `Measured on ${date}: ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}, Chromium ${version}.\n`
console.log(head)

/** @type {Section[]} */
const sections = []
for (const [name, bench] of Object.entries(BENCHES)) {
  if (named.length > 0 && !named.includes(name)) continue
  const found = [await bench()].flat()
  for (const section of found) console.log(writeSection(section))
  sections.push(...found)
}

if (isWritten) {
  const text = [
    '# Figures\n',
    'Written by `npm run bench -- --write`.\n',
    head,
    ...sections.map(writeSection),
  ]
  writeFileSync(path.join(root, 'docs', 'figures.md'), text.join('\n'))
}
process.exitCode = sections.some(({ failures }) => failures.length > 0) ? 1 : 0
