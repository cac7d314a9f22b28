import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'

/** A program on this machine that answers on a port. */
export type LocalServer = {
  /** `http://127.0.0.1:4567/` */
  readonly url: string
  readonly host: string
  /** The requests that came, without preflights. */
  readonly calls: () => number
  close(): Promise<void>
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' }

/** A program that is in the way of STS, by what it does with a call. */
export const ANSWERS = {
  'never answers': () => {},
  'a page of a portal': (_, response) => {
    response.writeHead(200, { ...CORS, 'content-type': 'text/html' })
    response.end(
      '<!doctype html><html><head><title>Welcome</title></head><body>Sign in</body></html>',
    )
  },
  'an empty body': (_, response) => {
    response.writeHead(200, { ...CORS, 'content-length': '0' }).end()
  },
  'JSON without an Arn': (_, response) => {
    response.writeHead(200, { ...CORS, 'content-type': 'application/json' }).end('{"status":"ok"}')
  },
  'no CORS headers': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' }).end('<ok/>')
  },
} as const satisfies Readonly<Record<string, Answer>>

export type AnswerName = keyof typeof ANSWERS

export async function startAnswering(name: AnswerName): Promise<LocalServer> {
  const answer: Answer = ANSWERS[name]
  let calls = 0
  const server = createServer((request, response) => {
    request.resume()
    if (request.method === 'OPTIONS') {
      const asked = request.headers['access-control-request-headers'] ?? ''
      const allow = {
        'access-control-allow-headers': asked,
        'access-control-allow-methods': 'POST',
      }
      response.writeHead(200, name === 'no CORS headers' ? {} : { ...CORS, ...allow }).end()
      return
    }
    calls += 1
    answer(request, response)
  })
  return { ...(await listen(server)), calls: () => calls }
}

/** Stands between the page and another program, and notes what passes. */
export type Relay = {
  readonly url: string
  /** A browser hides its preflights from tests. */
  readonly methods: readonly string[]
  /** Bodies of the answers; read here, no copy of them stays in the page. */
  readonly answers: readonly string[]
  close(): Promise<void>
}

/** Hands everything on to another address as it came. */
export async function startRelay(to: string): Promise<Relay> {
  const methods: string[] = []
  const answers: string[] = []
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', rawHeaders } = incoming
    methods.push(method)
    const onward = send(new URL(url, to), { method, headers: rawHeaders }, (came) => {
      outgoing.writeHead(came.statusCode ?? 502, came.rawHeaders)
      const chunks: Buffer[] = []
      came.on('data', (chunk: Buffer) => chunks.push(chunk))
      came.on('end', () => answers.push(Buffer.concat(chunks).toString('utf8')))
      came.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  return { ...(await listen(server)), methods, answers }
}

/** Takes a free port. */
export async function listen(
  server: Server,
): Promise<{ readonly url: string; readonly host: string; close(): Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const host = `127.0.0.1:${String(address.port)}`
  return {
    url: `http://${host}/`,
    host,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An address where nothing listens. */
export async function closedAddress(): Promise<string> {
  const server = await listen(createServer())
  await server.close()
  return server.url
}
