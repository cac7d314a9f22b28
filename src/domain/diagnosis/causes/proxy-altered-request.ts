import { isSecretRefused, isSignatureRefused } from '../case.ts'
import { clockRow, codeRow, requestIdRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { inferred } from '../rule.ts'
import { step } from '../step.ts'

/**
 * Something between the browser and AWS changed a signed part. The answer is the same as for a wrong secret, so it never
 * leads by itself: the same credentials over another network decide.
 */
export const proxyAlteredRequest: Rule = {
  cause: 'proxy-altered-request',
  applies: (c) =>
    isSecretRefused(c) ||
    c.code === 'IncompleteSignature' ||
    (isSignatureRefused(c) && c.message === ''),
  weights: [
    inferred('fits-this-answer', 20, isSignatureRefused),
    inferred('fits-this-answer', 12, (c) => c.code === 'IncompleteSignature'),
  ],
  evidence: (c) => [codeRow(c), requestIdRow(c), clockRow(c)],
  steps: () => [
    step('try-other-network'),
    step('try-private-window'),
    step('compare-from-terminal'),
  ],
  example: null,
}
