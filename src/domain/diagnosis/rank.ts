import type { Case } from './case.ts'
import type { Certainty } from './finding.ts'
import type { ReasonName, Rule, Weight } from './rule.ts'

/** From so many points on a cause is possible, likely or certain; below the first it is left out. */
export const THRESHOLDS = { possible: 10, likely: 50, certain: 100 } as const

/** A likely cause leads only by so many points; a narrower race is a `cannot-tell`. */
export const LEAD = 20

/** A rule with all its points counted. */
export type Weighed = {
  readonly rule: Rule
  readonly points: number
  readonly certainty: Certainty
  /** Why: each reason that held, with its points, in the order of the rule. */
  readonly held: readonly Weight[]
  readonly reasons: readonly HeldReason[]
}

/** A reason that held. Points below zero speak against the cause; inferred ones never make it certain. */
export type HeldReason = {
  readonly reason: ReasonName
  readonly points: number
  readonly isInferred: boolean
}

/** Every cause that fits a case, most points first; equal ones in the order of the rules. */
export function weigh(c: Case, rules: readonly Rule[]): readonly Weighed[] {
  return rules
    .filter((rule) => rule.applies(c))
    .flatMap((rule) => weighRule(c, rule) ?? [])
    .sort((a, b) => b.points - a.points)
}

/** The cause that leads, or null where none does: too little speaks for the first, or too much for the second. */
export function leaderOf(weighed: readonly Weighed[]): Weighed | null {
  const [first, second] = weighed
  if (!first || first.certainty === 'possible') return null
  if (!second) return first
  if (first.certainty === 'certain' && second.certainty !== 'certain') return first
  return first.points - second.points >= LEAD && second.certainty !== 'certain' ? first : null
}

function weighRule(c: Case, rule: Rule): Weighed | null {
  const held = rule.weights.filter((weight) => weight.when(c))
  const points = held.reduce((sum, weight) => sum + weight.points, 0)
  // Points against count whatever they rest on; points for count towards certainty only where they are stated.
  const firm = held
    .filter((weight) => weight.basis === 'stated' || weight.points < 0)
    .reduce((sum, weight) => sum + weight.points, 0)
  if (points < THRESHOLDS.possible) return null
  const certainty =
    firm >= THRESHOLDS.certain ? 'certain' : points >= THRESHOLDS.likely ? 'likely' : 'possible'
  const reasons = held.map((weight) => ({
    reason: weight.reason,
    points: weight.points,
    isInferred: weight.basis === 'inferred',
  }))
  return { rule, points, certainty, held, reasons }
}
