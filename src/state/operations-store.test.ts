import { describe, expect, test } from 'vitest'
import { describeCredentials } from '#domain/credentials/describe.ts'
import { Secret } from '#domain/credentials/secret.ts'
import { readIdentity } from '#domain/identity/identity.ts'
import type { CallOptions, OperationsGateway, StsGateway } from '#domain/ports.ts'
import { readPasteInSteps } from '#domain/reading/read-paste.ts'
import { redact } from '#domain/redaction/redact.ts'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import { otherHostOf } from '#domain/region/other-host.ts'
import { presetTarget } from '#domain/session/preset-target.ts'
import { deskOf } from '#domain/session/tray.ts'
import type { SentRequest, StsReply } from '#domain/sts/call.ts'
import { judgeDecoded } from '#domain/sts/decode-authorization-message.ts'
import { judgeReply } from '#domain/sts/judge-reply.ts'
import { identityOfMinted } from '#domain/sts/operations/minted-identity.ts'
import { OPERATIONS } from '#domain/sts/operations/operation-table.ts'
import { readReply, secretsInReply } from '#domain/sts/operations/read-reply.ts'
import { clockDifference } from '#domain/time/clock-difference.ts'
import type { OperationCall, OperationsKit, OperationsServices } from './operations-services.ts'
import { createOperationsStore } from './operations-store.ts'
import type { SessionKit } from './session-kit.ts'
import type { SessionServices } from './session-services.ts'
import { createSessionStore } from './session-store.ts'

const NOW = 1_800_000_000_000
const ROLE = 'arn:aws:iam::111122223333:role/Example'
const SECRET = 'EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0'
const MINTED_SECRET = 'EXAMPLEmintedEXAMPLEmintedEXAMPLEminted0'
const MINTED_TOKEN = 'EXAMPLEtokenEXAMPLEtoken'.repeat(8)
const CODE = '314159'
const PASTE = `AWS_ACCESS_KEY_ID=AKIARTX3GSDS2EXAMPLE\nAWS_SECRET_ACCESS_KEY=${SECRET}\nAWS_REGION=eu-west-1`

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

const operationsKit: OperationsKit = {
  descriptors: OPERATIONS,
  readReply,
  secretsIn: secretsInReply,
  identityOf: identityOfMinted,
  redact,
}

const BODY = `<AssumeRoleResponse><AssumeRoleResult><AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:minji</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/Example/minji</Arn></AssumedRoleUser><Credentials><AccessKeyId>ASIARTX3GSDS2EXAMPLE</AccessKeyId><SecretAccessKey>${MINTED_SECRET}</SecretAccessKey><SessionToken>${MINTED_TOKEN}</SessionToken><Expiration>2027-01-15T09:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`

const requestWith = (code: Secret): SentRequest => ({
  method: 'POST',
  url: 'https://sts.eu-west-1.amazonaws.com/',
  host: 'sts.eu-west-1.amazonaws.com',
  headers: [['authorization', ['Signature=', new Secret('EXAMPLEsignature'.repeat(4))]]],
  body: ['Action=AssumeRole&TokenCode=', code],
})

const answerWith = (body: string, status = 200): StsReply => ({
  kind: 'answered',
  request: requestWith(new Secret(CODE)),
  response: { status, headers: {}, body, bytes: body.length },
  timing: { sentAt: NOW, tookMs: 5 },
  result: null,
})

type Order = Parameters<OperationsGateway['perform']>[0]

type Pending = {
  readonly order: Order
  readonly url: string
  readonly options: CallOptions
  answer(reply: StsReply): void
}

/** A world of fakes: calls wait until the test answers them. */
function createWorld(change: Partial<OperationsServices> = {}) {
  const pending: Pending[] = []
  const explained: string[] = []
  const gateway: OperationsGateway = {
    perform: (order, { url }, options) =>
      new Promise((resolve) => {
        const timing = { sentAt: NOW, tookMs: 1 }
        options.signal.addEventListener('abort', () =>
          resolve({ kind: 'cancelled', request: null, timing }),
        )
        pending.push({ order, url, options, answer: resolve })
      }),
  }
  const noGateway: StsGateway = {
    getCallerIdentity: () => Promise.reject(new Error('not asked for')),
    decodeAuthorizationMessage: () => Promise.reject(new Error('not asked for')),
  }
  const services: SessionServices & OperationsServices = {
    network: {
      isOnline: () => true,
      probe: async (url) => ({ result: 'failed', host: new URL(url).host, tookMs: 1 }),
      resourceOf: () => null,
    },
    clock: { now: () => NOW, after: () => () => {} },
    kit: () => kit,
    loadKit: async () => kit,
    loadGateway: async () => noGateway,
    loadOperations: async () => operationsKit,
    loadOperationsGateway: async () => gateway,
    loadDiagnose: async () => () => null,
    explain: async (text) => {
      explained.push(text)
      return null
    },
    prepareSituation: async () => ({ paste: PASTE, region: 'eu-west-1' }),
    resumeSituation: () => {},
    leaveSituation: () => {},
    turnKnob: async () => {},
    lastRegion: () => null,
    rememberRegion: () => {},
    ...change,
  }
  const session = createSessionStore(services)
  const store = createOperationsStore(services, session)
  const { actions } = store.getState()
  session.getState().actions.paste(PASTE)
  actions.open('AssumeRole')
  actions.keep('AssumeRole', 'RoleArn', ROLE)
  actions.keep('AssumeRole', 'RoleSessionName', 'minji')
  const call = (secrets: Readonly<Record<string, Secret>> = {}): Promise<boolean> =>
    actions.call('AssumeRole', secrets)
  const made = (): OperationCall | undefined => store.getState().calls.AssumeRole
  const held = () => session.getState().session.held
  return { session, store, actions, pending, explained, call, made, held }
}

/** Lets everything that waits for a promise run. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** Every text that can be reached from a value, without revealing a secret. */
function textsIn(value: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  return Object.values(value).flatMap((each) => textsIn(each, seen))
}

/** Every secret that can be reached from a value. */
function secretsIn(value: unknown, seen = new Set<unknown>()): readonly Secret[] {
  if (value instanceof Secret) return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  return Object.values(value).flatMap((each) => secretsIn(each, seen))
}

describe('calling', () => {
  test('sends the kept values and the secrets, signed with what is on the desk', async () => {
    const { pending, call, made, session } = createWorld()
    const calling = call({ TokenCode: new Secret(CODE) })
    await turn()
    expect(made()).toEqual({ kind: 'sending', startedAt: NOW })
    expect(pending.map(({ url }) => url)).toEqual(['https://sts.eu-west-1.amazonaws.com/'])
    const { order } = pending[0] ?? {}
    expect(order?.values).toMatchObject({ RoleArn: ROLE, RoleSessionName: 'minji' })
    expect(order?.credentials?.secretAccessKey.reveal()).toBe(SECRET)
    expect(session.getState().callsMade).toBe(1)
    pending[0]?.answer(answerWith(BODY))
    await calling
    expect(made()).toMatchObject({ kind: 'settled', outcome: { kind: 'done' } })
  })

  test('a second press while a call is under way sends nothing', async () => {
    const { pending, call } = createWorld()
    const calling = call()
    await turn()
    await call()
    expect(pending.length).toBe(1)
    pending[0]?.answer(answerWith(BODY))
    await calling
  })

  test('a signed call without credentials is not sent; an unsigned one carries none', async () => {
    const { pending, actions, session, store } = createWorld()
    session.getState().actions.clear()
    await actions.call('AssumeRole', {})
    expect(pending).toEqual([])
    expect(store.getState().calls.AssumeRole).toEqual({ kind: 'idle' })
    const calling = actions.call('AssumeRoleWithWebIdentity', {
      WebIdentityToken: new Secret('EXAMPLE.EXAMPLE.EXAMPLE'),
    })
    await turn()
    expect(pending.map(({ order }) => order.credentials)).toEqual([null])
    actions.cancel()
    await calling
  })

  test('Cancel aborts, says so and mints nothing', async () => {
    const { pending, call, actions, made, held } = createWorld()
    const calling = call()
    await turn()
    actions.cancel()
    await calling
    expect(pending[0]?.options.signal.aborted).toBe(true)
    expect(made()).toMatchObject({ kind: 'settled', outcome: { kind: 'cancelled' }, minted: null })
    expect(held().length).toBe(1)
  })

  test('a refusal is explained with its operation, and mints nothing', async () => {
    const { pending, call, made, held, explained } = createWorld()
    const calling = call()
    await turn()
    pending[0]?.answer(
      answerWith(
        '<ErrorResponse><Error><Code>AccessDenied</Code><Message>EXAMPLE</Message></Error></ErrorResponse>',
        403,
      ),
    )
    await calling
    expect(made()).toMatchObject({
      outcome: { kind: 'refused', code: 'AccessDenied' },
      minted: null,
    })
    expect(explained.at(-1)).toBe(
      'An error occurred (AccessDenied) when calling the AssumeRole operation: EXAMPLE',
    )
    expect(held().length).toBe(1)
  })

  test.each([
    [
      'a gateway that does not load',
      { loadOperationsGateway: () => Promise.reject(new Error('offline')) },
      { kind: 'settled', outcome: { kind: 'not-sent', why: 'chunk-unavailable' } },
    ],
    [
      'operations that do not load',
      { loadOperations: () => Promise.reject(new Error('offline')) },
      { kind: 'idle' },
    ],
  ] as const)('%s is no call', async (_, change, expected) => {
    const { session, call, made } = createWorld(change)
    await call()
    expect(made()).toMatchObject(expected)
    expect(session.getState().callsMade).toBe(0)
  })

  test('what the SDK did not send is not counted', async () => {
    const { pending, session, call, made } = createWorld()
    const calling = call()
    await turn()
    expect(session.getState().callsMade).toBe(1)
    pending[0]?.answer({ kind: 'not-sent', why: 'refused-by-sdk', message: '' })
    await calling
    expect(session.getState().callsMade).toBe(0)
    expect(made()).toMatchObject({ outcome: { kind: 'not-sent' }, tookMs: 0, request: null })
  })

  test('a call of the sandbox is not counted', async () => {
    const { pending, session, call } = createWorld()
    session.getState().actions.retarget({ kind: 'sandbox' })
    const calling = call()
    await turn()
    expect(session.getState().callsMade).toBe(0)
    pending[0]?.answer(answerWith(BODY))
    await calling
    expect(session.getState().callsMade).toBe(0)
  })
})

describe('minted credentials', () => {
  test('are held with their parent, beside what is on the desk', async () => {
    const { pending, session, actions, call, made, held } = createWorld()
    const parent = session.getState().session.open
    actions.keep('AssumeRole', 'DurationSeconds', '900')
    const calling = call({ TokenCode: new Secret(CODE) })
    await turn()
    pending[0]?.answer(answerWith(BODY))
    await calling
    const minted = held().at(-1)
    expect(minted?.origin).toMatchObject({
      kind: 'minted',
      operation: 'AssumeRole',
      parent,
      at: NOW,
      durationSeconds: 900,
      hasMfa: true,
      identity: { roleName: 'Example' },
    })
    expect(made()).toMatchObject({ minted: minted?.id, signedBy: parent })
    expect(session.getState().session.open).toBe(parent)
    const desk = deskOf(session.getState().session, minted?.id ?? 0)
    expect(desk?.target).toEqual(session.getState().session.target)
    expect(desk?.reading?.credentials[0]?.secretAccessKey?.value.reveal()).toBe(MINTED_SECRET)
  })

  test('keep the parent that signed, also where another was chosen meanwhile', async () => {
    const { pending, session, call, held } = createWorld()
    const first = session.getState().session.open
    const calling = call()
    await turn()
    session.getState().actions.paste(PASTE.replace('AKIARTX3GSDS2EXAMPLE', 'AKIARTX3GSDSZEXAMPLE'))
    expect(session.getState().session.open).not.toBe(first)
    pending[0]?.answer(answerWith(BODY))
    await calling
    expect(held().at(-1)?.origin).toMatchObject({ kind: 'minted', parent: first })
  })

  test('of an unsigned operation have no parent', async () => {
    const { pending, actions, held } = createWorld()
    const calling = actions.call('AssumeRoleWithWebIdentity', {
      WebIdentityToken: new Secret('EXAMPLE.EXAMPLE.EXAMPLE'),
    })
    await turn()
    pending[0]?.answer(
      answerWith(BODY.replaceAll(/AssumeRole(?=Res)/g, 'AssumeRoleWithWebIdentity')),
    )
    await calling
    expect(held().at(-1)?.origin).toMatchObject({ kind: 'minted', parent: null, hasMfa: false })
  })
})

describe('clearing', () => {
  test.each([
    ['before the answer', (world: World) => world.session.getState().actions.clear()],
    ['by forgetting the forms', (world: World) => world.actions.forget()],
  ])('%s aborts; an answer that still comes is dropped', async (_, clear) => {
    const world = createWorld({ loadOperationsGateway: async () => deaf(answers) })
    const answers: ((reply: StsReply) => void)[] = []
    const calling = world.call()
    await turn()
    clear(world)
    const heldThen = world.held()
    answers[0]?.(answerWith(BODY))
    await calling
    expect(world.held()).toEqual(heldThen)
    expect(world.store.getState()).toMatchObject({ calls: {}, values: {}, open: null })
  })

  test('while the answer is being judged mints nothing into the cleared tray', async () => {
    const world: World = createWorld({
      loadOperations: async () => ({
        ...operationsKit,
        readReply: (...given) => {
          world.session.getState().actions.clear()
          return readReply(...given)
        },
      }),
    })
    const calling = world.call()
    await turn()
    world.pending[0]?.answer(answerWith(BODY))
    await calling
    expect(world.held()).toEqual([])
    expect(world.store.getState().calls).toEqual({})
  })

  test('a call after it is sent at once', async () => {
    const { session, actions, pending, call } = createWorld()
    const first = call()
    await turn()
    session.getState().actions.clear()
    session.getState().actions.paste(PASTE)
    actions.keep('AssumeRole', 'RoleArn', ROLE)
    const second = call()
    await turn()
    expect(pending.length).toBe(2)
    pending[1]?.answer(answerWith(BODY))
    await Promise.all([first, second])
  })

  test('minted secrets are emptied for every holder', async () => {
    const { session, pending, call } = createWorld()
    const calling = call()
    await turn()
    pending[0]?.answer(answerWith(BODY))
    await calling
    const secrets = secretsIn(session.getState().session)
    expect(secrets.some((secret) => secret.reveal() === MINTED_TOKEN)).toBe(true)
    session.getState().actions.clear()
    expect(secrets.every((secret) => secret.isForgotten)).toBe(true)
  })
})

describe('what is kept', () => {
  test('parameters survive a call and a look at the list, secrets do neither', async () => {
    const { store, actions, pending, call, made } = createWorld()
    const calling = call({ TokenCode: new Secret(CODE) })
    await turn()
    pending[0]?.answer(answerWith(BODY))
    await calling
    actions.open(null)
    actions.open('AssumeRole')
    expect(store.getState().values.AssumeRole).toEqual({
      RoleArn: ROLE,
      RoleSessionName: 'minji',
    })
    expect(made()).toMatchObject({ values: { RoleArn: ROLE, RoleSessionName: 'minji' } })
    // The credentials are in the tray alone; of the request and the answer only texts without secrets are left.
    expect(secretsIn(store.getState())).toEqual([])
    const texts = textsIn(store.getState()).join('\n')
    for (const secret of [SECRET, MINTED_SECRET, MINTED_TOKEN, CODE, 'EXAMPLEsignature']) {
      expect(texts.includes(secret)).toBe(false)
    }
    expect(texts).toContain('<AssumeRoleResponse>')
  })

  test('filling a form keeps what was in it otherwise', () => {
    const { store, actions } = createWorld()
    actions.fill('AssumeRole', { ExternalId: 'EXAMPLE', RoleSessionName: 'jisoo' })
    expect(store.getState().values.AssumeRole).toEqual({
      RoleArn: ROLE,
      RoleSessionName: 'jisoo',
      ExternalId: 'EXAMPLE',
    })
    expect(store.getState().open).toBe('AssumeRole')
  })
})

type World = ReturnType<typeof createWorld>

/** A gateway that does not heed an abort: its answers come all the same. */
function deaf(answers: ((reply: StsReply) => void)[]): OperationsGateway {
  return { perform: () => new Promise((resolve) => answers.push(resolve)) }
}
