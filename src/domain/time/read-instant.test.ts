import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readInstant } from './read-instant.ts'

const T = Date.UTC(2026, 10, 22, 2)

test.each([
  ['ISO', '2026-11-22T02:00:00Z', T],
  ['ISO, quoted', '"2026-11-22T02:00:00Z"', T],
  ['ISO in Seoul', '2026-11-22T11:00:00+09:00', T],
  ['seconds', '1795312800', T],
  ['seconds as float', '1795312800.5', T + 500],
  ['float in E notation', '1.7953128E9', T],
  ['milliseconds', '1795312800000', T],
  ['HTTP', 'Sun, 22 Nov 2026 02:00:00 GMT', T],
  ['x-amz-date', '20261122T020000Z', T],
  ['CloudTrail', 'Nov 22, 2026 2:00:00 AM', T],
  ['CloudTrail, afternoon', 'Jul 4, 2019 4:29:29 PM', Date.UTC(2019, 6, 4, 16, 29, 29)],
  ['CloudTrail, midnight', 'Jul 4, 2019 12:00:00 AM', Date.UTC(2019, 6, 4)],
  ['whole month', 'November 22, 2026 02:00:00', T],
  ['Python', 'datetime.datetime(2026, 11, 22, 2, 0, tzinfo=tzutc())', T],
  [
    'Python, timezone',
    'datetime.datetime(2026, 11, 22, 2, 0, 1, tzinfo=datetime.timezone.utc)',
    T + 1000,
  ],
  ['Python, offset', 'datetime.datetime(2026, 11, 22, 11, 0, tzinfo=tzoffset(None, 32400))', T],
  ['Python, no zone', 'datetime.datetime(2026, 11, 22, 2, 0)', T],
  ['Python, local zone', 'datetime.datetime(2026, 11, 22, 2, 0, tzinfo=tzlocal())', null],
  ['Go', '2026-11-22 02:00:00 +0000 UTC', T],
  ['Go, with its clock', '2026-11-22 02:00:00.25 +0000 UTC m=+0.000123', T + 250],
  ['Go, constructed', 'time.Date(2026, time.November, 22, 2, 0, 0, 0, time.UTC)', T],
  ['JavaScript, constructed', "new Date('2026-11-22T02:00:00.000Z')", T],
  ['JavaScript, number', 'new Date(1795312800000)', T],
  ['JavaScript, printed', 'Sun Nov 22 2026 11:00:00 GMT+0900 (Korean Standard Time)', T],
  ['Java, printed', 'Sun Nov 22 02:00:00 UTC 2026', T],
  ['Java, another zone by name', 'Sun Nov 22 02:00:00 KST 2026', null],
  ['Java, zoned', '2026-11-22T02:00:00Z[UTC]', T],
  ['.NET', '/Date(1795312800000)/', T],
  ['month or day first', '11/12/2026 2:00:00 AM', null],
  ['year 54733', '1664970000000000', null],
  ['a duration', '3600', null],
  ['lease', '59m59s', null],
  ['words', 'next Tuesday', null],
  ['no such month', 'Foo 4, 2019 4:29:29 PM', null],
  ['hour 13 in the afternoon', 'Jul 4, 2019 13:29:29 PM', null],
  ['empty', '', null],
])('%s', (_name, text, expected) => {
  expect(readInstant(text)).toBe(expected)
})

test('no text throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readInstant(text)))
})
