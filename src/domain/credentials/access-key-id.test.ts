import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountOfUniqueId, describeAccessKeyId, encodeAccessKeyId } from './access-key-id.ts'

const ACCOUNT = '111122223333'

describe('account inside an ID', () => {
  test.each([
    ['temporary key', 'ASIA', 20],
    ['long-term key', 'AKIA', 20],
    ['role', 'AROA', 21],
    ['user', 'AIDA', 21],
  ] as const)('%s: written, then read', (_name, prefix, length) => {
    const id = encodeAccessKeyId({ prefix, account: ACCOUNT, tail: 'EXAMPLE' })
    expect(id).toMatch(/EXAMPLE$/)
    expect(id).toHaveLength(length)
    expect(accountOfUniqueId(id)).toBe(ACCOUNT)
  })

  test('every account and tail reads back', () => {
    const account = fc
      .integer({ min: 0, max: 999_999_999_999 })
      .map((n) => String(n).padStart(12, '0'))
    const tail = fc.stringMatching(/^[A-Z2-7]{0,12}$/)
    fc.assert(
      fc.property(
        account,
        tail,
        fc.constantFrom('ASIA', 'AKIA', 'AROA', 'AIDA'),
        (account, tail, prefix) => {
          const id = encodeAccessKeyId({ prefix, account, tail })
          expect(accountOfUniqueId(id)).toBe(account)
          expect(id.endsWith(tail.slice(-7))).toBe(true)
        },
      ),
    )
  })
})

describe('what an access key ID shows', () => {
  const key = encodeAccessKeyId({ prefix: 'ASIA', account: ACCOUNT, tail: 'EXAMPLE' })
  const longTerm = encodeAccessKeyId({ prefix: 'AKIA', account: ACCOUNT, tail: 'EXAMPLE' })
  const role = encodeAccessKeyId({ prefix: 'AROA', account: ACCOUNT, tail: 'EXAMPLE' })

  test.each([
    ['temporary', key, { kind: 'temporary', prefix: 'ASIA', account: ACCOUNT, flaws: [] }],
    ['long-term', longTerm, { kind: 'long-term', prefix: 'AKIA', account: ACCOUNT, flaws: [] }],
    ['old style', 'ASIAIEXAMPLKEXAMPLTA', { kind: 'temporary', account: null, flaws: [] }],
    ['documentation', 'ASIAIOSFODNN7EXAMPLE', { account: null, isDocumentation: true, flaws: [] }],
    [
      'documentation with an 8',
      'AKIAI44QH8DHBEXAMPLE',
      { kind: 'long-term', isDocumentation: true, flaws: [] },
    ],
    [
      'one short',
      key.slice(0, -1),
      { kind: 'temporary', account: null, flaws: [{ flaw: 'length', expected: 20, seen: 19 }] },
    ],
    [
      'a zero',
      `${key.slice(0, 13)}0${key.slice(14)}`,
      { flaws: [{ flaw: 'foreign-characters', count: 1 }] },
    ],
    [
      'a blank and two quotes',
      ` "${key}"`,
      {
        kind: 'temporary',
        account: ACCOUNT,
        flaws: [
          { flaw: 'blanks', count: 1 },
          { flaw: 'quotes', count: 2 },
        ],
      },
    ],
    ['role ID', role, { kind: 'other', prefix: 'AROA', account: null }],
    ['emulator', 'test', { kind: 'other', prefix: null, isDocumentation: false }],
    [
      'a secret',
      'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE',
      { kind: 'other', looksLike: 'secret-access-key' },
    ],
    ['empty', '', { kind: 'other', prefix: null, account: null }],
  ])('%s', (_name, text, expected) => {
    expect(describeAccessKeyId(text)).toMatchObject(expected)
  })

  test('our own EXAMPLE keys are no documentation keys', () => {
    expect([key, longTerm].map((text) => describeAccessKeyId(text).isDocumentation)).toEqual([
      false,
      false,
    ])
  })

  test('nothing throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void describeAccessKeyId(text)))
  })
})
