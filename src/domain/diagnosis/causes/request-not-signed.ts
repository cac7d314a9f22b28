import type { Case } from '../case.ts'
import { isTold, isUnsent, says } from '../case.ts'
import { facts, refused } from '../examples.ts'
import { codeRow, requestIdRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated } from '../rule.ts'
import { step } from '../step.ts'

const isUnsigned = (c: Case): boolean =>
  [
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'MissingSecurityHeader',
  ].includes(c.code)
const isGateway = (c: Case): boolean =>
  isTold(c) &&
  !says(c, /Request is missing Authentication Token/i) &&
  says(c, /Missing Authentication Token/i)
const isAnonymous = (c: Case): boolean =>
  says(c, /User: anonymous is not authorized|Anonymous caller/i) &&
  c.denial?.policy !== 'resource control policy'
const isEmptyKey = (c: Case): boolean =>
  says(c, /non-empty Access Key \(AKID\) must be provided|Credential=\/\d{8}\//i)

/** The request reached AWS without a signature. */
export const requestNotSigned: Rule = {
  cause: 'request-not-signed',
  applies: (c) =>
    isUnsigned(c) ||
    isAnonymous(c) ||
    isEmptyKey(c) ||
    (isTold(c) && isUnsent(c) && says(c, /credential/i)),
  weights: [
    stated('code-says-it', 100, (c) => isUnsigned(c) && !isGateway(c)),
    // API Gateway says so of a path it does not know, too.
    stated('code-says-it', 60, (c) => isUnsigned(c) && isGateway(c)),
    inferred('words-point-to-it', 60, (c) => isAnonymous(c) && !isUnsigned(c)),
    inferred('words-point-to-it', 75, (c) => isEmptyKey(c) && !isUnsigned(c)),
    inferred('fits-this-answer', 22, (c) => isTold(c) && isUnsent(c)),
  ],
  evidence: (c) => [codeRow(c), requestIdRow(c)],
  steps: (c) =>
    isTold(c)
      ? [step('set-credentials'), step('compare-from-terminal')]
      : [step('try-private-window'), step('try-other-network'), step('compare-from-terminal')],
  example: {
    outcome: refused('MissingAuthenticationToken', 'Request is missing Authentication Token'),
    facts: facts(),
    certainty: 'certain',
  },
}
