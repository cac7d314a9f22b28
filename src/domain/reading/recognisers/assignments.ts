import type { Entry } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { gather } from '../gather.ts'
import type { Recogniser } from '../recogniser.ts'
import { scanAssignments, type Assignment } from '../scan-assignments.ts'

/** `export NAME=value`, `NAME=value`, `set NAME=value`, `set -gx NAME value`; one per line or joined on one. */
export const assignments: Recogniser = {
  shape: 'assignments',
  example: `export AWS_ACCESS_KEY_ID="${EXAMPLE_KEY}"
export AWS_SECRET_ACCESS_KEY="${EXAMPLE_SECRET}"
export AWS_SESSION_TOKEN="${EXAMPLE_TOKEN}"`,
  recognise: (text) => gather(scanAssignments(text).map(entryOf)),
}

/** An assignment as an entry of the one group that a shell has. */
export function entryOf({ field, isWeak, raw, name, line }: Assignment): Entry {
  return { field, isWeak, raw, found: { name, line }, group: 0, isClose: false, profile: null }
}
