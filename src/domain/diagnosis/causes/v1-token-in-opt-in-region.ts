import type { Case } from '../case.ts'
import {
  endsWithFullStop,
  isKeyOrTokenRefused,
  isOptIn,
  isTold,
  notes,
  notesHold,
} from '../case.ts'
import { foreignPartition, keyKind, tokenState } from '../values-of-case.ts'
import { EXAMPLE, facts, refused, version1 } from '../examples.ts'
import { clockRow, fullStopRow, optInRow } from '../evidence-of-answer.ts'
import { tokenAgeRow, tokenVersionRow, tokenWholeRow } from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred, told, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const isVersion1 = (c: Case): boolean =>
  c.facts.credentials.sessionToken?.version === 1 || tokenState(c) === 'version-1'

const mayHaveToken = (c: Case): boolean =>
  tokenState(c) !== 'missing' && tokenState(c) !== 'version-2'

/**
 * A token of the global endpoint where only tokens of regional endpoints are accepted. The version is read from the
 * token's first byte, which AWS does not document.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html
 */
export const v1TokenInOptInRegion: Rule = {
  cause: 'v1-token-in-opt-in-region',
  applies: (c) =>
    isKeyOrTokenRefused(c) &&
    (isOptIn(c) || (isTold(c) && c.facts.target === null)) &&
    keyKind(c) !== 'long-term' &&
    (isVersion1(c) || (isTold(c) && mayHaveToken(c))),
  weights: [
    inferred('fits-this-answer', 15, isOptIn),
    inferred('fits-this-answer', 11, (c) => !isOptIn(c)),
    inferred('version-1-in-opt-in-region', 60, (c) => isVersion1(c) && isOptIn(c)),
    told(45, WORDS.globalToken, (c) => !isVersion1(c)),
    toldAs(12, WORDS.worksElsewhereRegion),
    told(40, WORDS.regionalWorks, (c) => !isVersion1(c) && !notes(c, WORDS.globalToken)),
    told(20, WORDS.regionOn, (c) => !isVersion1(c)),
    told(
      -40,
      WORDS.newerKindOfToken,
      (c) => !notesHold(c, WORDS.globalToken) && !notes(c, WORDS.regionalWorks),
    ),
    toldAs(
      -40,
      WORDS.regionOff,
      (c) => !notesHold(c, WORDS.globalToken) && !notes(c, WORDS.regionalWorks),
    ),
    inferred('no-full-stop', 10, (c) => !endsWithFullStop(c)),
    inferred('full-stop', -10, endsWithFullStop),
    inferred('other-partition', -20, (c) => foreignPartition(c) !== null),
    inferred(
      'token-cut',
      -20,
      (c) => (c.facts.credentials.sessionToken?.state ?? 'whole') !== 'whole',
    ),
  ],
  evidence: (c) => [
    tokenVersionRow(c),
    optInRow(c),
    fullStopRow(c, 'token'),
    tokenWholeRow(c),
    tokenAgeRow(c),
    clockRow(c),
  ],
  steps: () => [
    step('use-regional-endpoint'),
    step('keep-regional-endpoint'),
    step('set-global-token-version'),
    step('ask-in-default-region'),
  ],
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid',
    ),
    facts: facts({ credentials: { sessionToken: version1() }, target: EXAMPLE.optIn }),
    certainty: 'likely',
  },
}
