import { parseDenial, type Denial } from '#domain/denial/parse-denial.ts'
import { remedyOf, type Remedy } from '#domain/denial/remedy.ts'
import type { ErrorReading } from '#domain/diagnosis/extract/error-reading.ts'
import { explainText, NOTHING_BESIDE } from '#domain/diagnosis/explain-text.ts'
import type { Candidate, Certainty, Evidence, Step } from '#domain/diagnosis/finding.ts'
import { readSaidFacts } from '#domain/diagnosis/said-facts.ts'
import { readPaste } from '#domain/reading/read-paste.ts'
import { secretsOf } from '#domain/redaction/secrets-of.ts'
import { formatIso } from '#domain/time/instant.ts'
import { diagnosisMessages as messages } from '#messages/en/diagnosis.ts'
import { scrubber } from './shown.ts'

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

/** What was read in the text; null, 0 or an empty list where it tells of no error. */
export type ShownReading = {
  readonly [Name in Exclude<keyof ErrorReading, Listed | Unshown>]: ErrorReading[Name] | null
} & {
  readonly times: readonly string[]
  readonly arns: readonly string[]
  /** How many errors about credentials the text holds. */
  readonly errors: number
  /** Codes of the others. */
  readonly otherCodes: readonly string[]
  readonly keyKind: string | null
  readonly denial: (Denial & { readonly remedy: Remedy }) | null
  /** Names of facts that are unknown or of another type than they should be. */
  readonly ignoredFacts: readonly string[]
}

type Listed = 'times' | 'arns' | 'errors' | 'otherCodes'
type Unshown = 'around' | 'key' | 'isCodeWritten'

/** What `explain` prints. `cause` is null where the text tells of no error about credentials. */
export type ExplainResult = {
  readonly cause: string | null
  /** The part of the cause that is meant, `parent/finer`; null where it has none. */
  readonly finer: string | null
  readonly certainty: Certainty | null
  readonly evidence: readonly ShownEvidence[]
  readonly alternatives: readonly Candidate[]
  readonly next: readonly ShownStep[]
  readonly extracted: ShownReading
}

const NOTHING_READ: Omit<ShownReading, 'ignoredFacts'> = {
  kind: null,
  code: null,
  message: null,
  operation: null,
  service: null,
  requestId: null,
  status: null,
  times: [],
  arns: [],
  region: null,
  host: null,
  encodedMessage: null,
  token: null,
  errors: 0,
  otherCodes: [],
  keyKind: null,
  denial: null,
}

/** Explains one text; `facts` is parsed JSON of any kind. Nothing in the result is a secret. */
export function explainResult(text: string, facts: unknown): ExplainResult {
  const said = readSaidFacts(facts)
  const secrets = [text, said.facts.other ?? ''].flatMap((each) => secretsOf(readPaste(each)))
  const { text: scrubName } = scrubber([])
  const ignoredFacts = said.ignored.map((name) => scrubName(name))
  const diagnosis = explainText(text, said.facts, { ...NOTHING_BESIDE, secrets })
  if (diagnosis === null) {
    return {
      cause: null,
      finer: null,
      certainty: null,
      evidence: [],
      alternatives: [],
      next: [],
      extracted: { ...NOTHING_READ, ignoredFacts },
    }
  }
  return {
    cause: diagnosis.cause,
    finer: diagnosis.finer,
    certainty: diagnosis.certainty,
    evidence: diagnosis.evidence.map(shownEvidence),
    alternatives: diagnosis.alternatives,
    next: diagnosis.steps.map(shownStep),
    extracted: { ...shownReading(diagnosis.extracted), ignoredFacts },
  }
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

function shownReading(reading: ErrorReading): Omit<ShownReading, 'ignoredFacts'> {
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
