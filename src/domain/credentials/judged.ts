import type { Cause } from '../diagnosis/causes.ts'
import type { EvidenceValue } from '../diagnosis/finding.ts'
import type { Check, CheckName } from './verdict.ts'

type Fills = Check['fills']
type Blame = { readonly cause: Cause; readonly certainty: 'certain' | 'likely' }
/** A check, and what it blames where it differs. */
export type Judged = Check & { readonly blame: Blame | null }

/** The check without its blame. */
export const checkOf = ({ check, reading, fills, expected, seen }: Judged): Check =>
  expected && seen ? { check, reading, fills, expected, seen } : { check, reading, fills }

export const agrees = (check: CheckName, fills: Fills = {}): Judged => ({
  check,
  reading: 'agrees',
  fills,
  blame: null,
})

export const notJudged = (check: CheckName, fills: Fills = {}): Judged => ({
  check,
  reading: 'not-judged',
  fills,
  blame: null,
})

export const differs = (
  check: CheckName,
  cause: Cause | null,
  fills: Fills = {},
  certainty: Blame['certainty'] = 'likely',
): Judged => ({ check, reading: 'differs', fills, blame: cause && { cause, certainty } })

export const warns = (check: CheckName, fills: Fills = {}): Judged => ({
  check,
  reading: 'warns',
  fills,
  blame: null,
})

/** What the rule asks for, and what is there. */
export type Compared = readonly [expected: EvidenceValue, seen: EvidenceValue]

export const comparing = (judged: Judged, [expected, seen]: Compared): Judged => ({
  ...judged,
  expected,
  seen,
})

export const MISSING: Compared = [{ word: 'present' }, { word: 'missing' }]

export const characters = (count: number): EvidenceValue => ({ count, of: 'characters' })
