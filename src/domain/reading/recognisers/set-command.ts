import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Recogniser } from '../recogniser.ts'

/** Name and value parted by a blank: fish, csh, `setx`, a Dockerfile's `ENV`. */
export const setCommand: Recogniser = {
  shape: 'set-command',
  example: `set -gx AWS_ACCESS_KEY_ID "${EXAMPLE_KEY}"
setenv AWS_SECRET_ACCESS_KEY ${EXAMPLE_SECRET}
setx AWS_SESSION_TOKEN "${EXAMPLE_TOKEN}"`,
  recognise: (page) => findingsOf(page, ['set']),
}
