import type { ReactNode } from 'react'

/** One row of a list of facts: label, value, and what stands at its end. */
export function Fact({
  label,
  children,
  end,
  isWhole = false,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly end?: ReactNode
  /** Takes both columns of a two-column list. */
  readonly isWhole?: boolean
}) {
  return (
    <div className={isWhole ? 'whole' : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
      {end !== undefined && <dd>{end}</dd>}
    </div>
  )
}
