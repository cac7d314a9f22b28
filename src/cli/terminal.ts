import { parseIso, type Instant } from '#domain/time/instant.ts'
import { decodeText, linesOf, wholeText } from './input.ts'

/** A command that makes a JSON result of a text. */
export type Command = {
  readonly name: string
  readonly help: string
  /** Its own flags, without values: `--reveal`. */
  readonly flags: readonly string[]
  readonly resultOf: (text: string, options: CommandOptions) => unknown
}

export type CommandOptions = {
  /** Those of the command's own flags that were given. */
  readonly flags: ReadonlySet<string>
  /** The clock, or the instant that `--at` names. */
  readonly now: Instant
}

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

/** 0: every text was read. 1: one was too long or no JSON string. 2: the arguments are wrong. */
export type ExitCode = 0 | 1 | 2

/** Why there is no result for a text. */
export type InputError = 'too-long' | 'not-a-json-string' | 'defect'

/** The longest text, in bytes of standard input or in characters of a line. */
const LONGEST = 16_000_000

type Arguments =
  | { readonly kind: 'run'; readonly isLined: boolean; readonly options: CommandOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string }

/** Runs a command over standard input: one text, or with `--ndjson` one JSON string per line. */
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
  const resultOf = (text: string): Outcome => outcomeOf(command, text, args.options)
  try {
    return await (args.isLined
      ? runLines(terminal, resultOf)
      : runWhole(command, terminal, resultOf))
  } catch {
    terminal.remark(`${command.name}: standard input cannot be read`)
    return 1
  }
}

type Outcome = { readonly result: unknown } | { readonly error: InputError }

async function runWhole(
  { name }: Command,
  terminal: Terminal,
  resultOf: (text: string) => Outcome,
): Promise<ExitCode> {
  const bytes = await wholeText(terminal.input, LONGEST)
  if (bytes?.length === 0) terminal.remark(`${name}: standard input is empty`)
  const outcome = bytes ? resultOf(decodeText(bytes)) : ({ error: 'too-long' } as const)
  if ('result' in outcome) {
    await terminal.write(`${JSON.stringify(outcome.result, null, 2)}\n`)
    return 0
  }
  terminal.remark(`${name}: ${SENTENCES[outcome.error]}`)
  await terminal.write(`${JSON.stringify(outcome, null, 2)}\n`)
  return 1
}

async function runLines(
  terminal: Terminal,
  resultOf: (text: string) => Outcome,
): Promise<ExitCode> {
  let code: ExitCode = 0
  let line = 0
  for await (const text of linesOf(terminal.input, LONGEST)) {
    line += 1
    const outcome = text === null ? ({ error: 'too-long' } as const) : lineOutcome(text, resultOf)
    if ('error' in outcome) code = 1
    const printed = 'result' in outcome ? outcome.result : { ...outcome, line }
    await terminal.write(`${JSON.stringify(printed)}\n`)
  }
  return code
}

function lineOutcome(line: string, resultOf: (text: string) => Outcome): Outcome {
  try {
    const text: unknown = JSON.parse(line)
    if (typeof text === 'string') return resultOf(text)
  } catch {
    // The message of the error quotes the line, which may hold a secret.
  }
  return { error: 'not-a-json-string' }
}

/** Nothing in the domain throws; should it, the text is not shown and the next line is read all the same. */
function outcomeOf(command: Command, text: string, options: CommandOptions): Outcome {
  try {
    return { result: command.resultOf(text, options) }
  } catch {
    return { error: 'defect' }
  }
}

const SENTENCES: Readonly<Record<InputError, string>> = {
  'too-long': `the text is longer than ${String(LONGEST)} bytes`,
  'not-a-json-string': 'the line is no JSON string',
  defect: 'a defect of this command; please report it with the text, its values altered',
}

function readArguments(command: Command, terminal: Terminal): Arguments {
  const flags = new Set<string>()
  let isLined = false
  let now = terminal.now
  for (let i = 0; i < terminal.args.length; i += 1) {
    const arg = terminal.args[i] ?? ''
    if (arg === '-h' || arg === '--help') return { kind: 'help' }
    if (arg === '--ndjson') {
      isLined = true
    } else if (arg === '--at') {
      i += 1
      const at = parseIso(terminal.args[i] ?? '')
      if (at === null) return { kind: 'wrong', why: '--at wants an instant in ISO 8601' }
      now = at
    } else if (command.flags.includes(arg)) {
      flags.add(arg)
    } else {
      // An argument may be a pasted secret: it is not repeated.
      const why = arg.startsWith('-') ? 'unknown flag' : 'it reads standard input and no arguments'
      return { kind: 'wrong', why }
    }
  }
  return { kind: 'run', isLined, options: { flags, now } }
}
