import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { bytesOf } from '#domain/sigv4/hash.ts'
import type { Instant } from '#domain/time/instant.ts'
import { answer } from '#sandbox/answer.ts'
import type { Reply, SandboxRequest } from '#sandbox/exchange.ts'
import { ORDINARY, worldAt, type WorldSettings } from '#sandbox/world.ts'
import { CONTROL_PATH, createControls, type Controls } from './sandbox-controls.ts'

/** The sandbox listening on a port of this machine. */
export type SandboxServer = {
  /** `http://127.0.0.1:4567/` */
  readonly url: string
  /** Breaks off what is open and frees the port. */
  close(): Promise<void>
}

/** STS takes a form of as many bytes and not of one more. */
const LONGEST_BODY = 10_000_000

/** For pages; AWS sends it to nobody else. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
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
  const spentCodes = new Set<string>()
  let requests = 0
  const server = createServer((incoming, outgoing) => {
    requests += 1
    const seed = requests
    const world = () => worldAt(controls.settings(), now(), seed, spentCodes)
    const served = incoming.url?.startsWith(CONTROL_PATH)
      ? serveControls(incoming, outgoing, controls)
      : serve(incoming, outgoing, world)
    served.catch(() => outgoing.destroy())
  })
  // Without a listener Node would close such a connection without a word.
  server.on('connect', (_, socket) => {
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
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
    outgoing.writeHead(413, { Connection: 'close', 'Content-Length': '0' }).end()
    return
  }
  const isFromPage = incoming.headers.origin !== undefined
  const cors = isFromPage ? CORS : {}
  if (incoming.method === 'OPTIONS' && isFromPage && world().interference === 'no-cors') {
    outgoing.writeHead(200, { 'Content-Length': '0' }).end()
    return
  }
  if (incoming.method === 'OPTIONS' && isFromPage) {
    const asked = incoming.headers['access-control-request-headers']
    outgoing.writeHead(200, {
      ...CORS,
      'Access-Control-Allow-Methods': 'POST',
      ...(asked === undefined ? {} : { 'Access-Control-Allow-Headers': asked }),
      'Access-Control-Max-Age': '172800',
      'Content-Length': '0',
    })
    outgoing.end()
    return
  }
  const came = await answer(request, world())
  if (came.kind === 'reply') {
    send(outgoing, came, cors)
  } else if (came.fault === 'cut') {
    outgoing.writeHead(200, { ...cors, 'Content-Type': 'text/xml', 'Content-Length': '1000' })
    outgoing.write('<GetCallerIdentityResponse', () => outgoing.destroy())
  } else if (came.fault === 'no-cors') {
    send(outgoing, came.reply, {})
  }
}

/** Header names as AWS writes them, where that is not in small letters. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'x-amzn-requestid': 'x-amzn-RequestId',
  'x-amzn-errortype': 'x-amzn-ErrorType',
  'x-amzn-errormessage': 'x-amzn-ErrorMessage',
  'content-type': 'Content-Type',
  location: 'Location',
  date: 'Date',
}

function send(
  outgoing: ServerResponse,
  reply: Reply,
  cors: Readonly<Record<string, string>>,
): void {
  const body = Buffer.from(reply.body)
  const own = Object.entries(reply.headers).map(([name, value]) => [SPELLINGS[name] ?? name, value])
  const headers = { ...Object.fromEntries(own), ...cors, 'Content-Length': String(body.length) }
  outgoing.writeHead(reply.status, headers).end(body)
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
    // The rest is read and dropped: a client listens only when it has said everything.
    if (length > LONGEST_BODY) chunks.length = 0
    else chunks.push(bytes)
  }
  if (length > LONGEST_BODY) return null
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
