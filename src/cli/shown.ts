import { Secret } from '#domain/credentials/secret.ts'
import type { ReadCredentials } from '#domain/reading/reading.ts'
import { redact } from '#domain/redaction/redact.ts'
import { formatIso, utcOf, type Instant } from '#domain/time/instant.ts'

/** A value as printed: in the clear, or how many characters are hidden and what follows them. */
export type Shown = string | { readonly hidden: number; readonly ends: string }

/** Of a shorter value the end would be too much of it. */
const SHORTEST_WITH_END = 16
const END = 4

/** A value with all but its last four characters hidden; a short one wholly. */
export function maskOf(value: Secret): Shown {
  const shown = value.length < SHORTEST_WITH_END ? 0 : END
  return { hidden: value.length - shown, ends: value.reveal().slice(value.length - shown) }
}

/** `2026-11-22T02:00:00Z`, with milliseconds where there are any; null for no instant. */
export function isoOf(instant: Instant | null): string | null {
  if (instant === null || !Number.isFinite(instant)) return null
  const { millisecond } = utcOf(instant)
  const whole = Math.floor(millisecond)
  const iso = formatIso(instant)
  return whole === 0 ? iso : iso.replace('Z', `.${String(whole).padStart(3, '0')}Z`)
}

/** Takes values out of what is printed beside them. */
export type Scrub = {
  readonly text: (text: string) => string
  /** A note with every text in it scrubbed; a `Secret` is masked. */
  readonly object: (note: object) => Readonly<Record<string, unknown>>
}

const KEY_ID = /A[KS]IA[A-Z0-9]{16}/
const RUN = /[A-Za-z0-9+/=_-]{8,}/g

/** Of a longer run no part is looked up: it is hidden as a whole. */
const LONGEST_RUN = 256

/** So long and so mixed no name and no Region is, but a secret, and a name that a secret is glued to. */
function isUnlikeName(run: string): boolean {
  return run.length >= 38 && /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9+/]/.test(run)
}

/** Hides the values of these sets, and what looks like one; a text costs its own length, however many sets there are. */
export function scrubber(sets: readonly ReadCredentials[]): Scrub {
  const values = new Set<string>()
  for (const set of sets) {
    for (const read of [set.accessKeyId, set.secretAccessKey, set.sessionToken]) {
      if (read) values.add(read.value.reveal())
    }
  }
  const lengths = [...new Set([...values].map(({ length }) => length))].filter(
    (length) => length >= 8 && length <= LONGEST_RUN,
  )
  /** A value may be glued to a name whose line break was lost. */
  const holdsValue = (run: string): boolean =>
    run.length > LONGEST_RUN ||
    lengths.some((length) => {
      for (let at = 0; at + length <= run.length; at += 1) {
        if (values.has(run.slice(at, at + length))) return true
      }
      return false
    })
  const hide = (run: string): string =>
    values.has(run) || isUnlikeName(run) || KEY_ID.test(run) || holdsValue(run)
      ? `[${String(run.length)} characters hidden]`
      : run
  const text = (written: string): string =>
    values.has(written) ? hide(written) : redact(written.replace(RUN, hide), [])
  const printable = (part: unknown): unknown => {
    if (typeof part === 'string') return text(part)
    if (part instanceof Secret) return maskOf(part)
    if (Array.isArray(part)) return part.map(printable)
    return typeof part === 'object' && part !== null ? object(part) : part
  }
  const object = (note: object): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(note).map(([name, part]) => [name, printable(part)]))
  return { text, object }
}
