import type { Case } from './case.ts'
import { says } from './case.ts'
import type { Cause } from './causes.ts'
import { clockRow, codeRow, requestIdRow } from './evidence-of-answer.ts'
import { foundWords } from './evidence-of-words.ts'
import { facts, refused } from './examples.ts'
import type { FinerCause } from './finer-causes.ts'
import type { Evidence, Fills, Step } from './finding.ts'
import type { Rule, Weight } from './rule.ts'
import { stated } from './rule.ts'

/** A cause that AWS's words, or its code, name by themselves. */
export type Named = {
  readonly cause: Cause
  /** Words that name it. */
  readonly words: RegExp
  /** Codes that name it, whatever the words. */
  readonly codes?: readonly string[]
  /** 100 where no other reading is left; less where the same words have another cause too. */
  readonly points: number
  /** Where the code names it and no words do; as `points` where it is left out. */
  readonly codePoints?: number
  /** What else speaks for or against it. */
  readonly more?: readonly Weight[]
  /** A candidate in these cases too, where neither code nor words name it. */
  readonly alsoIn?: (c: Case) => boolean
  readonly unless?: (c: Case) => boolean
  readonly evidence?: (c: Case) => readonly (Evidence | null)[]
  readonly steps: (c: Case) => readonly Step[]
  readonly fills?: (c: Case) => Fills
  readonly finer?: (c: Case) => FinerCause | null
  readonly example: readonly [code: string, message: string, status: number]
}

/** The rule of a cause that AWS names. */
export function namedRule(named: Named): Rule {
  const isNamed = (c: Case): boolean =>
    c.outcome.kind !== 'unreachable' &&
    ((named.codes?.includes(c.code) ?? false) || says(c, named.words)) &&
    named.unless?.(c) !== true
  return {
    cause: named.cause,
    applies: (c) => isNamed(c) || named.alsoIn?.(c) === true,
    weights: [
      stated('words-say-it', named.points, (c) => isNamed(c) && says(c, named.words)),
      stated(
        'code-says-it',
        named.codePoints ?? named.points,
        (c) => isNamed(c) && !says(c, named.words),
      ),
      ...(named.more ?? []),
    ],
    evidence: (c) => [
      ...(named.evidence?.(c) ?? []),
      foundWords(c, named.words),
      codeRow(c),
      requestIdRow(c),
      clockRow(c),
    ],
    steps: named.steps,
    ...(named.fills && { fills: named.fills }),
    ...(named.finer && { finer: named.finer }),
    example: {
      outcome: refused(named.example[0], named.example[1], named.example[2]),
      facts: facts(),
      certainty: named.points >= 100 ? 'certain' : 'likely',
    },
  }
}
