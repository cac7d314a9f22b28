import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSettings } from './read-settings.ts'
import { INTERFERENCES, ORDINARY } from './world.ts'

describe('settings', () => {
  test('what is named is set, the rest stays', () => {
    const present = { ...ORDINARY, clockOffsetMs: 5 }
    const json = JSON.stringify({
      interference: 'hang',
      endedSessions: ['ASIAQWERTYUIOPASDFGH'],
      propagationSeconds: 10,
      deactivatedRegions: ['eu-west-1'],
      disabledRegions: ['af-south-1'],
      defaultRegion: 'eu-west-1',
    })
    expect(readSettings(json, present)).toEqual({
      kind: 'settings',
      settings: { ...present, ...(JSON.parse(json) as object) },
    })
  })

  test.each(INTERFERENCES)('interference %s', (interference) => {
    expect(readSettings(JSON.stringify({ interference }), ORDINARY)).toMatchObject({
      settings: { interference },
    })
  })

  test.each([
    ['', { finding: 'not-an-object' }],
    ['{', { finding: 'not-an-object' }],
    ['[]', { finding: 'not-an-object' }],
    ['null', { finding: 'not-an-object' }],
    ['"x"', { finding: 'not-an-object' }],
    ['{"clock":1}', { finding: 'unknown-setting', setting: 'clock' }],
    ['{"__proto__":{}}', { finding: 'unknown-setting', setting: '__proto__' }],
    ['{"clockOffsetMs":"1"}', { finding: 'wrong-value', setting: 'clockOffsetMs' }],
    ['{"clockOffsetMs":1.5}', { finding: 'wrong-value', setting: 'clockOffsetMs' }],
    ['{"clockOffsetMs":1e300}', { finding: 'wrong-value', setting: 'clockOffsetMs' }],
    ['{"interference":"fire"}', { finding: 'wrong-value', setting: 'interference' }],
    ['{"endedSessions":"ASIA"}', { finding: 'wrong-value', setting: 'endedSessions' }],
    ['{"endedSessions":["ASIA"]}', { finding: 'wrong-value', setting: 'endedSessions' }],
    ['{"propagationSeconds":-1}', { finding: 'wrong-value', setting: 'propagationSeconds' }],
    ['{"deactivatedRegions":["us-east-1"]}', { finding: 'wrong-value' }],
    ['{"defaultRegion":"ap-hong-9"}', { finding: 'wrong-value', setting: 'defaultRegion' }],
    ['{"defaultRegion":["eu-west-1"]}', { finding: 'wrong-value', setting: 'defaultRegion' }],
    ['{"disabledRegions":["ap-hong-9"]}', { finding: 'wrong-value', setting: 'disabledRegions' }],
    [
      JSON.stringify({ disabledRegions: Array(101).fill('af-south-1') }),
      { finding: 'wrong-value' },
    ],
  ])('%s', (json, why) => {
    expect(readSettings(json, ORDINARY)).toMatchObject({ kind: 'refused', why })
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        expect(['settings', 'refused']).toContain(readSettings(json, ORDINARY).kind)
      }),
    )
  })
})
