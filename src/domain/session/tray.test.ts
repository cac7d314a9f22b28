import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import { readPaste } from '../reading/read-paste.ts'
import type { ReadCredentials } from '../reading/reading.ts'
import { DEFAULT_TARGET, chosenCredentials, type Settled } from './desk.ts'
import { startSession, transition, type Session, type SessionEvent } from './session.ts'
import { deskOf, inLineage, lineageOf, secretsHeld } from './tray.ts'

const NOW = 1_800_000_000_000
const SECRET = 'EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0'

const setOf = (letter: string): string =>
  `[${letter}]\naws_access_key_id = ASIARTX3GSDS${letter}EXAMPLE\naws_secret_access_key = ${SECRET}\n`

const pasted = (text: string, change: Partial<Extract<SessionEvent, { type: 'pasted' }>> = {}) =>
  ({
    type: 'pasted',
    paste: new Secret(text),
    reading: readPaste(text),
    target: DEFAULT_TARGET,
    targetReason: 'default',
    situation: null,
    keepsBoxOpen: false,
    ...change,
  }) as const

const minted = (parent: number | null, letter: string): SessionEvent => ({
  type: 'minted',
  set: readPaste(setOf(letter)).credentials[0] as ReadCredentials,
  origin: {
    kind: 'minted',
    operation: 'AssumeRole',
    parent,
    at: NOW,
    durationSeconds: null,
    hasMfa: false,
    identity: null,
  },
  target: DEFAULT_TARGET,
  situation: null,
})

const settled: Settled = {
  outcome: { kind: 'cancelled' },
  reply: { kind: 'not-sent', why: 'chunk-unavailable', message: '' },
  identity: null,
  diagnosis: null,
  clockDifferenceMs: null,
  at: NOW,
}

const run = (...events: readonly SessionEvent[]): Session =>
  events.reduce(transition, startSession())

/** The letters of the held sets, in order; the open one in brackets. */
function lettersOf(session: Session): string {
  return session.held
    .map(({ id }) => {
      const desk = deskOf(session, id)
      const letter = desk && chosenCredentials(desk)?.accessKeyId?.value.reveal().slice(12, -7)
      return id === session.open ? `[${String(letter)}]` : String(letter)
    })
    .join(' ')
}

describe('pasting', () => {
  test.each<[string, readonly SessionEvent[], string]>([
    ['one set', [pasted(setOf('2'))], '[2]'],
    ['two sets in one paste', [pasted(setOf('2') + setOf('3'))], '[2] 3'],
    ['another paste joins the first', [pasted(setOf('2')), pasted(setOf('3'))], '2 [3]'],
    [
      'the same access key ID takes the place of the older paste',
      [pasted(setOf('2')), pasted(setOf('3')), pasted(setOf('2'))],
      '3 [2]',
    ],
    [
      'an incomplete set does not stay',
      [pasted('AWS_ACCESS_KEY_ID=ASIARTX3GSDS4EXAMPLE'), pasted(setOf('2'))],
      '[2]',
    ],
    [
      'typing in the box rewrites what the box held',
      [pasted(setOf('2')), { type: 'paste-opened' }, pasted(setOf('5'), { keepsBoxOpen: true })],
      '[5]',
    ],
    [
      'a situation takes the place of the one before',
      [pasted(setOf('2'), { situation: 'a' }), pasted(setOf('3'), { situation: 'b' })],
      '[3]',
    ],
    [
      'a situation that something was made from stays',
      [
        pasted(setOf('2'), { situation: 'a' }),
        minted(1, '6'),
        pasted(setOf('3'), { situation: 'b' }),
      ],
      '2 6 [3]',
    ],
    [
      'a text that names a held key ID only does not take its place',
      [pasted(setOf('2')), pasted('AWS_ACCESS_KEY_ID=ASIARTX3GSDS2EXAMPLE')],
      '2 [2]',
    ],
    ['an error text leaves the held ones held', [pasted(setOf('2')), pasted('ExpiredToken')], '2'],
  ])('%s', (_, events, letters) => {
    expect(lettersOf(run(...events))).toBe(letters)
  })

  test('a rewritten set keeps its number and its name', () => {
    const session = run(
      pasted(setOf('2')),
      { type: 'renamed', id: 1, name: ' work ' },
      pasted(setOf('5'), { keepsBoxOpen: true }),
    )
    expect(session.held).toMatchObject([{ id: 1, name: 'work' }])
  })
})

describe('choosing', () => {
  const asked: readonly SessionEvent[] = [
    { type: 'asked', ticket: 1, at: NOW },
    { type: 'settled', ticket: 1, settled },
  ]

  test('a set comes back with its own answer and its own target', () => {
    const target = { ...DEFAULT_TARGET, region: 'eu-west-1' }
    const events = [pasted(setOf('2'), { target }), ...asked, pasted(setOf('3'))]
    const session = run(...events)
    expect(session).toMatchObject({ call: { kind: 'idle' }, target: { region: 'us-east-1' } })
    const back = transition(session, { type: 'chosen', id: 1 })
    expect(back).toMatchObject({ call: { kind: 'settled' }, target: { region: 'eu-west-1' } })
    expect(lettersOf(back)).toBe('[2] 3')
  })

  test('a call that is under way ends where its set leaves the desk', () => {
    const session = run(pasted(setOf('2') + setOf('3')), { type: 'asked', ticket: 1, at: NOW })
    const back = [2, 1].reduce((s, id) => transition(s, { type: 'chosen', id }), session)
    expect(back.call.kind).toBe('idle')
  })

  test('at most two are marked; the oldest mark gives way', () => {
    const session = run(
      pasted(setOf('2') + setOf('3') + setOf('4')),
      ...[1, 2, 3].map((id) => ({ type: 'marked', id, isMarked: true }) as const),
    )
    expect(session.marked).toEqual([2, 3])
    expect(transition(session, { type: 'dropped', id: 3 }).marked).toEqual([2])
  })
})

describe('what operations return', () => {
  const family = run(pasted(setOf('2')), minted(1, '3'), minted(2, '4'), pasted(setOf('7')))

  test('has a lineage', () => {
    expect(lineageOf(family, 3).map(({ id }) => id)).toEqual([1, 2, 3])
    expect(inLineage(family.held).map(({ id }) => id)).toEqual([1, 2, 3, 4])
  })

  test('children stand behind their parent, wherever they were made', () => {
    expect(inLineage(transition(family, minted(1, '5')).held).map(({ id }) => id)).toEqual([
      1, 2, 3, 5, 4,
    ])
  })

  test('a dropped parent leaves its children without one; the next set comes on the desk', () => {
    const onDesk = transition(family, { type: 'chosen', id: 2 })
    const rest = transition(onDesk, { type: 'dropped', id: 2 })
    expect(lettersOf(rest)).toBe('[2] 4 7')
    expect(lineageOf(rest, 3).map(({ id }) => id)).toEqual([3])
  })
})

test('dropping the last set leaves nothing, and every input is made anew', () => {
  const session = run(pasted(setOf('2')), { type: 'dropped', id: 1 })
  expect(secretsHeld(session)).toEqual([])
  expect(session).toMatchObject({ open: null, reading: null, clears: 1 })
})

test('every secret of every held set is found', () => {
  const session = run(pasted(setOf('2') + setOf('3')), minted(1, '4'))
  expect(secretsHeld(session).filter((secret) => secret.reveal() === SECRET).length).toBe(3)
})
