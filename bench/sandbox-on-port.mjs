import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { importModule, moduleUrl } from './builds.mjs'

export const REGION = 'ap-northeast-2'

/** @typedef {{ preflights: number, calls: number }} Seen what reached the server so far */

/** The project's sandbox on a free port of this machine. */
export async function startSandbox() {
  const worker = new Worker(new URL('sandbox-worker.mjs', import.meta.url), {
    workerData: { module: await moduleUrl('sandbox-server') },
  })
  const [url] = /** @type {[string]} */ (await once(worker, 'message'))
  return {
    url,
    /** @returns {Promise<Seen>} */
    seen: async () => {
      // A thread has no origin.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage('seen')
      const [seen] = await once(worker, 'message')
      return seen
    },
    close: () => worker.terminate(),
  }
}

/** Credentials that the sandbox honours for the next hour, in the clear: they are worth nothing anywhere. */
export async function mintCredentials() {
  const { mintSession } = /** @type {typeof import('../src/sandbox/mint.ts')} */ (
    await importModule('mint')
  )
  const { ROLE_SESSION } = /** @type {typeof import('../src/sandbox/principal-table.ts')} */ (
    await importModule('principal-table')
  )
  const minted = await mintSession({
    principal: ROLE_SESSION,
    region: REGION,
    issuedAt: Date.now() - 60_000,
    durationSeconds: 3600,
    seed: 1,
  })
  return {
    accessKeyId: minted.accessKeyId,
    secretAccessKey: minted.secretAccessKey.reveal(),
    sessionToken: minted.sessionToken,
    expiration: new Date(minted.expiresAt).toISOString(),
  }
}

/** @typedef {Awaited<ReturnType<typeof mintCredentials>>} Credentials */

/** @param {Credentials} credentials */
export function exportLines({ accessKeyId, secretAccessKey, sessionToken }) {
  return [
    `export AWS_ACCESS_KEY_ID="${accessKeyId}"`,
    `export AWS_SECRET_ACCESS_KEY="${secretAccessKey}"`,
    `export AWS_SESSION_TOKEN="${sessionToken}"\n`,
  ].join('\n')
}
