import type { Secret } from '../credentials/secret.ts'
import type { Reading } from '../reading/reading.ts'

/** Shorter values of a label are words (`None`), which stand in sentences too. */
const SHORTEST = 16

/** The secret access keys and session tokens of a paste, which no text about it may show. */
export function secretsOf(reading: Reading): readonly Secret[] {
  return reading.credentials.flatMap(({ secretAccessKey, sessionToken }) =>
    [secretAccessKey, sessionToken].flatMap((read) =>
      read && read.value.length >= SHORTEST ? [read.value] : [],
    ),
  )
}
