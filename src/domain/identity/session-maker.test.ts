import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIso } from '../time/instant.ts'
import { SESSION_MAKERS } from './session-maker-table.ts'
import { sessionNameTime } from './session-maker.ts'

describe('sessionNameTime', () => {
  test.each([
    ['botocore, seconds', 'botocore-session-1763770000', 1_763_770_000_000],
    ['JavaScript SDK, milliseconds', 'aws-sdk-js-1763770000123', 1_763_770_000_123],
    ['same, web identity', 'aws-sdk-js-session-1763770000123', 1_763_770_000_123],
    ['Java SDK, milliseconds', 'aws-sdk-java-1763770000123', 1_763_770_000_123],
    ['Go SDK, nanoseconds', 'aws-go-sdk-1763770000123456789', 1_763_770_000_123],
    ['before 2001', 'botocore-session-999999999', 999_999_999_000],
    ['a name someone chose', 'minji', null],
    ['digits alone', '1763770000', null],
    ['too many digits', 'botocore-session-17637700001', null],
    ['text behind the digits', 'aws-sdk-js-1763770000123-x', null],
    ['a hostile length', `botocore-session-${'1'.repeat(100_000)}`, null],
  ])('%s', (_, name, expected) => {
    expect(sessionNameTime(name)).toBe(expected)
  })

  test('gives back every time that botocore writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 9_999_999_999 }), (seconds) => {
        expect(sessionNameTime(`botocore-session-${seconds}`)).toBe(seconds * 1000)
      }),
    )
    expect(formatIso(sessionNameTime('botocore-session-1763770000') ?? 0)).toBe(
      '2025-11-22T00:06:40Z',
    )
  })
})

test('every pattern is anchored, and bounded where it repeats', () => {
  for (const { pattern } of SESSION_MAKERS) {
    expect(pattern.source).toMatch(/^\^/)
    expect(pattern.source.replace(/\[[^\]]*\]/g, '')).not.toMatch(/[*+]|\{\d*,\}/)
  }
})
