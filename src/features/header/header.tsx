import { memo } from 'react'
import type { Theme } from '#domain/ports.ts'
import type { FirstMessages } from '#messages/en/first.ts'
import { usePreferences } from '#state/preferences-context.ts'
import { useSession, useSessionActions } from '#state/session-context.ts'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']

function HeaderView({ text }: { readonly text: FirstMessages }) {
  const theme = usePreferences((state) => state.preferences.theme)
  const setTheme = usePreferences((state) => state.setTheme)
  const hasReading = useSession((state) => state.session.reading !== null)
  const actions = useSessionActions()
  return (
    <header className="top">
      <h1 className="brand">
        <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1.75 3v10M5.9 8v5M10.1 8v5M14.25 3v10M1 13.25h14" />
        </svg>
        {text.product}
      </h1>
      <div className="row">
        <label htmlFor="theme">{text.theme.label}</label>
        <select
          id="theme"
          value={theme}
          onChange={(event) => {
            const chosen = THEMES.find((each) => each === event.currentTarget.value)
            if (chosen) setTheme(chosen)
          }}
        >
          {THEMES.map((each) => (
            <option key={each} value={each}>
              {text.theme[each]}
            </option>
          ))}
        </select>
        {hasReading && (
          <button
            className="button"
            type="button"
            aria-label={text.clear.label}
            aria-keyshortcuts="Alt+Shift+X"
            onClick={() => actions.clear()}
          >
            {text.clear.short}
            <span className="wide-only">{text.clear.rest}</span>
          </button>
        )}
      </div>
    </header>
  )
}

/** Made anew only when something in it changes. */
export const Header = memo(HeaderView)
