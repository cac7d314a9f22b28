import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test'
import type { TestCredentials } from './credentials.ts'
import { spellingIn } from './spellings.ts'

/** What stands beside a flow: everything that leaves the page, and everything it says to the console. */
export type Watch = {
  /** From now on neither the secret nor the token may be seen anywhere. */
  keepSecret(credentials: Partial<TestCredentials>): void
  /** The host that the person chose: the only one that may be called. */
  mayCall(host: string): void
  /** Own files may be fetched after loading too, where a test held one back. */
  mayFetchParts(): void
  /** A console error that belongs to the flow. */
  expectError(pattern: RegExp): void
  /** The page is being loaded: its own files may be fetched until `loaded`. */
  loading(): void
  loaded(): void
  /** What was seen that may not be; a value is never in it. */
  findings(): readonly string[]
}

type Seen = { readonly request: Request; readonly isLoading: boolean }

/** The header that may hold the token. The secret may be in none. */
const TOKEN_HEADER = 'x-amz-security-token'

export function watchContext(context: BrowserContext, origin: string): Watch {
  const secrets: { name: 'secret' | 'token'; value: string }[] = []
  const hosts: string[] = []
  const expected: RegExp[] = []
  const requests: Seen[] = []
  const sockets: string[] = []
  const messages: ConsoleMessage[] = []
  const errors: string[] = []
  let isLoading = true
  let areParts = false

  context.on('request', (request) => requests.push({ request, isLoading }))
  context.on('console', (message) => messages.push(message))
  context.on('weberror', (error) => errors.push(error.error().name))
  const watchSockets = (page: Page): void => {
    page.on('websocket', (socket) => sockets.push(socket.url()))
  }
  context.pages().forEach(watchSockets)
  context.on('page', watchSockets)

  const leaksIn = (text: string, where: string, but: readonly string[] = []): readonly string[] =>
    secrets
      .filter(({ name }) => !but.includes(name))
      .flatMap(({ name, value }) => {
        const spelling = spellingIn(text, value)
        return spelling === null ? [] : [`${name} in ${where}, ${spelling}`]
      })

  const judgeRequest = ({ request, isLoading: wasLoading }: Seen): readonly string[] => {
    const url = new URL(request.url())
    const isOwn = url.origin === new URL(origin).origin
    const isAllowed = isOwn ? wasLoading || areParts : hosts.includes(url.host)
    const what = `${request.resourceType()} to ${url.host}`
    return [
      ...(isAllowed ? [] : [what]),
      ...(isOwn && request.method() !== 'GET'
        ? [`${request.method()} to the page's own host`]
        : []),
      ...leaksIn(request.url(), `the URL of a ${what}`),
      ...leaksIn(request.postDataBuffer()?.toString('latin1') ?? '', `the body of a ${what}`),
      ...Object.entries(request.headers()).flatMap(([name, value]) =>
        leaksIn(value, `header ${name}`, name === TOKEN_HEADER ? ['token'] : []),
      ),
    ]
  }

  const judgeMessage = (message: ConsoleMessage): readonly string[] => {
    const text = message.text()
    const leaks = leaksIn(text, 'the console')
    if (message.type() !== 'error' && message.type() !== 'warning') return leaks
    // The browser itself writes down every call that failed or was refused.
    const isAboutCall = hosts.some(
      (host) => message.location().url.includes(`//${host}/`) || text.includes(`//${host}/`),
    )
    const isExpected = isAboutCall || expected.some((pattern) => pattern.test(text))
    return isExpected ? leaks : [...leaks, `console ${message.type()}: ${text.slice(0, 120)}`]
  }

  return {
    keepSecret: ({ secretAccessKey = '', sessionToken = '' }) => {
      if (secretAccessKey !== '') secrets.push({ name: 'secret', value: secretAccessKey })
      if (sessionToken !== '') secrets.push({ name: 'token', value: sessionToken })
    },
    mayCall: (host) => {
      hosts.push(host)
    },
    mayFetchParts: () => {
      areParts = true
    },
    expectError: (pattern) => {
      expected.push(pattern)
    },
    loading: () => {
      isLoading = true
    },
    loaded: () => {
      isLoading = false
    },
    findings: () => [
      ...requests.flatMap(judgeRequest),
      ...sockets.map((url) => `websocket to ${new URL(url).host}`),
      ...messages.flatMap(judgeMessage),
      ...errors.map((name) => `uncaught ${name}`),
    ],
  }
}
