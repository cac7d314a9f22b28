// Packages that only the bench needs: fetched by npm when they are asked for, kept outside the project's own.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './builds.mjs'

/**
 * The folder of a package in exactly this version.
 *
 * @param {string} name
 * @param {string} version
 */
export function fetchPackage(name, version) {
  const folder = path.join(root, '.cache', 'bench', `${name}-${version}`)
  const found = path.join(folder, 'node_modules', name)
  if (versionIn(found) === version) return found
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
  console.error(`fetching ${name} ${version}`)
  execFileSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--save-exact',
      `${name}@${version}`,
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      env: withoutNpmsOwn(),
    },
  )
  return found
}

/** npm hands the configuration of its present run down to every child. */
function withoutNpmsOwn() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
}

/** @param {string} folder */
function versionIn(folder) {
  const file = path.join(folder, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : null
}
