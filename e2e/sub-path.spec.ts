import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { listen } from './servers.ts'
import { expect, test as base } from './test.ts'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
const FOLDER = '/some/path/'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A plain host that sends no headers of ours and has the page in a folder. */
const host = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const name = pathname === FOLDER ? 'index.html' : pathname.replace(FOLDER, '')
  if (!pathname.startsWith(FOLDER)) {
    response.writeHead(404).end()
    return
  }
  readFile(path.join(DIST, path.normalize(`/${name}`))).then(
    (content) => {
      response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'text/plain' })
      return response.end(content)
    },
    () => response.writeHead(404).end(),
  )
})

const test = base.extend<object, { readonly folder: string }>({
  folder: [
    // Playwright reads from the pattern what a fixture needs.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const served = await listen(host)
      await provide(new URL(FOLDER, served.url).href)
      await served.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ folder }, provide) => provide(folder),
})

test('the page works in a folder of a host', async ({ app, page, sts, credentials }) => {
  await app.open()
  expect(new URL(page.url()).pathname).toBe(FOLDER)
  await app.pasteCredentials(credentials)
  await app.chooseCustom(sts)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
})
