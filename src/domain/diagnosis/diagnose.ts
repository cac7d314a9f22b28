import type { Outcome } from '../sts/call.ts'
import type { Case } from './case.ts'
import {
  defaultRegion,
  isAfterOtherSecret,
  isAws,
  isRefusedLocally,
  isKeyOrTokenRefused,
  isTold,
  isWhy,
  openCase,
  statusOf,
} from './case.ts'
import { keyKind } from './values-of-case.ts'
import {
  bodyRow,
  clockRow,
  fullStopRow,
  onlineRow,
  optInRow,
  pagePolicyRow,
  requestIdRow,
  statusRow,
  waitedRow,
} from './evidence-of-answer.ts'
import { networkRows } from './evidence-of-network.ts'
import { toldRows, triedRows } from './evidence-of-words.ts'
import {
  accountRow,
  flawRow,
  keyShapeRow,
  tokenAgeRow,
  tokenPresenceRow,
  tokenVersionRow,
  tokenWholeRow,
} from './evidence-of-credentials.ts'
import type { DiagnosisFacts } from './facts.ts'
import type { Diagnosis, Evidence, Fills, Step } from './finding.ts'
import { isExpiredWithoutToken } from './own-call.ts'
import { partOfFiner } from './finer-causes.ts'
import type { Weighed } from './rank.ts'
import { leaderOf, weigh } from './rank.ts'
import { isHostMute, isHostReached, probeStory } from './probed-case.ts'
import type { Rule } from './rule.ts'
import { RULES } from './rules.ts'
import { step } from './step.ts'

/** So many steps stand under a `cannot-tell`: one for each of the first candidates. */
const MOST_STEPS = 5

/**
 * The cause of a failed call with its evidence and steps, or `cannot-tell` with its candidates; null for an identity,
 * after a cancel, and where nothing was sent for a reason that has nothing to do with credentials.
 */
export function diagnose(outcome: Outcome, facts: DiagnosisFacts): Diagnosis | null {
  if (outcome.kind === 'identified' || outcome.kind === 'cancelled') return null
  if (outcome.kind === 'not-sent' && outcome.why !== 'refused-by-sdk') return null
  const c = openCase(outcome, facts)
  const weighed = weigh(c, RULES)
  const leader = leaderOf(weighed)
  return leader ? nameCause(c, leader, weighed) : leaveOpen(c, weighed)
}

function nameCause(c: Case, leader: Weighed, weighed: readonly Weighed[]): Diagnosis {
  const fills = { ...fillsOf(c), ...ownFills(c, leader.rule) }
  return {
    cause: leader.rule.cause,
    finer: leader.rule.finer?.(c) ?? null,
    certainty: leader.certainty,
    fills,
    evidence: [
      ...withoutRepeats([...leader.rule.evidence(c), ...triedRows(c)]),
      ...toldRows(c, leader.held),
    ],
    steps: fillSteps(leader.rule.steps(c), fills),
    ranking: rankingOf(weighed),
    // A certain cause leaves no other reading.
    alternatives:
      leader.certainty === 'certain' ? [] : candidatesOf(weighed.filter((each) => each !== leader)),
  }
}

/** What a rule fills its sentences with; the part of the cause that is meant is their story. */
function ownFills(c: Case, rule: Rule): Fills {
  const finer = rule.finer?.(c) ?? null
  return { ...rule.fills?.(c), ...(finer && { story: partOfFiner(finer) }) }
}

function leaveOpen(c: Case, weighed: readonly Weighed[]): Diagnosis {
  const fills = { ...fillsOf(c), story: storyOf(c, weighed) }
  const first = fillSteps(firstSteps(c), fills)
  const ofCandidates = weighed.flatMap((each) => {
    const own = { ...fills, ...ownFills(c, each.rule) }
    return fillSteps(each.rule.steps(c).slice(0, 1), own)
  })
  // What an encoded message says is known only once it is decoded.
  const steps = isEncodedOnly(c) ? first : [...first, ...ofCandidates]
  return {
    cause: 'cannot-tell',
    finer: null,
    certainty: null,
    fills,
    evidence: withoutRepeats([...survey(c), ...triedRows(c)]).map(withoutSide),
    steps:
      steps.length === 0
        ? fillSteps([step('read-aws-words'), step('compare-from-terminal')], fills)
        : steps
            .filter((each, index) => steps.findIndex((other) => other.step === each.step) === index)
            .slice(0, MOST_STEPS),
    ranking: rankingOf(weighed),
    alternatives: candidatesOf(weighed),
  }
}

const isEncodedOnly = (c: Case): boolean => c.facts.told?.isEncodedOnly === true

/** No cause of the list is about this feature, and AWS's code says all there is. */
const isOutboundOff = (c: Case): boolean =>
  c.code === 'OutboundWebIdentityFederationDisabledException'

/** What is to be done before any candidate is looked at. */
function firstSteps(c: Case): readonly Step[] {
  if (isEncodedOnly(c)) return [step('decode-whole-message')]
  if (isOutboundOff(c)) return [step('enable-outbound-federation')]
  if (isHostReached(c)) return [step('ask-again')]
  if (isRefusedLocally(c)) return [step('start-emulator')]
  return isHostMute(c) && !isAws(c) ? [step('start-emulator'), step('allow-local-network')] : []
}

/** Where no cause leads there is nothing to support: what is not as usual differs. */
function withoutSide(row: Evidence): Evidence {
  return row.bearing === 'supports' ? { ...row, bearing: 'differs' } : row
}

/** Everything that was looked at, where no cause leads. */
function survey(c: Case): readonly (Evidence | null)[] {
  return [
    onlineRow(c),
    pagePolicyRow(c),
    waitedRow(c),
    ...networkRows(c),
    bodyRow(c),
    c.outcome.kind === 'unreadable' ? statusRow(c, 'differs') : null,
    ...(c.outcome.kind === 'refused' || c.outcome.kind === 'not-sent' ? surveyCredentials(c) : []),
    clockRow(c),
    requestIdRow(c),
  ]
}

/** What was pasted matters only where AWS, or the SDK, judged it. */
function surveyCredentials(c: Case): readonly (Evidence | null)[] {
  return [
    keyShapeRow(c),
    flawRow(c, [
      'blanks',
      'quotes',
      'foreign-characters',
      'length',
      'percent-encoded',
      'placeholder',
    ]),
    accountRow(c),
    isExpiredWithoutToken(c)
      ? tokenPresenceRow(c, keyKind(c) === 'temporary' ? 'present' : 'missing')
      : null,
    tokenWholeRow(c),
    tokenVersionRow(c),
    optInRow(c),
    isKeyOrTokenRefused(c) ? fullStopRow(c, 'token') : null,
    tokenAgeRow(c),
  ]
}

function rankingOf(weighed: readonly Weighed[]): Diagnosis['ranking'] {
  return weighed.map(({ rule, points, reasons }) => ({ cause: rule.cause, points, reasons }))
}

function candidatesOf(weighed: readonly Weighed[]): Diagnosis['alternatives'] {
  // What several causes share is likely of none of them by itself.
  return weighed.map((each) => ({ cause: each.rule.cause, certainty: 'possible' }))
}

function fillsOf(c: Case): Fills {
  const { target, tookMs } = c.facts
  const otherHost = c.facts.network?.otherHost?.host
  const status = statusOf(c)
  return {
    code: c.code,
    defaultRegion: defaultRegion(c),
    ...(target && {
      region: target.region,
      signingRegion: target.signingRegion,
      host: target.host,
      partition: target.partition,
    }),
    ...(tookMs !== null && { waited: String(Math.round(tookMs)) }),
    ...(isTold(c) && { origin: 'text' }),
    ...(!isAws(c) && { custom: 'yes' }),
    ...(isAfterOtherSecret(c) && { otherSecret: String(c.facts.tried?.otherSecretMs ?? 0) }),
    ...(otherHost && { otherHost }),
    ...(c.operation !== null && { operation: c.operation }),
    ...(status !== null && { status: String(status) }),
  }
}

function storyOf(c: Case, weighed: readonly Weighed[]): string {
  const probed = probeStory(c)
  if (probed !== null) return probed
  if (isWhy(c, 'timed-out')) return 'timed-out'
  if (isRefusedLocally(c)) return 'nothing-listens'
  if (c.outcome.kind === 'unreachable') return isTold(c) ? 'told-no-answer' : 'no-answer'
  if (isEncodedOnly(c)) return 'encoded-message'
  if (c.outcome.kind === 'not-sent') return isTold(c) ? 'told-not-sent' : 'not-sent'
  if (c.outcome.kind === 'unreadable') return 'not-from-sts'
  if (!isAws(c) && weighed.some(({ rule }) => rule.cause === 'aws-side-failure'))
    return 'custom-failed'
  if (isExpiredWithoutToken(c)) return 'expired-without-token'
  if (isOutboundOff(c)) return 'outbound-federation-off'
  if (weighed.length === 0) return 'unknown-code'
  return weighed.length === 1 ? 'one-cause' : 'several-causes'
}

function fillSteps(steps: readonly Step[], fills: Fills): readonly Step[] {
  return steps.map((each) => ({ ...each, fills: { ...fills, ...each.fills } }))
}

/** Drops empty rows and all but the first of a name. */
function withoutRepeats(rows: readonly (Evidence | null)[]): readonly Evidence[] {
  const found = rows.filter((row) => row !== null)
  return found.filter((row, index) => found.findIndex((other) => other.name === row.name) === index)
}
