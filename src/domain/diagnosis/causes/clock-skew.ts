import { MINUTE } from '../../time/instant.ts'
import type { Case } from '../case.ts'
import {
  clockDifferenceOf,
  isAws,
  isClockWithinTolerance,
  isOutOfTime,
  isSignatureRefused,
  isTold,
  isWhy,
  notes,
  says,
  isCountedWrong,
} from '../case.ts'
import { EXAMPLE, facts, refused } from '../examples.ts'
import { clockRow, codeRow, wordsRow } from '../evidence-of-answer.ts'
import type { Fills } from '../finding.ts'
import { isHostReached } from '../probed-case.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const TOLERANCE = 15 * MINUTE
const DAY = 24 * 60 * MINUTE

const hasSentence = (c: Case): boolean =>
  c.clockSentence !== null && (isSignatureRefused(c) || isTold(c))
const isTooSkewed = (c: Case): boolean => c.code === 'RequestTimeTooSkewed'
const isPresigned = (c: Case): boolean =>
  says(c, /X-Amz-(?:Expires|Signature)/i) || notes(c, WORDS.presigned)
/** Nobody showed the words behind the code. */
const isBareMismatch = (c: Case): boolean => isSignatureRefused(c) && isTold(c) && c.message === ''

/** A service whose answer is the same for a wrong clock. */
const isAuthFailure = (c: Case): boolean => c.code === 'AuthFailure'
/** A browser gives no answer where it takes a certificate for expired; an address on this machine has no such one. */
const isSilentBrowser = (c: Case): boolean => isWhy(c, 'unknown') && isAws(c)
const isCertificate = (c: Case): boolean =>
  says(
    c,
    /certificate has expired or is not yet valid|ERR_CERT_DATE_INVALID|certificate has expired|not yet valid/i,
  )

const isHeaderFor = (c: Case): boolean =>
  c.facts.clock.differenceMs !== null && Math.abs(c.facts.clock.differenceMs) > TOLERANCE - MINUTE

const isDaysOff = (c: Case): boolean => Math.abs(c.facts.clock.differenceMs ?? 0) > DAY

function fills(c: Case): Fills {
  const difference = clockDifferenceOf(c)
  return difference === null ? {} : { difference: String(difference) }
}

/**
 * This device's clock is off by more than AWS allows.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export const clockSkew: Rule = {
  cause: 'clock-skew',
  applies: (c) =>
    hasSentence(c) ||
    isBareMismatch(c) ||
    isOutOfTime(c) ||
    isSilentBrowser(c) ||
    isAuthFailure(c) ||
    isCountedWrong(c),
  weights: [
    stated('words-say-it', 100, hasSentence),
    stated('code-says-it', 55, (c) => isOutOfTime(c) && (!isTold(c) || isTooSkewed(c))),
    stated('fits-this-answer', 30, (c) => isOutOfTime(c) && isTold(c) && !isTooSkewed(c)),
    stated('code-says-it', 10, (c) => isTold(c) && isTooSkewed(c)),
    inferred('fits-this-answer', 12, isAuthFailure),
    inferred('fits-this-answer', 20, isBareMismatch),
    // The browser accepts the certificate that it is shown.
    stated('probe-of-host', -100, (c) => isSilentBrowser(c) && isHostReached(c)),
    inferred('clock-far-off', 55, (c) => isAuthFailure(c) && isHeaderFor(c)),
    // Certificates live for months: minutes do not end them.
    inferred('clock-far-off', 15, (c) => isSilentBrowser(c) && isHeaderFor(c)),
    inferred('clock-far-off', 40, (c) => isSilentBrowser(c) && isDaysOff(c)),
    inferred('clock-far-off', 65, isCountedWrong),
    told(40, WORDS.clockOff, (c) => !hasSentence(c)),
    inferred('fits-this-answer', 45, isCertificate),
    stated('words-point-to-it', -60, (c) => isPresigned(c) && !isTooSkewed(c)),
    stated('clock-far-off', 50, (c) => isOutOfTime(c) && isHeaderFor(c)),
    // Where header and text disagree the request was not sent when it was signed.
    stated('clock-in-order', -55, (c) => !isWhy(c, 'unknown') && isClockWithinTolerance(c)),
    inferred('fits-this-answer', 10, isSilentBrowser),
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
