import { facts, refused } from '../examples.ts'
import { codeRow, requestIdRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { stated } from '../rule.ts'
import { step } from '../step.ts'

/** The request reached AWS without a signature. */
export const requestNotSigned: Rule = {
  cause: 'request-not-signed',
  applies: (c) =>
    c.code === 'MissingAuthenticationToken' || c.code === 'MissingAuthenticationTokenException',
  weights: [stated('code-says-it', 100)],
  evidence: (c) => [codeRow(c), requestIdRow(c)],
  steps: () => [
    step('try-private-window'),
    step('try-other-network'),
    step('compare-from-terminal'),
  ],
  example: {
    outcome: refused('MissingAuthenticationToken', 'Request is missing Authentication Token'),
    facts: facts(),
    certainty: 'certain',
  },
}
