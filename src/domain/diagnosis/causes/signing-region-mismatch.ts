import { says } from '../case.ts'
import { facts, refused } from '../examples.ts'
import { codeRow, scopeRow, wordsRow } from '../evidence-of-answer.ts'
import { isScopeInOrder, scopeRegionOf } from '../own-call.ts'
import type { Rule } from '../rule.ts'
import { stated } from '../rule.ts'
import { step } from '../step.ts'

const isNoRegion = (text: string): boolean =>
  text !== '' && !/^[a-z]{2,4}(?:-[a-z]{2,9}){1,2}-\d$/.test(text)

/** Signed for a Region that is not the endpoint's. */
export const signingRegionMismatch: Rule = {
  cause: 'signing-region-mismatch',
  applies: (c) => scopeRegionOf(c) !== null,
  weights: [
    stated('words-say-it', 100),
    // The page signed for the Region of the host it asked, so AWS saw another host or another request.
    stated('region-in-order', -70, isScopeInOrder),
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
  steps: (c) => [
    isScopeInOrder(c) ? step('compare-from-terminal') : step('sign-for-region'),
    step('choose-listed-region'),
  ],
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
