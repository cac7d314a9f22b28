import { accountsAgree, isKeyOrTokenRefused, isSecretRefused } from '../case.ts'
import { facts, keyId, refused } from '../examples.ts'
import { clockRow, codeRow } from '../evidence-of-answer.ts'
import {
  accountRow,
  keyKindRow,
  tokenAgeRow,
  tokenPresenceRow,
} from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated } from '../rule.ts'
import { step } from '../step.ts'

/** Values of two sets in one: a long-term key with a token, or a key and a token of different issue. */
export const longTermAndSessionKeyMixed: Rule = {
  cause: 'long-term-and-session-key-mixed',
  applies: (c) =>
    isSecretRefused(c) ||
    (isKeyOrTokenRefused(c) &&
      c.facts.credentials.accessKeyId?.isDocumentation !== true &&
      (c.facts.credentials.sessionToken !== null || c.facts.credentials.accessKeyId === null)),
  weights: [
    inferred('fits-this-answer', 20, isKeyOrTokenRefused),
    inferred('fits-this-answer', 30, isSecretRefused),
    stated(
      'token-with-long-term-key',
      100,
      (c) =>
        c.facts.credentials.accessKeyId?.kind === 'long-term' &&
        c.facts.credentials.sessionToken !== null,
    ),
    inferred('accounts-differ', 60, (c) => isKeyOrTokenRefused(c) && accountsAgree(c) === false),
    inferred(
      'accounts-agree',
      -5,
      (c) => accountsAgree(c) === true && c.facts.credentials.accessKeyId?.kind === 'temporary',
    ),
  ],
  evidence: (c) => {
    const isLongTerm = c.facts.credentials.accessKeyId?.kind === 'long-term'
    return [
      accountsAgree(c) === false ? accountRow(c) : null,
      isLongTerm ? keyKindRow(c, 'temporary', 'differs') : null,
      isLongTerm ? tokenPresenceRow(c, 'missing') : null,
      accountRow(c),
      codeRow(c),
      tokenAgeRow(c),
      clockRow(c),
    ]
  },
  steps: (c) => [
    step('use-one-set'),
    ...(c.facts.credentials.accessKeyId?.kind === 'long-term' ? [step('drop-session-token')] : []),
    step('print-whole-set'),
  ],
  fills: (c) => ({
    story: c.facts.credentials.accessKeyId?.kind === 'long-term' ? 'long-term-key' : 'two-sets',
  }),
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid',
    ),
    facts: facts({ credentials: { accessKeyId: keyId({ kind: 'long-term' }) } }),
    certainty: 'certain',
  },
}
