import { describe, expect, test } from 'vitest'
import { CAUSES } from './causes.ts'
import type { CorpusCase, Expected } from './corpus/corpus.ts'
import { DEV_CASES } from './corpus/dev-cases.ts'
import { HELD_OUT_CASES } from './corpus/held-out-cases.ts'
import { explainText } from './explain-text.ts'
import type { Certainty } from './finding.ts'
import { readSaidFacts } from './said-facts.ts'

type Score = {
  readonly cases: number
  readonly right: number
  /** Wrong and called certain; and where several causes fit, one of them called certain or likely. */
  readonly confidentWrong: number
  readonly misses: Readonly<Record<string, number>>
}

function isRight(each: CorpusCase, answer: Expected): boolean {
  return answer === each.expected || (each.acceptable ?? []).includes(answer)
}

function isConfident(each: CorpusCase, certainty: Certainty | null): boolean {
  if (each.expected === 'cannot-tell') return certainty === 'certain' || certainty === 'likely'
  return certainty === 'certain'
}

function scoreOf(cases: readonly CorpusCase[]): Score {
  const misses: Record<string, number> = {}
  let right = 0
  let confidentWrong = 0
  for (const each of cases) {
    const diagnosis = explainText(each.text, readSaidFacts(each.facts).facts)
    if (isRight(each, diagnosis?.cause ?? null)) {
      right += 1
      continue
    }
    const name = each.expected ?? 'no error'
    misses[name] = (misses[name] ?? 0) + 1
    if (isConfident(each, diagnosis?.certainty ?? null)) confidentWrong += 1
  }
  return { cases: cases.length, right, confidentWrong, misses }
}

function print(half: string, score: Score): void {
  const share = ((100 * score.right) / score.cases).toFixed(1)
  const misses = Object.entries(score.misses)
    .map(([cause, count]) => `${cause} ${String(count)}`)
    .join(', ')
  process.stdout.write(
    `${half}: ${String(score.right)} of ${String(score.cases)} right (${share} %), confident and wrong: ${String(score.confidentWrong)}; misses: ${misses || 'none'}\n`,
  )
}

describe('the corpus', () => {
  const dev = scoreOf(DEV_CASES)
  const heldOut = scoreOf(HELD_OUT_CASES)

  test('the half that rules may be written against', () => {
    print('dev', dev)
    expect(dev.right / dev.cases).toBeGreaterThanOrEqual(0.95)
    expect(dev.confidentWrong).toBe(0)
  })

  test('the half that they may not', () => {
    print('held out', heldOut)
    expect(heldOut.right / heldOut.cases).toBeGreaterThanOrEqual(0.8)
  })

  test('has 200 failures, three for each cause, and 15 that nobody can tell', () => {
    const all = [...DEV_CASES, ...HELD_OUT_CASES]
    expect(all.filter((each) => each.expected !== null).length).toBeGreaterThanOrEqual(200)
    for (const cause of CAUSES) {
      expect(all.filter((each) => each.expected === cause).length).toBeGreaterThanOrEqual(3)
    }
    expect(all.filter((each) => each.expected === 'cannot-tell').length).toBeGreaterThanOrEqual(15)
  })
})
