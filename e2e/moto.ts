import { spawn, spawnSync } from 'node:child_process'
import { createServer, request as forward } from 'node:http'
import type { TestCredentials } from './credentials.ts'
import { listen } from './servers.ts'

/** moto: another project's STS, which checks signatures by its own code. @see https://docs.getmoto.org/en/latest/docs/iam.html */
export type Moto = {
  /** Address for the page: our proxy in front of moto. */
  readonly url: string
  readonly host: string
  /** A session that moto gave out. */
  readonly credentials: TestCredentials
  close(): Promise<void>
}

/** The command, which is on the path where moto was installed with its server. */
const COMMAND = process.env['MOTO_SERVER'] ?? 'moto_server'

export const hasMoto = spawnSync(COMMAND, ['--help'], { stdio: 'ignore' }).status === 0

/** Starts moto with its signature check, and takes a session from it with the one call that it lets pass unsigned. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort()
  const child = spawn(COMMAND, ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
    env: { ...process.env, INITIAL_NO_AUTH_ACTION_COUNT: '1' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const proxy = await listen(createCorsProxy(port))
  const close = async (): Promise<void> => {
    await proxy.close()
    child.kill()
    await ended
  }
  try {
    await untilItListens(port)
    return { ...proxy, credentials: await assumeRole(port), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function freePort(): Promise<number> {
  const server = await listen(createServer())
  await server.close()
  return Number(new URL(server.url).port)
}

async function untilItListens(port: number): Promise<void> {
  const end = Date.now() + 20_000
  while (Date.now() < end) {
    try {
      await fetch(`http://127.0.0.1:${String(port)}/moto-api/`)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error('moto_server does not listen')
}

async function assumeRole(port: number): Promise<TestCredentials> {
  const response = await fetch(`http://127.0.0.1:${String(port)}/`, {
    method: 'POST',
    headers: {
      // Tells moto which service is meant; nobody checks this signature.
      authorization:
        'AWS4-HMAC-SHA256 Credential=EXAMPLE/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: 'arn:aws:iam::123456789012:role/ExampleRole',
      RoleSessionName: 'minji',
    }),
  })
  const xml = await response.text()
  const read = (name: string): string => xml.match(`<${name}>([^<]+)</${name}>`)?.[1] ?? ''
  return {
    accessKeyId: read('AccessKeyId'),
    secretAccessKey: read('SecretAccessKey'),
    sessionToken: read('SessionToken'),
    expiresAt: Date.parse(read('Expiration')),
  }
}

/** moto fails at a preflight while it checks signatures: the proxy answers it and leaves the rest, Host included. */
function createCorsProxy(port: number) {
  return createServer((incoming, outgoing) => {
    const cors = {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': incoming.headers['access-control-request-headers'] ?? '',
      'access-control-expose-headers': 'x-amzn-RequestId,Date',
    }
    if (incoming.method === 'OPTIONS') {
      outgoing.writeHead(200, cors).end()
      return
    }
    const { url: path = '/', method = 'POST', headers } = incoming
    const onward = forward({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...cors })
      answer.pipe(outgoing)
    })
    onward.once('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
}
