import { describe, expect, test } from 'vitest'
import { countdown, isoDuration, localTime, utcTime, zoneName } from './format-time.ts'

const NOON = Date.UTC(2026, 10, 22, 12, 0, 0)

describe('countdown', () => {
  test.each([
    ['nothing left', 0, '00:00'],
    ['below zero', -5000, '00:00'],
    ['parts of a second are dropped', 59_999, '00:59'],
    ['minutes', 42 * 60_000 + 18_000, '42:18'],
    ['one hour', 3_600_000, '1:00:00'],
    ['hours', 11 * 3_600_000 + 17 * 60_000 + 10_000, '11:17:10'],
    ['more than a day', 35 * 3_600_000 + 34 * 60_000 + 29_000, '35:34:29'],
  ])('%s', (_, milliseconds, expected) => {
    expect(countdown(milliseconds)).toBe(expected)
  })
})

test('a duration for machines has whole seconds and is never negative', () => {
  expect([isoDuration(61_500), isoDuration(-1)]).toEqual(['PT61S', 'PT0S'])
})

describe('UTC', () => {
  test.each([
    ['the same day', NOON + 61_000, '12:01:01 UTC'],
    ['the next day', NOON + 86_400_000, '23 Nov 12:00:00 UTC'],
    ['another year', NOON - 400 * 86_400_000, '18 Oct 2025 12:00:00 UTC'],
  ])('%s', (_, instant, expected) => {
    expect(utcTime(instant, NOON, 'en-GB')).toBe(expected)
  })
})

test('local time has the date where it is another day, and the zone has its offset', () => {
  expect(localTime(NOON, NOON, 'en-GB')).toMatch(/^\d\d:00:00$/)
  expect(localTime(NOON + 3 * 86_400_000, NOON, 'en-GB')).toMatch(/^25 Nov \d\d:00:00$/)
  expect(zoneName(NOON, 'en-GB')).toMatch(/UTC/)
})
