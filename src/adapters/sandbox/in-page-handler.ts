import { uriEncode } from '#domain/sigv4/uri-encode.ts'
import { answer } from '#sandbox/answer.ts'
import type { Reply, SandboxRequest } from '#sandbox/exchange.ts'
import type { World } from '#sandbox/world.ts'

/** A signed request as the SDK hands it to a request handler. */
export type HandledRequest = {
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What the SDK wants back; its XML reader needs bytes, not a string. */
export type HandledResponse = {
  readonly response: { statusCode: number; headers: Record<string, string>; body: Uint8Array }
}

/** The SDK's request-handler seam, answered inside this page: no request leaves it. */
export type SandboxHandler = {
  readonly metadata: { readonly handlerProtocol: string }
  handle(
    request: HandledRequest,
    options?: { readonly abortSignal?: unknown },
  ): Promise<HandledResponse>
  updateHttpClientConfig(): void
  httpHandlerConfigs(): Record<string, never>
  destroy(): void
}

/**
 * Mounts the sandbox behind the SDK. `world` is asked once for each request; `latencyMs` (0 by default) is how long an
 * answer takes. Rejects as a browser's fetch would, and with an AbortError when the signal says so.
 */
export function createSandboxHandler(options: {
  readonly world: () => World
  readonly latencyMs?: number
}): SandboxHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: (request, { abortSignal } = {}) => {
      const signal = abortSignal instanceof AbortSignal ? abortSignal : null
      return unlessAborted(signal, respond(request, options.world(), options.latencyMs ?? 0))
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
  }
}

async function respond(
  request: HandledRequest,
  world: World,
  latencyMs: number,
): Promise<HandledResponse> {
  const came = await answer(wireOf(request), world)
  if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
  if (came.kind === 'reply') return responseOf(came)
  if (came.fault === 'hang') return new Promise<never>(() => {})
  throw new TypeError(came.fault === 'cut' ? 'network error' : 'Failed to fetch')
}

function wireOf(request: HandledRequest): SandboxRequest {
  const { method, path, headers, body } = request
  const query = Object.entries(request.query ?? {})
    .flatMap(([name, value]) => [value ?? ''].flat().map((each) => [name, each] as const))
    .map((pair) => pair.map(uriEncode).join('='))
    .join('&')
  return {
    method,
    path,
    query,
    headers: Object.entries(headers),
    body: typeof body === 'string' || body instanceof Uint8Array ? body : '',
  }
}

function responseOf(reply: Reply): HandledResponse {
  const body = new TextEncoder().encode(reply.body)
  return { response: { statusCode: reply.status, headers: { ...reply.headers }, body } }
}

function unlessAborted<T>(signal: AbortSignal | null, work: Promise<T>): Promise<T> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      const error = new Error('Request aborted', { cause: signal.reason })
      error.name = 'AbortError'
      reject(error)
    }
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
