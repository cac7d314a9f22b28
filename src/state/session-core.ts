import { transition, type Session, type SessionEvent } from '#domain/session/session.ts'
import { secretsHeld } from '#domain/session/tray.ts'
import type { SessionKit } from './session-kit.ts'
import type { SessionServices, SessionState } from './session-services.ts'

/** The page waits this long for an answer. */
export const LIMIT_MS = 10_000

type Change = Partial<Omit<SessionState, 'session' | 'actions'>>

/** What every action of the session works with. */
export type SessionCore = {
  readonly services: SessionServices
  session(): Session
  state(): SessionState
  /** Lets something happen, and changes beside it, in one step. A secret that nothing holds any more is emptied. */
  apply(events: SessionEvent | readonly SessionEvent[], change?: Change): void
  change(change: Change): void
  /** Runs at once where the reader is there, and else as soon as it has been loaded. */
  withKit(run: (kit: SessionKit) => void): void
}

export function createCore(
  services: SessionServices,
  get: () => SessionState,
  set: (change: Change & { readonly session?: Session }) => void,
): SessionCore {
  return {
    services,
    session: () => get().session,
    state: get,
    change: set,
    apply: (events, change = {}) => {
      const before = get().session
      const after = (Array.isArray(events) ? events : [events]).reduce(transition, before)
      set({ ...change, session: after })
      const held = new Set(secretsHeld(after))
      for (const secret of secretsHeld(before)) if (!held.has(secret)) secret.forget()
    },
    withKit: (run) => {
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
    },
  }
}
