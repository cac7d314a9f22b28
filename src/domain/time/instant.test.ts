import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatAmzDate,
  formatHttpDate,
  formatIso,
  instantOf,
  parseAmzDate,
  parseHttpDate,
  parseIso,
  utcOf,
} from './instant.ts'

/** Years 0 to 9999, which four digits can write. */
const instants = fc.integer({
  min: Date.UTC(100, 0, 1),
  max: Date.UTC(9999, 11, 31, 23, 59, 59, 999),
})
const seconds = instants.map((instant) => Math.floor(instant / 1000) * 1000)

describe('against the calendar of JavaScript', () => {
  test('fields', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const date = new Date(instant)
        expect(utcOf(instant)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
          millisecond: date.getUTCMilliseconds(),
        })
      }),
    )
  })

  test('fields to an instant and back', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const t = utcOf(instant)
        expect(instantOf(t.year, t.month, t.day, t.hour, t.minute, t.second, t.millisecond)).toBe(
          instant,
        )
      }),
    )
  })

  test('texts', () => {
    fc.assert(
      fc.property(seconds, (instant) => {
        const date = new Date(instant)
        const iso = date.toISOString()
        expect(formatIso(instant)).toBe(iso.replace('.000', ''))
        expect(parseIso(iso)).toBe(instant)
        expect(parseIso(formatIso(instant))).toBe(instant)
        expect(parseAmzDate(formatAmzDate(instant))).toBe(instant)
        expect(formatHttpDate(instant)).toBe(date.toUTCString())
        expect(parseHttpDate(date.toUTCString())).toBe(instant)
      }),
    )
  })

  test('every millisecond of a second', () => {
    for (let instant = 0; instant < 1000; instant += 1) {
      expect(parseIso(new Date(instant).toISOString())).toBe(instant)
    }
  })
})

const T = Date.UTC(2026, 10, 22, 1, 12, 4)

describe('ISO 8601', () => {
  test.each([
    ['Z', '2026-11-22T01:12:04Z', T],
    ['small z', '2026-11-22t01:12:04z', T],
    ['zero offset', '2026-11-22T01:12:04+00:00', T],
    ['east', '2026-11-22T10:12:04+09:00', T],
    ['west, no colon', '2026-11-21T19:42:04-0530', T],
    ['hours only', '2026-11-22T03:12:04+02', T],
    ['no zone is UTC', '2026-11-22T01:12:04', T],
    ['a blank', '2026-11-22 01:12:04 UTC', T],
    ['fraction', '2026-11-22T01:12:04.250Z', T + 250],
    ['nanoseconds', '2026-11-22T01:12:04.123456789Z', T + 123],
    ['no seconds', '2026-11-22T01:12Z', T - 4000],
    ['leap day', '2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['no leap day', '2026-02-29T00:00:00Z', null],
    ['month 13', '2026-13-01T00:00:00Z', null],
    ['midnight as 24', '2026-11-22T24:00:00Z', Date.UTC(2026, 10, 23)],
    ['minute 60', '2026-11-22T01:60:00Z', null],
    ['date only', '2026-11-22', null],
    ['words', 'tomorrow', null],
    ['empty', '', null],
  ])('%s', (_name, text, expected) => {
    expect(parseIso(text)).toBe(expected)
  })
})

test.each([
  ['another shape', '2026-11-22T01:12:04Z'],
  ['day 31 of November', '20261131T000000Z'],
  ['empty', ''],
])('x-amz-date: %s', (_name, text) => {
  expect(parseAmzDate(text)).toBeNull()
})

test.each([
  ['unknown month', 'Sun, 22 Foo 2026 01:12:04 GMT'],
  ['no zone', 'Sun, 22 Nov 2026 01:12:04'],
  ['empty', ''],
])('Date header: %s', (_name, text) => {
  expect(parseHttpDate(text)).toBeNull()
})

test('no text throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      void parseIso(text)
      void parseAmzDate(text)
      void parseHttpDate(text)
    }),
  )
})
