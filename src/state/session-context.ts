import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { SessionActions, SessionState, SessionStore } from './session-services.ts'

const SessionContext = createContext<SessionStore | null>(null)

export const SessionProvider = SessionContext.Provider

/** Reads from the session; select what is already in the state, or a primitive. */
export function useSession<T>(selector: (state: SessionState) => T): T {
  return useStore(useSessionStore(), selector)
}

export function useSessionActions(): SessionActions {
  return useSession((state) => state.actions)
}

function useSessionStore(): SessionStore {
  const store = useContext(SessionContext)
  if (!store) throw new Error('no session store around this component')
  return store
}
