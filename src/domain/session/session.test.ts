import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import { readPaste } from '../reading/read-paste.ts'
import type { StsReply } from '../sts/call.ts'
import { chosenCredentials, type Settled } from './desk.ts'
import { secretsHeld } from './tray.ts'
import { startSession, transition, type Session, type SessionEvent } from './session.ts'

const NOW = 1_800_000_000_000
const PASTE = [
  'export AWS_ACCESS_KEY_ID=ASIARTX3GSDS2EXAMPLE',
  'export AWS_SECRET_ACCESS_KEY=EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0',
].join('\n')

const pasted = (text = PASTE): SessionEvent => ({
  type: 'pasted',
  paste: new Secret(text),
  reading: readPaste(text),
  target: startSession().target,
  targetReason: 'default',
  situation: null,
  keepsBoxOpen: false,
})

const reply: StsReply = {
  kind: 'answered',
  request: {
    method: 'POST',
    url: 'https://sts.us-east-1.amazonaws.com/',
    host: 'sts.us-east-1.amazonaws.com',
    headers: [['authorization', ['Signature=', new Secret('signature-of-nothing')]]],
    body: '',
  },
  response: { status: 200, headers: {}, body: '', bytes: 0 },
  timing: { sentAt: NOW, tookMs: 5 },
  result: null,
}

const settled: Settled = {
  outcome: { kind: 'cancelled' },
  reply,
  identity: null,
  diagnosis: null,
  clockDifferenceMs: null,
  at: NOW,
}

const asked = (ticket: number): SessionEvent => ({ type: 'asked', ticket, at: NOW })

const run = (...events: readonly SessionEvent[]): Session =>
  events.reduce(transition, startSession())

describe('transition', () => {
  test('a paste that was read closes the box; one that was not keeps it open', () => {
    expect(run(pasted()).isEditingPaste).toBe(false)
    expect(run(pasted('nothing of the kind')).isEditingPaste).toBe(true)
    expect(chosenCredentials(run(pasted()))?.accessKeyId?.value.length).toBe(20)
  })

  test('an answer of the present ticket is taken, a stale one is not', () => {
    expect(run(pasted(), asked(2), { type: 'settled', ticket: 2, settled }).call.kind).toBe(
      'settled',
    )
    expect(run(pasted(), asked(2), { type: 'settled', ticket: 1, settled }).call.kind).toBe(
      'sending',
    )
  })

  test.each<[string, SessionEvent]>([
    ['another paste', pasted()],
    ['an edited value', { type: 'edited', field: 'secretAccessKey', value: new Secret('x') }],
    ['another target', { type: 'retargeted', target: startSession().target, reason: 'chosen' }],
    ['leaving the situation', { type: 'situation-left' }],
    ['clearing', { type: 'cleared' }],
  ])('%s takes the answer off the screen, also one that is still to come', (_, event) => {
    const later = run(pasted(), asked(1), event)
    expect(later.call.kind).toBe('idle')
    expect(transition(later, { type: 'settled', ticket: 1, settled }).call.kind).toBe('idle')
    expect(
      transition(run(pasted(), asked(1), { type: 'settled', ticket: 1, settled }), event).call.kind,
    ).toBe('idle')
  })

  test('clearing keeps nothing of the credentials', () => {
    const cleared = run(pasted(), asked(1), { type: 'cleared' })
    expect(cleared).toMatchObject({ paste: null, reading: null, clears: 1 })
    expect(secretsHeld(cleared)).toEqual([])
  })

  test('an edited value is typed, the others stay as they were found', () => {
    const edited = chosenCredentials(
      run(pasted(), { type: 'edited', field: 'secretAccessKey', value: null }),
    )
    expect(edited?.secretAccessKey).toBeNull()
    expect(edited?.accessKeyId?.found.line).toBe(1)
  })
})

test('every secret of a session is found: paste, values, signature', () => {
  const session = run(pasted(), asked(1), { type: 'settled', ticket: 1, settled })
  expect(secretsHeld(session).map((secret) => secret.length)).toEqual([20, PASTE.length, 20, 40])
})
