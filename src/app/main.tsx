import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserClipboard } from '#adapters/browser/clipboard.ts'
import { createPreferencesStorage } from '#adapters/browser/preferences.ts'
import { readPageFacts } from '#features/ledger/page-facts.ts'
import { firstMessages } from '#messages/en/first.ts'
import { OperationsProvider } from '#state/operations-context.ts'
import { createOperationsStore } from '#state/operations-store.ts'
import { PreferencesProvider } from '#state/preferences-context.ts'
import { createPreferencesStore } from '#state/preferences-store.ts'
import { SessionProvider } from '#state/session-context.ts'
import { createSessionStore } from '#state/session-store.ts'
import '#ui/tokens.css'
import '#ui/base.css'
import '#ui/controls.css'
import '#ui/frame.css'
import '#ui/facts.css'
import '#ui/time.css'
import '#ui/tab.css'
import '#ui/ask.css'
import '#ui/answer.css'
import '#ui/wire.css'
import { ErrorBoundary } from './error-boundary.tsx'
import { loadPartsWhenIdle } from './parts.ts'
import { Screen } from './screen.tsx'
import { createServices, deviceClock } from './services.ts'

const preferences = createPreferencesStore(createPreferencesStorage(() => localStorage))
const services = createServices(deviceClock, preferences)
const session = createSessionStore(services)
const operations = createOperationsStore(services, session)
const showTheme = (): void => {
  document.documentElement.dataset['theme'] = preferences.getState().preferences.theme
}
showTheme()
preferences.subscribe(showTheme)

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary text={firstMessages.failure}>
        <PreferencesProvider value={preferences}>
          <SessionProvider value={session}>
            <OperationsProvider value={operations}>
              <Screen
                page={readPageFacts(document)}
                clipboard={browserClipboard}
                text={firstMessages}
              />
            </OperationsProvider>
          </SessionProvider>
        </PreferencesProvider>
      </ErrorBoundary>
    </StrictMode>,
  )
  loadPartsWhenIdle()
}
