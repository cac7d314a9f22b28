import { expect, test } from 'vitest'
import { knobMessages } from '#messages/en/knobs.ts'
import { KNOBS } from '#sandbox/knobs.ts'

test('every knob of the sandbox is offered, and no other', () => {
  expect(Object.keys(knobMessages.names)).toEqual(KNOBS)
})
