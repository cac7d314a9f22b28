import type { Case } from '../case.ts'
import { isAws, isSilent, isWhy } from '../case.ts'
import { facts, unreachable } from '../examples.ts'
import { onlineRow, pagePolicyRow, waitedRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated } from '../rule.ts'
import { step } from '../step.ts'

/**
 * Causes behind a call without a readable answer. The browser tells a page whether it is offline and whether the page's
 * own policy stopped the request, and nothing more.
 * @see https://fetch.spec.whatwg.org/#concept-network-error
 */

const rows = (c: Case) => [onlineRow(c), pagePolicyRow(c), waitedRow(c)]
const isCustom = (c: Case): boolean => !isAws(c)

const offline: Rule = {
  cause: 'offline',
  applies: (c) => isWhy(c, 'offline') || (isSilent(c) && isAws(c)),
  weights: [
    stated('browser-says-it', 100, (c) => isWhy(c, 'offline')),
    inferred('fits-this-answer', 25, (c) => isWhy(c, 'unknown')),
    inferred('fits-this-answer', 30, (c) => isWhy(c, 'timed-out')),
  ],
  evidence: rows,
  steps: () => [step('check-connection')],
  example: { outcome: unreachable('offline'), facts: facts(), certainty: 'certain' },
}

const browserBlockedRequest: Rule = {
  cause: 'browser-blocked-request',
  applies: (c) => isWhy(c, 'policy') || isWhy(c, 'unknown'),
  weights: [
    stated('browser-says-it', 100, (c) => isWhy(c, 'policy')),
    inferred('fits-this-answer', 30, (c) => isWhy(c, 'unknown')),
  ],
  evidence: rows,
  steps: (c) =>
    isWhy(c, 'policy')
      ? [step('choose-listed-region')]
      : [step('look-at-console'), step('try-private-window')],
  fills: (c) => ({ story: isWhy(c, 'policy') ? 'page-policy' : 'extension' }),
  example: { outcome: unreachable('policy'), facts: facts(), certainty: 'certain' },
}

const tlsInterception: Rule = {
  cause: 'tls-interception',
  applies: (c) => isWhy(c, 'unknown') && isAws(c),
  weights: [inferred('fits-this-answer', 22)],
  evidence: rows,
  steps: () => [step('check-certificate')],
  example: null,
}

const serviceNoCors: Rule = {
  cause: 'service-no-cors',
  applies: (c) => isWhy(c, 'unknown'),
  weights: [inferred('fits-this-answer', 10), inferred('custom-address', 25, isCustom)],
  evidence: rows,
  steps: (c) => [step(isCustom(c) ? 'start-emulator' : 'look-at-console')],
  example: null,
}

const invalidRegionName: Rule = {
  cause: 'invalid-region-name',
  applies: (c) => isWhy(c, 'unknown') && isAws(c),
  weights: [inferred('fits-this-answer', 12)],
  evidence: rows,
  steps: () => [step('resolve-name'), step('choose-listed-region')],
  example: null,
}

export const NO_ANSWER_RULES: readonly Rule[] = [
  offline,
  browserBlockedRequest,
  tlsInterception,
  serviceNoCors,
  invalidRegionName,
]
