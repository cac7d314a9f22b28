// What the first screen weighs, and every other file of the built page. KB are 1000 bytes, after gzip -9.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { builtPage } from './builds.mjs'
import { kilobytes } from './numbers.mjs'

const FIRST_SCREEN_LIMIT = 90_000
const CSS_LIMIT = 10_000
const SDK_LIMIT = 48_000

const ENTRY = 'index.html'
const SDK = 'src/adapters/aws/sts-gateway.ts'

/**
 * @typedef {{ file: string, src?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk
 * @typedef {Readonly<Record<string, Chunk>>} Manifest
 * @typedef {{ name: string, bytes: number, limit: number | null }} Size bytes after gzip
 */

/** @returns {Promise<readonly Size[]>} what has a limit first, then the other files by their weight */
async function measureSizes() {
  const folder = await builtPage()
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(path.join(folder, '.vite', 'manifest.json'), 'utf8'))
  const weigh = (/** @type {Iterable<string>} */ files) =>
    [...files].reduce((sum, file) => sum + compressed(path.join(folder, file)), 0)

  const first = withImports(manifest, ENTRY)
  const styles = new Set([...first].flatMap((key) => manifest[key]?.css ?? []))
  const scripts = new Set([...first].map((key) => fileOf(manifest, key)))
  // What the first screen has loaded already is not fetched again with the SDK.
  const sdk = new Set(
    [...withImports(manifest, SDK)]
      .filter((key) => !first.has(key))
      .map((key) => fileOf(manifest, key)),
  )
  const others = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => !scripts.has(file) && !styles.has(file) && !sdk.has(file))
  return [
    { name: 'First screen, JavaScript', bytes: weigh(scripts), limit: FIRST_SCREEN_LIMIT },
    { name: 'First screen, CSS', bytes: weigh(styles), limit: CSS_LIMIT },
    { name: 'AWS SDK', bytes: weigh(sdk), limit: SDK_LIMIT },
    ...others
      .map((file) => ({ name: nameOf(file), bytes: weigh([file]), limit: null }))
      .sort((a, b) => b.bytes - a.bytes),
  ]
}

/**
 * A chunk and all that it imports without being asked.
 *
 * @param {Manifest} manifest
 * @param {string} key
 * @param {Set<string>} found
 * @returns {Set<string>}
 */
function withImports(manifest, key, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  for (const each of manifest[key]?.imports ?? []) withImports(manifest, each, found)
  return found
}

/**
 * @param {Manifest} manifest
 * @param {string} key
 */
function fileOf(manifest, key) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`the build has no ${key}`)
  return chunk.file
}

/** @param {string} file */
const compressed = (file) => gzipSync(readFileSync(file), { level: 9 }).length

/** @param {string} file `assets/work-BdX1c2d3.js` is named `work` */
const nameOf = (file) => path.basename(file).replace(/-[\w-]{8}(?=\.\w+$)|\.js$/g, '')

/** The limits that are passed, in words; empty where all are kept. @returns {Promise<readonly string[]>} */
export async function checkSizes() {
  return overLimit(await measureSizes())
}

/** @param {readonly Size[]} sizes */
function overLimit(sizes) {
  return sizes.flatMap(({ name, bytes, limit }) =>
    limit === null || bytes <= limit ? [] : [`${name}: ${bytes} bytes, the limit is ${limit}`],
  )
}

/** @returns {Promise<import('./section.mjs').Section>} */
export async function benchSizes() {
  const sizes = await measureSizes()
  return {
    title: 'Sizes',
    note: 'After `gzip -9`; 1 KB is 1000 bytes. A file counts with all that it imports at once.',
    head: ['File', 'Size', 'Limit'],
    rows: sizes.map(({ name, bytes, limit }) => [
      name,
      kilobytes(bytes),
      limit === null ? '' : kilobytes(limit),
    ]),
    failures: overLimit(sizes),
  }
}
