import type { ReactNode } from 'react'

/**
 * A table that becomes rows of two columns on a small screen. Its roles are written out, since changing `display`
 * may drop the native ones.
 */
export function RowsTable({
  caption,
  columns,
  className,
  children,
}: {
  readonly caption: ReactNode
  readonly columns: readonly { readonly label: string; readonly isNumber?: boolean }[]
  readonly className: string
  readonly children: ReactNode
}) {
  return (
    <table className={className} role="table">
      <caption className="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, isNumber }) => (
            <th
              key={label}
              role="columnheader"
              scope="col"
              className={isNumber ? 'number' : undefined}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  )
}
