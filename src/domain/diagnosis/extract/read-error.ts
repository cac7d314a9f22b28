import { describeAccessKeyId } from '../../credentials/access-key-id.ts'
import type { KeyIdFacts } from '../../credentials/facts.ts'
import { encodedMessageIn } from '../../denial/encoded-message.ts'
import { redact } from '../../redaction/redact.ts'
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
  statusIn,
  timesIn,
} from './find-fields.ts'
import { keyIdIn, tokenIn } from './find-values.ts'
import { messageAt } from './message-at.ts'

const BEFORE = 2400
const BEHIND = 6000

/**
 * Reads an error about credentials in any text: of a command line, an SDK, a browser, a log. Null where there is none.
 * `isKnownCall`: the person has said which operation or host it was, so a bare "Failed to fetch" is one of AWS's.
 */
export function readError(text: string, isKnownCall = false): ErrorReading | null {
  const clean = cleanText(text)
  const hits = findHits(clean, isKnownCall)
  const hit = chooseHit(hits)
  if (hit === null) return null
  const window = clean.slice(Math.max(0, hit.at - BEFORE), hit.at + BEHIND)
  const written = writtenCode(hits, hit)
  const code = written?.code ?? (isCode(hit.code) ? hit.code : null)
  const host = hostIn(window)
  const keyId = keyIdIn(clean)
  return {
    kind: kindOf(hit, written),
    code:
      code === null
        ? null
        : code.replace(
            /^(InvalidClientTokenId|MalformedPolicyDocument|PackedPolicyTooLarge|InvalidIdentityToken|IDPRejectedClaim|IDPCommunicationError)Exception$/,
            '$1',
          ),
    isCodeWritten: written !== null,
    message: redact(messageAt(clean, hit, code), []),
    operation: operationIn(window),
    service: serviceIn(window, host),
    requestId: requestIdIn(window),
    status: statusIn(window),
    times: timesIn(window),
    arns: arnsIn(window),
    region: regionIn(window, host),
    host,
    encodedMessage: encodedMessageIn(window),
    key: keyId === null ? null : describeShown(keyId),
    token: tokenIn(clean),
    errors: hits.filter((each) => each.isWritten).length,
    around: redact(window, []),
  }
}

/** People write EXAMPLE over a key before they show it: what stands in a text is no documentation key. */
function describeShown(keyId: string): KeyIdFacts {
  const facts = describeAccessKeyId(keyId)
  if (facts.kind === 'other') return facts
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
