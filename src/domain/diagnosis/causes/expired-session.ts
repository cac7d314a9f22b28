import { MINUTE } from '../../time/instant.ts'
import type { Case } from '../case.ts'
import {
  awsNow,
  isKeyOrTokenRefused,
  isTold,
  says,
  notes,
  notesHold,
  isCountedWrong,
} from '../case.ts'
import { hasToken, keyKind, tokenState } from '../values-of-case.ts'
import { EXAMPLE, facts, refused } from '../examples.ts'
import { clockRow, codeRow } from '../evidence-of-answer.ts'
import { expirationRow, tokenAgeRow } from '../evidence-of-credentials.ts'
import type { Fills } from '../finding.ts'
import { isExpiredWithoutToken } from '../own-call.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'
import { hasNewerValues } from './sources.ts'

/** A clock off by so much is worth a word beside an expired session. */
const NOTABLE = 5 * MINUTE

/**
 * What a pasted expiration has to do with the answer: it has passed; it has passed on AWS's clock and not yet on this
 * device's, which is slow; or it lies ahead on both, so it belongs to another set (or the clock's difference is unknown).
 */
function storyOf(c: Case): 'passed' | 'slow-clock' | 'other-set' | 'ahead' | 'none' {
  const { expiration, clock } = c.facts
  const now = awsNow(c)
  if (expiration === null || clock.now === null || now === null) return 'none'
  if (expiration <= clock.now) return 'passed'
  if (clock.differenceMs === null) return 'ahead'
  return expiration <= now ? 'slow-clock' : 'other-set'
}

function fills(c: Case): Fills {
  const difference = c.facts.clock.differenceMs
  const isNotable = difference !== null && Math.abs(difference) >= NOTABLE
  return { story: storyOf(c), ...(isNotable && { difference: String(difference) }) }
}

const isExpiredInWords = (c: Case): boolean =>
  says(c, /security token included in the request is expired|provided token has expired/i)

/** A web identity token or a SAML response is another matter. */
const isOfLogin = (c: Case): boolean =>
  says(
    c,
    /Token expired: (?:current date\/time )?\d|Token too old|redeemed within 5 minutes|(?:Response|Assertion) has expired/i,
  )

const isExpired = (c: Case): boolean =>
  (c.code === 'ExpiredToken' ||
    c.code === 'ExpiredTokenException' ||
    c.code === 'TokenRefreshRequired') &&
  (isExpiredInWords(c) || !isOfLogin(c))

/** This page sent a long-term key, which has no session that could end. */
const isOfLongTermKey = (c: Case): boolean => !isTold(c) && keyKind(c) === 'long-term'

/** EC2 says "Request has expired" of sessions too. */
const isUnclearExpiry = (c: Case): boolean =>
  isTold(c) && (c.code === 'RequestExpired' || c.code === 'Unauthorized')

/** The client itself knows that its session has ended. */
const isSignedOut = (c: Case): boolean =>
  isUnclearExpiry(c) ||
  (c.outcome.kind === 'not-sent' &&
    says(
      c,
      /SSO session (?:associated|has expired)|Session token not found or invalid|Token is expired|session associated with this profile|Token has expired and refresh failed|SSO Token .{0,40}(?:expired|invalid)|[Cc]redentials (?:were refreshed, but the refreshed credentials )?(?:are|have) (?:still )?expired|session has expired/i,
    ))

/** What is old is a presigned URL. */
const isOfLink = (c: Case): boolean =>
  says(c, /X-Amz-(?:Expires|Signature)/i) || notes(c, WORDS.presigned)

/** The client finds no sign-in that it could use: none was made, or it has ended. */
const isWithoutSignIn = (c: Case): boolean =>
  c.outcome.kind === 'not-sent' && !isSignedOut(c) && says(c, /Error loading SSO Token/i)

/** AWS calls a session "invalid" some time after its end. */
const isOldToken = (c: Case): boolean =>
  isTold(c) &&
  isKeyOrTokenRefused(c) &&
  hasToken(c) &&
  (tokenState(c) === 'expired' ||
    notes(
      c,
      /\b(?:issued|made|created|copied|fetched|obtained|from|old|is)\b.{0,24}\b(?:days|weeks?|months?|yesterday)\b|\b(?:days|weeks|months) old\b/i,
    )) &&
  !notesHold(c, WORDS.otherSource) &&
  !notesHold(c, WORDS.twoSets)

/** The session has ended. AWS opened the token to say so: it is genuine, and the secret was not judged. */
export const expiredSession: Rule = {
  cause: 'expired-session',
  applies: (c) =>
    (isExpired(c) && !isExpiredWithoutToken(c) && !isOfLongTermKey(c)) ||
    isSignedOut(c) ||
    isWithoutSignIn(c) ||
    isOldToken(c),
  weights: [
    // A slow clock counts time that AWS's has passed.
    inferred('clock-far-off', -35, isCountedWrong),
    stated('code-says-it', 100, (c) => c.code === 'ExpiredToken' && !isTold(c)),
    // In another program an older source may have won, so the person's key has to be known for certainty.
    stated(
      'code-says-it',
      70,
      (c) => isTold(c) && (c.code === 'ExpiredToken' || isExpiredInWords(c)),
    ),
    stated(
      'key-kind',
      30,
      (c) =>
        isTold(c) &&
        isExpired(c) &&
        keyKind(c) === 'temporary' &&
        hasToken(c) &&
        !hasNewerValues(c),
    ),
    inferred('newer-values-exist', -50, (c) => isTold(c) && hasNewerValues(c)),
    stated('token-with-long-term-key', -70, (c) => isTold(c) && keyKind(c) === 'long-term'),
    inferred('words-point-to-it', 60, (c) => isSignedOut(c) && !isUnclearExpiry(c)),
    inferred('told', 55, isOldToken),
    inferred('words-point-to-it', 30, isWithoutSignIn),
    told(10, WORDS.oldSession, isExpired),
    told(
      45,
      WORDS.oldSession,
      (c) => isUnclearExpiry(c) && keyKind(c) !== 'long-term' && !isOfLink(c),
    ),
    stated(
      'words-say-it',
      100,
      (c) => !isTold(c) && c.code === 'ExpiredTokenException' && isExpiredInWords(c),
    ),
    inferred(
      'fits-this-answer',
      25,
      (c) => c.code === 'ExpiredTokenException' && !isExpiredInWords(c),
    ),
    inferred('fits-this-answer', 22, isUnclearExpiry),
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
