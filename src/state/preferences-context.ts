import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { PreferencesState, PreferencesStore } from './preferences-store.ts'

const PreferencesContext = createContext<PreferencesStore | null>(null)

export const PreferencesProvider = PreferencesContext.Provider

export function usePreferences<T>(selector: (state: PreferencesState) => T): T {
  const store = useContext(PreferencesContext)
  if (!store) throw new Error('no preferences store around this component')
  return useStore(store, selector)
}
