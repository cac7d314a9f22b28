import type { Cause } from '../causes.ts'

/** The right answer for one text: a cause, the honest verdict, or null where the text holds no credential error. */
export type Expected = Cause | 'cannot-tell' | null

/** What may be known beside the text, in the words of `explain --facts`; what is absent or null is unknown. */
export type CorpusFacts = {
  /** API operation, such as `AssumeRole`. */
  readonly operation?: string | null
  /** `AKIA`, `ASIA`, or the key ID itself where it has not that shape; empty where none was sent. */
  readonly accessKeyIdPrefix?: string | null
  readonly sessionToken?: 'present' | 'missing' | 'truncated' | null
  readonly region?: string | null
  /** Host name. */
  readonly endpoint?: string | null
  /** Client clock minus AWS clock, in seconds. */
  readonly clockSkewSeconds?: number | null
  /** Free text, as a person would add it. */
  readonly other?: string | null
}

/** One failure as a real client prints it, with invented accounts, keys and names, and its right answer. */
export type CorpusCase = {
  readonly id: string
  /** Rules are written against `dev` only; `held-out` measures whether they generalise. */
  readonly half: 'dev' | 'held-out'
  readonly text: string
  readonly facts: CorpusFacts
  readonly expected: Expected
  /** Other answers that a fair judge takes as right in first place; `because` says why. */
  readonly acceptable?: readonly Expected[]
  readonly because?: string
  /**
   * For `cannot-tell`: causes that all fit, best first. An answer is good when it names some of them; one of them
   * alone, called certain or likely, is a confident wrong answer.
   */
  readonly candidates?: readonly Cause[]
}
