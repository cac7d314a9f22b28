import { expect, test } from 'vitest'
import { firstMessages } from '#messages/en/first.ts'
import { SITUATIONS } from '#sandbox/situations.ts'
import { SITUATION_ROWS } from './situation-rows.ts'

test('the list of the first screen is the sandbox’s own, and every row has its words', () => {
  expect(SITUATION_ROWS).toEqual(
    SITUATIONS.map(({ id, expectedCode }) => ({ id, code: expectedCode ?? '' })),
  )
  expect(Object.keys(firstMessages.situations.names)).toEqual(SITUATIONS.map(({ id }) => id))
})
