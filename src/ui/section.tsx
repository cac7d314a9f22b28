import type { ReactNode } from 'react'

/** A section of the right pane: its heading hangs in the gutter. */
export function Section({
  heading,
  children,
}: {
  readonly heading: string
  readonly children: ReactNode
}) {
  return (
    <section className="section">
      <h3>{heading}</h3>
      <div>{children}</div>
    </section>
  )
}
