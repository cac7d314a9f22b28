import { test as base, expect } from '@playwright/test'
import { startSandboxServer } from '#adapters/node/sandbox-server.ts'
import { putOnClipboard } from './clipboard.ts'
import { mintCredentials, type TestCredentials } from './credentials.ts'
import { DebuggerPage } from './debugger-page.ts'
import { findKept, noteTitles } from './kept.ts'
import { closedAddress, startAnswering, type AnswerName, type LocalServer } from './servers.ts'
import { watchContext, type Watch } from './watch.ts'

type Fixtures = {
  /** Stands beside every flow and fails it where something left the page that may not. */
  readonly watch: Watch
  /** The directive that a flow violates on purpose. */
  readonly violates: string
  /** Stands beside every flow and fails it where something was left behind. */
  readonly nothingKept: void
  readonly app: DebuggerPage
  readonly credentials: TestCredentials
  /** The sandbox as a program on a port; its address. */
  readonly sts: string
  /** Starts a program that is in the way; its calls are allowed. */
  readonly answering: (name: AnswerName) => Promise<LocalServer>
  /** An address where nothing listens; calls to it are allowed. */
  readonly closed: string
}

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, provide) => {
      const watch = watchContext(context, baseURL ?? '')
      await provide(watch)
      expect(watch.findings(), 'nothing left the page').toEqual([])
    },
    { auto: true },
  ],
  violates: ['', { option: true }],
  nothingKept: [
    async ({ page, violates }, provide) => {
      await noteTitles(page)
      await provide()
      if (page.url() === 'about:blank') return
      expect(await findKept(page, [violates]), 'nothing was kept').toEqual([])
    },
    { auto: true },
  ],
  app: async ({ browser, page, watch, baseURL }, provide) => {
    await provide(
      new DebuggerPage(page, watch, (text) => putOnClipboard(browser, baseURL ?? '', text)),
    )
  },
  // Playwright reads from the pattern what a fixture needs.
  // oxlint-disable-next-line no-empty-pattern
  credentials: async ({}, provide) => provide(await mintCredentials()),
  sts: async ({ watch }, provide) => {
    const server = await startSandboxServer({ port: 0 })
    watch.mayCall(new URL(server.url).host)
    await provide(server.url)
    await server.close()
  },
  answering: async ({ watch }, provide) => {
    const open: LocalServer[] = []
    await provide(async (name) => {
      const server = await startAnswering(name)
      watch.mayCall(server.host)
      open.push(server)
      return server
    })
    await Promise.all(open.map((server) => server.close()))
  },
  closed: async ({ watch }, provide) => {
    const url = await closedAddress()
    watch.mayCall(new URL(url).host)
    await provide(url)
  },
})

export { expect }
