import type { Case } from '../case.ts'
import { isAws, isOutOfTime, isSecretRefused, isSignatureRefused, isTold, says } from '../case.ts'
import { clockRow, codeRow, requestIdRow, scopeRow } from '../evidence-of-answer.ts'
import { keyShapeRow, tokenPresenceRow } from '../evidence-of-credentials.ts'
import { foundWords } from '../evidence-of-words.ts'
import {
  isExpiredWithoutToken,
  isKeyInOrder,
  isScopeInOrder,
  scopeRegionOf,
  isTimeRefusedInOrder,
} from '../own-call.ts'
import type { FinerCause } from '../finer-causes.ts'
import type { Rule } from '../rule.ts'
import { facts, refused } from '../examples.ts'
import { inferred, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

/** AWS could not take the Authorization header apart, and the key ID in it was in order when it left. */
const HEADER =
  /not a valid key=value pair|exactly 5 slash-delimited elements|not formatted correctly/i
const isHeaderTorn = (c: Case): boolean => isKeyInOrder(c) && says(c, HEADER)

/** The request was signed in time, and AWS says otherwise. */
const isHeldBack = (c: Case): boolean => isTimeRefusedInOrder(c) || (isOutOfTime(c) && !isTold(c))

/** What may have happened where no answer proves it, so that the cause never leads. */
function storyOf(c: Case): 'token-added' | 'held-back' | null {
  if (isExpiredWithoutToken(c)) return 'token-added'
  return isHeldBack(c) ? 'held-back' : null
}

/** What AWS refuses is not what this page sent. */
function finerOf(c: Case): FinerCause | null {
  if (storyOf(c) !== null) return null
  if (isHeaderTorn(c)) return 'proxy-altered-request/authorization-header'
  return isScopeInOrder(c) ? 'proxy-altered-request/region' : null
}

/**
 * Something between the browser and AWS changed a signed part, or held the request back. For a wrong signature the
 * answer is the same as for a wrong secret, so there it leads only where a person has seen the same credentials work
 * over another network.
 */
export const proxyAlteredRequest: Rule = {
  cause: 'proxy-altered-request',
  applies: (c) =>
    isSecretRefused(c) ||
    c.code === 'IncompleteSignature' ||
    isScopeInOrder(c) ||
    isExpiredWithoutToken(c) ||
    isHeldBack(c) ||
    (isSignatureRefused(c) && c.message === ''),
  weights: [
    inferred('fits-this-answer', 20, isSignatureRefused),
    told(60, WORDS.proxy, isSecretRefused),
    inferred(
      'words-point-to-it',
      20,
      (c) =>
        isSecretRefused(c) &&
        says(
          c,
          /proxy_set_header|\bhost:[\w.-]{1,80}(?![\w.-]*amazonaws)[\s\S]{0,1200}\bsigned: ?host/i,
        ),
    ),
    inferred('fits-this-answer', 12, (c) => c.code === 'IncompleteSignature'),
    inferred('words-point-to-it', 43, (c) => isHeaderTorn(c) && isAws(c)),
    inferred('words-point-to-it', 15, (c) => isHeaderTorn(c) && !isAws(c)),
    inferred('region-in-order', 35, (c) => isScopeInOrder(c) && isAws(c)),
    inferred('region-in-order', 15, (c) => isScopeInOrder(c) && !isAws(c)),
    inferred('token-missing', 30, isExpiredWithoutToken),
    inferred('fits-this-answer', 12, (c) => isHeldBack(c) && !isSignatureRefused(c)),
    inferred('clock-in-order', 18, isTimeRefusedInOrder),
  ],
  evidence: (c) => [
    isScopeInOrder(c) ? scopeRow(c, scopeRegionOf(c)) : null,
    isHeaderTorn(c) ? keyShapeRow(c) : null,
    isHeaderTorn(c) ? foundWords(c, HEADER) : null,
    isExpiredWithoutToken(c) ? tokenPresenceRow(c, 'missing') : null,
    codeRow(c),
    requestIdRow(c),
    clockRow(c),
  ],
  steps: (c) => [
    ...(isHeldBack(c) ? [step('ask-at-once')] : []),
    ...(isAws(c) ? [] : [step('look-at-custom-host')]),
    step('try-other-network'),
    step('try-private-window'),
    step('compare-from-terminal'),
  ],
  fills: (c) => {
    const story = storyOf(c)
    return story === null ? {} : { story }
  },
  finer: finerOf,
  example: {
    outcome: refused(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    ),
    facts: facts({ told: { notes: ['the proxy rewrites the Host header'] } }),
    certainty: 'likely',
  },
}
