import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { gather } from '../gather.ts'
import type { Recogniser } from '../recogniser.ts'
import { scanAssignments } from '../scan-assignments.ts'
import { entryOf } from './assignments.ts'

/** `$Env:NAME="value"`. */
export const powershell: Recogniser = {
  shape: 'powershell',
  example: `$Env:AWS_ACCESS_KEY_ID="${EXAMPLE_KEY}"
$Env:AWS_SECRET_ACCESS_KEY="${EXAMPLE_SECRET}"
$Env:AWS_SESSION_TOKEN="${EXAMPLE_TOKEN}"`,
  recognise: (text) => {
    if (!/\$\{?env:/i.test(text)) return null
    const variables = scanAssignments(text).filter(({ offset }) =>
      /\$\{?env:$/i.test(text.slice(Math.max(0, offset - 6), offset)),
    )
    return gather(variables.map(entryOf))
  },
}
