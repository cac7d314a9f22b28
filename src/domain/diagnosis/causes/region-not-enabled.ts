import type { Case } from '../case.ts'
import {
  endsWithFullStop,
  isKeyOrTokenRefused,
  isOptIn,
  isTold,
  notes,
  notesHold,
} from '../case.ts'
import { keyKind, tokenState } from '../values-of-case.ts'
import { clockRow, fullStopRow, optInRow } from '../evidence-of-answer.ts'
import { keyKindRow, tokenVersionRow } from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred, told, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

/** Nobody said whether a token was sent, and the key needs none. */
const isLongTerm = (c: Case): boolean =>
  keyKind(c) === 'long-term' && (tokenState(c) === 'missing' || tokenState(c) === null)
const isLongTermAlone = (c: Case): boolean =>
  keyKind(c) === 'long-term' && tokenState(c) === 'missing'

/**
 * The account has not enabled the opt-in Region. One answer cannot tell it from a key that is unknown everywhere, so it
 * never leads by itself: asking in a default Region decides.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export const regionNotEnabled: Rule = {
  cause: 'region-not-enabled',
  applies: (c) =>
    (isKeyOrTokenRefused(c) && isOptIn(c)) ||
    c.code === 'OptInRequired' ||
    (isKeyOrTokenRefused(c) && isTold(c) && c.facts.target === null),
  weights: [
    inferred('fits-this-answer', 20, (c) => c.facts.target !== null),
    inferred('fits-this-answer', 12, (c) => c.facts.target === null),
    inferred('long-term-key-alone', 20, (c) => isLongTermAlone(c) && c.facts.target !== null),
    inferred('full-stop', 8, endsWithFullStop),
    inferred('no-full-stop', -5, (c) => !endsWithFullStop(c)),
    inferred(
      'issued-in-this-region',
      -15,
      (c) =>
        c.facts.target !== null &&
        c.facts.credentials.sessionToken?.region === c.facts.target.region,
    ),
    toldAs(45, WORDS.regionOff),
    toldAs(20, WORDS.worksElsewhereRegion),
    // A token that opt-in Regions accept leaves the account's own switch.
    inferred('told', 25, (c) => notes(c, WORDS.newerKindOfToken) && !notes(c, WORDS.regionalWorks)),
    told(-25, WORDS.regionOn),
    told(-20, WORDS.regionalWorks),
    inferred(
      'long-term-key-alone',
      15,
      (c) => isLongTerm(c) && notesHold(c, WORDS.worksElsewhereRegion),
    ),
  ],
  evidence: (c) => [
    optInRow(c),
    fullStopRow(c, 'key'),
    keyKindRow(c, 'long-term', 'agrees'),
    tokenVersionRow(c),
    clockRow(c),
  ],
  steps: () => [step('ask-in-default-region'), step('check-region-enabled'), step('enable-region')],
  example: null,
}
