import type { Cause } from '#domain/diagnosis/causes.ts'
import type {
  Bearing,
  Certainty,
  EvidenceName,
  EvidenceValue,
  EvidenceWord,
  Fills,
  Source,
  StepName,
} from '#domain/diagnosis/finding.ts'
import type { FinerCause } from '#domain/diagnosis/finer-causes.ts'
import type { ReasonName } from '#domain/diagnosis/rule.ts'

/** A sentence or phrase made from the facts; literal parts stand between backticks. */
export type Sentence = (fills: Fills) => string

/** A sentence that says "probably" where the cause is not certain. */
export type HedgedSentence = (certainty: Certainty, fills: Fills) => string

/** What is said of one cause. */
export type CauseMessages = {
  /** For the list of what it could also be; no full stop. */
  readonly name: Sentence
  /** What happened, in plain words; no full stop. */
  readonly headline: HedgedSentence
  /** What happened, in sentences: what AWS looked at, and what it did not. */
  readonly paragraph: HedgedSentence
  /** The one observation that would confirm or exclude it. */
  readonly howToTell: Sentence
}

/** What is said of a part of a cause in place of its parent's words; the rest is the parent's. */
export type FinerMessages = Pick<CauseMessages, 'name' | 'headline'>

/** A command to copy. `label` names it: `Copy: assume-role command`. */
export type Command = { readonly label: string; readonly text: string }

export type StepMessages = {
  readonly sentence: Sentence
  readonly commands: (fills: Fills) => readonly Command[]
}

/** Every sentence of a diagnosis; a language is complete when it has this type. */
export type DiagnosisMessages = {
  readonly causes: Readonly<Record<Cause, CauseMessages>>
  readonly finer: Readonly<Record<FinerCause, FinerMessages>>
  readonly cannotTell: { readonly headline: Sentence; readonly paragraph: Sentence }
  readonly certainties: Readonly<Record<Certainty, string>>
  readonly bearings: Readonly<Record<Bearing, string>>
  readonly sources: Readonly<Record<Source, string>>
  readonly evidence: Readonly<Record<EvidenceName, string>>
  readonly words: Readonly<Record<EvidenceWord, string>>
  /** The text of a cell in a row of that name. */
  readonly value: (name: EvidenceName, value: EvidenceValue) => string
  readonly steps: Readonly<Record<StepName, StepMessages>>
  readonly reasons: Readonly<Record<ReasonName, string>>
  readonly sections: {
    readonly certainty: string
    readonly saw: string
    readonly todo: string
    readonly others: string
    readonly candidates: string
    readonly awsWords: string
  }
  readonly columns: {
    readonly evidence: string
    readonly expected: string
    readonly seen: string
    readonly reading: string
    readonly cause: string
    readonly certainty: string
    readonly howToTell: string
  }
  /** Why the causes stand in their order. */
  readonly ranked: {
    readonly whyFirst: string
    readonly whyOrder: string
    readonly scale: string
    readonly caption: string
    readonly reasons: string
    readonly points: string
  }
  /** One line for screen readers: the code (empty where AWS gave none), the headline, the number of steps. */
  readonly wholeWords: (count: number) => string
  readonly announcement: (code: string, headline: string, steps: number) => string
  /** The table's name for screen readers. */
  readonly evidenceCaption: Sentence
  readonly othersCaption: string
}
