import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Recogniser } from '../recogniser.ts'

/** `export NAME=value`, `NAME=value`, `set NAME=value`, and `name = value` of every language; joined on one line too. */
export const assignments: Recogniser = {
  shape: 'assignments',
  example: `export AWS_ACCESS_KEY_ID="${EXAMPLE_KEY}"
export AWS_SECRET_ACCESS_KEY="${EXAMPLE_SECRET}"
export AWS_SESSION_TOKEN="${EXAMPLE_TOKEN}"`,
  recognise: (page) => findingsOf(page, ['equals']),
}
