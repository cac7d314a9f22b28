import { explainResult } from './explain-result.ts'
import { parseJson, type Command, type Outcome } from './terminal.ts'

const HELP = `Reads an error text from standard input and prints its cause, the evidence and what to do, as JSON.
Nothing is sent anywhere, nothing is stored.

  npm run -s explain < error.txt
  npm run -s explain -- --facts '{"accessKeyIdPrefix": "ASIA", "sessionToken": "missing"}' < error.txt

  --facts <json> what is known beside the text: operation, accessKeyIdPrefix, sessionToken,
                 region, endpoint, clockSkewSeconds, other; each may be null
  --ndjson       each input line is {"text": …, "facts": …}, each output line its result
  -h, --help     this text

Exit codes: 0 every text was read, whatever was found in it; 1 a text was too long (16 MB)
or a line was no such JSON, and {"error": …} stands in the place of its result;
2 the arguments are wrong.
`

/** `npm run -s explain`. */
export const explainCommand: Command = {
  name: 'explain',
  help: HELP,
  flags: { '--facts': 'with-value' },
  begin: ({ flags, isLined }) => {
    const written = flags.get('--facts')
    if (isLined && written !== undefined) {
      return { wrong: '--facts is for one text; with --ndjson each line has its own' }
    }
    const facts = written === undefined ? null : parseJson(written)
    if (typeof facts !== 'object' || Array.isArray(facts)) {
      return { wrong: '--facts wants a JSON object' }
    }
    return { resultOf: (text) => explainResult(text, facts), outcomeOf: explainLine }
  },
}

/** `{"text": …, "facts": …}` */
function explainLine(line: unknown): Outcome {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    return { error: 'not-a-json-object' }
  }
  const { text, facts } = line as { readonly text?: unknown; readonly facts?: unknown }
  return typeof text === 'string' ? { result: explainResult(text, facts) } : { error: 'no-text' }
}
