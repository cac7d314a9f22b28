import type { Case } from '../case.ts'
import {
  isDenied,
  isKeyOrTokenRefused,
  isSecretRefused,
  isTold,
  isUnsent,
  notes,
  notesHold,
  says,
} from '../case.ts'
import { keyKind } from '../values-of-case.ts'
import { clockRow, codeRow } from '../evidence-of-answer.ts'
import { tokenAgeRow } from '../evidence-of-credentials.ts'
import { foundWords } from '../evidence-of-words.ts'
import { facts, refused } from '../examples.ts'
import { isExpiredWithoutToken } from '../own-call.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const isExpired = (c: Case): boolean =>
  says(c, /security token included in the request is expired|provided token has expired/i) ||
  c.code === 'ExpiredToken'
const isStoredNowhere = (c: Case): boolean => isUnsent(c) && says(c, /credentials?/i)
/** `aws configure list` names the environment or a file where the person asked for a profile. */
const LISTING =
  /(?:access_key|secret_key)\s{1,20}\*{4,20}\w{0,8}\s{1,20}(?:env|shared-credentials-file|iam-role|container-role)/

/** The client found other credentials than the ones that were meant. */
const staleCredentialSource: Rule = {
  cause: 'stale-credential-source',
  applies: (c) =>
    (isTold(c) &&
      (isExpired(c) ||
        c.code === 'Unauthorized' ||
        isKeyOrTokenRefused(c) ||
        isSecretRefused(c) ||
        isDenied(c)) &&
      (notesHold(c, WORDS.newerValues) || notesHold(c, WORDS.otherSource) || says(c, LISTING))) ||
    isStoredNowhere(c) ||
    isExpiredWithoutToken(c) ||
    c.code === 'Unauthorized',
  weights: [
    inferred('fits-this-answer', 15),
    inferred('fits-this-answer', 15, isStoredNowhere),
    stated('words-point-to-it', 45, (c) => says(c, LISTING)),
    toldAs(35, WORDS.otherSource),
    inferred('told', -35, (c) => notes(c, WORDS.otherKeyWorks) && keyKind(c) === 'long-term'),
    toldAs(40, WORDS.newerValues, (c) => !isDenied(c) || notesHold(c, WORDS.otherSource)),
    inferred('told', -40, (c) => notesHold(c, WORDS.justMade) && !notesHold(c, WORDS.otherSource)),
    inferred(
      'told',
      -25,
      (c) => isDenied(c) && !notes(c, /\bprofile|environment|\bAWS_[A-Z]|cached?\b/i),
    ),
  ],
  evidence: (c) => [foundWords(c, LISTING), codeRow(c), tokenAgeRow(c), clockRow(c)],
  steps: () => [
    step('check-which-source'),
    step('unset-environment'),
    step('clear-credential-cache'),
  ],
  example: {
    outcome: refused('ExpiredToken', 'The security token included in the request is expired'),
    facts: facts({
      told: {
        notes: [
          'aws sso login was done a minute ago',
          'the environment still holds old AWS_SESSION_TOKEN',
        ],
      },
    }),
    certainty: 'likely',
  },
}

const FORBIDDEN = /Cannot call Get(?:SessionToken|FederationToken) with session credentials/i
const isIam = (c: Case): boolean =>
  c.service === 'iam' || c.facts.told?.host?.startsWith('iam.') === true

/** A kind of session that the call is closed to, whatever a policy says. */
const sessionTypeNotAllowed: Rule = {
  cause: 'session-type-not-allowed',
  applies: (c) =>
    says(c, FORBIDDEN) ||
    (isTold(c) &&
      isKeyOrTokenRefused(c) &&
      keyKind(c) !== 'long-term' &&
      (isIam(c) || notesHold(c, WORDS.sessionType))) ||
    (isDenied(c) && isTold(c) && notesHold(c, WORDS.sessionType)),
  weights: [
    stated('words-say-it', 100, (c) => says(c, FORBIDDEN)),
    inferred('fits-this-answer', 15, isKeyOrTokenRefused),
    inferred('fits-this-answer', 10, isDenied),
    inferred('host-says-it', 10, isIam),
    toldAs(40, WORDS.sessionType, isKeyOrTokenRefused),
    toldAs(
      20,
      /\bsts\b.{0,60}\bworks?\b|\bworks?\b.{0,40}\b(?:sts|s3|ec2|everything else|other services)\b|\bs3\b.{0,30}\b(?:works?|accept)/i,
      (c) => isKeyOrTokenRefused(c) && isIam(c),
    ),
  ],
  evidence: (c) => [foundWords(c, FORBIDDEN), codeRow(c)],
  steps: () => [step('ask-with-long-term-key'), step('get-session-with-mfa')],
  example: {
    outcome: refused('AccessDenied', 'Cannot call GetSessionToken with session credentials'),
    facts: facts({ operation: 'GetSessionToken' }),
    certainty: 'certain',
  },
}

/**
 * Where credentials come from, and what kind they are.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
export const SOURCE_RULES: readonly Rule[] = [staleCredentialSource, sessionTypeNotAllowed]

/** AWS calls the token expired although newer values exist. */
export const hasNewerValues = (c: Case): boolean =>
  isTold(c) && (says(c, LISTING) || notesHold(c, WORDS.newerValues) || notes(c, WORDS.otherSource))
