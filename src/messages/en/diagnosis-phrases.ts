import type { Certainty, Fills } from '#domain/diagnosis/finding.ts'
import { HOUR, MINUTE, SECOND } from '#domain/time/instant.ts'
import type { HedgedSentence, Sentence } from '../diagnosis-messages.ts'

const PARTS: Readonly<Record<string, string>> = {
  accessKeyId: 'access key ID',
  secretAccessKey: 'secret access key',
  sessionToken: 'session token',
}

/** `session token`, from a field's name. */
export function partName(part: string | undefined): string {
  return PARTS[part ?? ''] ?? 'value'
}

/** `0.4 s`, `42:18`, `11:17:10`; the sign is dropped. */
export function span(milliseconds: number): string {
  const length = Math.abs(milliseconds)
  if (length < MINUTE) return `${(Math.floor(length / 100) / 10).toFixed(1)} s`
  const hours = Math.floor(length / HOUR)
  const minutes = Math.floor((length % HOUR) / MINUTE)
  const seconds = String(Math.floor((length % MINUTE) / SECOND)).padStart(2, '0')
  if (hours === 0) return `${String(minutes)}:${seconds}`
  return `${String(hours)}:${String(minutes).padStart(2, '0')}:${seconds}`
}

/** `20:03 behind AWS`; the empty string where the difference is not known. */
export function clockPhrase({ difference }: Fills): string {
  if (difference === undefined) return ''
  return `${span(Number(difference))} ${Number(difference) < 0 ? 'behind' : 'ahead of'} AWS`
}

/** The first wording where the cause is certain, else the second. */
export function hedged(certain: Sentence, likely: Sentence): HedgedSentence {
  return (certainty: Certainty, fills) => (certainty === 'certain' ? certain : likely)(fills)
}

/** The same wording at every certainty. */
export function plain(sentence: Sentence): HedgedSentence {
  return (_, fills) => sentence(fills)
}

/** As `quoted`, at the beginning of a sentence. */
export function quotedFirst(value: string | undefined, otherwise: string): string {
  return quoted(value, otherwise.charAt(0).toUpperCase() + otherwise.slice(1))
}

/** The value between backticks, or other words where it is not known. */
export function quoted(value: string | undefined, otherwise: string): string {
  return value === undefined || value === '' ? otherwise : `\`${value}\``
}
