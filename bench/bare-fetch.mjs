import { REGION } from './sandbox-on-port.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Window & { askBare?: () => Promise<number> }} PreparedWindow */

/**
 * Puts the shortest way to an identity on a page: signed with this project's own SigV4, sent with fetch, the Arn picked
 * out of the text; no SDK, no screen. It sends the same header names as the SDK, so that its preflight is the same.
 *
 * @param {Page} page
 * @param {string} endpoint
 * @param {import('./sandbox-on-port.mjs').Credentials} credentials
 */
export async function prepareBareFetch(page, endpoint, credentials) {
  await page.evaluate(
    async ({ values, url, region }) => {
      const at = (/** @type {string} */ name) => new URL(`modules/${name}.mjs`, location.href).href
      /** @type {typeof import('../src/domain/credentials/secret.ts')} */
      const { Secret } = await import(at('secret'))
      /** @type {typeof import('../src/domain/sigv4/sign.ts')} */
      const { sign } = await import(at('sign'))
      /** @type {typeof import('../src/domain/sigv4/secret-text.ts')} */
      const { revealText } = await import(at('secret-text'))
      const keys = {
        accessKeyId: new Secret(values.accessKeyId),
        secretAccessKey: new Secret(values.secretAccessKey),
        sessionToken: new Secret(values.sessionToken),
      }
      const prepared = /** @type {PreparedWindow} */ (window)
      prepared.askBare = async () => {
        const started = performance.now()
        const request = {
          method: 'POST',
          path: '/',
          query: '',
          headers: /** @type {const} */ ([
            ['host', new URL(url).host],
            ['content-type', 'application/x-www-form-urlencoded'],
            ['amz-sdk-invocation-id', crypto.randomUUID()],
            ['amz-sdk-request', 'attempt=1; max=1'],
            ['x-amz-user-agent', 'bare'],
          ]),
          body: 'Action=GetCallerIdentity&Version=2011-06-15',
        }
        const signed = await sign(request, keys, { region, service: 'sts' }, Date.now())
        const headers = new Headers()
        for (const [name, value] of signed.headers) {
          if (name !== 'host') headers.set(name, revealText(value))
        }
        const answer = await fetch(url, { method: 'POST', headers, body: request.body })
        if (!/<Arn>[^<]+</.test(await answer.text())) throw new Error('no identity')
        return performance.now() - started
      }
    },
    { values: credentials, url: endpoint, region: REGION },
  )
}

/**
 * @param {Page} page
 * @returns {Promise<number>} milliseconds from the signing to the Arn
 */
export function askBare(page) {
  return page.evaluate(async () => {
    // As before a press.
    await new Promise((resolve) => setTimeout(resolve, 60))
    return /** @type {PreparedWindow} */ (window).askBare?.() ?? Number.NaN
  })
}
