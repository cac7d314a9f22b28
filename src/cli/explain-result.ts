import { parseDenial, type Denial } from '#domain/denial/parse-denial.ts'
import { remedyOf, type Remedy } from '#domain/denial/remedy.ts'
import type { ErrorReading } from '#domain/diagnosis/extract/error-reading.ts'
import { explainText, type TextDiagnosis } from '#domain/diagnosis/explain-text.ts'
import type { Candidate, Certainty, Evidence, Step } from '#domain/diagnosis/finding.ts'
import { readSaidFacts } from '#domain/diagnosis/said-facts.ts'
import { formatIso } from '#domain/time/instant.ts'
import { diagnosisMessages as messages } from '#messages/en/diagnosis.ts'

/** One row: what was looked at, what AWS expects, what was seen, in words. */
export type ShownEvidence = {
  readonly name: string
  readonly expected: string
  readonly seen: string
  readonly bearing: Evidence['bearing']
  readonly source: Evidence['source']
}

export type ShownStep = {
  readonly step: Step['step']
  readonly sentence: string
  readonly commands: readonly string[]
}

export type ShownReading = Omit<ErrorReading, 'times' | 'around' | 'key' | 'isCodeWritten'> & {
  readonly times: readonly string[]
  readonly keyKind: string | null
  readonly denial: (Denial & { readonly remedy: Remedy }) | null
}

/** What `explain` prints. `cause` is null where the text tells of no error about credentials. */
export type ExplainResult = {
  readonly cause: string | null
  readonly certainty: Certainty | null
  readonly headline: string
  readonly evidence: readonly ShownEvidence[]
  readonly alternatives: readonly Candidate[]
  readonly next: readonly ShownStep[]
  readonly extracted: ShownReading | null
  /** Names of facts that are unknown or of another type than they should be. */
  readonly ignoredFacts: readonly string[]
}

const LOOKED_FOR =
  'No credential error found. Looked for codes of AWS, its sentences, and what clients and browsers say of a failed call.'

/** Explains one text; `facts` is parsed JSON of any kind. Nothing in the result is a secret. */
export function explainResult(text: string, facts: unknown): ExplainResult {
  const said = readSaidFacts(facts)
  const diagnosis = explainText(text, said.facts)
  if (diagnosis === null) {
    return {
      cause: null,
      certainty: null,
      headline: LOOKED_FOR,
      evidence: [],
      alternatives: [],
      next: [],
      extracted: null,
      ignoredFacts: said.ignored,
    }
  }
  return {
    cause: diagnosis.cause,
    certainty: diagnosis.certainty,
    headline: plain(headlineOf(diagnosis)),
    evidence: diagnosis.evidence.map(shownEvidence),
    alternatives: diagnosis.alternatives,
    next: diagnosis.steps.map(shownStep),
    extracted: shownReading(diagnosis.extracted),
    ignoredFacts: said.ignored,
  }
}

function headlineOf({ cause, certainty, fills }: TextDiagnosis): string {
  if (cause === 'cannot-tell' || certainty === null) return messages.cannotTell.headline(fills)
  return messages.causes[cause].headline(certainty, fills)
}

function shownEvidence(row: Evidence): ShownEvidence {
  return {
    name: row.name,
    expected: plain(messages.value(row.name, row.expected)),
    seen: plain(messages.value(row.name, row.seen)),
    bearing: row.bearing,
    source: row.source,
  }
}

function shownStep({ step, fills }: Step): ShownStep {
  const { sentence, commands } = messages.steps[step]
  return {
    step,
    sentence: plain(sentence(fills)),
    commands: commands(fills).map((command) => command.text),
  }
}

function shownReading(reading: ErrorReading): ShownReading {
  const { around, key, isCodeWritten: _, times, ...rest } = reading
  const denial = parseDenial(reading.message) ?? parseDenial(around)
  return {
    ...rest,
    times: times.map((time) => formatIso(time)),
    keyKind: key?.kind ?? null,
    denial: denial && { ...denial, remedy: remedyOf(denial) },
  }
}

/** Without the marks that the page sets in another face. */
function plain(text: string): string {
  return text.replaceAll('`', '')
}
