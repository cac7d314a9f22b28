// Finds a Chromium or Chrome that Playwright can drive; on request installs one.
//
//   node tools/find-browser.mjs [--install]
//
// prints the path, or "playwright" where Playwright's own browser is used, or says what to run.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const playwrightCli = fileURLToPath(new URL('cli.js', import.meta.resolve('@playwright/test')))

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
]

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
]

/** Ten minutes: a browser is some 150 MB. */
const INSTALL_LIMIT_MS = 600_000

/**
 * The path of a browser, or null where Playwright's own one is installed and needs no path. In this order: the path
 * given in CHROME_PATH or CHROMIUM_PATH, an installed Chromium or Chrome, Playwright's own, and, if `install` is set,
 * one that is installed now. Throws where none of them is there; the message holds the command to run.
 *
 * @param {{ install: boolean }} options
 * @returns {Promise<string | null>}
 */
export async function findBrowser({ install }) {
  const given = givenPath()
  if (given !== null) return given
  const found = installedPath()
  if (found !== null) return found
  if (hasOwnBrowser()) return null
  if (install) {
    installOwnBrowser()
    if (hasOwnBrowser()) return null
    installDebianPackage()
    const installed = installedPath()
    if (installed !== null) return installed
  }
  throw new Error(
    [
      'No Chromium or Chrome was found. Run one of these, then try again:',
      '  npx playwright install --with-deps chromium',
      '  sudo apt-get update && sudo apt-get install -y chromium   (Debian)',
      'or set CHROME_PATH to the browser you have.',
    ].join('\n'),
  )
}

/** @returns {string | null} */
function givenPath() {
  for (const name of ['CHROME_PATH', 'CHROMIUM_PATH']) {
    const given = process.env[name]
    if (given === undefined || given === '') continue
    // A path that was given and is wrong is an error, not a reason to take another browser.
    if (!isFile(given)) throw new Error(`${name} is set to ${given}, which is not a file.`)
    return given
  }
  return null
}

/** @returns {string | null} */
function installedPath() {
  return candidates().find((file) => isFile(file) && startsUp(file)) ?? null
}

/** @returns {readonly string[]} */
function candidates() {
  if (process.platform === 'darwin') {
    const home = process.env['HOME'] ?? ''
    const folders = ['/Applications', path.join(home, 'Applications')]
    return folders.flatMap((folder) => MAC_APPS.map((app) => path.join(folder, app)))
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    )
    return folders
      .filter((folder) => folder !== '')
      .flatMap((folder) => WINDOWS_PROGRAMS.map((program) => path.join(folder, program)))
  }
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/snap/bin']
  return NAMES.flatMap((name) =>
    folders.filter((folder) => folder !== '').map((folder) => path.join(folder, name)),
  )
}

/** @param {string} file */
function isFile(file) {
  return existsSync(file) && statSync(realpathSync(file)).isFile()
}

/**
 * Ubuntu's chromium-browser may be a stub that only asks for a snap, so the browser has to say its version.
 * On Windows chrome.exe opens a window instead.
 *
 * @param {string} file
 */
function startsUp(file) {
  if (process.platform === 'win32') return true
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /chrom/i.test(stdout)
}

function hasOwnBrowser() {
  return existsSync(chromium.executablePath())
}

function installOwnBrowser() {
  // The system libraries need root; where that fails, the browser alone may still start.
  for (const flags of [['--with-deps'], []]) {
    if (run(process.execPath, [playwrightCli, 'install', ...flags, 'chromium'])) return
  }
}

function installDebianPackage() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return
  if (run('apt-get', ['update'])) run('apt-get', ['install', '-y', 'chromium'])
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {boolean} whether it ended well
 */
function run(file, args) {
  process.stderr.write(`$ ${[path.basename(file), ...args].join(' ')}\n`)
  try {
    execFileSync(file, args, {
      stdio: ['ignore', process.stderr, process.stderr],
      timeout: INSTALL_LIMIT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return true
  } catch {
    return false
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const found = await findBrowser({ install: process.argv.includes('--install') })
    console.log(found ?? 'playwright')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
