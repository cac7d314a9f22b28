// What the figures are taken from, each built into a temporary folder, so that dist/ stays as it is.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** @type {string[]} */
const folders = []

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/**
 * A folder that is gone when this process ends.
 *
 * @param {string} name
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `bench-${name}-`))
  folders.push(folder)
  return folder
}

/** @type {Promise<string> | null} */
let page = null

/** The folder of the built page, with Vite's manifest in `.vite/manifest.json`. */
export function builtPage() {
  page ??= buildPage()
  return page
}

async function buildPage() {
  const outDir = path.join(temporaryFolder('page'), 'dist')
  await build({ root, logLevel: 'error', build: { outDir, manifest: true, emptyOutDir: true } })
  return outDir
}

/** Rooms of the source that a browser and Node run as they are. */
const MODULES = {
  'read-paste': 'src/domain/reading/read-paste.ts',
  secret: 'src/domain/credentials/secret.ts',
  sign: 'src/domain/sigv4/sign.ts',
  'secret-text': 'src/domain/sigv4/secret-text.ts',
  answer: 'src/sandbox/answer.ts',
  world: 'src/sandbox/world.ts',
  mint: 'src/sandbox/mint.ts',
  'principal-table': 'src/sandbox/principal-table.ts',
  'sandbox-server': 'src/adapters/node/sandbox-server.ts',
}

/** @type {Promise<string> | null} */
let modules = null

/** The folder of the built modules, `read-paste.mjs` and the others. */
export function builtModules() {
  modules ??= buildModules()
  return modules
}

async function buildModules() {
  const outDir = path.join(temporaryFolder('modules'), 'modules')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      copyPublicDir: false,
      rolldownOptions: {
        input: MODULES,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return outDir
}

/**
 * @param {keyof typeof MODULES} name
 * @returns {Promise<string>}
 */
export async function moduleUrl(name) {
  return pathToFileURL(path.join(await builtModules(), `${name}.mjs`)).href
}

/**
 * One of the built modules; the caller says which types it has.
 *
 * @param {keyof typeof MODULES} name
 * @returns {Promise<unknown>}
 */
export async function importModule(name) {
  return import(await moduleUrl(name))
}
