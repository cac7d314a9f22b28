import { describeAccessKeyId } from '../../credentials/access-key-id.ts'
import type { KeyIdFacts } from '../../credentials/facts.ts'
import { encodedMessageIn } from '../../denial/encoded-message.ts'
import type { Secret } from '../../credentials/secret.ts'
import { scrubTold } from '../../redaction/scrub-told.ts'
import { cleanText } from './clean-text.ts'
import type { ErrorReading } from './error-reading.ts'
import type { Hit } from './find-error.ts'
import { chooseHit, findHits } from './find-error.ts'
import {
  arnsIn,
  hostIn,
  operationIn,
  regionIn,
  requestIdIn,
  serviceIn,
  serviceOfOperation,
  statusIn,
  timesIn,
} from './find-fields.ts'
import { keyIdIn, tokenIn } from './find-values.ts'
import { messageAt } from './message-at.ts'

const BEFORE = 2400
const BEHIND = 6000

type ReadErrorOptions = {
  readonly isKnownCall?: boolean
  readonly isOfPerson?: boolean
  readonly secrets?: readonly Secret[]
}

/**
 * Reads an error about credentials in any text: of a command line, an SDK, a browser, a log. Null where there is none.
 * `isKnownCall`: the person has said which operation or host it was, so a bare "Failed to fetch" is one of AWS's.
 * `isOfPerson`: facts or credentials came with the text. Nothing of these secrets is in the reading.
 */
export function readError(
  text: string,
  { isKnownCall = false, isOfPerson = false, secrets = [] }: ReadErrorOptions = {},
): ErrorReading | null {
  const shown = cleanText(text)
  // Before anything is cut out: half a value is no longer known as one.
  const clean = scrubTold(shown, secrets)
  const hits = findHits(clean, isKnownCall, isOfPerson)
  const hit = chooseHit(hits)
  if (hit === null) return readEncodedMessage(clean)
  const written = writtenCode(hits, hit)
  const [start, end] = recordOf(clean, hits, written ?? hit)
  const window = clean.slice(start, end)
  const line = clean.lastIndexOf('\n', hit.at) + 1
  const near = clean.slice(Math.max(start, line), Math.min(end, hit.at + 1500))
  const code = written?.code ?? (isCode(hit.code) ? hit.code : null)
  const host = hostIn(near) ?? hostIn(window)
  const operation = operationIn(near) ?? operationIn(window)
  const keyId = keyIdIn(shown)
  return {
    kind: kindOf(hit, written),
    code: code === null ? null : plainCode(code),
    isCodeWritten: written !== null,
    message: messageAt(clean, written ?? hit, code),
    operation,
    service: serviceIn(near, host) ?? serviceIn(window, host) ?? serviceOfOperation(operation),
    requestId: requestIdIn(near) ?? requestIdIn(window),
    status: statusIn(near) ?? statusIn(window),
    times: timesIn(window),
    arns: arnsIn(window),
    region: regionIn(near, host) ?? regionIn(window, host),
    host,
    encodedMessage: encodedMessageIn(window),
    key: keyId === null ? null : describeShown(keyId),
    token: tokenIn(shown),
    errors: hits.filter((each) => each.isWritten).length,
    otherCodes: otherCodes(hits, code),
    around: window,
  }
}

/** A text that tells of no error but holds the encoded message of a denial. */
function readEncodedMessage(clean: string): ErrorReading | null {
  const encodedMessage = encodedMessageIn(clean)
  if (encodedMessage === null) return null
  return {
    kind: 'answer',
    code: null,
    isCodeWritten: false,
    message: '',
    operation: null,
    service: null,
    requestId: null,
    status: null,
    times: [],
    arns: [],
    region: null,
    host: null,
    encodedMessage,
    key: null,
    token: null,
    errors: 0,
    otherCodes: [],
    around: '',
  }
}

const MOST_OTHERS = 8

function otherCodes(hits: readonly Hit[], code: string | null): readonly string[] {
  const codes = new Set(hits.filter((each) => each.isWritten).map((each) => plainCode(each.code)))
  if (code !== null) codes.delete(plainCode(code))
  return [...codes].slice(0, MOST_OTHERS)
}

/**
 * Where the words about one error begin and end: another code on another line begins another error, whose words are
 * no evidence for this one.
 */
function recordOf(text: string, hits: readonly Hit[], hit: Hit): readonly [number, number] {
  let start = Math.max(0, hit.at - BEFORE)
  let end = hit.at + BEHIND
  for (const other of hits) {
    if (!other.isWritten || plainCode(other.code) === plainCode(hit.code)) continue
    if (other.at < hit.at) {
      const next = text.indexOf('\n', other.at)
      if (next !== -1 && next < hit.at) start = Math.max(start, next + 1)
    } else {
      const line = text.lastIndexOf('\n', other.at)
      if (line > hit.at) end = Math.min(end, line)
    }
  }
  return [start, end]
}

/** SDKs add `Exception` to names that AWS's wire does not have it in. */
const EXTENDED =
  /^(InvalidClientTokenId|MalformedPolicyDocument|PackedPolicyTooLarge|InvalidIdentityToken|IDPRejectedClaim|IDPCommunicationError|IncompleteSignature)Exception$/

function plainCode(code: string): string {
  return code.replace(/^Idp/, 'IDP').replace(EXTENDED, '$1')
}

/** Keys of AWS's own pages. */
const DOCUMENTATION_KEYS = ['AKIAIOSFODNN7EXAMPLE', 'AKIAI44QH8DHBEXAMPLE', 'ASIAIOSFODNN7EXAMPLE']

/** People write EXAMPLE over a key before they show it: what stands in a text is no documentation key. */
function describeShown(keyId: string): KeyIdFacts {
  const facts = describeAccessKeyId(keyId)
  if (facts.kind === 'other' || DOCUMENTATION_KEYS.includes(keyId)) return facts
  return { ...facts, isDocumentation: false, flaws: [] }
}

/** AWS's codes begin with a capital; the others stand for what a client or a browser says. */
function isCode(code: string): boolean {
  return /^[A-Z]/.test(code)
}

function writtenCode(hits: readonly Hit[], hit: Hit): Hit | null {
  if (hit.isWritten) return hit
  if (!isCode(hit.code)) return null
  const near = hits.filter(
    (each) =>
      each.isWritten && Math.abs(each.at - hit.at) < 1500 && each.weight >= Math.min(hit.weight, 2),
  )
  const [closest] = near.sort((a, b) => Math.abs(a.at - hit.at) - Math.abs(b.at - hit.at))
  return closest ?? null
}

function kindOf(hit: Hit, written: Hit | null): ErrorReading['kind'] {
  if (written !== null || isCode(hit.code)) return 'answer'
  if (hit.code === 'proxy') return 'web-page'
  return ['client-refused', 'no-credentials', 'session-expired', 'region'].includes(hit.code)
    ? 'not-sent'
    : 'no-answer'
}
