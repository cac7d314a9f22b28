import { expect, test } from 'vitest'
import { KNOBS, settingsOfKnob } from './knobs.ts'
import { ORDINARY } from './world.ts'

const IN_USE = { accessKeyId: 'ASIARTX3GSDS2EXAMPLE', region: 'ap-northeast-2' }

test.each(KNOBS.map((knob) => [knob] as const))('%s changes one setting', (knob) => {
  const changed = settingsOfKnob(knob, IN_USE)
  expect(Object.keys(changed)).toHaveLength(1)
  expect({ ...ORDINARY, ...changed }).not.toEqual(ORDINARY)
})
