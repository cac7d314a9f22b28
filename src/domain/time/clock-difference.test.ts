import { expect, test } from 'vitest'
import { notableDifference } from './clock-difference.ts'

test.each([
  ['not measured', null, null],
  ['none', 0, null],
  ['under a second', -999, null],
  ['a second', 1000, 1000],
  ['behind', -1_200_000, -1_200_000],
])('a difference worth counting with: %s', (_name, measured, expected) => {
  expect(notableDifference(measured)).toBe(expected)
})
