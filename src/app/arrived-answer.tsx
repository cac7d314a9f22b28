import { useEffect, useRef, type ReactNode } from 'react'

/**
 * Moves the focus to the answer's headline where it still stands on the button that asked; otherwise leaves it alone
 * and lets the live region speak. In one column the page moves to the answer.
 */
export function ArrivedAnswer({
  at,
  outcome,
  cause,
  children,
}: {
  /** When it came; the same answer again moves the focus again. */
  readonly at: number
  readonly outcome: string
  readonly cause: string | undefined
  readonly children: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const headline = frame.current?.querySelector<HTMLElement>('h2')
    if (!headline) return
    const isOnButton = document.activeElement?.matches('[data-primary]') === true
    const isOneColumn = matchMedia('(max-width: 59.99rem)').matches
    if (isOnButton) headline.focus({ preventScroll: true })
    if (isOneColumn) frame.current?.scrollIntoView({ block: 'start' })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [at])
  return (
    <div ref={frame} data-outcome={outcome} data-cause={cause}>
      {children}
    </div>
  )
}
