import process from 'node:process'
import { sandboxCommand } from './sandbox-command.ts'

const started = await sandboxCommand({
  args: process.argv.slice(2),
  write: (text) => process.stdout.write(text),
  remark: (line) => process.stderr.write(`${line}\n`),
})

if (started.kind === 'ended') process.exitCode = started.exitCode
else {
  const end = (): void => void started.server.close()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}
