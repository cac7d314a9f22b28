import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Recogniser } from '../recogniser.ts'

/** One name and one value per row, in a frame or in columns: `--output table`, Vault, a spreadsheet's two columns. */
export const table: Recogniser = {
  shape: 'table',
  example: `||  AccessKeyId    |  ${EXAMPLE_KEY}  ||
||  SecretAccessKey|  ${EXAMPLE_SECRET}  ||
||  SessionToken   |  ${EXAMPLE_TOKEN}  ||`,
  recognise: (page) => findingsOf(page, ['cells', 'columns']),
}
