import process from 'node:process'
import { explainResult } from './explain-result.ts'

const HELP = `Reads an error text from standard input and prints its cause, the evidence and what to do, as JSON.
Nothing is sent anywhere, nothing is stored.

  npm run -s explain < error.txt
  npm run -s explain -- --facts '{"accessKeyIdPrefix": "ASIA", "sessionToken": "missing"}' < error.txt

  --facts <json>  what is known beside the text: operation, accessKeyIdPrefix, sessionToken,
                  region, endpoint, clockSkewSeconds, other; each may be null
  --ndjson        each input line is {"text": …, "facts": …}, each output line its result
  -h, --help      this text

Exit codes: 0 every text was read, whatever was found in it; 1 a line was no such JSON or a text
was too long (16 MB), and {"error": …} stands in the place of its result; 2 the arguments are wrong.
`

const LONGEST = 16_000_000

type Arguments =
  | { readonly kind: 'text'; readonly facts: unknown }
  | { readonly kind: 'lines' }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string }

function readArguments(args: readonly string[]): Arguments {
  let facts: unknown = null
  let isLined = false
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '-h' || arg === '--help') return { kind: 'help' }
    if (arg === '--ndjson') {
      isLined = true
    } else if (arg === '--facts') {
      i += 1
      const read = parse(args[i] ?? '')
      if (typeof read !== 'object') return { kind: 'wrong', why: '--facts wants a JSON object' }
      facts = read
    } else {
      // An argument may be a pasted secret: it is not repeated.
      return { kind: 'wrong', why: 'unknown argument' }
    }
  }
  return isLined ? { kind: 'lines' } : { kind: 'text', facts }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** `{"text": …, "facts": …}`; the message of a parser would quote the line, so none is passed on. */
function explainLine(line: string): unknown {
  const read = parse(line)
  if (typeof read !== 'object' || read === null) return { error: 'not-a-json-object' }
  const { text, facts } = read as { readonly text?: unknown; readonly facts?: unknown }
  return typeof text === 'string' ? explainResult(text, facts) : { error: 'no-text' }
}

function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve()
    else process.stdout.once('drain', resolve)
  })
}

async function wholeInput(): Promise<string | null> {
  const decoder = new TextDecoder()
  const pieces: string[] = []
  let length = 0
  for await (const chunk of process.stdin) {
    const piece = decoder.decode(chunk as Uint8Array, { stream: true })
    length += piece.length
    if (length <= LONGEST) pieces.push(piece)
  }
  return length > LONGEST ? null : pieces.join('') + decoder.decode()
}

async function run(args: Arguments): Promise<number> {
  if (args.kind === 'help') {
    await print(HELP)
    return 0
  }
  if (args.kind === 'wrong') {
    process.stderr.write(`explain: ${args.why}; -h shows the usage\n`)
    return 2
  }
  if (args.kind === 'lines') return runLines()
  const text = await wholeInput()
  const result = text === null ? { error: 'too-long' } : explainResult(text, args.facts)
  await print(`${JSON.stringify(result, null, 2)}\n`)
  return 'error' in result ? 1 : 0
}

async function runLines(): Promise<number> {
  const decoder = new TextDecoder()
  let code = 0
  let number = 0
  let rest = ''
  const answer = async (line: string): Promise<void> => {
    number += 1
    const result = explainLine(line)
    const isError = typeof result === 'object' && result !== null && 'error' in result
    if (isError) code = 1
    const printed = isError ? { ...result, line: number } : result
    await print(`${JSON.stringify(printed)}\n`)
  }
  for await (const chunk of process.stdin) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) await answer(line)
    if (rest.length > LONGEST) rest = ''
  }
  rest += decoder.decode()
  if (rest.trim() !== '') await answer(rest)
  return code
}

// The reader of the output may have seen enough: `explain --ndjson | head`.
process.stdout.on('error', () => process.exit(0))

process.exitCode = await run(readArguments(process.argv.slice(2)))
