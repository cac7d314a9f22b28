import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { bytesOf } from '#domain/sigv4/hash.ts'
import type { Instant } from '#domain/time/instant.ts'
import { answer } from '#sandbox/answer.ts'
import type { SandboxRequest } from '#sandbox/exchange.ts'
import { ORDINARY, worldAt, type WorldSettings } from '#sandbox/world.ts'
import { CONTROL_PATH, createControls, type Controls } from './sandbox-controls.ts'

/** The sandbox listening on a port of this machine. */
export type SandboxServer = {
  /** `http://127.0.0.1:4567/` */
  readonly url: string
  /** Breaks off what is open and frees the port. */
  close(): Promise<void>
}

/** The largest body that STS's operations could have is far below this. */
const LONGEST_BODY = 1_000_000

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
}

/**
 * Serves the sandbox over HTTP on 127.0.0.1 with AWS's CORS headers. Port 0 takes a free one; `now` is the device's
 * clock. Rejects where the port is taken.
 */
export async function startSandboxServer(options: {
  readonly port: number
  readonly now?: () => Instant
  readonly settings?: WorldSettings
}): Promise<SandboxServer> {
  const now = options.now ?? Date.now
  const controls = createControls(options.settings ?? ORDINARY, now)
  let requests = 0
  const server = createServer((incoming, outgoing) => {
    requests += 1
    const seed = requests
    const world = () => worldAt(controls.settings(), now(), seed)
    const served = incoming.url?.startsWith(CONTROL_PATH)
      ? serveControls(incoming, outgoing, controls)
      : serve(incoming, outgoing, world)
    served.catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  world: () => ReturnType<typeof worldAt>,
): Promise<void> {
  // Read to its end whatever it is: the next request comes on the same connection.
  const request = await readRequest(incoming)
  if (!request) {
    outgoing.writeHead(413, { ...CORS, connection: 'close' }).end()
    return
  }
  const { interference } = world()
  if (incoming.method === 'OPTIONS' && interference === 'no-cors') {
    outgoing.writeHead(200, { 'content-length': '0' }).end()
    return
  }
  if (incoming.method === 'OPTIONS') {
    const asked = incoming.headers['access-control-request-headers']
    outgoing.writeHead(200, {
      ...CORS,
      'access-control-allow-methods': 'POST',
      ...(asked === undefined ? {} : { 'access-control-allow-headers': asked }),
      'access-control-max-age': '172800',
      'content-length': '0',
    })
    outgoing.end()
    return
  }
  const came = await answer(request, world())
  if (came.kind === 'reply') {
    const body = Buffer.from(came.body)
    const headers = { ...CORS, ...came.headers, 'content-length': String(body.length) }
    outgoing.writeHead(came.status, headers).end(body)
  } else if (came.fault === 'cut') {
    outgoing.writeHead(200, { ...CORS, 'content-type': 'text/xml', 'content-length': '1000' })
    outgoing.write('<GetCallerIdentityResponse', () => outgoing.destroy())
  } else if (came.fault === 'no-cors') {
    const body = Buffer.from(came.reply.body)
    const headers = { ...came.reply.headers, 'content-length': String(body.length) }
    outgoing.writeHead(came.reply.status, headers).end(body)
  }
}

/** The knobs, without CORS: no page may read them. */
async function serveControls(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  controls: Controls,
): Promise<void> {
  const request = await readRequest(incoming)
  const reply = await controls.answer({
    method: incoming.method ?? 'GET',
    target: (incoming.url ?? '').slice(CONTROL_PATH.length),
    headers: incoming.headers,
    body: new TextDecoder().decode(bytesOf(request?.body ?? '')),
  })
  outgoing.writeHead(reply.status, {
    'content-type': reply.type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  outgoing.end(reply.body)
}

/** Null where the body is too long. */
async function readRequest(incoming: IncomingMessage): Promise<SandboxRequest | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > LONGEST_BODY) return null
    chunks.push(bytes)
  }
  const url = incoming.url ?? '/'
  const mark = url.indexOf('?')
  const raw = incoming.rawHeaders
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers: raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : [])),
    body: new Uint8Array(Buffer.concat(chunks)),
  }
}
