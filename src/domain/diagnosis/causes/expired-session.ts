import { MINUTE } from '../../time/instant.ts'
import type { Case } from '../case.ts'
import { awsNow, says } from '../case.ts'
import { EXAMPLE, facts, refused } from '../examples.ts'
import { clockRow, codeRow } from '../evidence-of-answer.ts'
import { expirationRow, tokenAgeRow } from '../evidence-of-credentials.ts'
import type { Fills } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated } from '../rule.ts'
import { step } from '../step.ts'

/** A clock off by so much is worth a word beside an expired session. */
const NOTABLE = 5 * MINUTE

/**
 * What a pasted expiration has to do with the answer: it has passed; it has passed on AWS's clock and not yet on this
 * device's, which is slow; or it lies ahead on both, so it belongs to another set (or the clock's difference is unknown).
 */
function storyOf(c: Case): 'passed' | 'slow-clock' | 'other-set' | 'ahead' | 'none' {
  const { expiration, clock } = c.facts
  if (expiration === null) return 'none'
  if (expiration <= clock.now) return 'passed'
  if (clock.differenceMs === null) return 'ahead'
  return expiration <= awsNow(c) ? 'slow-clock' : 'other-set'
}

function fills(c: Case): Fills {
  const difference = c.facts.clock.differenceMs
  const isNotable = difference !== null && Math.abs(difference) >= NOTABLE
  return { story: storyOf(c), ...(isNotable && { difference: String(difference) }) }
}

/** The session has ended. AWS opened the token to say so: it is genuine, and the secret was not judged. */
export const expiredSession: Rule = {
  cause: 'expired-session',
  applies: (c) => c.code === 'ExpiredToken' || c.code === 'ExpiredTokenException',
  weights: [
    stated('code-says-it', 100, (c) => c.code === 'ExpiredToken'),
    stated(
      'words-say-it',
      100,
      (c) =>
        c.code === 'ExpiredTokenException' &&
        says(c, /security token included in the request is expired/i),
    ),
    inferred('fits-this-answer', 25, (c) => c.code === 'ExpiredTokenException'),
  ],
  evidence: (c) => [codeRow(c), expirationRow(c), tokenAgeRow(c), clockRow(c)],
  steps: (c) => {
    const story = storyOf(c)
    return [
      step('sign-in-again'),
      step('assume-role-again'),
      ...(story === 'slow-clock' || story === 'ahead' ? [step('set-clock')] : []),
      ...(story === 'other-set' || story === 'ahead' ? [step('check-expiration')] : []),
      step('check-which-source'),
    ]
  },
  fills,
  example: {
    outcome: refused('ExpiredToken', 'The security token included in the request is expired'),
    facts: facts({ expiration: EXAMPLE.now - 12 * MINUTE }),
    certainty: 'certain',
  },
}
