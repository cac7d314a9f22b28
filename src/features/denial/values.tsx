/** Literal values, one below the other. */
export function Values({
  values,
  none,
}: {
  readonly values: readonly string[]
  readonly none: string
}) {
  if (values.length === 0) return <span className="quiet">{none}</span>
  return values.map((value, index) => (
    <div key={`${value}${String(index)}`}>
      <code>{value}</code>
    </div>
  ))
}
