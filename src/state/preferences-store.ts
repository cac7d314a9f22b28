import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Preferences, PreferencesStorage, Theme } from '#domain/ports.ts'

export type PreferencesState = {
  readonly preferences: Preferences
  /** Bytes kept in the browser's storage. */
  readonly bytes: number
  setTheme(theme: Theme): void
  rememberRegion(code: string): void
}

export type PreferencesStore = StoreApi<PreferencesState>

/** The one store whose content outlives the page: theme and last Region. */
export function createPreferencesStore(storage: PreferencesStorage): PreferencesStore {
  return createStore<PreferencesState>()((set, get) => {
    const change = (part: Partial<Preferences>): void => {
      // Another tab may have saved something since.
      const kept = storage.bytes() > 0 ? storage.load() : get().preferences
      const preferences = { ...kept, ...part }
      storage.save(preferences)
      set({ preferences, bytes: storage.bytes() })
    }
    return {
      preferences: storage.load(),
      bytes: storage.bytes(),
      setTheme: (theme) => change({ theme }),
      rememberRegion: (lastRegion) => change({ lastRegion }),
    }
  })
}
