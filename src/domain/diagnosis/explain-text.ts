import type { CredentialFacts } from '../credentials/facts.ts'
import { endpointOf } from './told-target.ts'
import type { Secret } from '../credentials/secret.ts'
import { scrubTold } from '../redaction/scrub-told.ts'
import type { Outcome } from '../sts/call.ts'
import type { Instant } from '../time/instant.ts'
import { SECOND } from '../time/instant.ts'
import { diagnose } from './diagnose.ts'
import type { ErrorReading } from './extract/error-reading.ts'
import { regionIn, regionOfHost } from './extract/find-fields.ts'
import { readError } from './extract/read-error.ts'
import { witnessesOf } from './extract/witnesses.ts'
import type { DiagnosisFacts, StatedFact, TriedFacts } from './facts.ts'
import type { Diagnosis } from './finding.ts'
import { readNotes } from './notes.ts'
import type { SaidFacts } from './said-facts.ts'
import { readKeyPrefix, readToldToken } from './said-facts.ts'

/** What this tab knows beside the text: credentials that were pasted with it, its clock, its memory. */
export type BesideText = {
  readonly credentials: CredentialFacts | null
  readonly expiration: Instant | null
  readonly now: Instant | null
  readonly tried: TriedFacts | null
  /** Nothing of these is in the diagnosis; `secretsOf` the reading of the same paste. */
  readonly secrets?: readonly Secret[]
}

export const NOTHING_BESIDE: BesideText = {
  credentials: null,
  expiration: null,
  now: null,
  tried: null,
}

export type TextDiagnosis = Diagnosis & { readonly extracted: ErrorReading }

/**
 * The cause of an error told in any text, with what was read in it; null where the text tells of no error about
 * credentials. What the person says counts as evidence, never as proof.
 */
export function explainText(
  text: string,
  facts: SaidFacts,
  beside: BesideText = NOTHING_BESIDE,
): TextDiagnosis | null {
  const said = scrubbed(facts, beside.secrets ?? [])
  const isKnownCall =
    said.operation !== null || said.endpoint !== null || said.accessKeyIdPrefix !== null
  const isOfPerson =
    beside.credentials !== null ||
    said.sessionToken !== null ||
    said.region !== null ||
    witnessesOf(said.other ?? '')(0) === 'aws'
  const reading = readError(text, { isKnownCall, isOfPerson, secrets: beside.secrets ?? [] })
  if (reading === null) return null
  const diagnosis = diagnose(outcomeOf(reading), factsOf(reading, said, beside))
  return diagnosis && { ...diagnosis, extracted: reading }
}

/** How the causes of a told failure were weighed needs the same outcome and facts. */
export function caseOfText(
  reading: ErrorReading,
  said: SaidFacts,
  beside: BesideText = NOTHING_BESIDE,
): { readonly outcome: Outcome; readonly facts: DiagnosisFacts } {
  return { outcome: outcomeOf(reading), facts: factsOf(reading, said, beside) }
}

function outcomeOf(reading: ErrorReading): Outcome {
  const { message, requestId } = reading
  const status = reading.status ?? 0
  switch (reading.kind) {
    case 'answer':
      return { kind: 'refused', code: reading.code ?? '', message, status, requestId }
    case 'web-page':
      return { kind: 'unreadable', what: 'html', status }
    case 'not-sent':
      return { kind: 'not-sent', why: 'refused-by-sdk', message }
    case 'no-answer':
      return { kind: 'unreachable', why: 'unknown', message }
  }
}

function factsOf(reading: ErrorReading, said: SaidFacts, beside: BesideText): DiagnosisFacts {
  const pasted = beside.credentials
  const host = hostOf(said.endpoint) ?? reading.host
  const region = said.region?.trim() || reading.region || regionIn(said.other ?? '', null)
  // A global host in a text is often the one that issued the session, not the one that refused it.
  const isNamed = said.endpoint !== null || regionOfHost(reading.host) !== null || region === null
  const asked = isNamed ? host : null
  const key = readKeyPrefix(said.accessKeyIdPrefix ?? '') ?? pasted?.accessKeyId ?? reading.key
  const { other } = said
  const context = contextOf(reading)
  return {
    credentials: {
      accessKeyId: key,
      secretAccessKey: pasted?.secretAccessKey ?? null,
      sessionToken: pasted?.sessionToken ?? null,
    },
    expiration: beside.expiration,
    target: endpointOf(asked, region),
    clock: {
      now: beside.now,
      differenceMs: said.clockSkewSeconds === null ? null : said.clockSkewSeconds * SECOND,
    },
    tookMs: null,
    ...(beside.tried && { tried: beside.tried }),
    told: {
      keyKind: key?.kind ?? null,
      token: readToldToken(said.sessionToken ?? '') ?? pastedToken(pasted) ?? reading.token,
      isForeignKey: isForeignKey(said.accessKeyIdPrefix),
      operation: said.operation ?? reading.operation,
      service: reading.service ?? serviceOf(host),
      region,
      host,
      stated: statedIn(said),
      isEncodedOnly:
        reading.encodedMessage !== null && reading.errors === 0 && reading.message === '',
      added: other ?? '',
      said: other === null ? reading.around : `${reading.around}\n${other}`,
      notes: readNotes(other === null ? context : `${other}\n${context}`),
    },
  }
}

/** What a person says may hold a value too. A key ID's beginning is described, and never shown. */
function scrubbed(said: SaidFacts, secrets: readonly Secret[]): SaidFacts {
  const scrub = (text: string | null): string | null => text && scrubTold(text, secrets)
  return {
    ...said,
    operation: scrub(said.operation),
    region: scrub(said.region),
    endpoint: scrub(said.endpoint),
    other: scrub(said.other),
  }
}

/** The facts that the person states, told apart from what was pasted. */
function statedIn(said: SaidFacts): readonly StatedFact[] {
  return [
    ...(readKeyPrefix(said.accessKeyIdPrefix ?? '') ? ['key' as const] : []),
    ...(readToldToken(said.sessionToken ?? '') ? ['token' as const] : []),
    ...(hostOf(said.endpoint) ? ['host' as const] : []),
    ...(said.clockSkewSeconds === null ? [] : ['clock' as const]),
  ]
}

/** `DO00…`, `minioadmin`: other vendors' keys may have 20 capital letters too. */
function isForeignKey(prefix: string | null): boolean {
  const bare = (prefix ?? '').trim()
  return bare.length >= 3 && bare.length < 40 && !/^(?:A|[KS]IA)/.test(bare)
}

function pastedToken(pasted: CredentialFacts | null): 'present' | 'missing' | null {
  if (pasted === null || pasted.accessKeyId === null) return null
  return pasted.sessionToken === null ? 'missing' : 'present'
}

function hostOf(endpoint: string | null): string | null {
  const bare =
    (endpoint ?? '')
      .trim()
      .replace(/^https?:\/\//i, '')
      .split(/[/?#\s]/, 1)[0] ?? ''
  return bare === '' ? null : bare.toLowerCase()
}

function serviceOf(host: string | null): string | null {
  if (host === null || !/amazonaws|\.aws$|amazonwebservices/.test(host)) return null
  if (/(?:^|\.)s3[.-]/.test(host)) return 's3'
  return /^([a-z0-9-]{2,40})\./.exec(host)?.[1] ?? null
}

/** Lines of machines, whose words are nobody's evidence. */
const MACHINE_LINE =
  /^\s{0,40}(?:at |File "|raise |return |\.{3} |'?\$?metadata|'?\$fault|"?(?:attempts|totalRetryDelay|retryable|retryDelay|requestId|time)\b|\* The |There are a number|IAM Role \()|^Traceback|\b(?:AWS_|aws_)(?:SESSION_TOKEN|session_token|SECRET_ACCESS_KEY|secret_access_key|ACCESS_KEY_ID|access_key_id)\s?=|\/node_modules\/|site-packages|with provider\[|^\s{0,8}on \S{1,60} line \d/

/** What a text tells beside the error itself: the lines around it that no machine wrote into a stack. */
function contextOf(reading: ErrorReading): string {
  return (
    reading.around
      .split('\n')
      .filter((line) => !MACHINE_LINE.test(line))
      // Clients shorten a body they quote; that says nothing of a value.
      .map((line) => line.replace(/\(Service: [^)]{0,400}\)|\(truncated\.{0,3}\)/gi, ''))
      .filter((line) => !isErrorLine(line, reading))
      .join('\n')
      .slice(0, 4096)
  )
}

function isErrorLine(line: string, reading: ErrorReading): boolean {
  if (reading.code !== null && line.includes(reading.code)) return true
  return reading.message !== '' && line.includes(reading.message.slice(0, 60))
}
