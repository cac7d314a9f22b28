import type { Flaw } from '../credentials/facts.ts'
import type { FieldName } from '../reading/reading.ts'
import { PARTITIONS } from '../region/partition-table.ts'
import type { PartitionId } from '../region/target.ts'
import type { Outcome } from '../sts/call.ts'
import { GET_CALLER_IDENTITY } from '../sts/get-caller-identity.ts'
import type { Instant } from '../time/instant.ts'
import type { ClockSentence } from './clock-sentence.ts'
import { readClockSentence } from './clock-sentence.ts'
import type { DenialSentence } from './denial-sentence.ts'
import { readDenialSentence } from './denial-sentence.ts'
import type { DiagnosisFacts } from './facts.ts'

/** An outcome that calls for an explanation. */
export type FailedOutcome = Exclude<Outcome, { kind: 'identified' | 'cancelled' }>

/** One failure with all that is known about it, read once for every rule. */
export type Case = {
  readonly outcome: FailedOutcome
  readonly facts: DiagnosisFacts
  /** AWS's error code; the empty string where AWS gave none. */
  readonly code: string
  /** AWS's words, redacted; the empty string where there are none. */
  readonly message: string
  readonly clockSentence: ClockSentence | null
  readonly denial: DenialSentence | null
}

export function openCase(outcome: FailedOutcome, facts: DiagnosisFacts): Case {
  const message = outcome.kind === 'refused' ? outcome.message : ''
  return {
    outcome,
    facts,
    code: outcome.kind === 'refused' ? outcome.code : '',
    message,
    clockSentence: readClockSentence(message),
    denial: readDenialSentence(message),
  }
}

/** STS looked at key ID and token, and did not accept one of them; other services spell it differently. */
export function isKeyOrTokenRefused(c: Case): boolean {
  return c.code === 'InvalidClientTokenId' || c.code === 'UnrecognizedClientException'
}

/** Every check but the secret was passed. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html */
export function isSecretRefused(c: Case): boolean {
  return isSignatureRefused(c) && /request signature we calculated/i.test(c.message)
}

export function isSignatureRefused(c: Case): boolean {
  return c.code === 'SignatureDoesNotMatch' || c.code === 'InvalidSignatureException'
}

export function isDenied(c: Case): boolean {
  return c.code === 'AccessDenied' || c.code === 'AccessDeniedException'
}

/** The AWS SDK threw before anything was sent, as it does over a value that no header may hold. */
export function isUnsent(c: Case): boolean {
  return c.outcome.kind === 'not-sent' && c.outcome.why === 'refused-by-sdk'
}

/** An answer came whose author is unknown. */
export function isUnreadable(c: Case): boolean {
  return c.outcome.kind === 'unreadable'
}

export function statusOf(c: Case): number | null {
  return c.outcome.kind === 'refused' || c.outcome.kind === 'unreadable' ? c.outcome.status : null
}

/** No answer could be read, and the browser does not say why. */
export function isSilent(c: Case): boolean {
  return c.outcome.kind === 'unreachable' && ['unknown', 'timed-out'].includes(c.outcome.why)
}

export function isWhy(c: Case, why: 'offline' | 'policy' | 'timed-out' | 'unknown'): boolean {
  return c.outcome.kind === 'unreachable' && c.outcome.why === why
}

/** The sentence ends with a full stop; an undocumented hint at the key ID. */
export function endsWithFullStop(c: Case): boolean {
  return c.message.endsWith('.')
}

export function says(c: Case, words: RegExp): boolean {
  return words.test(c.message)
}

/** The denied action; this page asks for nothing but GetCallerIdentity. */
export function deniedAction(c: Case): string {
  return c.denial?.action ?? GET_CALLER_IDENTITY.action
}

export function asksForIdentity(c: Case): boolean {
  return deniedAction(c) === GET_CALLER_IDENTITY.action
}

/** AWS itself was asked, not an emulator on this machine. */
export function isAws(c: Case): boolean {
  return c.facts.target.kind !== 'custom'
}

/** This device minus AWS: from AWS's own sentence, else from the Date header; null where neither is there. */
export function clockDifferenceOf(c: Case): number | null {
  const sentence = c.clockSentence
  return sentence ? sentence.signedAt - sentence.awsNow : c.facts.clock.differenceMs
}

/** AWS's clock as well as it is known. */
export function awsNow(c: Case): Instant {
  return c.facts.clock.now - (c.facts.clock.differenceMs ?? 0)
}

/** Milliseconds since the token was issued, as read from the token; null where it cannot be read. */
export function tokenAge(c: Case): number | null {
  const issuedAt = c.facts.credentials.sessionToken?.issuedAt ?? null
  return issuedAt === null ? null : awsNow(c) - issuedAt
}

/** Every flaw of the three values with the value it stands in. */
export function flawsOf(c: Case): readonly (Flaw & { readonly part: FieldName })[] {
  const { accessKeyId, secretAccessKey, sessionToken } = c.facts.credentials
  return [
    ...(accessKeyId?.flaws ?? []).map((flaw) => ({ ...flaw, part: 'accessKeyId' as const })),
    ...(sessionToken?.flaws ?? []).map((flaw) => ({ ...flaw, part: 'sessionToken' as const })),
    ...(secretAccessKey?.flaws ?? []).map((flaw) => ({
      ...flaw,
      part: 'secretAccessKey' as const,
    })),
  ]
}

/** One of the values has one of these flaws. */
export function hasFlaw(
  c: Case,
  parts: readonly FieldName[],
  flaws: readonly Flaw['flaw'][],
): boolean {
  return flawsOf(c).some((each) => parts.includes(each.part) && flaws.includes(each.flaw))
}

/** A key ID that is no AWS key and almost one: another of AWS's prefixes, or 20 characters give or take two. */
export function isAlmostAwsKey(c: Case): boolean {
  const key = c.facts.credentials.accessKeyId
  if (key?.kind !== 'other') return false
  if (key.prefix !== null) return true
  const length = key.flaws.find((each) => each.flaw === 'length')?.seen ?? 20
  return Math.abs(length - 20) < 3 && !key.flaws.some((each) => each.flaw === 'foreign-characters')
}

/** What stands in another value's place; null where all stand in their own. */
export function swappedField(
  c: Case,
): { readonly part: FieldName; readonly looksLike: string } | null {
  const { accessKeyId, secretAccessKey, sessionToken } = c.facts.credentials
  if (accessKeyId?.looksLike) return { part: 'accessKeyId', looksLike: accessKeyId.looksLike }
  if (secretAccessKey?.looksLike)
    return { part: 'secretAccessKey', looksLike: secretAccessKey.looksLike }
  if (sessionToken?.looksLike) return { part: 'sessionToken', looksLike: sessionToken.looksLike }
  return null
}

/** True or false where both accounts can be read, else null. Inferred. */
export function accountsAgree(c: Case): boolean | null {
  const key = c.facts.credentials.accessKeyId?.account ?? null
  const token = c.facts.credentials.sessionToken?.account ?? null
  return key === null || token === null ? null : key === token
}

/** The partition a token seems to come from, other than the one asked; null where nothing points to one. Inferred. */
export function foreignPartition(c: Case): PartitionId | 'aws-cn or aws-us-gov' | null {
  const token = c.facts.credentials.sessionToken
  const asked = c.facts.target.partition
  if (token === null) return null
  if (token.region !== null) {
    const home = PARTITIONS.find((each) => each.regions.some((r) => r.code === token.region))
    return home && home.id !== asked ? home.id : null
  }
  if (token.version !== 1 || token.name === null) return null
  if (token.name === 'er/aws') return asked === 'aws' ? null : 'aws'
  const isRecent = token.firstByte === 0x17
  return isRecent && token.name === 'aws' && asked === 'aws' ? 'aws-cn or aws-us-gov' : null
}

/** The token seems to come from the partition that was asked. Inferred. */
export function isHomePartition(c: Case): boolean {
  const token = c.facts.credentials.sessionToken
  const isKnown = token !== null && (token.region !== null || token.name === 'er/aws')
  return isKnown && foreignPartition(c) === null
}

/** A Region of the asked partition that every account has. */
export function defaultRegion(c: Case): string {
  const partition = PARTITIONS.find((each) => each.id === c.facts.target.partition)
  return partition?.regions.find((region) => !region.optIn)?.code ?? c.facts.target.region
}
