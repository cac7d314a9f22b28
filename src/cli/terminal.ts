import type { Instant } from '#domain/time/instant.ts'
import { decodeText, linesOf, wholeText } from './input.ts'

/** A command that makes a JSON result of a text. */
export type Command = {
  readonly name: string
  readonly help: string
  /** Its own flags, and whether a value follows: `--reveal`, `--at <instant>`. */
  readonly flags: Readonly<Record<string, 'alone' | 'with-value'>>
  /** Gets ready for these arguments; `wrong` says what is, and repeats no argument. */
  readonly begin: (given: Given) => Job | { readonly wrong: string }
}

/** What a command was called with. */
export type Given = {
  /** Those of its own flags that were given; the value is empty for a flag without one. */
  readonly flags: ReadonlyMap<string, string>
  readonly isLined: boolean
  readonly now: Instant
}

/** A command with its arguments. */
export type Job = {
  readonly resultOf: (text: string) => unknown
  /** The outcome for the parsed JSON of a line; undefined where the line is no JSON. */
  readonly outcomeOf: (line: unknown) => Outcome
}

export type Outcome = { readonly result: unknown } | { readonly error: InputError }

/** What a command sees of the process. */
export type Terminal = {
  readonly args: readonly string[]
  readonly input: AsyncIterable<Uint8Array>
  /** Somebody types. */
  readonly isInteractive: boolean
  readonly now: Instant
  /** Writes to standard output and waits until more may come. */
  readonly write: (text: string) => Promise<void>
  /** Writes one line to standard error. */
  readonly remark: (line: string) => void
}

/** 0: every text was read. 1: one was too long, or a line holds none. 2: the arguments are wrong. */
export type ExitCode = 0 | 1 | 2

/** Why there is no result for a text. */
export type InputError =
  | 'too-long'
  | 'not-a-json-string'
  | 'not-a-json-object'
  | 'no-text'
  | 'defect'

/** The longest text, in bytes of standard input or in characters of a line. */
const LONGEST = 16_000_000

type Arguments =
  | { readonly kind: 'run'; readonly isLined: boolean; readonly job: Job }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string }

/** Runs a command over standard input: one text, or with `--ndjson` one JSON value per line. */
export async function runCommand(command: Command, terminal: Terminal): Promise<ExitCode> {
  const args = readArguments(command, terminal)
  if (args.kind === 'help') {
    await terminal.write(command.help)
    return 0
  }
  if (args.kind === 'wrong') {
    terminal.remark(`${command.name}: ${args.why}; -h shows the usage`)
    return 2
  }
  if (terminal.isInteractive) {
    terminal.remark('Paste the text, then end it with Ctrl+D (Windows: Ctrl+Z and Enter).')
  }
  try {
    return await (args.isLined
      ? runLines(terminal, args.job)
      : runWhole(command, terminal, args.job))
  } catch {
    terminal.remark(`${command.name}: standard input cannot be read`)
    return 1
  }
}

async function runWhole({ name }: Command, terminal: Terminal, job: Job): Promise<ExitCode> {
  const bytes = await wholeText(terminal.input, LONGEST)
  if (bytes?.length === 0) terminal.remark(`${name}: standard input is empty`)
  const outcome: Outcome = bytes
    ? guarded(() => ({ result: job.resultOf(decodeText(bytes)) }))
    : { error: 'too-long' }
  if ('result' in outcome) {
    await terminal.write(`${JSON.stringify(outcome.result, null, 2)}\n`)
    return 0
  }
  terminal.remark(`${name}: ${SENTENCES[outcome.error]}`)
  await terminal.write(`${JSON.stringify(outcome, null, 2)}\n`)
  return 1
}

async function runLines(terminal: Terminal, job: Job): Promise<ExitCode> {
  let code: ExitCode = 0
  let line = 0
  for await (const text of linesOf(terminal.input, LONGEST)) {
    line += 1
    const outcome: Outcome =
      text === null ? { error: 'too-long' } : guarded(() => job.outcomeOf(parseJson(text)))
    if ('error' in outcome) code = 1
    const printed = 'result' in outcome ? outcome.result : { ...outcome, line }
    await terminal.write(`${JSON.stringify(printed)}\n`)
  }
  return code
}

/** Parsed JSON; undefined for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // The message of the error quotes the text, which may hold a secret.
    return undefined
  }
}

/** Nothing in the domain throws; should it, the text is not shown and the next line is read all the same. */
function guarded(outcomeOf: () => Outcome): Outcome {
  try {
    return outcomeOf()
  } catch {
    return { error: 'defect' }
  }
}

const SENTENCES: Readonly<Record<InputError, string>> = {
  'too-long': `the text is longer than ${String(LONGEST)} bytes`,
  'not-a-json-string': 'the line is no JSON string',
  'not-a-json-object': 'the line is no JSON object',
  'no-text': 'the object has no text',
  defect: 'a defect of this command; please report it with the text, its values altered',
}

function readArguments(command: Command, terminal: Terminal): Arguments {
  const flags = new Map<string, string>()
  let isLined = false
  for (let i = 0; i < terminal.args.length; i += 1) {
    const arg = terminal.args[i] ?? ''
    const own = Object.hasOwn(command.flags, arg) ? command.flags[arg] : undefined
    if (arg === '-h' || arg === '--help') return { kind: 'help' }
    if (arg === '--ndjson') {
      isLined = true
    } else if (own === 'with-value') {
      i += 1
      flags.set(arg, terminal.args[i] ?? '')
    } else if (own === 'alone') {
      flags.set(arg, '')
    } else {
      // An argument may be a pasted secret: it is not repeated.
      const why = arg.startsWith('-') ? 'unknown flag' : 'it reads standard input and no arguments'
      return { kind: 'wrong', why }
    }
  }
  const job = command.begin({ flags, isLined, now: terminal.now })
  return 'wrong' in job ? { kind: 'wrong', why: job.wrong } : { kind: 'run', isLined, job }
}
