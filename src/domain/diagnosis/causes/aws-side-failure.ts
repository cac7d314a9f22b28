import type { Case } from '../case.ts'
import { isAws, isSilent, isTold, isUnreadable, isWhy, notes, says, statusOf } from '../case.ts'
import { facts, refused } from '../examples.ts'
import { codeRow, requestIdRow, statusRow } from '../evidence-of-answer.ts'
import { networkRows } from '../evidence-of-network.ts'
import { isAllMute, isHostAloneMute, isHostReached } from '../probed-case.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const THROTTLED = [
  'Throttling',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'ThrottledException',
  'SlowDown',
]
const FAILED = [
  'InternalFailure',
  'InternalError',
  'InternalServerError',
  'InternalServiceError',
  'InternalErrorException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
]

const isThrottled = (c: Case): boolean => THROTTLED.includes(c.code)
/** Hosts that answer web pages at all times but in an outage. */
const isCorsOfSts = (c: Case): boolean =>
  says(c, /Access-Control-Allow|CORS/i) &&
  says(c, /https?:\/\/(?:sts|cognito-i)[\w.-]{0,80}\.(?:amazonaws|api\.aws)/i)
/** Refused keys all at once, without any change, in an outage that AWS tells of. */
const isSignedRight = (c: Case): boolean =>
  isTold(c) &&
  c.outcome.kind === 'refused' &&
  notes(c, /\boutage\b|\bhealth (?:dashboard|event)|\bstatus page\b/i)
/** The AWS CLI prints a status for a body that it cannot read, which a proxy may have sent. */
const isBareStatus = (c: Case): boolean => says(c, /An error occurred \(5\d\d\)/)
const isNamed = (c: Case): boolean => isThrottled(c) || FAILED.includes(c.code)
/** A code that many programs have, with nothing beside it that names AWS. */
const isBareCode = (c: Case): boolean =>
  isTold(c) &&
  c.service === null &&
  c.operation === null &&
  statusOf(c) === null &&
  !/\w/.test(c.message.replace(c.code, '').replace(/\b(?:error|code|exception)\b/gi, ''))
const isServerError = (c: Case): boolean => (statusOf(c) ?? 0) >= 500

/**
 * AWS failed or held the call back; the credentials were not judged.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export const awsSideFailure: Rule = {
  cause: 'aws-side-failure',
  applies: (c) =>
    isThrottled(c) ||
    FAILED.includes(c.code) ||
    isServerError(c) ||
    (isSilent(c) && isAws(c)) ||
    isSignedRight(c),
  weights: [
    stated(
      'code-says-it',
      100,
      (c) => isNamed(c) && isAws(c) && !isBareStatus(c) && !isBareCode(c),
    ),
    inferred('code-says-it', 40, (c) => isNamed(c) && isAws(c) && isBareCode(c)),
    inferred('status-says-it', 60, isBareStatus),
    stated(
      'status-says-it',
      70,
      (c) => isServerError(c) && c.outcome.kind === 'refused' && isAws(c),
    ),
    inferred('status-says-it', 32, (c) => isServerError(c) && isUnreadable(c)),
    // Who answers at an address of one's own is not known.
    inferred('custom-address', 30, (c) => c.outcome.kind === 'refused' && !isAws(c)),
    inferred('fits-this-answer', 14, (c) => isWhy(c, 'timed-out')),
    inferred('fits-this-answer', 10, (c) => isWhy(c, 'unknown')),
    inferred('words-point-to-it', 20, isCorsOfSts),
    // A failing server's answer may lack the CORS headers; one that is slow answers a smaller question.
    inferred('probe-of-host', 10, (c) => isWhy(c, 'unknown') && isHostReached(c)),
    inferred('probe-of-host', 20, (c) => isWhy(c, 'timed-out') && isHostReached(c)),
    inferred('probe-of-other-host', 14, isHostAloneMute),
    inferred('probe-of-other-host', -10, isAllMute),
    told(50, WORDS.outage, (c) => isWhy(c, 'unknown') || isUnreadable(c)),
    inferred('told', 55, isSignedRight),
  ],
  evidence: (c) => [codeRow(c), statusRow(c, 'supports'), requestIdRow(c), ...networkRows(c)],
  steps: (c) =>
    !isAws(c)
      ? [step('look-at-custom-host'), step('ask-later')]
      : isThrottled(c)
        ? [step('ask-later')]
        : [step('ask-later'), step('ask-other-region'), step('check-health')],
  finer: (c) =>
    isThrottled(c)
      ? 'aws-side-failure/throttled'
      : FAILED.includes(c.code) || isServerError(c)
        ? 'aws-side-failure/server-error'
        : null,
  example: {
    outcome: refused('ServiceUnavailable', '', 503),
    facts: facts(),
    certainty: 'certain',
  },
}
