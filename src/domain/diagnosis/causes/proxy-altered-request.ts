import { isSecretRefused, isSignatureRefused, says } from '../case.ts'
import { clockRow, codeRow, requestIdRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { facts, refused } from '../examples.ts'
import { inferred, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

/**
 * Something between the browser and AWS changed a signed part. The answer is the same as for a wrong secret, so it
 * leads only where a person has seen the same credentials work over another network.
 */
export const proxyAlteredRequest: Rule = {
  cause: 'proxy-altered-request',
  applies: (c) =>
    isSecretRefused(c) ||
    c.code === 'IncompleteSignature' ||
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
  ],
  evidence: (c) => [codeRow(c), requestIdRow(c), clockRow(c)],
  steps: () => [
    step('try-other-network'),
    step('try-private-window'),
    step('compare-from-terminal'),
  ],
  example: {
    outcome: refused(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    ),
    facts: facts({ told: { notes: ['the proxy rewrites the Host header'] } }),
    certainty: 'likely',
  },
}
