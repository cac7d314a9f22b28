import type { Denial } from '../denial/parse-denial.ts'
import { parseDenial } from '../denial/parse-denial.ts'
import { PARTITIONS } from '../region/partition-table.ts'
import type { Outcome } from '../sts/call.ts'
import { GET_CALLER_IDENTITY } from '../sts/get-caller-identity.ts'
import type { Instant } from '../time/instant.ts'
import { MINUTE, SECOND } from '../time/instant.ts'
import type { ClockSentence } from './clock-sentence.ts'
import { readClockSentence } from './clock-sentence.ts'
import type { Source } from './finding.ts'
import type { DiagnosisFacts } from './facts.ts'
import { affirms, mentions } from './notes.ts'

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
  /** All words around the error: the message, and for a text from elsewhere what stands beside it. */
  readonly said: string
  /** `GetCallerIdentity`; null where nobody said. */
  readonly operation: string | null
  /** `sts`; null where nobody said. */
  readonly service: string | null
  readonly clockSentence: ClockSentence | null
  readonly denial: Denial | null
}

/** Codes by which services say that the caller may not. */
const DENIED_CODES = [
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'Client.UnauthorizedOperation',
  'AuthorizationError',
  'AuthorizationErrorException',
  'AuthorizationHeaderDenied',
  'AccessDeniedFault',
]

export function openCase(outcome: FailedOutcome, facts: DiagnosisFacts): Case {
  const message = 'message' in outcome ? outcome.message : ''
  const { told } = facts
  const said = told ? `${message}\n${told.said}` : message
  return {
    outcome,
    facts,
    code: outcome.kind === 'refused' ? outcome.code : '',
    // A code alone is no sentence.
    message: outcome.kind === 'refused' && message.trim() !== outcome.code ? message : '',
    said,
    operation: told ? told.operation : (facts.operation ?? GET_CALLER_IDENTITY.operation),
    service: told ? told.service : 'sts',
    clockSentence: readClockSentence(said),
    denial: told?.isEncodedOnly === true ? ENCODED_DENIAL : denialIn(outcome, message, said),
  }
}

/** AWS encodes the reasons of a denial, and of nothing else. */
const ENCODED_DENIAL: Denial = {
  principal: null,
  action: null,
  resource: null,
  effect: null,
  policy: null,
  policyWords: null,
  through: null,
  policyArn: null,
  encodedMessage: null,
  tail: '',
}

function denialIn(outcome: FailedOutcome, message: string, said: string): Denial | null {
  return parseDenial(message) ?? (mayDeny(outcome) ? parseDenial(said) : null)
}

/** Another error's denial may stand beside this one. */
function mayDeny(outcome: FailedOutcome): boolean {
  return outcome.kind === 'refused' && (outcome.code === '' || DENIED_CODES.includes(outcome.code))
}

/** The failure is another program's, known from its text. */
export function isTold(c: Case): boolean {
  return c.facts.told !== undefined
}

/** Where a value comes from that may have been stated instead of pasted. */
export function sourceOf(c: Case, fact: 'key' | 'token' | 'host'): Source {
  return c.facts.told?.stated.includes(fact) === true ? 'told' : 'pasted'
}

/** The person says so, in words that nothing takes back. */
export function notes(c: Case, words: RegExp): boolean {
  return affirms(c.facts.told?.notes ?? [], words)
}

/** The person's words hold these, taken back or not. */
export function notesHold(c: Case, words: RegExp): boolean {
  return mentions(c.facts.told?.notes ?? [], words)
}

/** As `notesHold`, in a clause that does not hold these too. */
export function notesHoldBut(c: Case, words: RegExp, except: RegExp): boolean {
  return mentions(
    (c.facts.told?.notes ?? []).filter((clause) => !except.test(clause)),
    words,
  )
}

/** As `notes`, in a clause that does not speak of something else. */
export function notesBut(c: Case, words: RegExp, except: RegExp): boolean {
  const clauses = (c.facts.told?.notes ?? []).filter((clause) => !except.test(clause))
  return affirms(clauses, words)
}

/** Codes by which services say that key ID or token was not accepted. */
const KEY_OR_TOKEN_CODES = [
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'InvalidToken',
  'AuthFailure',
  'NotAuthorized',
  'InvalidSecurity',
  'InvalidSecurityToken',
  'InvalidClientTokenIdException',
  'UnrecognizedClient',
]

/** STS looked at key ID and token, and did not accept one of them; other services spell it differently. */
export function isKeyOrTokenRefused(c: Case): boolean {
  return KEY_OR_TOKEN_CODES.includes(c.code)
}

/** S3 found the token unreadable, and did not come to the key ID. */
export function isTokenUnreadable(c: Case): boolean {
  return c.code === 'InvalidToken'
}

/** Every check but the secret was passed. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html */
export function isSecretRefused(c: Case): boolean {
  return isSignatureRefused(c) && /request signature we calculated/i.test(c.said)
}

export function isSignatureRefused(c: Case): boolean {
  return c.code === 'SignatureDoesNotMatch' || c.code === 'InvalidSignatureException'
}

export function isDenied(c: Case): boolean {
  return DENIED_CODES.includes(c.code) || c.denial !== null
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
  const status =
    c.outcome.kind === 'refused' || c.outcome.kind === 'unreadable' ? c.outcome.status : 0
  // A text from elsewhere need not name one.
  return status === 0 ? null : status
}

/** No answer could be read, and the browser does not say why. */
export function isSilent(c: Case): boolean {
  return c.outcome.kind === 'unreachable' && ['unknown', 'timed-out'].includes(c.outcome.why)
}

export function isWhy(c: Case, why: 'offline' | 'policy' | 'timed-out' | 'unknown'): boolean {
  return c.outcome.kind === 'unreachable' && c.outcome.why === why
}

const SECURITY_TOKEN = /security token included in the request is invalid(\.?)(?![\w])/i

/** The sentence ends with a full stop; an undocumented hint at the key ID. */
export function endsWithFullStop(c: Case): boolean {
  const sentence = SECURITY_TOKEN.exec(c.said)
  return sentence ? sentence[1] === '.' : c.message.endsWith('.')
}

export function says(c: Case, words: RegExp): boolean {
  return words.test(c.said)
}

/** `sts:AssumeRole`: the denied action, else what was asked for; the empty string where nobody said. */
export function deniedAction(c: Case): string {
  if (c.denial?.action) return c.denial.action
  return c.operation === null ? '' : `${c.service ?? 'sts'}:${c.operation}`
}

export function asksForIdentity(c: Case): boolean {
  return deniedAction(c) === GET_CALLER_IDENTITY.action
}

/** The call hands out a session of a role. */
export function isAssuming(c: Case): boolean {
  return /^sts:AssumeRole/i.test(deniedAction(c)) || /^AssumeRole/i.test(c.operation ?? '')
}

/** AWS's own clients sign as AWS expects it. */
export function isOfSdk(c: Case): boolean {
  return says(
    c,
    /botocore|aws-sdk|@smithy|\$metadata|\bde_\w{3,60}Command\b|software\.amazon|com\.amazonaws|Aws::|Aws\\\w|Amazon\.(?:Runtime|\w{2,40}\.Model)|operation error [\w ]{2,60}: \w|An error occurred \(/i,
  )
}

/** AWS calls the session expired, and the person counts its time on a clock that is far behind AWS's. */
export function isCountedWrong(c: Case): boolean {
  const { differenceMs } = c.facts.clock
  return (
    isTold(c) &&
    ['ExpiredToken', 'ExpiredTokenException'].includes(c.code) &&
    differenceMs !== null &&
    differenceMs < -15 * MINUTE &&
    notesHold(
      c,
      /\b(?:left|remaining|remains|countdown|still valid|valid (?:for|until)|not (?:yet )?expired|expires in|to go)\b/i,
    )
  )
}

/** A program could not connect to a port of its own machine, which a browser does not tell. */
export function isRefusedLocally(c: Case): boolean {
  return (
    isTold(c) &&
    !isAws(c) &&
    c.outcome.kind === 'unreachable' &&
    says(c, /ECONNREFUSED|connection refused|actively refused|Could not connect to the endpoint/i)
  )
}

/** Another secret was tried for this key ID within the last five seconds. */
export function isAfterOtherSecret(c: Case): boolean {
  const other = c.facts.tried?.otherSecretMs ?? null
  return isSecretRefused(c) && other !== null && other <= 5 * SECOND
}

/** AWS itself was asked, or nobody said otherwise; not an emulator on this machine. */
export function isAws(c: Case): boolean {
  return c.facts.target?.kind !== 'custom'
}

export function isOptIn(c: Case): boolean {
  return c.facts.target?.isOptIn === true
}

/** This device minus AWS: from AWS's own sentence, else from the Date header; null where neither is there. */
export function clockDifferenceOf(c: Case): number | null {
  const sentence = c.clockSentence
  return sentence ? sentence.signedAt - sentence.awsNow : c.facts.clock.differenceMs
}

/** AWS's clock as well as it is known; null where the time of the failure is not. */
export function awsNow(c: Case): Instant | null {
  const { now, differenceMs } = c.facts.clock
  return now === null ? null : now - (differenceMs ?? 0)
}

/** A Region of the asked partition that every account has. */
export function defaultRegion(c: Case): string {
  const { target } = c.facts
  const partition = PARTITIONS.find((each) => each.id === (target?.partition ?? 'aws'))
  return partition?.regions.find((region) => !region.optIn)?.code ?? target?.region ?? 'us-east-1'
}

/** The code is this one, or the text holds it as a word. */
export function isOf(c: Case, code: string): boolean {
  return c.code === code || new RegExp(`\\b${code}\\b`).test(c.said)
}

/** AWS names the age of the request, or its time, by the code alone. */
export function isOutOfTime(c: Case): boolean {
  return ['RequestExpired', 'RequestInTheFuture', 'RequestTimeTooSkewed'].includes(c.code)
}

/** The Date header shows clocks that agree well enough for AWS, so that another reading of the time is left. */
export function isClockWithinTolerance(c: Case): boolean {
  const { differenceMs } = c.facts.clock
  return differenceMs !== null && Math.abs(differenceMs) < 13 * MINUTE
}

/** The clocks are known to agree, so that a refused signature is none of their fault. */
export function isClockInOrder(c: Case): boolean {
  const { differenceMs } = c.facts.clock
  return differenceMs !== null && Math.abs(differenceMs) < 5 * MINUTE
}
