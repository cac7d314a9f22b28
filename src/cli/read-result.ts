import { describeCredentials } from '#domain/credentials/describe.ts'
import type { KeyIdFacts, TokenFacts } from '#domain/credentials/facts.ts'
import { judgeCredentials } from '#domain/credentials/judge.ts'
import type { Check, CheckName, Verdict } from '#domain/credentials/verdict.ts'
import type { ReadCredentials, Reading, ReadValue } from '#domain/reading/reading.ts'
import { regionOf } from '#domain/region/search.ts'
import type { Instant } from '#domain/time/instant.ts'
import { isoOf, maskOf, scrubber, type Scrub, type Shown } from './shown.ts'

/** What `read` prints; absent values are null, instants ISO 8601 in UTC. */
export type ReadResult = {
  readonly credentials: readonly ReadSet[]
  /** Sets whose secret is not in the text. */
  readonly incomplete: readonly ReadSet[]
  readonly findings: readonly ReadFinding[]
}

export type ReadSet = {
  readonly accessKeyId: Shown | null
  readonly secretAccessKey: Shown | null
  readonly sessionToken: Shown | null
  readonly expiration: string | null
  readonly region: string | null
  readonly profile: string | null
  readonly inferred: {
    readonly keyKind: KeyIdFacts['kind'] | null
    readonly accountFromKey: string | null
    readonly token: {
      readonly version: 1 | 2 | null
      readonly region: string | null
      readonly account: string | null
      readonly issuedAt: string | null
      /** 0 for a whole token; null where that cannot be said. */
      readonly missingBytes: number | null
    }
  }
  readonly verdict: Verdict['verdict']
}

/** The set that a finding is about: a list of the result and the place in it, from 0. */
type Place = { readonly list: 'credentials' | 'incomplete'; readonly index: number }

/** Why a set cannot work, a reason to think before it is used, or something changed or noticed while reading. */
export type ReadFinding =
  | (Place & {
      readonly cause: NonNullable<Verdict['cause']>
      readonly certainty: Verdict['certainty']
      readonly evidence: readonly Readonly<Record<string, unknown>>[]
    })
  | (Readonly<Record<string, unknown>> & Place & { readonly warning: CheckName })
  /** About one set only where the text holds several. */
  | (Readonly<Record<string, unknown>> & Partial<Place> & { readonly note: string })

export type ReadOptions = {
  /** Values in the clear instead of `{"hidden": 36, "ends": "MPLE"}`. */
  readonly isRevealed: boolean
  /** Expirations are judged against it. */
  readonly now: Instant
}

/** A reading as the terminal prints it. Findings never hold a value, revealed or not. */
export function readResult(reading: Reading, options: ReadOptions): ReadResult {
  const scrub = scrubber(reading.credentials)
  const credentials: ReadSet[] = []
  const incomplete: ReadSet[] = []
  const findings: ReadFinding[] = []
  const places: Place[] = []
  for (const set of reading.credentials) {
    const list = set.secretAccessKey ? credentials : incomplete
    const { shown, verdict } = readSet(set, options, scrub)
    const place: Place = {
      list: set.secretAccessKey ? 'credentials' : 'incomplete',
      index: list.length,
    }
    places.push(place)
    const { cause, certainty } = verdict
    if (cause) findings.push({ cause, certainty, ...place, evidence: evidenceOf(verdict) })
    for (const check of verdict.checks) {
      if (check.reading !== 'warns') continue
      findings.push({ ...fillsOf(check), warning: check.check, ...place })
    }
    list.push(shown)
  }
  const notes = reading.notes.map(({ set, ...note }) => ({
    ...scrub.object(note),
    note: note.note,
    ...(set && places[set.index]),
  }))
  return { credentials, incomplete, findings: [...findings, ...notes] }
}

function readSet(
  set: ReadCredentials,
  { isRevealed, now }: ReadOptions,
  scrub: Scrub,
): { shown: ReadSet; verdict: Verdict } {
  const facts = describeCredentials({
    accessKeyId: set.accessKeyId?.value ?? null,
    secretAccessKey: set.secretAccessKey?.value ?? null,
    sessionToken: set.sessionToken?.value ?? null,
  })
  const expiration = set.expiration?.instant ?? null
  const region = set.region?.code ?? null
  const isOptIn = region === null ? null : (regionOf(region)?.region.optIn ?? null)
  const verdict = judgeCredentials(facts, {
    expiration,
    region: { isOptIn },
    now,
    isTokenUnread: set.isTokenUnread,
  })
  const show = (read: ReadValue | null): Shown | null =>
    read && (isRevealed ? read.value.reveal() : maskOf(read.value))
  const word = (text: string | null): string | null =>
    text === null || isRevealed ? text : scrub.text(text)
  const shown: ReadSet = {
    accessKeyId: show(set.accessKeyId),
    secretAccessKey: show(set.secretAccessKey),
    sessionToken: show(set.sessionToken),
    expiration: isoOf(expiration),
    region: word(region),
    profile: word(set.profile),
    inferred: {
      keyKind: facts.accessKeyId?.kind ?? null,
      accountFromKey: facts.accessKeyId?.account ?? null,
      token: tokenOf(facts.sessionToken),
    },
    verdict: verdict.verdict,
  }
  return { shown, verdict }
}

function tokenOf(token: TokenFacts | null): ReadSet['inferred']['token'] {
  const isMeasured = token?.state === 'whole' || token?.state === 'cut'
  return {
    version: token?.version ?? null,
    region: token?.region ?? null,
    account: token?.account ?? null,
    issuedAt: isoOf(token?.issuedAt ?? null),
    missingBytes: isMeasured ? token.missingBytes : null,
  }
}

/** What differed, with its numbers. */
function evidenceOf({ checks }: Verdict): readonly Readonly<Record<string, unknown>>[] {
  return checks
    .filter(({ reading }) => reading === 'differs')
    .map((check) => ({ check: check.check, ...fillsOf(check) }))
}

/** Instants among the facts of a check are named `…At`. */
function fillsOf({ fills }: Check): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fills).map(([name, fill]) =>
      name.endsWith('At') && typeof fill === 'number' ? [name, isoOf(fill)] : [name, fill],
    ),
  )
}
