import { describe, expect, test } from 'vitest'
import { readPaste } from './read-paste.ts'
import { A, B, ENDS, FAMILIES, setsOf } from './written-pastes.ts'

const values = `access_key         ${A.key}\nsecret_key         ${A.secret}\nsession_token      ${A.token}`
const data = { access_key: A.key, secret_key: A.secret, security_token: A.token }
const json = (more: object) => JSON.stringify({ lease_id: 'aws/sts/example/0', ...more, data })
const leaseOf = (text: string) => {
  const { credentials, notes } = readPaste(text)
  expect(credentials).toHaveLength(1)
  return { ends: credentials[0]?.expiration?.instant ?? null, notes }
}

describe('a lease', () => {
  test.each([
    ['table', `lease_duration     59m59s\nlease_renewable    false\n${values}`, 3599],
    ['table, hours', `lease_id           aws/x/0\nlease_duration     768h\n${values}`, 2_764_800],
    ['table, seconds', `${values}\nlease_duration     3600\n`, 3600],
    ['JSON', json({ lease_duration: 3600 }), 3600],
  ])('%s: how long, and that its start is not said', (_name, text, seconds) => {
    const { ends, notes } = leaseOf(text)
    expect(ends).toBeNull()
    expect(notes).toMatchObject([
      { note: 'lease-without-start', seconds, found: { name: 'lease_duration' } },
    ])
  })

  test.each([
    ['table', `lease_duration     1h\nissue_time         2026-11-22T01:00:00Z\n${values}`],
    ['JSON', json({ issue_time: '2026-11-22T01:00:00Z', lease_duration: 3600 })],
    [
      'the end is said',
      json({ expire_time: '2026-11-22T02:00:00Z' }).replace(
        '"data":{',
        '$&"expiration":"2026-11-22T02:00:00Z",',
      ),
    ],
  ])('%s: its end is the expiration', (_name, text) => {
    expect(leaseOf(text)).toEqual({ ends: ENDS, notes: [] })
  })

  test.each([
    ['no lease', json({ lease_duration: 0 })],
    ['no number', json({ lease_duration: 'x' })],
    ['an instant', json({ lease_duration: ENDS })],
    ['a time of issue alone', json({ issue_time: '2026-11-22T01:00:00Z' })],
  ])('%s: nothing is told', (_name, text) => {
    expect(leaseOf(text)).toEqual({ ends: null, notes: [] })
  })

  test('a lease alone is nothing', () => {
    expect(readPaste('lease_duration     1h\nlease_id   secret/x\n')).toMatchObject({
      credentials: [],
      notes: [],
    })
  })
})

describe('of which set a note speaks', () => {
  const quoted = (text: string) => text.replace(/ = (.*)/, ' = \'"$1"\'')

  test('its place and its profile', () => {
    const first = FAMILIES.INI(A)
    const second = quoted(FAMILIES.INI(B)).replace('default', 'dev')
    const { credentials, notes } = readPaste(`${first}\n${second}`)
    expect(credentials).toHaveLength(2)
    expect(notes).toEqual([
      { note: 'quotes-removed', field: 'accessKeyId', set: { index: 1, profile: 'dev' } },
      { note: 'more-credentials', count: 2 },
    ])
  })

  test('nothing is said of it where there is one set', () => {
    const reading = readPaste(quoted(FAMILIES.INI(A)))
    expect(setsOf(reading)).toEqual([A])
    expect(reading.notes).toEqual([{ note: 'quotes-removed', field: 'accessKeyId' }])
  })
})
