import { expect, test } from 'vitest'
import { secondsIn } from './duration.ts'

test.each([
  ['3600', 3600],
  ['1h', 3600],
  ['1h0m0s', 3600],
  ['59m59s', 3599],
  ['768h', 2_764_800],
  [' 900s ', 900],
  ['0', 0],
  ['', null],
  ['1d', null],
  ['-1', null],
  ['1.5h', null],
  ['1780000000000', null],
  ['1h1h1h1h', null],
  ['h', null],
])('%j is %j seconds', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds)
})
