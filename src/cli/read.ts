import { readCommand } from './read-command.ts'
import { runHere } from './run-here.ts'

await runHere(readCommand)
