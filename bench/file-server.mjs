// Serves folders on loopback, every file compressed once with gzip -9, as a good host would.

import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/**
 * `mounts` are pairs of a path that ends in a slash and a folder. `wire` counts the bytes of all bodies since it was
 * last set to 0.
 *
 * @param {Readonly<Record<string, string>>} mounts
 */
export async function serveFiles(mounts) {
  /** @type {Map<string, { type: string, body: Buffer }>} */
  const files = new Map()
  for (const [prefix, folder] of Object.entries(mounts)) {
    for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!each.isFile()) continue
      const file = path.join(each.parentPath, each.name)
      const name = prefix + path.relative(folder, file).split(path.sep).join('/')
      const type = TYPES[path.extname(file)]
      if (type) files.set(name, { type, body: gzipSync(readFileSync(file), { level: 9 }) })
    }
  }
  const wire = { bytes: 0 }
  const server = createServer((request, response) => {
    const asked = (request.url ?? '/').split('?')[0] ?? '/'
    const file = files.get(asked.endsWith('/') ? `${asked}index.html` : asked)
    if (!file) {
      response.writeHead(404).end()
      return
    }
    wire.bytes += file.body.length
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'gzip',
      'content-length': file.body.length,
      'cache-control': 'no-cache',
    })
    response.end(file.body)
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(null))
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    wire,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
