import { explainCommand } from './explain-command.ts'
import { runHere } from './run-here.ts'

await runHere(explainCommand)
