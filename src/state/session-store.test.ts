import { describe, expect, test } from 'vitest'
import { describeCredentials } from '#domain/credentials/describe.ts'
import { readIdentity } from '#domain/identity/identity.ts'
import type { CallOptions, StsGateway } from '#domain/ports.ts'
import { readPasteInSteps } from '#domain/reading/read-paste.ts'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import { otherHostOf } from '#domain/region/other-host.ts'
import { regionOf } from '#domain/region/search.ts'
import { presetTarget } from '#domain/session/preset-target.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import { secretsHeld } from '#domain/session/tray.ts'
import type { StsReply } from '#domain/sts/call.ts'
import { judgeDecoded } from '#domain/sts/decode-authorization-message.ts'
import { judgeReply } from '#domain/sts/judge-reply.ts'
import { clockDifference } from '#domain/time/clock-difference.ts'
import type { SessionKit } from './session-kit.ts'
import type { SessionServices, SessionStore } from './session-services.ts'
import { createSessionStore } from './session-store.ts'

const NOW = 1_800_000_000_000
const ARN = 'arn:aws:sts::111122223333:assumed-role/Example/minji'

const BODY = `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${ARN}</Arn><UserId>AROAEXAMPLE:minji</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`

const kit: SessionKit = {
  readInSteps: readPasteInSteps,
  describe: describeCredentials,
  preset: presetTarget,
  resolve: resolveEndpoint,
  isOptIn: (region) => regionOf(region)?.region.optIn ?? null,
  otherHost: otherHostOf,
  judge: judgeReply,
  judgeDecoded,
  identify: (outcome) => (outcome.kind === 'identified' ? readIdentity(outcome) : null),
  clockDifference,
}

const paste = (region = ''): string =>
  [
    'export AWS_ACCESS_KEY_ID=ASIARTX3GSDS2EXAMPLE',
    'export AWS_SECRET_ACCESS_KEY=EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0',
    ...(region === '' ? [] : [`export AWS_REGION=${region}`]),
  ].join('\n')

const answered: StsReply = {
  kind: 'answered',
  request: { method: 'POST', url: 'https://x.example/', host: 'x.example', headers: [], body: '' },
  response: { status: 200, headers: {}, body: BODY, bytes: BODY.length },
  timing: { sentAt: NOW, tookMs: 5 },
  result: { account: '111122223333', arn: ARN, userId: 'AROAEXAMPLE:minji' },
}

type Pending = {
  readonly options: CallOptions
  readonly url: string
  answer(reply: StsReply): void
}

/** A world of fakes: calls wait until the test answers them. */
function createWorld(change: Partial<SessionServices> = {}) {
  const pending: Pending[] = []
  const remembered: string[] = []
  const timers: (() => void)[] = []
  const gateway: StsGateway = {
    getCallerIdentity: (_credentials, { url }, options) =>
      new Promise((resolve) => {
        const cancelled: StsReply = {
          kind: 'cancelled',
          request: null,
          timing: { sentAt: NOW, tookMs: 1 },
        }
        options.signal.addEventListener('abort', () => resolve(cancelled))
        pending.push({ options, url, answer: resolve })
      }),
    decodeAuthorizationMessage: (_credentials, { url }, _input, options) =>
      new Promise((resolve) => {
        pending.push({ options, url, answer: resolve })
      }),
  }
  const store = createSessionStore({
    network: {
      isOnline: () => true,
      probe: async (url) => ({ result: 'failed', host: new URL(url).host, tookMs: 1 }),
      resourceOf: () => null,
    },
    clock: {
      now: () => NOW,
      after: (_, run) => {
        timers.push(run)
        return () => void timers.splice(timers.indexOf(run), 1)
      },
    },
    kit: () => kit,
    loadKit: async () => kit,
    loadGateway: async () => gateway,
    loadDiagnose: async () => () => null,
    explain: async () => null,
    prepareSituation: async () => ({ paste: paste(), region: 'ap-northeast-2' }),
    resumeSituation: () => {},
    turnKnob: async () => {},
    leaveSituation: () => {},
    lastRegion: () => null,
    rememberRegion: (code) => remembered.push(code),
    ...change,
  })
  return { store, pending, remembered, timers }
}

const session = (store: SessionStore) => store.getState().session
const actions = (store: SessionStore) => store.getState().actions
/** Lets everything that waits for a promise run. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

describe('asking', () => {
  test('an answer becomes an identity, and the Region is remembered', async () => {
    const { store, pending, remembered } = createWorld()
    actions(store).paste(paste('eu-west-1'))
    const asking = actions(store).ask()
    await turn()
    expect(pending[0]?.url).toBe('https://sts.eu-west-1.amazonaws.com/')
    pending[0]?.answer(answered)
    await asking
    expect(session(store).call).toMatchObject({
      kind: 'settled',
      outcome: { kind: 'identified', arn: ARN },
      identity: { roleName: 'Example' },
    })
    expect(remembered).toEqual(['eu-west-1'])
  })

  test('the screen says that a call is under way only if no answer comes soon', async () => {
    const { store, pending, timers } = createWorld()
    actions(store).paste(paste())
    const asking = actions(store).ask()
    await turn()
    expect(session(store).call.kind).toBe('idle')
    timers[0]?.()
    expect(session(store).call).toMatchObject({ kind: 'sending', startedAt: NOW })
    pending[0]?.answer(answered)
    await asking
    expect(session(store).call.kind).toBe('settled')
    expect(timers).toEqual([])
  })

  test('a second press while a call is under way asks nothing', async () => {
    const { store, pending } = createWorld()
    actions(store).paste(paste())
    const asking = actions(store).ask()
    await turn()
    await actions(store).ask()
    expect(pending.length).toBe(1)
    pending[0]?.answer(answered)
    await asking
    expect(store.getState().callsMade).toBe(1)
    expect(session(store).call.kind).toBe('settled')
  })

  test('calls are counted where they leave the page', async () => {
    const { store, pending, timers } = createWorld()
    actions(store).paste(paste())
    actions(store).retarget({ kind: 'sandbox' })
    const asking = actions(store).ask()
    await turn()
    pending[0]?.answer(answered)
    await asking
    expect(store.getState().callsMade).toBe(0)
    actions(store).retarget({ kind: 'regional' })
    void actions(store).ask()
    timers.at(-1)?.()
    expect(store.getState().callsMade).toBe(1)
    actions(store).clear()
    expect(store.getState().callsMade).toBe(1)
    actions(store).paste(paste())
    void actions(store).ask()
    actions(store).clear()
    expect(store.getState().callsMade).toBe(2)
  })

  test('Cancel aborts the call and says so', async () => {
    const { store, pending } = createWorld()
    actions(store).paste(paste())
    const asking = actions(store).ask()
    await turn()
    actions(store).cancel()
    await asking
    expect(pending[0]?.options.signal.aborted).toBe(true)
    expect(session(store).call).toMatchObject({ kind: 'settled', outcome: { kind: 'cancelled' } })
  })

  test.each([
    ['editing', (store: SessionStore) => actions(store).edit('secretAccessKey', 'other')],
    ['another paste', (store: SessionStore) => actions(store).paste(paste())],
    ['another Region', (store: SessionStore) => actions(store).retarget({ region: 'us-east-2' })],
    ['clearing', (store: SessionStore) => actions(store).clear()],
  ])('%s while a call is under way aborts it, and no answer appears', async (_, change) => {
    for (const isShown of [false, true]) {
      const { store, pending, timers } = createWorld()
      actions(store).paste(paste())
      const asking = actions(store).ask()
      await turn()
      if (isShown) timers[0]?.()
      change(store)
      timers[0]?.()
      pending[0]?.answer(answered)
      await asking
      expect(pending[0]?.options.signal.aborted).toBe(true)
      expect(session(store).call.kind).toBe('idle')
    }
  })

  test('a gateway that does not load is an outcome of its own, and no call is counted', async () => {
    const { store } = createWorld({ loadGateway: () => Promise.reject(new Error('offline')) })
    actions(store).paste(paste())
    await actions(store).ask()
    expect(store.getState().callsMade).toBe(0)
    expect(session(store)).toMatchObject({
      call: { kind: 'settled', outcome: { kind: 'not-sent', why: 'chunk-unavailable' } },
    })
  })

  test('a diagnosis that does not load leaves the outcome', async () => {
    const { store, pending } = createWorld({
      loadDiagnose: () => Promise.reject(new Error('offline')),
    })
    actions(store).paste(paste())
    const asking = actions(store).ask()
    await turn()
    pending[0]?.answer({
      kind: 'no-answer',
      request: null,
      timing: { sentAt: NOW, tookMs: 1 },
      online: false,
      policyViolation: null,
      message: '',
    })
    await asking
    expect(session(store).call).toMatchObject({
      outcome: { kind: 'unreachable', why: 'offline' },
      diagnosis: null,
    })
  })
})

describe('reading', () => {
  test('a reader that does not load is said; the next paste tries again', async () => {
    let isOnline = false
    const { store } = createWorld({
      kit: () => null,
      loadKit: () => (isOnline ? Promise.resolve(kit) : Promise.reject(new Error('offline'))),
    })
    actions(store).paste(paste())
    await turn()
    expect(store.getState().isReaderMissing).toBe(true)
    isOnline = true
    actions(store).paste(paste())
    await turn()
    expect(store.getState().isReaderMissing).toBe(false)
    expect(chosenCredentials(session(store))?.accessKeyId).not.toBeNull()
  })

  test.each([
    ['the paste names it', paste('ap-northeast-2'), null, 'ap-northeast-2', 'paste'],
    ['the last one asked', paste(), 'eu-west-3', 'eu-west-3', 'last-used'],
    ['neither', paste(), null, 'us-east-1', 'default'],
    ['an unknown code', paste('xx-nowhere-9'), null, 'us-east-1', 'default'],
  ])('the Region: %s', (_, text, last, region, targetReason) => {
    const { store } = createWorld({ lastRegion: () => last })
    actions(store).paste(text)
    expect(session(store)).toMatchObject({ target: { region }, targetReason })
  })

  test('typing keeps the box open, a paste closes it, an empty box reads nothing', () => {
    const { store } = createWorld()
    actions(store).typeInBox(paste())
    expect(session(store).isEditingPaste).toBe(true)
    actions(store).paste(paste())
    expect(session(store).isEditingPaste).toBe(false)
    actions(store).typeInBox('')
    expect(session(store).reading).toBeNull()
  })

  test('an ordinary paste after a situation leaves the sandbox', async () => {
    const { store } = createWorld()
    expect(await actions(store).enterSituation('valid-role-session')).toBe(true)
    expect(session(store).target.kind).toBe('sandbox')
    actions(store).paste(paste())
    expect(session(store)).toMatchObject({ situation: null, target: { kind: 'regional' } })
  })

  test('a sandbox chosen by hand stays chosen', () => {
    const { store } = createWorld()
    actions(store).retarget({ kind: 'sandbox' })
    actions(store).paste(paste())
    expect(session(store).target.kind).toBe('sandbox')
  })
})

describe('forgetting', () => {
  test('clearing empties every secret for every holder', () => {
    const { store } = createWorld()
    actions(store).paste(paste())
    const held = secretsHeld(session(store))
    actions(store).clear()
    expect(held.length).toBe(3)
    expect(held.every((secret) => secret.isForgotten)).toBe(true)
  })

  test('a new paste empties the old one, an edit the old value', () => {
    const { store } = createWorld()
    actions(store).paste(paste())
    const first = secretsHeld(session(store))
    actions(store).paste(paste())
    expect(first.every((secret) => secret.isForgotten)).toBe(true)
    const old = chosenCredentials(session(store))?.secretAccessKey?.value
    actions(store).edit('secretAccessKey', 'another')
    expect(old?.isForgotten).toBe(true)
  })
})

describe('an error and credentials, one after the other', () => {
  const told = (cause: string, certainty: string | null) =>
    ({ cause, certainty }) as unknown as Awaited<ReturnType<SessionServices['explain']>>
  /** Tells the cause by what stands beside the text. */
  const explain: SessionServices['explain'] = async (text, { credentials }) => {
    if (!text.includes('InvalidClientTokenId')) return null
    return credentials ? told('missing-session-token', 'certain') : told('cannot-tell', null)
  }
  const ERROR = 'InvalidClientTokenId: The security token included in the request is invalid.'

  test('an error pasted after credentials is explained with them, and never for certain', async () => {
    const { store } = createWorld({ explain })
    actions(store).paste(paste())
    actions(store).paste(ERROR)
    await turn()
    expect(session(store)).toMatchObject({
      told: { cause: 'missing-session-token', certainty: 'likely' },
      toldBeside: 'earlier-credentials',
      held: [{ id: 1 }],
    })
  })

  test('credentials pasted after an error explain it anew', async () => {
    const { store } = createWorld({ explain })
    actions(store).paste(ERROR)
    await turn()
    actions(store).paste(paste())
    await turn()
    expect(session(store)).toMatchObject({
      told: { cause: 'missing-session-token' },
      toldBeside: 'earlier-error',
    })
  })

  test('an error that names another key ID is explained by itself', async () => {
    const { store } = createWorld({ explain })
    actions(store).paste(paste())
    actions(store).paste(`${ERROR} AKIARTX3GSDS7EXAMPLE`)
    await turn()
    expect(session(store)).toMatchObject({ toldBeside: null })
  })
})
