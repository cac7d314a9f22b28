import { describe, expect, test } from 'vitest'
import { shownName } from './field-names-table.ts'
import { readPaste } from './read-paste.ts'

const SECRET = 'EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0'

describe('the name that is shown beside a value', () => {
  test.each([
    ['an ordinary name', 'AWS_SESSION_TOKEN', 'AWS_SESSION_TOKEN'],
    ['a secret before it', `${SECRET}AWS_SESSION_TOKEN`, 'SESSION_TOKEN'],
    ['a secret and nothing known', `${SECRET}token`, ''],
  ])('%s', (_, name, expected) => {
    expect(shownName(name)).toBe(expected)
  })

  test('a line break that was lost puts no part of the secret into what is told', () => {
    const reading = readPaste(
      `AWS_ACCESS_KEY_ID=ASIARTX3GSDS2EXAMPLE\nAWS_SECRET_ACCESS_KEY=${SECRET}AWS_SESSION_TOKEN=IQoJEXAMPLE`,
    )
    expect(JSON.stringify(reading)).not.toContain(SECRET.slice(4, 24))
  })
})
