import type { DiagnosisFacts, TriedFacts } from '#domain/diagnosis/facts.ts'
import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import type { Endpoint } from '#domain/region/target.ts'
import { chosenCredentials, type Settled } from '#domain/session/desk.ts'
import type { Session, SessionEvent } from '#domain/session/session.ts'
import { secretsHeld } from '#domain/session/tray.ts'
import type { Outcome, StsReply } from '#domain/sts/call.ts'
import { diagnosisFactsOf } from './diagnosis-facts.ts'
import { LIMIT_MS, type SessionCore } from './session-core.ts'
import type { SessionKit } from './session-kit.ts'
import type { SessionServices } from './session-services.ts'
import type { Tries } from './tries.ts'

/** An answer that comes sooner is shown at once, without a flash of "in progress" before it. */
const SHOWN_AFTER_MS = 100

/** The call that is under way. `isShown`: the screen says so. */
type Flight = {
  readonly ticket: number
  readonly startedAt: number
  readonly controller: AbortController
  readonly leavesPage: boolean
  readonly tried: TriedFacts
  isShown: boolean
  isCounted: boolean
}

/** Asks who the credentials on the desk are; one call at a time. */
export type IdentityCall = {
  ask(kit: SessionKit): Promise<void>
  /** Stops waiting; the answer then says that it was cancelled. */
  cancel(): void
  /** Gives the call up; whatever comes of it is dropped. */
  stop(): void
}

export function createIdentityCall(core: SessionCore, tries: Tries): IdentityCall {
  const { services } = core
  let tickets = 0
  let flight: Flight | null = null

  /** The count of calls with this one in it. It is told together with what else changes on the screen. */
  const countWith = (call: Flight): number => {
    const isNew = call.leavesPage && !call.isCounted
    call.isCounted = true
    return core.state().callsMade + (isNew ? 1 : 0)
  }
  const asked = ({ ticket, startedAt }: Flight): SessionEvent => ({
    type: 'asked',
    ticket,
    at: startedAt,
  })

  const settle = async (
    kit: SessionKit,
    mine: Flight,
    reply: StsReply,
    endpoint: Endpoint,
  ): Promise<void> => {
    const settled = await judge(core, kit, reply, { endpoint, tried: mine.tried })
    if (flight !== mine) return
    flight = null
    const wasSent = reply.kind !== 'not-sent'
    const callsMade = wasSent
      ? countWith(mine)
      : core.state().callsMade - (mine.leavesPage && mine.isCounted ? 1 : 0)
    core.apply(
      [...(mine.isShown ? [] : [asked(mine)]), { type: 'settled', ticket: mine.ticket, settled }],
      { callsMade, isCallDropped: false },
    )
  }

  const ask: IdentityCall['ask'] = async (kit) => {
    // A second press while the first is under way is the same question.
    if (flight) return
    const { target } = core.session()
    const credentials = chosenCredentials(core.session())
    const endpoint = kit.resolve(target)
    if (!credentials?.accessKeyId || !credentials.secretAccessKey) return
    if (endpoint.kind !== 'offered') return
    tickets += 1
    const signing = {
      accessKeyId: credentials.accessKeyId.value,
      secretAccessKey: credentials.secretAccessKey.value,
      sessionToken: credentials.sessionToken?.value ?? null,
    }
    const startedAt = services.clock.now()
    const mine: Flight = {
      ticket: tickets,
      startedAt,
      controller: new AbortController(),
      leavesPage: target.kind !== 'sandbox',
      tried: {
        ...tries.note(signing, startedAt),
        issuedMs: ageOfMinted(core.session(), startedAt),
      },
      isShown: false,
      isCounted: false,
    }
    flight = mine
    const callOff = services.clock.after(SHOWN_AFTER_MS, () => {
      if (flight !== mine) return
      mine.isShown = true
      core.apply(asked(mine), { callsMade: countWith(mine) })
    })
    let reply: StsReply
    try {
      const gateway = await services.loadGateway(target.kind)
      const options = { signal: mine.controller.signal, limitMs: LIMIT_MS }
      reply = await gateway.getCallerIdentity(signing, endpoint, options)
    } catch {
      reply = { kind: 'not-sent', why: 'chunk-unavailable', message: '' }
    }
    callOff()
    if (flight !== mine) return
    if (mine.leavesPage && reply.kind === 'answered') services.rememberRegion(target.region)
    await settle(kit, mine, reply, endpoint)
  }

  return {
    ask,
    cancel: () => flight?.controller.abort(),
    stop: () => {
      if (!flight) return
      flight.controller.abort()
      core.change({ callsMade: countWith(flight), isCallDropped: flight.leavesPage })
      flight = null
    },
  }
}

/** How long ago this page received the credentials on the desk; null where it did not. */
function ageOfMinted({ held, open }: Session, now: number): number | null {
  const origin = held.find(({ id }) => id === open)?.origin
  return origin?.kind === 'minted' ? now - origin.at : null
}

/** What became of the call, judged with what the desk holds, and explained where it failed. */
async function judge(
  { services, session }: SessionCore,
  kit: SessionKit,
  reply: StsReply,
  { endpoint, tried }: { readonly endpoint: Endpoint; readonly tried: TriedFacts },
): Promise<Settled> {
  const outcome = kit.judge(reply, secretsHeld(session()))
  const facts = diagnosisFactsOf(kit, {
    state: session(),
    now: services.clock.now(),
    reply,
    outcome,
    endpoint,
    tried,
  })
  return {
    outcome,
    reply,
    identity: kit.identify(outcome, facts.credentials),
    diagnosis: await explain(services, outcome, facts),
    clockDifferenceMs: facts.clock.differenceMs,
    at: services.clock.now(),
  }
}

async function explain(
  services: SessionServices,
  outcome: Outcome,
  facts: DiagnosisFacts,
): Promise<Diagnosis | null> {
  if (outcome.kind === 'identified' || outcome.kind === 'cancelled') return null
  try {
    return (await services.loadDiagnose())(outcome, facts)
  } catch {
    return null
  }
}
