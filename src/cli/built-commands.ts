import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The root of the repository. */
export const project = fileURLToPath(new URL('../..', import.meta.url))

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** The terminal commands as built into a folder of their own, for tests that spawn them. */
export type BuiltCommands = {
  readonly start: (name: string, args: readonly string[]) => ChildProcessWithoutNullStreams
  readonly run: (
    name: string,
    input: string | Uint8Array,
    args: readonly string[],
  ) => Promise<Ended>
  readonly remove: () => void
}

export async function buildCommands(): Promise<BuiltCommands> {
  const folder = mkdtempSync(path.join(tmpdir(), 'terminal-commands-'))
  await build({
    configFile: path.join(project, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  })
  const start: BuiltCommands['start'] = (name, args) =>
    spawn(process.execPath, [path.join(folder, `${name}.js`), ...args])
  const run: BuiltCommands['run'] = (name, input, args) => {
    const child = start(name, args)
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.stdin.on('error', () => {
      // It ended before it had read everything, as with wrong arguments.
    })
    child.stdin.end(input)
    return new Promise((resolve) => {
      child.on('close', (code) => {
        resolve({ code, out, err })
      })
    })
  }
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true })
  }
  return { start, run, remove }
}

/** What was printed with `--ndjson`. */
export const linesOf = ({ out }: Ended): readonly unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
