import { useEffect } from 'react'
import { useSession, useSessionActions } from '#state/session-context.ts'

function useKeyDown(onKeyDown: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}

/** Alt+Shift+X clears everything. */
export function useClearKey(): void {
  const actions = useSessionActions()
  useKeyDown((event) => {
    if (event.code !== 'KeyX' || !event.altKey || !event.shiftKey) return
    event.preventDefault()
    actions.clear()
  })
}

/** Esc cancels the call of an operation. */
export function useCancelKey(isSending: boolean, cancel: () => void): void {
  useKeyDown((event) => {
    if (isSending && event.key === 'Escape' && !event.defaultPrevented) cancel()
  })
}

/** Ctrl or ⌘ with Enter asks, Esc cancels. In the form of an operation it calls that operation. */
export function useAskKeys(isReady: boolean): void {
  const actions = useSessionActions()
  const isAsking = useSession((state) => state.session.call.kind === 'sending')
  useKeyDown((event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) {
      event.preventDefault()
      const form =
        event.target instanceof Element
          ? event.target.closest<HTMLFormElement>('form.operation-form')
          : null
      if (form) form.requestSubmit()
      else if (isReady && !isAsking) void actions.ask()
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      // Also in the moment before the screen says that a call is under way.
      actions.cancel()
    }
  })
}
