import { readPaste } from '#domain/reading/read-paste.ts'
import { parseIso } from '#domain/time/instant.ts'
import { readResult, type ReadResult } from './read-result.ts'
import type { Command } from './terminal.ts'

const HELP = `Reads credentials out of any text on standard input and prints what was read, as JSON.
Nothing is sent anywhere, nothing is stored.

  npm run -s read < paste.txt
  npm run -s read -- --reveal < paste.txt

  --reveal       values in the clear; else {"hidden": 36, "ends": "MPLE"}
  --ndjson       each input line is a JSON string to read, each output line its result
  --at <instant> judge expirations as of this instant (ISO 8601) instead of now
  -h, --help     this text

Exit codes: 0 every text was read, whatever was found in it; 1 a text was too long (16 MB)
or a line was no JSON string, and {"error": …} stands in the place of its result;
2 the arguments are wrong.
`

/** `npm run -s read`. */
export const readCommand: Command = {
  name: 'read',
  help: HELP,
  flags: { '--reveal': 'alone', '--at': 'with-value' },
  begin: ({ flags, now }) => {
    const at = flags.get('--at')
    const instant = at === undefined ? now : parseIso(at)
    if (instant === null) return { wrong: '--at wants an instant in ISO 8601' }
    const options = { isRevealed: flags.has('--reveal'), now: instant }
    const resultOf = (text: string): ReadResult => readResult(readPaste(text), options)
    return {
      resultOf,
      outcomeOf: (line) =>
        typeof line === 'string' ? { result: resultOf(line) } : { error: 'not-a-json-string' },
    }
  },
}
