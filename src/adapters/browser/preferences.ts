import type { Preferences, PreferencesStorage, Theme } from '#domain/ports.ts'

const KEY = 'sts-debugger.preferences'
const THEMES: readonly Theme[] = ['system', 'light', 'dark']
const NONE: Preferences = { theme: 'system', lastRegion: null }

/** The one file that writes to the browser's storage: theme and last Region, nothing else. */
export function createPreferencesStorage(storage: () => Storage): PreferencesStorage {
  return {
    load() {
      try {
        const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '{}')
        if (typeof kept !== 'object' || kept === null) return NONE
        const { theme, lastRegion } = kept as Record<string, unknown>
        return {
          theme: THEMES.find((each) => each === theme) ?? 'system',
          lastRegion: typeof lastRegion === 'string' ? lastRegion : null,
        }
      } catch {
        return NONE
      }
    },
    save(preferences) {
      try {
        if (preferences.theme === 'system' && preferences.lastRegion === null) {
          storage().removeItem(KEY)
        } else {
          storage().setItem(KEY, JSON.stringify(preferences))
        }
      } catch {
        // A browser that refuses storage still has a working page; the preference then lasts until the reload.
      }
    },
    bytes() {
      try {
        const kept = storage().getItem(KEY)
        return kept === null ? 0 : new TextEncoder().encode(KEY + kept).length
      } catch {
        return 0
      }
    },
  }
}
