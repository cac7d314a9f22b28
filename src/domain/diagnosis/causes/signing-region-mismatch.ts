import type { Case } from '../case.ts'
import { says } from '../case.ts'
import { facts, refused } from '../examples.ts'
import { codeRow, scopeRow, wordsRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { stated } from '../rule.ts'
import { step } from '../step.ts'

/** The Region that AWS quotes; the empty string where it quotes none, null where the sentence is another. */
function scopeRegionOf(c: Case): string | null {
  const match =
    /Credential should be scoped to (?:a valid|the) region(?:, not '([\w-]{0,40})')?/i.exec(c.said)
  if (match) return match[1] ?? ''
  // S3's own sentence.
  return /the region '([\w-]{0,40})' is wrong; expecting/i.exec(c.said)?.[1] ?? null
}

const isNoRegion = (text: string): boolean =>
  text !== '' && !/^[a-z]{2,4}(?:-[a-z]{2,9}){1,2}-\d$/.test(text)

/** Signed for a Region that is not the endpoint's. */
export const signingRegionMismatch: Rule = {
  cause: 'signing-region-mismatch',
  applies: (c) => scopeRegionOf(c) !== null,
  weights: [
    stated('words-say-it', 100),
    // What was signed for may be no Region at all.
    stated('region-in-order', -25, (c) => isNoRegion(scopeRegionOf(c) ?? '')),
  ],
  evidence: (c) => [
    scopeRow(c, scopeRegionOf(c)),
    wordsRow(
      says(c, /is wrong; expecting/i)
        ? 'the region is wrong; expecting'
        : 'Credential should be scoped to a valid region',
    ),
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
