import { ERROR_CODES } from './error-codes-table.ts'
import { SENTENCES } from './sentences-table.ts'
import { areShared, needsWitness, witnessesOf, type Witness } from './witnesses.ts'

/** A place in a text where an error about credentials is told. */
export type Hit = {
  readonly at: number
  readonly code: string
  readonly isWritten: boolean
  readonly weight: number
}

const TOKEN = /\b[A-Z][A-Za-z]{3,59}\b/g
const MOST_HITS = 4000

/** Words that show that a text is of AWS or one of its clients. */
const OF_AWS =
  /\b(?:sts|iam|s3|cognito[\w-]{0,20}|amazonaws|aws|amazon|boto\w{0,6}|AWS_\w{1,40}|region_name|STSClient|GetCallerIdentity|AssumeRole\w{0,20}|Amplify|SigV4|de_[A-Z]\w{2,60}Command)\b|Deserialization error: to see the raw response/i
const FOREIGN_HOST =
  /https?:\/\/(?![^/\s]{0,200}(?:amazonaws|webservices\.amazon\.com|\.aws\b|api\.aws|c2s\.ic|127\.0\.0\.1|localhost))[^\s'"]{1,200}/i
const CREDENTIAL_OPERATION =
  /\b(?:AssumeRole\w{0,20}|GetSessionToken|GetFederationToken|GetCallerIdentity|DecodeAuthorizationMessage|GetAccessKeyInfo|GetWebIdentityToken|GetDelegatedAccessToken|GetId|GetOpenIdToken|GetCredentialsForIdentity|SecurityTokenService|StsException|STSServiceException|\bSts\b|\bSTS\b|2011-06-15)\b/

/**
 * Every telling of an error about credentials in a clean text, in its order. A code that other services use for their
 * own errors counts only in company of a credential operation, of a sentence of the table, or of a witness of AWS.
 * `isOfPerson`: facts or credentials came with the text, so that it is about AWS.
 */
export function findHits(text: string, isKnownCall: boolean, isOfPerson: boolean): readonly Hit[] {
  const hits: Hit[] = []
  const witnessAt = witnessesOf(text)
  const isOfAws = OF_AWS.test(text) || isKnownCall
  const isCredentialCall = CREDENTIAL_OPERATION.test(text)
  const isForeign = FOREIGN_HOST.test(text) && !/amazonaws|\baws\b|\bsts\b|cognito/i.test(text)
  for (const match of text.matchAll(TOKEN)) {
    const weight = Object.hasOwn(ERROR_CODES, match[0]) ? ERROR_CODES[match[0]] : undefined
    if (weight === undefined || hits.length >= MOST_HITS) continue
    if (!isCodePlace(text, match.index, match[0])) continue
    if (!isErrorPlace(text, match.index, match[0])) continue
    if (isForeign && weight < 3 && !isKnownCall) continue
    if (
      !isOfPerson &&
      !isKnownCall &&
      !isWitnessed(text, match.index, match[0], witnessAt(match.index))
    )
      continue
    if (weight === 0 && !(isCredentialCall && isGeneric(match[0]))) continue
    hits.push({ at: match.index, code: match[0], isWritten: true, weight })
  }
  for (const sentence of SENTENCES) {
    const found = sentence.words.exec(text)
    if (found === null) continue
    const at = found.index
    if (!isOfPerson && !isKnownCall && !isSaidOfAws(sentence.code, found[0], witnessAt(at)))
      continue
    const isNetwork = /^[a-z]/.test(sentence.code)
      ? !['client-refused', 'no-credentials', 'session-expired'].includes(sentence.code)
      : sentence.weight <= 1
    if (isNetwork && (isForeign || (!isOfAws && !isBrowserLine(sentence.code, text)))) continue
    hits.push({ at, code: sentence.code, isWritten: false, weight: sentence.weight })
  }
  return hits.sort((a, b) => a.at - b.at)
}

function isWitnessed(text: string, at: number, code: string, witness: Witness): boolean {
  return witness === 'aws' || (witness === 'none' && !needsWitness(text, at, code))
}

/** What a client or a browser says of a connection is judged by its own rules. */
function isSaidOfAws(code: string, words: string, witness: Witness): boolean {
  if (/^[a-z]/.test(code) && code !== 'session-expired') return true
  return witness === 'aws' || (witness === 'none' && !areShared(words))
}

/** `ValidationError` and its like are about credentials only in a call that is. */
function isGeneric(code: string): boolean {
  return ![
    'NotAuthorized',
    'NotAuthorizedException',
    'ResourceNotFoundException',
    'InvalidParameterException',
  ].includes(code)
}

/** A browser names no service: its own sentence, alone, is read. */
function isBrowserLine(code: string, text: string): boolean {
  const isOwn = code === 'no-answer' || code === 'offline' || code === 'browser-blocked'
  return (
    isOwn &&
    text.length < 400 &&
    /Failed to fetch|NetworkError when attempting|Load failed|ERR_|Network request failed|Network ?Error|Network Failure|XMLHttpRequest error/.test(
      text,
    )
  )
}

/** A class name inside a path or a longer name is no code. */
function isCodePlace(text: string, at: number, code: string): boolean {
  const before = text.slice(Math.max(0, at - 1), at)
  const behind = text.slice(at + code.length, at + code.length + 24)
  return (
    before !== '/' && before !== '-' && !/^(?:\.(?:java|js|ts|py|go|rb|cs|php)\b|-|\/)/.test(behind)
  )
}

/** Prose names codes too; an error has a mark beside its code, or stands in a line of its own. */
function isErrorPlace(text: string, at: number, code: string): boolean {
  const before = text.slice(Math.max(0, at - 24), at)
  const behind = text.slice(at + code.length, at + code.length + 3)
  if (
    /[:(<>"'[\]=,;{#|]\s?$|\.$/.test(before) ||
    /\b(?:error|code|exception|caught|got|returned|failed with)[:=]?\s{1,2}$/i.test(before)
  )
    return true
  if (/^\s?[:()<>"'\]=;,|]/.test(behind)) return true
  const isLineStart = /(?:^|\n)\s{0,20}$/.test(before) || at === 0
  return (isLineStart && /^\s{0,2}(?:\n|$|-)/.test(behind)) || text.trim().length < 30
}

/**
 * The error to explain: the most telling one; among equals the first, since what follows it is often its echo. A code
 * near a sentence counts as one with it.
 */
export function chooseHit(hits: readonly Hit[]): Hit | null {
  let best: Hit | null = null
  for (const hit of hits) {
    if (hit.weight === 0 && hits.some((other) => other.weight > 0)) continue
    if (best === null || hit.weight > best.weight) best = hit
  }
  return best
}
