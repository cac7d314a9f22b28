import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildCommands,
  linesOf,
  project,
  type BuiltCommands,
  type Ended,
} from './built-commands.ts'
import type { ReadResult } from './read-result.ts'

let built: BuiltCommands

beforeAll(async () => {
  built = await buildCommands()
}, 60_000)

afterAll(() => {
  built.remove()
})

const start = (args: readonly string[]) => built.start('read', args)

const read = (input: string | Uint8Array, ...args: readonly string[]): Promise<Ended> =>
  built.run('read', input, args)

const resultOf = ({ out }: Ended): ReadResult => JSON.parse(out) as ReadResult

const KEY = 'ASIARTX3GSDSQEXAMPLE'
const SECRET = 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE'
const PAIR = `AWS_ACCESS_KEY_ID=${KEY}\nAWS_SECRET_ACCESS_KEY=${SECRET}\n`
const EMPTY = { credentials: [], incomplete: [], findings: [] }

describe('one text', () => {
  test('the example of docs/terminal.md is what it prints', async () => {
    const page = readFileSync(path.join(project, 'docs/terminal.md'), 'utf8')
    const block = (kind: string): string =>
      new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(page)?.[1] ?? ''
    const args = /-- (.*) < /.exec(block('sh'))?.[1]?.split(' ') ?? []
    const ended = await read(block('text'), ...args)
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toBe(block('json'))
  })

  test('masked, and revealed when asked', async () => {
    const masked = await read(PAIR)
    expect(resultOf(masked).credentials[0]).toMatchObject({
      accessKeyId: { hidden: 16, ends: 'MPLE' },
      secretAccessKey: { hidden: 36, ends: 'MPLE' },
      sessionToken: null,
    })
    expect(masked.out).not.toContain(KEY)
    expect(masked.out).not.toContain(SECRET)
    expect(resultOf(await read(PAIR, '--reveal')).credentials[0]).toMatchObject({
      accessKeyId: KEY,
      secretAccessKey: SECRET,
      sessionToken: null,
    })
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \n'],
    ['prose', 'Nothing to see here.'],
    ['bytes that are no text', new Uint8Array([0xc3, 0x28, 0xff, 0x00, 0xf0, 0x9f])],
  ])('%s gives an empty result', async (_name, input) => {
    const ended = await read(input)
    expect(ended.code).toBe(0)
    expect(resultOf(ended)).toEqual(EMPTY)
  })

  test('empty standard input is remarked on', async () => {
    expect((await read('')).err).toBe('read: standard input is empty\n')
  })

  test.each([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${PAIR}`, 'utf16le')],
    ['big-endian', Buffer.from(`\uFEFF${PAIR}`, 'utf16le').swap16()],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${PAIR}`)],
  ])('%s', async (_name, input) => {
    expect(resultOf(await read(input, '--reveal')).credentials[0]).toMatchObject({
      accessKeyId: KEY,
      secretAccessKey: SECRET,
    })
  })

  test('more than it takes: said, with nothing printed of it', async () => {
    const ended = await read(`${PAIR}${' '.repeat(16_000_000)}`)
    expect(ended.code).toBe(1)
    expect(resultOf(ended)).toEqual({ error: 'too-long' })
    expect(ended.err).toBe('read: the text is longer than 16000000 bytes\n')
  })

  test('--at judges as of that instant', async () => {
    const text = `${PAIR}AWS_CREDENTIAL_EXPIRATION=2026-11-22T02:00:00Z`
    const evidence = async (at: string) => (await read(text, '--at', at)).out.includes('"expired"')
    expect(await evidence('2026-11-22T10:59:59+09:00')).toBe(false)
    expect(await evidence('2026-11-22T11:00:00+09:00')).toBe(true)
  })
})

describe('--ndjson', () => {
  test('a result per line, in order, and wrong lines in their places', async () => {
    const keys = Array.from({ length: 4 }, (_, i) => `${KEY.slice(0, -1)}${String(i + 2)}`)
    const [a = '', b = '', c = '', d = ''] = keys.map((key) => JSON.stringify(`${key}\n`))
    const ended = await read(
      `${a}\n${b}\r\n{"x":1}\n\n"open\n42\n${c}\n${d}`,
      '--ndjson',
      '--reveal',
    )
    expect(ended.code).toBe(1)
    expect(ended.err).toBe('')
    const wrong = (line: number) => ({ error: 'not-a-json-string', line })
    const right = (accessKeyId: string | undefined) => ({ incomplete: [{ accessKeyId }] })
    expect(linesOf(ended)).toMatchObject([
      right(keys[0]),
      right(keys[1]),
      wrong(3),
      wrong(4),
      wrong(5),
      wrong(6),
      right(keys[2]),
      right(keys[3]),
    ])
  })

  test('10,000 texts in one process', async () => {
    const secrets = Array.from({ length: 10_000 }, (_, i) => SECRET.slice(5) + String(10_000 + i))
    const input = secrets.map((secret) => JSON.stringify(PAIR.replace(SECRET, secret)))
    const ended = await read(input.join('\n'), '--ndjson', '--reveal')
    expect(ended.code).toBe(0)
    const read10k = linesOf(ended) as readonly ReadResult[]
    expect(read10k.map(({ credentials }) => credentials[0]?.secretAccessKey)).toEqual(secrets)
  }, 60_000)

  test('the first result comes before the last line', async () => {
    const child = start(['--ndjson'])
    const first = new Promise<string>((resolve) => {
      child.stdout.setEncoding('utf8').once('data', resolve)
    })
    child.stdin.write('""\n')
    expect(JSON.parse(await first)).toEqual(EMPTY)
    child.stdin.end()
  })

  test('a line that is too long does not stop the next', async () => {
    const ended = await read(`"${'a '.repeat(8_000_000)}"\n""`, '--ndjson')
    expect(ended.code).toBe(1)
    expect(linesOf(ended)).toEqual([{ error: 'too-long', line: 1 }, EMPTY])
  })

  test('no input, no output', async () => {
    expect(await read('', '--ndjson')).toEqual({ code: 0, out: '', err: '' })
  })

  test('a reader that has seen enough', async () => {
    const child = start(['--ndjson'])
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.stdin.on('error', () => {
      // The command has ended, as it should.
    })
    child.stdout.destroy()
    child.stdin.end('""\n'.repeat(1000))
    await new Promise((resolve) => child.on('close', resolve))
    expect(err).toBe('')
  })
})

describe('arguments', () => {
  test.each([['-h'], ['--help'], ['--ndjson', '-h']])('%s', async (...args) => {
    const ended = await read('', ...args)
    expect(ended).toMatchObject({ code: 0, err: '' })
    for (const flag of ['--reveal', '--ndjson', '--at', '-h', '--help']) {
      expect(ended.out).toContain(flag)
    }
  })

  test.each([
    ['an unknown flag', ['--revel']],
    ['a file', ['paste.txt']],
    ['a secret', [SECRET]],
    ['no instant', ['--at']],
    ['a wrong instant', ['--at', 'tomorrow']],
  ])('%s', async (_name, args) => {
    const ended = await read(PAIR, ...args)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(/^read: [^\n]+; -h shows the usage\n$/)
    expect(ended.err).not.toContain(SECRET)
  })
})
