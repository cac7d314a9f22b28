import type { Case, FailedOutcome } from './case.ts'
import { notes, notesHold } from './case.ts'
import type { Cause } from './causes.ts'
import type { DiagnosisFacts } from './facts.ts'
import type { Evidence, Fills, Step } from './finding.ts'
import type { FinerCause } from './finer-causes.ts'

/** Every reason that speaks for or against a cause; the answer to "why this first?". */
export const REASON_NAMES = [
  'fits-this-answer',
  'code-says-it',
  'words-say-it',
  'words-point-to-it',
  'status-says-it',
  'body-says-it',
  'browser-says-it',
  'token-missing',
  'token-with-long-term-key',
  'long-term-key-alone',
  'full-stop',
  'no-full-stop',
  'token-cut',
  'token-damaged',
  'token-of-unknown-layout',
  'token-whole',
  'blanks',
  'foreign-characters',
  'wrong-length',
  'placeholder',
  'documentation-value',
  'not-an-aws-key',
  'almost-an-aws-key',
  'value-of-another-field',
  'accounts-differ',
  'accounts-agree',
  'version-1-in-opt-in-region',
  'opt-in-region',
  'issued-in-this-region',
  'other-partition',
  'same-partition',
  'issued-just-now',
  'clock-far-off',
  'clock-in-order',
  'region-in-order',
  'needs-no-permission',
  'cognito-session',
  'custom-address',
  'told',
  'told-token',
  'key-kind',
  'operation-says-it',
  'host-says-it',
  'other-secret-just-tried',
  'newer-values-exist',
  'probe-of-host',
  'probe-of-other-host',
  'isolated-partition',
] as const

export type ReasonName = (typeof REASON_NAMES)[number]

/**
 * A reason and its points; negative ones speak against the cause. `stated`: AWS, the browser or the pasted characters
 * themselves say so. `inferred`: it rests on what AWS does not document; such points never make a cause certain.
 */
export type Weight = {
  readonly reason: ReasonName
  readonly points: number
  readonly basis: 'stated' | 'inferred'
  readonly when: (c: Case) => boolean
  /** The person's words that hold it, shown as a row of evidence. */
  readonly words?: RegExp
}

/** A failure that a rule must name first, `certainty` included. */
export type Example = {
  readonly outcome: FailedOutcome
  readonly facts: DiagnosisFacts
  readonly certainty: 'certain' | 'likely'
}

/**
 * One cause: when it can be one at all, what speaks for and against it, what to show and what to do. `example` is null
 * for a cause that never leads, since what a page can observe does not tell it from its neighbours.
 */
export type Rule = {
  readonly cause: Cause
  readonly applies: (c: Case) => boolean
  readonly weights: readonly Weight[]
  /** The rows that matter for this cause, most telling first; null where a row has nothing to say. */
  readonly evidence: (c: Case) => readonly (Evidence | null)[]
  readonly steps: (c: Case) => readonly Step[]
  readonly fills?: (c: Case) => Fills
  /** Which part of the cause is meant; null where that is not known. Its last word is the story of the sentences. */
  readonly finer?: (c: Case) => FinerCause | null
  readonly example: Example | null
}

const always = (): boolean => true

export function stated(
  reason: ReasonName,
  points: number,
  when: (c: Case) => boolean = always,
): Weight {
  return { reason, points, basis: 'stated', when }
}

export function inferred(
  reason: ReasonName,
  points: number,
  when: (c: Case) => boolean = always,
): Weight {
  return { reason, points, basis: 'inferred', when }
}

/** A person's own words speak for a cause, unless a word beside them takes them back; never more than likely. */
export function told(points: number, words: RegExp, when: (c: Case) => boolean = always): Weight {
  return {
    reason: 'told',
    points,
    basis: 'inferred',
    words,
    when: (c) => notes(c, words) && when(c),
  }
}

/** As `told`, for words that hold their own "not". */
export function toldAs(points: number, words: RegExp, when: (c: Case) => boolean = always): Weight {
  return {
    reason: 'told',
    points,
    basis: 'inferred',
    words,
    when: (c) => notesHold(c, words) && when(c),
  }
}
