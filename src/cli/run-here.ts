import process from 'node:process'
import { runCommand, type Command } from './terminal.ts'

/** Runs a command in this process, over its arguments and its standard input. */
export async function runHere(command: Command): Promise<void> {
  // The reader of the output may have seen enough: `read --ndjson | head`.
  process.stdout.on('error', () => process.exit(0))

  process.exitCode = await runCommand(command, {
    args: process.argv.slice(2),
    input: process.stdin,
    isInteractive: process.stdin.isTTY,
    now: Date.now(),
    write: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(text)) resolve()
        else process.stdout.once('drain', resolve)
      }),
    remark: (line) => process.stderr.write(`${line}\n`),
  })
}
