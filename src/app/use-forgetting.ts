import { useEffect } from 'react'
import { useSessionActions } from '#state/session-context.ts'

/**
 * Forgets everything when the page is left, and again when the back/forward cache brings it back. A mere tab switch
 * forgets nothing: people leave to fetch an MFA code.
 */
export function useForgetting(): void {
  const actions = useSessionActions()
  useEffect(() => {
    const forget = (): void => actions.clear()
    const onShow = (event: PageTransitionEvent): void => {
      if (event.persisted) forget()
    }
    window.addEventListener('pagehide', forget)
    window.addEventListener('pageshow', onShow)
    return () => {
      window.removeEventListener('pagehide', forget)
      window.removeEventListener('pageshow', onShow)
    }
  }, [actions])
}
