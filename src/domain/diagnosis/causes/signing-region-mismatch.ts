import type { Case } from '../case.ts'
import { isSignatureRefused } from '../case.ts'
import { facts, refused } from '../examples.ts'
import { codeRow, scopeRow, wordsRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { stated } from '../rule.ts'
import { step } from '../step.ts'

/** The Region that AWS quotes; the empty string where it quotes none, null where the sentence is another. */
function scopeRegionOf(c: Case): string | null {
  const match =
    /Credential should be scoped to (?:a valid|the) region(?:, not '([\w-]{0,40})')?/i.exec(
      c.message,
    )
  return match ? (match[1] ?? '') : null
}

/** Signed for a Region that is not the endpoint's. */
export const signingRegionMismatch: Rule = {
  cause: 'signing-region-mismatch',
  applies: (c) => isSignatureRefused(c) && scopeRegionOf(c) !== null,
  weights: [stated('words-say-it', 100)],
  evidence: (c) => [
    scopeRow(c, scopeRegionOf(c)),
    wordsRow('Credential should be scoped to a valid region'),
    codeRow(c),
  ],
  steps: () => [step('sign-for-region'), step('choose-listed-region')],
  fills: (c) => ({ scopeRegion: scopeRegionOf(c) ?? '' }),
  example: {
    outcome: refused(
      'SignatureDoesNotMatch',
      "Credential should be scoped to a valid region, not 'eu-west-1'. ",
    ),
    facts: facts(),
    certainty: 'certain',
  },
}
