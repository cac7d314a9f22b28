import { describe, expect, test } from 'vitest'
import { CAUSES } from '#domain/diagnosis/causes.ts'
import { DEV_CASES } from '#domain/diagnosis/corpus/dev-cases.ts'
import { diagnose } from '#domain/diagnosis/diagnose.ts'
import { facts, keyId, refused, unreachable, unreadable } from '#domain/diagnosis/examples.ts'
import { explainText } from '#domain/diagnosis/explain-text.ts'
import { FINER_CAUSES } from '#domain/diagnosis/finer-causes.ts'
import { EVIDENCE_NAMES, EVIDENCE_WORDS, STEP_NAMES } from '#domain/diagnosis/finding.ts'
import type { Certainty, Diagnosis, Fills } from '#domain/diagnosis/finding.ts'
import { REASON_NAMES } from '#domain/diagnosis/rule.ts'
import { readSaidFacts } from '#domain/diagnosis/said-facts.ts'
import { RULES } from '#domain/diagnosis/rules.ts'
import { diagnosisMessages as messages } from './diagnosis.ts'

const CERTAINTIES: readonly Certainty[] = ['certain', 'likely', 'possible']

/** What a real diagnosis fills in, so that no sentence is tried without it. */
const FILLS: Fills = {
  code: 'InvalidClientTokenId',
  region: 'ap-east-1',
  signingRegion: 'ap-east-1',
  defaultRegion: 'us-east-1',
  host: 'sts.ap-east-1.amazonaws.com',
  partition: 'aws',
  part: 'sessionToken',
  other: 'accessKeyId',
  action: 'sts:AssumeRole',
  policy: 'session policy',
  waited: '10000',
  status: '200',
}

/** The wording rules, as far as a test can hold them. */
function expectSound(text: string): void {
  expect(text.trim()).toBe(text)
  expect(text).not.toBe('')
  expect(text).not.toMatch(/undefined|null|NaN|\[object|``| {2}|\.\./)
  expect(text).not.toMatch(/!|\b(?:please|sorry|oops|invalid|we|our|I)\b/i)
  expect(text).not.toMatch(/a few (?:seconds|minutes)|\bregion\b(?!-)/)
  expect((text.match(/`/g) ?? []).length % 2).toBe(0)
}

/** Each sentence begins with a capital, a digit or something of AWS's between backticks, and ends with a stop. */
function expectSentence(text: string): void {
  expectSound(text)
  expect(text.at(-1)).toBe('.')
  // Abbreviated units are followed by their sentence.
  for (const sentence of text.split(/(?<=[.?]) (?=\S)/)) expect(sentence).toMatch(/^[A-Z\d`"]/)
}

function expectPhrase(text: string): void {
  expectSound(text)
  expect(text).toMatch(/^[A-Z\d`"]/)
  expect(text.at(-1)).not.toBe('.')
}

/** Without what stands between backticks, which is AWS's and not ours. */
function proseOf(text: string): string {
  return text.replaceAll(/`[^`]*`/g, '`x`')
}

function expectRendered(diagnosis: Diagnosis): void {
  const { fills, cause, certainty } = diagnosis
  if (cause === 'cannot-tell' || certainty === null) {
    expectPhrase(proseOf(messages.cannotTell.headline(fills)))
    expectSentence(proseOf(messages.cannotTell.paragraph(fills)))
  } else {
    expectPhrase(proseOf(messages.causes[cause].headline(certainty, fills)))
    expectSentence(proseOf(messages.causes[cause].paragraph(certainty, fills)))
    expectSentence(proseOf(messages.causes[cause].howToTell(fills)))
  }
  for (const row of diagnosis.evidence) {
    expectPhrase(messages.evidence[row.name])
    expectPhrase(proseOf(messages.value(row.name, row.expected)))
    expectPhrase(proseOf(messages.value(row.name, row.seen)))
  }
  for (const { step, fills } of diagnosis.steps) {
    expectSentence(proseOf(messages.steps[step].sentence(fills)))
    for (const command of messages.steps[step].commands(fills)) {
      expect(command.label).not.toBe('')
      expect(command.text).not.toMatch(/undefined|''|\bREGION\b|\bHOST\b/)
    }
  }
  for (const other of diagnosis.alternatives) {
    expectPhrase(proseOf(messages.causes[other.cause].name(fills)))
    expectSentence(proseOf(messages.causes[other.cause].howToTell(fills)))
  }
}

describe('complete', () => {
  test.each(CAUSES)('cause %s', (cause) => {
    const said = messages.causes[cause]
    expectPhrase(proseOf(said.name(FILLS)))
    expectSentence(proseOf(said.howToTell(FILLS)))
    for (const certainty of CERTAINTIES) {
      expectPhrase(proseOf(said.headline(certainty, FILLS)))
      expectSentence(proseOf(said.paragraph(certainty, FILLS)))
    }
  })

  test('a headline says "probably" below certain, and only there', () => {
    for (const cause of CAUSES) {
      expect(messages.causes[cause].headline('certain', FILLS)).not.toMatch(/probably/i)
      expect(messages.causes[cause].headline('likely', FILLS)).toMatch(/probably/i)
    }
  })

  test.each(STEP_NAMES)('step %s', (step) => {
    expectSentence(proseOf(messages.steps[step].sentence(FILLS)))
    for (const command of messages.steps[step].commands(FILLS)) expect(command.text).not.toBe('')
  })

  test.each([
    ['nothing known', {}],
    ['a text of which nothing is known', { origin: 'text' }],
    ['a text', { ...FILLS, origin: 'text' }],
  ] as const)('every sentence with %s', (_, fills) => {
    for (const cause of CAUSES) {
      const said = messages.causes[cause]
      expectPhrase(proseOf(said.name(fills)))
      expectSentence(proseOf(said.howToTell(fills)))
      for (const certainty of CERTAINTIES) {
        expectPhrase(proseOf(said.headline(certainty, fills)))
        expectSentence(proseOf(said.paragraph(certainty, fills)))
      }
    }
    for (const step of STEP_NAMES) expectSentence(proseOf(messages.steps[step].sentence(fills)))
    expectPhrase(proseOf(messages.cannotTell.headline(fills)))
    expectSentence(proseOf(messages.cannotTell.paragraph(fills)))
  })

  test.each(FINER_CAUSES)('%s', (finer) => {
    const { name, headline } = messages.finer[finer]
    expectPhrase(proseOf(name(FILLS)))
    for (const certainty of CERTAINTIES) expectPhrase(proseOf(headline(certainty, FILLS)))
    expect(headline('certain', FILLS)).not.toMatch(/probably/i)
    expect(headline('likely', FILLS)).toMatch(/probably/i)
  })

  test('a step for a text of another program makes sense in a terminal too', () => {
    const fills: Fills = { ...FILLS, origin: 'text' }
    for (const step of STEP_NAMES) {
      expect(proseOf(messages.steps[step].sentence(fills))).not.toMatch(
        /\b(?:this page|pastes?d?|above|below|here)\b/i,
      )
    }
  })

  test('evidence, words and reasons', () => {
    for (const name of EVIDENCE_NAMES) expectPhrase(messages.evidence[name])
    for (const word of EVIDENCE_WORDS) expectPhrase(proseOf(messages.words[word]))
    for (const reason of REASON_NAMES) expectPhrase(messages.reasons[reason])
  })
})

describe('rendered', () => {
  test.each(RULES.flatMap((rule) => (rule.example ? [[rule.cause, rule.example] as const] : [])))(
    'the example of %s',
    (_, example) => {
      const diagnosis = diagnose(example.outcome, example.facts)
      expect(diagnosis).not.toBeNull()
      if (diagnosis) expectRendered(diagnosis)
    },
  )

  test.each([
    [
      'several causes',
      refused('InvalidClientTokenId', 'The security token included in the request is invalid'),
    ],
    ['an unknown code', refused('SomethingNew', 'Words.', 400)],
    ['no answer', unreachable('unknown')],
    ['timed out', unreachable('timed-out')],
    ['nothing with 503', unreadable('empty', 503)],
    ['not sent', { kind: 'not-sent', why: 'refused-by-sdk', message: '' } as const],
  ])('cannot tell: %s', (_, outcome) => {
    const diagnosis = diagnose(outcome, facts({ tookMs: 10_000 }))
    expect(diagnosis?.cause).toBe('cannot-tell')
    if (diagnosis) expectRendered(diagnosis)
  })
})

describe('what was sent is not contradicted', () => {
  const AKIA = { accessKeyId: keyId({ kind: 'long-term' }), sessionToken: null }
  const scope = "Credential should be scoped to a valid region, not 'us-east-1'. "
  const torn = 'x not a valid key=value pair (missing equal-sign) in Authorization header'
  const expired = 'The security token included in the request is expired'
  const denied =
    'User: arn:aws:sts::111122223333:assumed-role/ExampleRole/example is not authorized to perform: sts:GetCallerIdentity'

  test.each([
    ['a token called expired', refused('ExpiredToken', expired), facts({ credentials: AKIA })],
    ['a request called expired', refused('RequestExpired', '', 400), facts()],
    ['a Region in order', refused('SignatureDoesNotMatch', scope), facts()],
    ['a header in order', refused('IncompleteSignature', torn, 400), facts()],
    ['an unnamed refusal', refused('AccessDenied', denied), facts()],
  ])('%s', (_, outcome, given) => {
    const diagnosis = diagnose(outcome, given)
    expect(diagnosis).not.toBeNull()
    if (diagnosis) expectRendered(diagnosis)
  })

  test('one candidate is not called several', () => {
    const diagnosis = diagnose(refused('RequestExpired', '', 400), facts())
    expect(diagnosis?.alternatives.length).toBe(1)
    const { headline, paragraph } = messages.cannotTell
    for (const say of [headline, paragraph]) {
      expect(say(diagnosis?.fills ?? {})).not.toMatch(/several|more than one|They stand/)
    }
  })

  test('no token is said to have been read where none was sent', () => {
    const diagnosis = diagnose(refused('ExpiredToken', expired), facts({ credentials: AKIA }))
    expect(messages.cannotTell.paragraph(diagnosis?.fills ?? {})).not.toMatch(/genuine|AWS read/)
  })

  test('the private endpoint is as sure in the paragraph as in the headline', () => {
    const { paragraph } = messages.causes['vpc-endpoint-policy']
    for (const action of ['sts:GetCallerIdentity', 'sts:AssumeRole']) {
      expect(paragraph('likely', { action })).toMatch(/probably/)
      expect(paragraph('certain', { action })).not.toMatch(/probably/)
    }
  })
})

describe('a text of another program', () => {
  test.each(DEV_CASES.map((each) => [each.id, each] as const))('%s', (_, each) => {
    const diagnosis = explainText(each.text, readSaidFacts(each.facts).facts)
    if (!diagnosis) return
    const { cause, certainty, fills } = diagnosis
    if (cause === 'cannot-tell' || certainty === null) {
      expectPhrase(proseOf(messages.cannotTell.headline(fills)))
      expectSentence(proseOf(messages.cannotTell.paragraph(fills)))
    } else {
      expectPhrase(proseOf(messages.causes[cause].headline(certainty, fills)))
      expectSentence(proseOf(messages.causes[cause].paragraph(certainty, fills)))
    }
    for (const { step, fills } of diagnosis.steps) {
      expectSentence(proseOf(messages.steps[step].sentence(fills)))
      for (const command of messages.steps[step].commands(fills)) {
        expect(command.text).not.toMatch(/undefined|''/)
      }
    }
    for (const row of diagnosis.evidence) {
      expectSound(proseOf(messages.value(row.name, row.expected)))
      expectSound(proseOf(messages.value(row.name, row.seen)))
    }
    for (const other of diagnosis.alternatives) {
      expectPhrase(proseOf(messages.causes[other.cause].name(fills)))
      expectSentence(proseOf(messages.causes[other.cause].howToTell(fills)))
    }
  })
})

describe('values', () => {
  test.each([
    ['clock-difference', { milliseconds: 400 }, '0.4 s ahead'],
    ['clock-difference', { milliseconds: -1_203_000 }, '20:03 behind'],
    ['expiration', { milliseconds: -312_000 }, '5:12 ago'],
    ['expiration', { milliseconds: 40_630_000 }, 'In 11:17:10'],
    ['token-age', { milliseconds: 1_500_000 }, '25:00'],
    ['waited', { milliseconds: 59_990 }, '59.9 s'],
    ['waited', { milliseconds: 184.4 }, '184 ms'],
    ['token-whole', { count: 1, of: 'bytes' }, '1 byte missing'],
    ['secret-length', { count: 36, of: 'characters' }, '36 characters'],
    ['http-status', { literal: '407' }, '`407`'],
  ] as const)('%s %o', (name, value, expected) => {
    expect(messages.value(name, value)).toBe(expected)
  })
})
