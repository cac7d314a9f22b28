import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { ORDINARY, type Interference } from '#sandbox/world.ts'
import { startSandboxServer, type SandboxServer } from './sandbox-server.ts'

const open: SandboxServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

async function start(interference: Interference = 'none'): Promise<string> {
  const server = await startSandboxServer({
    port: 0,
    now: () => 0,
    settings: { ...ORDINARY, interference },
  })
  open.push(server)
  return server.url
}

const FORM = new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' })

describe('CORS as AWS has it', () => {
  test('preflight echoes the headers it is asked for', async () => {
    const response = await fetch(await start(), {
      method: 'OPTIONS',
      headers: {
        origin: 'http://127.0.0.1:1',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,x-amz-date',
      },
    })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization,x-amz-date',
      'access-control-allow-methods': 'POST',
      'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
      'access-control-max-age': '172800',
    })
  })

  test('a refusal can be read too', async () => {
    const headers = { origin: 'http://127.0.0.1:1' }
    const response = await fetch(await start(), { method: 'POST', body: FORM, headers })
    expect(response.status).toBe(403)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('date')).toBe('Thu, 01 Jan 1970 00:00:00 GMT')
    expect(await response.text()).toContain('<Code>MissingAuthenticationToken</Code>')
  })
})

test('header names as AWS writes them, and no CORS for who is no page', async () => {
  const url = await start()
  const names = await new Promise<readonly string[]>((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const outgoing = request(url, { method: 'POST', headers }, (incoming) => {
      const { rawHeaders } = incoming
      incoming.resume().on('end', () => resolve(rawHeaders.filter((_, at) => at % 2 === 0)))
    })
    outgoing.on('error', reject)
    outgoing.end(FORM.toString())
  })
  expect(names.filter((name) => name !== 'Connection' && name !== 'Keep-Alive')).toEqual([
    'x-amzn-RequestId',
    'x-amz-sts-extended-request-id',
    'Content-Type',
    'Date',
    'Content-Length',
  ])
})

describe('faults', () => {
  test('no-cors', async () => {
    const response = await fetch(await start('no-cors'), { method: 'POST', body: FORM })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('cut', async () => {
    const response = await fetch(await start('cut'), { method: 'POST', body: FORM })
    await expect(response.text()).rejects.toThrow(TypeError)
  })

  test('hang, until the server closes', async () => {
    const url = await start('hang')
    const pending = fetch(url, { method: 'POST', body: FORM }).then(
      () => 'answered',
      () => 'broken off',
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    await open.splice(0)[0]?.close()
    expect(await pending).toBe('broken off')
  })

  test.each([
    [10_000_000, 403],
    [10_000_001, 413],
  ])('a body of %d bytes', async (length, status) => {
    const form = `${FORM.toString()}&x=`
    const response = await fetch(await start(), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form + 'x'.repeat(length - form.length),
    })
    expect(response.status).toBe(status)
    if (status === 413) {
      expect(await response.text()).toBe('')
      expect(response.headers.get('x-amzn-requestid')).toBeNull()
    }
  })

  test('CONNECT', async () => {
    const url = new URL(await start())
    const answer = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(Number(url.port), url.hostname, () => {
        socket.write('CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n')
      })
      socket.on('error', reject)
      socket.on('data', (bytes) => (text += String(bytes))).on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('a port that is taken', async () => {
    const port = Number(new URL(await start()).port)
    await expect(startSandboxServer({ port })).rejects.toThrow('EADDRINUSE')
  })
})

describe('anything that can be sent', () => {
  const numbers = (seed: number) => () => {
    // A small generator (mulberry32), so that a failing run can be run again.
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  test('300 requests, each answered', async () => {
    const url = new URL(await start())
    const next = numbers(1)
    const pick = <T>(items: readonly [T, ...T[]]): T =>
      items[Math.floor(next() * items.length)] ?? items[0]
    for (let count = 0; count < 300; count++) {
      const status = await new Promise<number>((resolve, reject) => {
        const outgoing = request(
          {
            host: url.hostname,
            port: url.port,
            method: pick(['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'PROPFIND']),
            path: pick([
              '/',
              '/?',
              '/?Action=%',
              '//..//',
              '/%',
              '/_sandbox',
              '/_sandbox/%',
              '/x?y',
            ]),
            headers: {
              host: pick(['127.0.0.1', 'sts.amazonaws.com', 'x']),
              'content-type': pick(['application/x-www-form-urlencoded', 'text/plain', 'x']),
              authorization: pick(['', 'AWS4-HMAC-SHA256', 'Basic x', 'AWS4-HMAC-SHA256 a=b']),
              'x-amz-target': pick(['', 'x', 'AWSCognitoIdentityService.GetId']),
            },
          },
          (incoming) => {
            incoming.resume().on('end', () => resolve(incoming.statusCode ?? 0))
          },
        )
        outgoing.on('error', reject)
        outgoing.end(pick(['', 'Action=GetCallerIdentity', '{', '\u0000', 'x'.repeat(10_000)]))
      })
      expect([200, 302, 400, 403, 404, 405]).toContain(status)
    }
  })

  test('100 texts that are no HTTP: the connection ends, the server goes on', async () => {
    const address = await start()
    const url = new URL(address)
    const next = numbers(2)
    for (let count = 0; count < 100; count++) {
      const noise = Uint8Array.from({ length: 40 }, () => Math.floor(next() * 256))
      await new Promise<void>((resolve) => {
        const socket = connect(Number(url.port), url.hostname, () => socket.end(noise))
        socket.on('error', () => resolve())
        socket.resume().on('close', () => resolve())
      })
    }
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302)
  })
})
