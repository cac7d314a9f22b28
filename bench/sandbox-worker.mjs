// A thread of its own for the sandbox on a port, so that it does not wait for the bench that drives the browser.

import { subscribe } from 'node:diagnostics_channel'
import { parentPort, workerData } from 'node:worker_threads'

/** @type {typeof import('../src/adapters/node/sandbox-server.ts')} */
const { startSandboxServer } = await import(workerData.module)
const { url } = await startSandboxServer({ port: 0 })

const seen = { preflights: 0, calls: 0 }
subscribe('http.server.request.start', (message) => {
  const { request } = /** @type {{ request: import('node:http').IncomingMessage }} */ (message)
  if (request.method === 'OPTIONS') seen.preflights += 1
  else seen.calls += 1
})

const bench = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
bench.on('message', () => send({ ...seen }))
send(url)

/** @param {unknown} message */
function send(message) {
  // A thread's port has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  bench.postMessage(message)
}
