import { createStore } from 'zustand/vanilla'
import { forgetLastMatch, Secret } from '#domain/credentials/secret.ts'
import type { CredentialFacts } from '#domain/credentials/facts.ts'
import type { DiagnosisFacts, TriedFacts } from '#domain/diagnosis/facts.ts'
import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import type { Reading } from '#domain/reading/reading.ts'
import { putInPlace } from '#domain/reading/put-in-place.ts'
import type { Endpoint } from '#domain/region/target.ts'
import {
  chosenCredentials,
  DEFAULT_TARGET,
  secretsOf,
  startSession,
  transition,
  type Session,
  type SessionEvent,
  type Settled,
} from '#domain/session/session.ts'
import type { Outcome, StsReply } from '#domain/sts/call.ts'
import { valuesOf } from './chosen.ts'
import { createTries } from './tries.ts'
import { decodeMessage } from './decode-call.ts'
import type { SessionKit } from './session-kit.ts'
import type {
  SessionActions,
  SessionServices,
  SessionState,
  SessionStore,
} from './session-services.ts'

/** The page waits this long for an answer. */
export const LIMIT_MS = 10_000

/** An answer that comes sooner is shown at once, without a flash of "in progress" before it. */
const SHOWN_AFTER_MS = 100

/** Three fields that wait to be filled. */
const NOTHING_TYPED: Reading = {
  shape: 'typed',
  credentials: [
    {
      accessKeyId: null,
      secretAccessKey: null,
      sessionToken: null,
      expiration: null,
      region: null,
      profile: null,
    },
  ],
  notes: [],
  lines: 0,
}

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

type Situation = { readonly id: string; readonly region: string }

/** The store of the one check that the page makes. Nothing in it is ever written anywhere. */
export function createSessionStore(services: SessionServices): SessionStore {
  let tickets = 0
  let flight: Flight | null = null
  const tries = createTries()

  return createStore<SessionState>()((set, get) => {
    const session = (): Session => get().session
    const apply = (event: SessionEvent): void => {
      set({ session: transition(session(), event) })
    }
    /** Gives the call up; whatever comes of it is dropped. */
    const stop = (): void => {
      if (!flight) return
      flight.controller.abort()
      set({ callsMade: countWith(flight), isCallDropped: flight.leavesPage })
      flight = null
    }
    /** The count of calls with this one in it. It is told together with what else changes on the screen. */
    const countWith = (call: Flight): number => {
      const isNew = call.leavesPage && !call.isCounted
      call.isCounted = true
      return get().callsMade + (isNew ? 1 : 0)
    }
    const asked = ({ ticket, startedAt }: Flight): SessionEvent => ({
      type: 'asked',
      ticket,
      at: startedAt,
    })
    const forgetAll = (): void => {
      for (const secret of secretsOf(session())) secret.forget()
    }

    /** Runs at once where the reader is there, and else as soon as it has been loaded. */
    const withKit = (run: (kit: SessionKit) => void): void => {
      const kit = services.kit()
      if (kit) run(kit)
      else {
        services.loadKit().then(
          (loaded) => {
            set({ isReaderMissing: false })
            run(loaded)
            return null
          },
          () => set({ isReaderMissing: true }),
        )
      }
    }

    const take = (
      kit: SessionKit,
      paste: string,
      reading: Reading | null,
      situation: Situation | null,
      keepsBoxOpen: boolean,
    ): void => {
      stop()
      forgetAll()
      if (!situation) services.leaveSituation()
      const { target, targetReason, situation: before } = session()
      const facts = kit.describe(valuesOf(reading?.credentials[0] ?? null))
      const preset = situation
        ? {
            target: { ...target, partition: DEFAULT_TARGET.partition, region: situation.region },
            reason: 'situation' as const,
          }
        : reading
          ? kit.preset({ target, reason: targetReason }, reading, facts, services.lastRegion())
          : { target, reason: targetReason }
      const kind = situation ? 'sandbox' : before === null ? target.kind : 'regional'
      apply({
        type: 'pasted',
        paste: paste === '' ? null : new Secret(paste),
        reading,
        target: { ...preset.target, kind },
        targetReason: preset.reason,
        situation: situation?.id ?? null,
        keepsBoxOpen,
      })
      if (reading && !situation) void explainPaste(paste, reading, facts)
    }

    const explainPaste = async (
      paste: string,
      reading: Reading,
      credentials: CredentialFacts,
    ): Promise<void> => {
      const { pastes } = session()
      const [set] = reading.credentials
      try {
        const told = await services.explain(paste, {
          credentials: set ? credentials : null,
          expiration: set?.expiration?.instant ?? null,
          now: services.clock.now(),
          tried: null,
        })
        if (told) apply({ type: 'told', paste: pastes, told })
      } catch {
        // Without its file the text stays in the box, unexplained, and the next paste tries again.
      }
    }

    const read = (paste: string, situation: Situation | null, keepsBoxOpen: boolean): void =>
      withKit((kit) =>
        take(
          kit,
          paste,
          paste.trim() === '' ? null : kit.readPaste(paste),
          situation,
          keepsBoxOpen,
        ),
      )

    const settle = async (
      kit: SessionKit,
      mine: Flight,
      reply: StsReply,
      endpoint: Endpoint,
    ): Promise<void> => {
      const state = session()
      const outcome = kit.judge(reply, secretsOf(state))
      const facts = kit.describe(valuesOf(chosenCredentials(state)))
      // The clock of a portal is not AWS's.
      const isFromAws = outcome.kind === 'identified' || outcome.kind === 'refused'
      const clockDifferenceMs = isFromAws ? kit.clockDifference(reply) : null
      const diagnosisFacts: DiagnosisFacts = {
        credentials: facts,
        expiration: chosenCredentials(state)?.expiration?.instant ?? null,
        target: {
          ...state.target,
          isOptIn: kit.isOptIn(state.target.region),
          host: endpoint.kind === 'offered' ? endpoint.host : '',
          signingRegion: endpoint.kind === 'offered' ? endpoint.signingRegion : '',
        },
        clock: { now: services.clock.now(), differenceMs: clockDifferenceMs },
        tookMs: reply.kind === 'not-sent' ? 0 : reply.timing.tookMs,
        tried: mine.tried,
      }
      const settled: Settled = {
        outcome,
        reply,
        identity: kit.identify(outcome, facts),
        diagnosis: await explain(outcome, diagnosisFacts),
        clockDifferenceMs,
        at: services.clock.now(),
      }
      if (flight !== mine) return
      flight = null
      const events: readonly SessionEvent[] = [
        ...(mine.isShown ? [] : [asked(mine)]),
        { type: 'settled', ticket: mine.ticket, settled },
      ]
      const wasSent = reply.kind !== 'not-sent'
      const callsMade = wasSent
        ? countWith(mine)
        : get().callsMade - (mine.leavesPage && mine.isCounted ? 1 : 0)
      set({ session: events.reduce(transition, session()), callsMade, isCallDropped: false })
    }

    const explain = async (outcome: Outcome, facts: DiagnosisFacts): Promise<Diagnosis | null> => {
      if (outcome.kind === 'identified' || outcome.kind === 'cancelled') return null
      try {
        return (await services.loadDiagnose())(outcome, facts)
      } catch {
        return null
      }
    }

    const ask = async (kit: SessionKit): Promise<void> => {
      // A second press while the first is under way is the same question.
      if (flight) return
      const { target } = session()
      const credentials = chosenCredentials(session())
      const endpoint = kit.resolve(target)
      if (!credentials?.accessKeyId || !credentials.secretAccessKey) return
      if (endpoint.kind !== 'offered') return
      tickets += 1
      const mine: Flight = {
        ticket: tickets,
        startedAt: services.clock.now(),
        controller: new AbortController(),
        leavesPage: target.kind !== 'sandbox',
        tried: tries.note(
          {
            ...valuesOf(credentials),
            accessKeyId: credentials.accessKeyId.value,
            secretAccessKey: credentials.secretAccessKey.value,
          },
          services.clock.now(),
        ),
        isShown: false,
        isCounted: false,
      }
      flight = mine
      const callOff = services.clock.after(SHOWN_AFTER_MS, () => {
        if (flight !== mine) return
        mine.isShown = true
        set({ session: transition(session(), asked(mine)), callsMade: countWith(mine) })
      })
      let reply: StsReply
      try {
        const gateway = await services.loadGateway(target.kind)
        reply = await gateway.getCallerIdentity(
          {
            accessKeyId: credentials.accessKeyId.value,
            secretAccessKey: credentials.secretAccessKey.value,
            sessionToken: credentials.sessionToken?.value ?? null,
          },
          endpoint,
          { signal: mine.controller.signal, limitMs: LIMIT_MS },
        )
      } catch {
        reply = { kind: 'not-sent', why: 'chunk-unavailable', message: '' }
      }
      callOff()
      if (flight !== mine) return
      if (mine.leavesPage && reply.kind === 'answered') services.rememberRegion(target.region)
      await settle(kit, mine, reply, endpoint)
    }

    const actions: SessionActions = {
      paste: (text) => read(text, null, false),
      typeInBox: (text) => read(text, null, true),
      startTyping: () => withKit((kit) => take(kit, '', NOTHING_TYPED, null, false)),
      openPaste: () => apply({ type: 'paste-opened' }),
      closePaste: () => apply({ type: 'paste-closed' }),
      edit: (field, text) => {
        stop()
        const old = chosenCredentials(session())?.[field]
        apply({ type: 'edited', field, value: text === '' ? null : new Secret(text) })
        old?.value.forget()
      },
      putInPlace: () => {
        const kit = services.kit()
        const set = chosenCredentials(session())
        if (!kit || !set) return
        stop()
        apply({ type: 'rearranged', set: putInPlace(set, kit.describe(valuesOf(set))) })
      },
      choose: (index) => {
        stop()
        apply({ type: 'chosen', index })
      },
      retarget: (change) => {
        stop()
        const reason = change.region === undefined ? session().targetReason : 'chosen'
        apply({ type: 'retargeted', target: { ...session().target, ...change }, reason })
      },
      ask: async () => {
        const kit = services.kit()
        if (kit) await ask(kit)
      },
      decode: async (encodedMessage, signal) => {
        const kit = services.kit()
        if (!kit) return null
        const count = (change: 1 | -1): void => set({ callsMade: get().callsMade + change })
        const outside = { loadGateway: services.loadGateway, count }
        const options = { signal, limitMs: LIMIT_MS }
        return decodeMessage(outside, kit, session(), encodedMessage, options)
      },
      cancel: () => flight?.controller.abort(),
      clear: () => {
        stop()
        forgetAll()
        services.leaveSituation()
        apply({ type: 'cleared' })
        tries.forget()
        forgetLastMatch()
      },
      leaveSituation: () => {
        stop()
        services.leaveSituation()
        apply({ type: 'situation-left' })
      },
      enterSituation: async (id) => {
        try {
          await services.loadKit()
          const { paste, region } = await services.prepareSituation(id)
          read(paste, { id, region }, false)
          return true
        } catch {
          return false
        }
      },
    }
    return {
      session: startSession(),
      isReaderMissing: false,
      callsMade: 0,
      isCallDropped: false,
      actions,
    }
  })
}
