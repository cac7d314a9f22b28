import { createStore } from 'zustand/vanilla'
import { forgetLastMatch, Secret } from '#domain/credentials/secret.ts'
import { putInPlace } from '#domain/reading/put-in-place.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import { startSession } from '#domain/session/session.ts'
import { valuesOf } from './chosen.ts'
import { decodeMessage } from './decode-call.ts'
import { createIdentityCall } from './identity-call.ts'
import { createCore, LIMIT_MS, type SessionCore } from './session-core.ts'
import type {
  SessionActions,
  SessionServices,
  SessionState,
  SessionStore,
} from './session-services.ts'
import { probeNetwork } from './probe-network.ts'
import { createPasteTaker, NOTHING_TYPED } from './take-paste.ts'
import { createTries } from './tries.ts'

/** The store of what the tab holds. Nothing in it is ever written anywhere. */
export function createSessionStore(services: SessionServices): SessionStore {
  return createStore<SessionState>()((set, get) => ({
    session: startSession(),
    isReaderMissing: false,
    isReading: false,
    knob: null,
    callsMade: 0,
    isCallDropped: false,
    actions: createActions(createCore(services, get, set)),
  }))
}

function createActions(core: SessionCore): SessionActions {
  const { services, session, apply } = core
  const tries = createTries()
  const call = createIdentityCall(core, tries)
  const pastes = createPasteTaker(core, call.stop)
  /** Sets the sandbox's world to the one that the desk belongs to. */
  const followSituation = (): void => {
    const { situation } = session()
    if (situation === null) services.leaveSituation()
    else services.resumeSituation(situation)
  }
  const count = (change: 1 | -1): void =>
    core.change({ callsMade: core.state().callsMade + change })
  return {
    paste: (text) => pastes.read({ text, situation: null, keepsBoxOpen: false }),
    typeInBox: (text) => pastes.read({ text, situation: null, keepsBoxOpen: true }),
    startTyping: () =>
      core.withKit((kit) =>
        pastes.take(kit, { text: '', situation: null, keepsBoxOpen: false }, NOTHING_TYPED),
      ),
    openPaste: () => apply({ type: 'paste-opened' }),
    closePaste: () => apply({ type: 'paste-closed' }),
    edit: (field, text) => {
      call.stop()
      apply({ type: 'edited', field, value: text === '' ? null : new Secret(text) })
    },
    putInPlace: () => {
      const kit = services.kit()
      const set = chosenCredentials(session())
      if (!kit || !set) return
      call.stop()
      apply({ type: 'rearranged', set: putInPlace(set, kit.describe(valuesOf(set))) })
    },
    choose: (id) => {
      call.stop()
      apply({ type: 'chosen', id })
      followSituation()
    },
    mark: (id, isMarked) => apply({ type: 'marked', id, isMarked }),
    rename: (id, name) => apply({ type: 'renamed', id, name }),
    drop: (id) => {
      if (id === session().open) call.stop()
      apply({ type: 'dropped', id })
      followSituation()
      forgetLastMatch()
    },
    retarget: (change) => {
      call.stop()
      const reason = change.region === undefined ? session().targetReason : 'chosen'
      apply({ type: 'retargeted', target: { ...session().target, ...change }, reason })
    },
    ask: async () => {
      const kit = services.kit()
      if (kit) await call.ask(kit)
    },
    decode: async (encodedMessage, signal) => {
      const kit = services.kit()
      if (!kit) return null
      const outside = { loadGateway: services.loadGateway, count }
      const options = { signal, limitMs: LIMIT_MS }
      return decodeMessage(outside, kit, session(), encodedMessage, options)
    },
    addMinted: (set, origin, { target, situation }) => {
      apply({ type: 'minted', set, origin, target, situation })
      return session().lastId
    },
    count,
    probe: async () => {
      const kit = services.kit()
      if (kit) await probeNetwork(core, kit)
    },
    cancel: call.cancel,
    clear: () => {
      call.stop()
      pastes.stop()
      services.leaveSituation()
      if (core.state().knob !== null) {
        void services.turnKnob(null, { accessKeyId: null, region: '' })
      }
      apply({ type: 'cleared' }, { knob: null })
      tries.forget()
      forgetLastMatch()
    },
    turnKnob: async (knob) => {
      const keyId = chosenCredentials(session())?.accessKeyId?.value.reveal() ?? null
      const { region } = session().target
      try {
        await services.turnKnob(knob, { accessKeyId: keyId, region })
        core.change({ knob })
      } catch {
        // Without the sandbox's file nothing is broken, and nothing is said to be.
      }
    },
    leaveSituation: () => {
      call.stop()
      services.leaveSituation()
      apply({ type: 'situation-left' })
    },
    enterSituation: async (id) => {
      try {
        await services.loadKit()
        const { paste, region } = await services.prepareSituation(id)
        pastes.read({ text: paste, situation: { id, region }, keepsBoxOpen: false })
        return true
      } catch {
        return false
      }
    },
  }
}
