import type { Case } from '../case.ts'
import { isKeyOrTokenRefused, isSecretRefused, isTold, says } from '../case.ts'
import { accountsAgree, hasToken, keyKind, tokenState } from '../values-of-case.ts'
import { facts, keyId, refused } from '../examples.ts'
import { clockRow, codeRow } from '../evidence-of-answer.ts'
import {
  accountRow,
  keyKindRow,
  tokenAgeRow,
  tokenPresenceRow,
} from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

/** AWS calls a token expired, and a long-term key has none. */
const isExpiredWithLongTermKey = (c: Case): boolean =>
  keyKind(c) === 'long-term' &&
  hasToken(c) &&
  (says(c, /security token included in the request is expired|provided token has expired/i) ||
    (!isTold(c) && c.code === 'ExpiredToken'))

/** Values of two sets in one: a long-term key with a token, or a key and a token of different issue. */
export const longTermAndSessionKeyMixed: Rule = {
  cause: 'long-term-and-session-key-mixed',
  applies: (c) =>
    isSecretRefused(c) ||
    isExpiredWithLongTermKey(c) ||
    (isKeyOrTokenRefused(c) &&
      c.facts.credentials.accessKeyId?.isDocumentation !== true &&
      (hasToken(c) || (tokenState(c) === null && keyKind(c) !== 'long-term'))),
  weights: [
    inferred('fits-this-answer', 20, isKeyOrTokenRefused),
    inferred('fits-this-answer', 30, isSecretRefused),
    stated(
      'token-with-long-term-key',
      100,
      (c) =>
        keyKind(c) === 'long-term' &&
        hasToken(c) &&
        (isKeyOrTokenRefused(c) || isExpiredWithLongTermKey(c)),
    ),
    inferred('told-token', 45, (c) => tokenState(c) === 'foreign'),
    told(50, WORDS.twoSets),
    inferred('told', -10, (c) => isSecretRefused(c) && isTold(c)),
    inferred('accounts-differ', 60, (c) => isKeyOrTokenRefused(c) && accountsAgree(c) === false),
    inferred(
      'accounts-agree',
      -5,
      (c) => accountsAgree(c) === true && c.facts.credentials.accessKeyId?.kind === 'temporary',
    ),
  ],
  evidence: (c) => {
    const isLongTerm = keyKind(c) === 'long-term'
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
    ...(keyKind(c) === 'long-term' ? [step('drop-session-token')] : []),
    step('print-whole-set'),
  ],
  finer: (c) =>
    keyKind(c) === 'long-term' && hasToken(c)
      ? 'long-term-and-session-key-mixed/long-term-key-with-token'
      : 'long-term-and-session-key-mixed/two-sets',
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid',
    ),
    facts: facts({ credentials: { accessKeyId: keyId({ kind: 'long-term' }) } }),
    certainty: 'certain',
  },
}
