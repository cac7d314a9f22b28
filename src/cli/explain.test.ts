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
import type { ExplainResult } from './explain-result.ts'

let built: BuiltCommands

beforeAll(async () => {
  built = await buildCommands()
}, 60_000)

afterAll(() => {
  built.remove()
})

const explain = (input: string | Uint8Array, ...args: readonly string[]): Promise<Ended> =>
  built.run('explain', input, args)

const resultOf = ({ out }: Ended): ExplainResult => JSON.parse(out) as ExplainResult

const SECRET = 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE'
const MISSING =
  'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.'
const NOTHING = { cause: null, certainty: null, evidence: [], alternatives: [], next: [] }
const TOLD = '{"accessKeyIdPrefix": "ASIA", "sessionToken": "missing"}'

describe('one text', () => {
  test('the example of docs/terminal.md is what it prints', async () => {
    const page = readFileSync(path.join(project, 'docs/terminal.md'), 'utf8')
    const section = page.slice(page.indexOf('\n## explain\n'))
    const block = (kind: string): string =>
      new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(section)?.[1] ?? ''
    const facts = /--facts '([^']*)' < /.exec(block('sh'))?.[1] ?? ''
    const ended = await explain(block('text'), '--facts', facts)
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toBe(block('json'))
  })

  test('facts decide where the text alone cannot', async () => {
    expect(resultOf(await explain(MISSING))).toMatchObject({
      cause: 'cannot-tell',
      certainty: null,
    })
    expect(resultOf(await explain(MISSING, '--facts', TOLD))).toMatchObject({
      cause: 'missing-session-token',
      certainty: 'certain',
    })
    expect(resultOf(await explain(MISSING, '--facts', 'null')).cause).toBe('cannot-tell')
  })

  test('unknown facts are listed', async () => {
    const { extracted } = resultOf(await explain(MISSING, '--facts', '{"moon":1,"region":2}'))
    expect(extracted.ignoredFacts).toEqual(['moon', 'region'])
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \n'],
    ['prose', 'Nothing to see here.'],
    ['another stack', 'TypeError: x is undefined\n    at f (app.js:1:2)\n'],
    ['bytes that are no text', new Uint8Array([0xc3, 0x28, 0xff, 0x00, 0xf0, 0x9f])],
  ])('%s is no error', async (_name, input) => {
    const ended = await explain(input)
    expect(ended.code).toBe(0)
    expect(resultOf(ended)).toMatchObject(NOTHING)
  })

  test('empty standard input is remarked on', async () => {
    expect((await explain('')).err).toBe('explain: standard input is empty\n')
  })

  test('UTF-16 with its mark', async () => {
    const ended = await explain(Buffer.from(`\uFEFF${MISSING}`, 'utf16le'), '--facts', TOLD)
    expect(resultOf(ended).cause).toBe('missing-session-token')
  })

  test('more than it takes: said, with nothing printed of it', async () => {
    const ended = await explain(`${MISSING}${' '.repeat(16_000_000)}`)
    expect(ended.code).toBe(1)
    expect(resultOf(ended)).toEqual({ error: 'too-long' })
    expect(ended.err).toBe('explain: the text is longer than 16000000 bytes\n')
  })

  test('a secret beside the error is not printed', async () => {
    const ended = await explain(
      `export AWS_SECRET_ACCESS_KEY=${SECRET}\n${MISSING}\nIt is ${SECRET}, I am sure.`,
      '--facts',
      JSON.stringify({ other: SECRET, accessKeyIdPrefix: SECRET, [SECRET]: true }),
    )
    expect(ended.code).toBe(0)
    expect(ended.out + ended.err).not.toContain(SECRET)
  })
})

describe('--ndjson', () => {
  test('a result per line, in order, and wrong lines in their places', async () => {
    const facts = { accessKeyIdPrefix: 'ASIA', sessionToken: 'missing', region: null }
    const lines = [
      JSON.stringify({ text: MISSING, facts }),
      `${JSON.stringify({ text: MISSING })}\r`,
      '"a string"',
      '',
      '{"open',
      '[]',
      'null',
      '{"facts": {}}',
      '{"text": 5}',
      JSON.stringify({ text: 'all is well', facts: null }),
      JSON.stringify({ text: MISSING, facts: 'wrong', id: 7 }),
    ]
    const ended = await explain(lines.join('\n'), '--ndjson')
    expect(ended).toMatchObject({ code: 1, err: '' })
    const wrong = (line: number, error = 'not-a-json-object') => ({ error, line })
    expect(linesOf(ended)).toMatchObject([
      { cause: 'missing-session-token' },
      { cause: 'cannot-tell' },
      wrong(3),
      wrong(4),
      wrong(5),
      wrong(6),
      wrong(7),
      wrong(8, 'no-text'),
      wrong(9, 'no-text'),
      NOTHING,
      { cause: 'cannot-tell', extracted: { ignoredFacts: ['facts'] } },
    ])
  })

  test('10,000 texts in one process', async () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => {
      return `01234567-89ab-cdef-0123-${String(i).padStart(12, '0')}`
    })
    const input = ids.map((id) =>
      JSON.stringify({
        text: `${MISSING} (Request ID: ${id})`,
        facts: JSON.parse(TOLD) as unknown,
      }),
    )
    const ended = await explain(input.join('\n'), '--ndjson')
    expect(ended).toMatchObject({ code: 0, err: '' })
    const results = linesOf(ended) as readonly ExplainResult[]
    expect(results.map(({ extracted }) => extracted.requestId)).toEqual(ids)
    expect(new Set(results.map(({ cause }) => cause))).toEqual(new Set(['missing-session-token']))
  }, 60_000)

  test('a line that is too long does not stop the next', async () => {
    const ended = await explain(`{"text":"${'a '.repeat(8_000_000)}"}\n{"text":""}`, '--ndjson')
    expect(ended.code).toBe(1)
    expect(linesOf(ended)).toMatchObject([{ error: 'too-long', line: 1 }, NOTHING])
  })

  test('no input, no output', async () => {
    expect(await explain('', '--ndjson')).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('arguments', () => {
  test.each([['-h'], ['--help'], ['--ndjson', '-h']])('%s', async (...args) => {
    const ended = await explain('', ...args)
    expect(ended).toMatchObject({ code: 0, err: '' })
    for (const flag of ['--facts', '--ndjson', '-h', '--help']) expect(ended.out).toContain(flag)
  })

  test.each([
    ['an unknown flag', ['--fact', '{}']],
    ['a flag of the other command', ['--reveal']],
    ['a file', ['error.txt']],
    ['a secret', [SECRET]],
    ['no facts', ['--facts']],
    ['facts that are no JSON', ['--facts', `{"other": ${SECRET}`]],
    ['facts in a list', ['--facts', '[]']],
    ['facts in a string', ['--facts', '"ASIA"']],
    ['facts for all lines', ['--ndjson', '--facts', '{}']],
  ])('%s', async (_name, args) => {
    const ended = await explain(MISSING, ...args)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(/^explain: [^\n]+; -h shows the usage\n$/)
    expect(ended.err).not.toContain(SECRET)
  })
})
