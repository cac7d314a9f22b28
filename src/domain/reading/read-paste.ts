import { Secret } from '../credentials/secret.ts'
import type { Recognised } from './gather.ts'
import { countLines } from './line-counter.ts'
import type { FieldName, ReadCredentials, ReadValue, Reading } from './reading.ts'
import { RECOGNISERS } from './recogniser-order.ts'

/**
 * Reads the credentials out of any text. A text that holds none gives shape null and no credentials; nothing is
 * thrown, and time grows linearly with the text.
 */
export function readPaste(text: string): Reading {
  let best: Reading = { shape: null, credentials: [], notes: [], lines: countLines(text) }
  let most = 0
  for (const { shape, recognise } of RECOGNISERS) {
    const recognised = recognise(text)
    const count = recognised ? countValues(recognised) : 0
    if (recognised && count > most) {
      best = { shape, ...recognised, lines: best.lines }
      most = count
    }
    if (best.credentials.some((set) => set.accessKeyId && set.secretAccessKey)) break
  }
  return best
}

/** The reading of three fields filled in by hand: values stay as typed, an empty one is absent. */
export function typedCredentials(values: Readonly<Record<FieldName, string>>): Reading {
  const accessKeyId = typed(values.accessKeyId)
  const secretAccessKey = typed(values.secretAccessKey)
  const sessionToken = typed(values.sessionToken)
  const set: ReadCredentials = {
    accessKeyId,
    secretAccessKey,
    sessionToken,
    expiration: null,
    region: null,
    profile: null,
  }
  const isEmpty = !accessKeyId && !secretAccessKey && !sessionToken
  return { shape: 'typed', credentials: isEmpty ? [] : [set], notes: [], lines: 0 }
}

function typed(text: string): ReadValue | null {
  return text.trim() === '' ? null : { value: new Secret(text), found: { name: '', line: null } }
}

function countValues({ credentials }: Recognised): number {
  return credentials.reduce(
    (sum, set) =>
      sum +
      [set.accessKeyId, set.secretAccessKey, set.sessionToken].filter((value) => value !== null)
        .length,
    0,
  )
}
