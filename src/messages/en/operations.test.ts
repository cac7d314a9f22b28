import { describe, expect, test } from 'vitest'
import { CLAIM_MEANINGS } from '#domain/federation/claims-table.ts'
import { readJwt } from '#domain/federation/read-jwt.ts'
import { checkParameters } from '#domain/sts/operations/check-parameters.ts'
import type { CallerKind } from '#domain/sts/operations/descriptor.ts'
import { parameterNamed } from '#domain/sts/operations/descriptor.ts'
import { durationCap } from '#domain/sts/operations/duration-cap.ts'
import type { Fault, FaultWord } from '#domain/sts/operations/fault.ts'
import { OPERATIONS } from '#domain/sts/operations/operation-table.ts'
import { federationMessages as federation } from './federation.ts'
import type { FederationMessages } from './federation.ts'
import { faultSentences, inWords } from './operation-faults.ts'
import { operationMessages as operations } from './operations.ts'
import type { OperationMessages } from './operations.ts'

const federationMessages: FederationMessages = federation
const operationMessages: OperationMessages = operations
const ALL = Object.values(OPERATIONS)
const CALLERS = Object.keys(operationMessages.callers) as CallerKind[]

/** The wording rules, as far as a test can hold them. */
function expectSound(text: string): void {
  expect(text.trim()).toBe(text)
  expect(text).not.toBe('')
  expect(text).not.toMatch(/undefined|null|NaN|\[object|``| {2}|\.\./)
  expect(text).not.toMatch(/!|\b(?:please|sorry|oops|invalid|we|our|I)\b/i)
  expect(text).not.toMatch(/\bregion\b/)
  expect((text.match(/`/g) ?? []).length % 2).toBe(0)
}

function expectSentence(text: string): void {
  expectSound(text)
  expect(text.at(-1)).toMatch(/[.?]/)
}

function expectPhrase(text: string): void {
  expectSound(text)
  expect(text.at(-1)).not.toBe('.')
}

describe.each(ALL.map((descriptor) => [descriptor.name, descriptor] as const))(
  '%s',
  (name, descriptor) => {
    test('has a title, a button and a sentence', () => {
      const { title, press, what } = operationMessages.operations[name]
      expectPhrase(title)
      expectPhrase(press)
      expectSentence(what)
    })

    test('has a label and a hint for each parameter', () => {
      for (const parameter of descriptor.parameters) {
        const { label, hint } = operationMessages.parameter(name, parameter)
        expectPhrase(label)
        expectSentence(hint)
      }
    })

    test('has a label for each field of the answer', () => {
      for (const { path } of descriptor.fields) {
        const label = operationMessages.replyField(path)
        expectPhrase(label)
        if (path.includes('.')) expect(label).not.toBe(path)
      }
    })

    test('says who may call it, what leaves and what is recorded', () => {
      const given = descriptor.parameters.map((parameter) => parameter.name)
      expectSentence(operationMessages.before.recorded(descriptor, given))
      expectSentence(operationMessages.before.recorded(descriptor, []))
      expectPhrase(operationMessages.before.leaves(descriptor))
      expectPhrase(operationMessages.before.needs(descriptor, given))
      for (const caller of CALLERS) {
        const refusal = operationMessages.refusal(descriptor, caller)
        expect(refusal === null).toBe(descriptor.callers[caller] === 'may')
        if (refusal !== null) expectSentence(refusal)
      }
    })

    test('explains its duration to each caller', () => {
      for (const caller of [...CALLERS, null]) {
        const cap = durationCap(descriptor, caller)
        if (cap) expectSentence(operationMessages.duration(cap))
      }
    })

    test('has a sentence for every fault of every parameter', () => {
      const words = Object.keys(faultSentences) as FaultWord[]
      for (const parameter of descriptor.parameters) {
        for (const fault of words) {
          for (const detail of [
            null,
            'account',
            'name',
            'iam:user',
            'chaining',
            'SerialNumber',
            parameter.text?.pattern ?? null,
          ]) {
            const facts: Fault = {
              parameter: parameter.name,
              fault,
              severity: 'error',
              member: 'x',
              index: null,
              bound: 900,
              has: 1,
              detail: fault === 'not-one-of' || fault === 'other-partition' ? 'aws-cn' : detail,
              shown: null,
            }
            expectSentence(operationMessages.fault(facts, parameter))
          }
        }
      }
    })
  },
)

test('the real faults of a real form', () => {
  const faults = checkParameters(OPERATIONS.AssumeRole, {
    RoleArn: 'arn:aws:iam::111122223333:user/minji',
    RoleSessionName: 'a b',
    DurationSeconds: '43201',
    Policy: '{',
  })
  expect(faults.length).toBe(4)
  for (const fault of faults) {
    const parameter = parameterNamed(OPERATIONS.AssumeRole, fault.parameter)
    if (parameter) expectSentence(operationMessages.fault(fault, parameter))
  }
})

test.each([
  [900, '15 min'],
  [3600, '1 h'],
  [129_600, '36 h'],
  [5400, '90 min'],
  [61, '61 s'],
])('%i seconds', (seconds, words) => {
  expect(inWords(seconds)).toBe(words)
})

describe('what is said of tokens and responses', () => {
  test('every claim has a meaning', () => {
    for (const meaning of CLAIM_MEANINGS.values())
      expectPhrase(federationMessages.jwt.claims[meaning])
    const used = new Set(CLAIM_MEANINGS.values())
    expect(new Set(Object.keys(federationMessages.jwt.claims))).toEqual(used)
  })

  test('every problem of a token has a sentence', () => {
    for (const sentence of Object.values(federationMessages.jwt.problems)) {
      for (const detail of ['payload', 'ES256K']) {
        expectSentence(sentence({ problem: 'empty', severity: 'error', detail, instant: null }))
      }
    }
  })

  test('every problem of a response has a sentence', () => {
    for (const sentence of Object.values(federationMessages.saml.problems)) {
      expectSentence(sentence({ problem: 'empty', severity: 'error', detail: 'x', instant: null }))
    }
  })

  test('a real problem', () => {
    for (const problem of readJwt('a.b', null).problems)
      expectSentence(federationMessages.jwt.problem(problem))
  })

  test('facts, forms, repairs and notes', () => {
    const { facts, forms, repairs } = federationMessages.saml
    for (const words of [facts, forms, repairs, federationMessages.jwt.wrappings]) {
      for (const text of Object.values(words)) expectPhrase(text)
    }
    for (const text of Object.values(operationMessages.skeletonNotes)) expectSentence(text)
    for (const text of Object.values(operationMessages.minted)) expectSentence(text)
    expectSentence(federationMessages.jwt.notChecked)
    expectSentence(federationMessages.saml.notChecked)
    expectSentence(federationMessages.saml.redeem)
    expectSentence(operationMessages.before.regionalOnly)
  })
})
