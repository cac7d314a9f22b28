import { describe, expect, test } from 'vitest'
import { CAUSES } from '../causes.ts'
import { DEV_CASES } from './dev-cases.ts'
import { HELD_OUT_CASES } from './held-out-cases.ts'

const ALL = [...DEV_CASES, ...HELD_OUT_CASES]

const ACCOUNTS = new Set(['111122223333', '444455556666'])

describe('corpus', () => {
  test.each(CAUSES)('has at least four cases, two in each half: %s', (cause) => {
    const dev = DEV_CASES.filter((each) => each.expected === cause)
    const heldOut = HELD_OUT_CASES.filter((each) => each.expected === cause)
    expect(dev.length).toBeGreaterThanOrEqual(2)
    expect(heldOut.length).toBeGreaterThanOrEqual(2)
  })

  test('has at least 300 known causes, 30 honest verdicts and 15 texts without an error', () => {
    const honest = ALL.filter((each) => each.expected === 'cannot-tell').length
    const none = ALL.filter((each) => each.expected === null).length
    expect(ALL.length - honest - none).toBeGreaterThanOrEqual(300)
    expect(honest).toBeGreaterThanOrEqual(30)
    expect(none).toBeGreaterThanOrEqual(15)
  })

  test('names each case once and keeps the halves apart', () => {
    expect(new Set(ALL.map((each) => each.id)).size).toBe(ALL.length)
    expect(DEV_CASES.filter((each) => each.half !== 'dev')).toEqual([])
    expect(HELD_OUT_CASES.filter((each) => each.half !== 'held-out')).toEqual([])
    const dev = new Set(DEV_CASES.map((each) => questionOf(each.text, each.facts)))
    expect(HELD_OUT_CASES.filter((each) => dev.has(questionOf(each.text, each.facts)))).toEqual([])
  })

  test('asks no question twice with different answers', () => {
    const answers = new Map<string, unknown>()
    for (const each of ALL) {
      const question = questionOf(each.text, each.facts)
      expect(answers.has(question), each.id).toBe(false)
      answers.set(question, each.expected)
    }
  })

  test('gives candidates to every honest verdict and to no other, and a reason to every tolerance', () => {
    for (const each of ALL) {
      expect((each.candidates?.length ?? 0) >= 2, each.id).toBe(each.expected === 'cannot-tell')
      expect(each.because !== undefined, each.id).toBe(each.acceptable !== undefined)
    }
  })

  test('holds invented accounts, keys and people only', () => {
    for (const each of ALL) {
      const text = `${each.text}\n${each.facts.other ?? ''}`
      const accounts = text.match(/(?<=[:/"' (]|^)\d{12}(?=[:./)\n;,"'— ]|$)/gm) ?? []
      expect(
        accounts.filter((account) => !ACCOUNTS.has(account)),
        each.id,
      ).toEqual([])
      const keys = text.match(/\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,17}\b/g) ?? []
      expect(
        keys.filter((key) => !key.includes('EXAMPLE')),
        each.id,
      ).toEqual([])
      const people = text.match(/[\w.+-]{1,64}@[\w.-]{1,64}\.[a-z]{2,6}\b/g) ?? []
      expect(
        people.filter((person) => !/@example\.com$|^git@github\.com$/.test(person)),
        each.id,
      ).toEqual([])
    }
  })
})

function questionOf(text: string, facts: unknown): string {
  return `${text.trim().replace(/\s+/g, ' ')}\n${JSON.stringify(facts)}`
}
