import { MINUTE } from '../../time/instant.ts'
import type { Case } from '../case.ts'
import { clockDifferenceOf, isSignatureRefused, isWhy } from '../case.ts'
import { EXAMPLE, facts, refused } from '../examples.ts'
import { clockRow, codeRow, wordsRow } from '../evidence-of-answer.ts'
import type { Fills } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated } from '../rule.ts'
import { step } from '../step.ts'

const TOLERANCE = 15 * MINUTE

const hasSentence = (c: Case): boolean => isSignatureRefused(c) && c.clockSentence !== null
const isTooOld = (c: Case): boolean =>
  c.code === 'RequestExpired' || c.code === 'RequestTimeTooSkewed'

/** The Date header and the text speak of the same moment; where they disagree the request was not sent when signed. */
function isHeaderAgainst(c: Case): boolean {
  const measured = c.facts.clock.differenceMs
  return measured !== null && Math.abs(measured) < TOLERANCE - 2 * MINUTE
}

const isHeaderFor = (c: Case): boolean =>
  c.facts.clock.differenceMs !== null && Math.abs(c.facts.clock.differenceMs) > TOLERANCE - MINUTE

function fills(c: Case): Fills {
  const difference = clockDifferenceOf(c)
  return difference === null ? {} : { difference: String(difference) }
}

/**
 * This device's clock is off by more than AWS allows.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html
 */
export const clockSkew: Rule = {
  cause: 'clock-skew',
  applies: (c) => hasSentence(c) || isTooOld(c) || isWhy(c, 'unknown'),
  weights: [
    stated('words-say-it', 100, hasSentence),
    stated('code-says-it', 55, isTooOld),
    stated('clock-far-off', 50, (c) => isTooOld(c) && isHeaderFor(c)),
    stated('clock-in-order', -55, (c) => !isWhy(c, 'unknown') && isHeaderAgainst(c)),
    inferred('fits-this-answer', 10, (c) => isWhy(c, 'unknown')),
  ],
  evidence: (c) => [
    clockRow(c),
    c.clockSentence
      ? wordsRow(
          c.clockSentence.kind === 'expired' ? 'Signature expired' : 'Signature not yet current',
        )
      : codeRow(c),
  ],
  steps: () => [step('set-clock'), step('wait-and-ask-again')],
  fills,
  example: {
    outcome: refused(
      'SignatureDoesNotMatch',
      'Signature expired: 20261122T011204Z is now earlier than 20261122T011704Z (20261122T013204Z - 15 min.)',
    ),
    facts: facts({ target: EXAMPLE.usual, differenceMs: -20 * MINUTE }),
    certainty: 'certain',
  },
}
