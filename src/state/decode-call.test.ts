import { describe, expect, test } from 'vitest'
import { describeCredentials } from '#domain/credentials/describe.ts'
import { readIdentity } from '#domain/identity/identity.ts'
import type { SigningCredentials, StsGateway } from '#domain/ports.ts'
import { otherHostOf } from '#domain/region/other-host.ts'
import { readPasteInSteps } from '#domain/reading/read-paste.ts'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import { presetTarget } from '#domain/session/preset-target.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import type { StsReply } from '#domain/sts/call.ts'
import { judgeDecoded } from '#domain/sts/decode-authorization-message.ts'
import { judgeReply } from '#domain/sts/judge-reply.ts'
import { clockDifference } from '#domain/time/clock-difference.ts'
import type { SessionKit } from './session-kit.ts'
import { createSessionStore } from './session-store.ts'

const kit: SessionKit = {
  readInSteps: readPasteInSteps,
  describe: describeCredentials,
  preset: presetTarget,
  resolve: resolveEndpoint,
  isOptIn: () => false,
  otherHost: otherHostOf,
  judge: judgeReply,
  judgeDecoded,
  identify: (outcome) => (outcome.kind === 'identified' ? readIdentity(outcome) : null),
  clockDifference,
}

const ENCODED = 'Ab3_dEf-'.repeat(20)
const SECRET = 'EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0'
const PASTE = `AWS_ACCESS_KEY_ID=ASIARTX3GSDS2EXAMPLE\nAWS_SECRET_ACCESS_KEY=${SECRET}\nAWS_REGION=eu-west-1`
const DECODED = '{"allowed":true,"context":{"action":"ec2:RunInstances"}}'

const answered: StsReply = {
  kind: 'answered',
  request: { method: 'POST', url: 'https://x.example/', host: 'x.example', headers: [], body: '' },
  response: { status: 200, headers: {}, body: '<A/>', bytes: 4 },
  timing: { sentAt: 0, tookMs: 5 },
  result: { account: null, arn: null, userId: null, decoded: DECODED },
}

type Asked = {
  readonly url: string
  readonly message: string
  readonly credentials: SigningCredentials
}

function createWorld(reply: StsReply | null = answered) {
  const asked: Asked[] = []
  const answers: ((reply: StsReply) => void)[] = []
  const gateway: StsGateway = {
    getCallerIdentity: () => Promise.reject(new Error('not asked for')),
    decodeAuthorizationMessage: (credentials, { url }, { encodedMessage }) => {
      asked.push({ url, message: encodedMessage, credentials })
      return reply ? Promise.resolve(reply) : new Promise((resolve) => answers.push(resolve))
    },
  }
  let isOnline = true
  const store = createSessionStore({
    network: {
      isOnline: () => true,
      probe: async (url) => ({ result: 'failed', host: new URL(url).host, tookMs: 1 }),
      resourceOf: () => null,
    },
    clock: { now: () => 0, after: () => () => {} },
    kit: () => kit,
    loadKit: async () => kit,
    loadGateway: async () => (isOnline ? gateway : Promise.reject(new Error('offline'))),
    loadDiagnose: async () => () => null,
    explain: async () => null,
    prepareSituation: async () => ({ paste: PASTE, region: 'eu-west-1' }),
    resumeSituation: () => {},
    turnKnob: async () => {},
    leaveSituation: () => {},
    lastRegion: () => null,
    rememberRegion: () => {},
  })
  const { actions } = store.getState()
  const decode = (signal = new AbortController().signal) => actions.decode(ENCODED, signal)
  const loseFiles = (): void => {
    isOnline = false
  }
  return { store, actions, asked, answers, decode, loseFiles }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

describe('decoding', () => {
  test('asks once with the session, counts the call and keeps nothing', async () => {
    const { store, actions, asked, decode } = createWorld()
    actions.paste(PASTE)
    const before = store.getState().session
    expect(await decode()).toMatchObject({
      kind: 'decoded',
      message: { meaning: 'allowed' },
      json: DECODED,
    })
    expect(asked.map(({ url, message }) => [url, message])).toEqual([
      ['https://sts.eu-west-1.amazonaws.com/', ENCODED],
    ])
    expect(asked[0]?.credentials.secretAccessKey).toBe(
      chosenCredentials(before)?.secretAccessKey?.value,
    )
    expect(store.getState().session).toBe(before)
    expect(store.getState().callsMade).toBe(1)
  })

  test('without credentials nothing is asked', async () => {
    const { store, asked, decode } = createWorld()
    expect(await decode()).toBeNull()
    expect(asked.length).toBe(0)
    expect(store.getState().callsMade).toBe(0)
  })

  test('with a secret in the place of the key ID nothing is asked', async () => {
    const { actions, asked, decode } = createWorld()
    actions.paste(PASTE)
    actions.edit('accessKeyId', SECRET)
    expect(await decode()).toBeNull()
    expect(asked.length).toBe(0)
  })

  test.each([
    ['a refusal by the SDK', { kind: 'not-sent', why: 'refused-by-sdk', message: '' }, 0],
    [
      'no answer',
      {
        kind: 'no-answer',
        request: null,
        timing: { sentAt: 0, tookMs: 1 },
        online: true,
        policyViolation: null,
        message: '',
      },
      1,
    ],
  ] satisfies readonly (readonly [string, StsReply, number])[])('%s', async (_, reply, calls) => {
    const { store, actions, decode } = createWorld(reply)
    actions.paste(PASTE)
    expect(await decode()).toMatchObject({ kind: 'failed' })
    expect(store.getState().callsMade).toBe(calls)
  })

  test('a file that does not load', async () => {
    const { store, actions, decode, loseFiles } = createWorld()
    actions.paste(PASTE)
    loseFiles()
    expect(await decode()).toEqual({
      kind: 'failed',
      outcome: { kind: 'not-sent', why: 'chunk-unavailable', message: '' },
    })
    expect(store.getState().callsMade).toBe(0)
  })

  test('a call to the sandbox is not counted', async () => {
    const { store, actions, decode } = createWorld()
    actions.paste(PASTE)
    actions.retarget({ kind: 'sandbox' })
    expect(await decode()).toMatchObject({ kind: 'decoded' })
    expect(store.getState().callsMade).toBe(0)
  })

  test('values that were cleared meanwhile: the answer is dropped', async () => {
    const { store, actions, answers, decode } = createWorld(null)
    actions.paste(PASTE)
    const decoding = decode()
    await turn()
    actions.clear()
    answers[0]?.(answered)
    expect(await decoding).toEqual({ kind: 'failed', outcome: { kind: 'cancelled' } })
    expect(store.getState().callsMade).toBe(1)
  })

  test('called off before the file of the gateway came', async () => {
    const { store, actions, asked, decode } = createWorld()
    actions.paste(PASTE)
    expect(await decode(AbortSignal.abort())).toMatchObject({ outcome: { kind: 'cancelled' } })
    expect(asked.length).toBe(0)
    expect(store.getState().callsMade).toBe(0)
  })
})
