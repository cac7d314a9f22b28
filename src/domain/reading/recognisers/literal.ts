import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Recogniser } from '../recogniser.ts'

/** `name: value` and `name => value`: YAML, object literals of every language, what consoles print, HTTP headers. */
export const literal: Recogniser = {
  shape: 'literal',
  example: `credentials: {
  accessKeyId: '${EXAMPLE_KEY}',
  secretAccessKey: '${EXAMPLE_SECRET}',
  sessionToken: '${EXAMPLE_TOKEN}',
}`,
  recognise: (page) => findingsOf(page, ['colon']),
}
