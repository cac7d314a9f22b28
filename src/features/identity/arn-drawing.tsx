import type { ArnPartKind, ArnParts } from '#domain/identity/arn.ts'

/** A part shorter than its name needs a longer leader, so that two names never meet. */
const isShort = (text: string, name: string): boolean => text.length < name.length

/** The ARN as a dimension drawing: a bracket and a name under each part. */
export function ArnDrawing({
  arn,
  label,
  names,
}: {
  readonly arn: ArnParts
  readonly label: string
  readonly names: Readonly<Record<ArnPartKind, string>>
}) {
  return (
    <ol className="arn" aria-label={label}>
      {arn.parts.map((part, index) => (
        <li key={`${part.kind}${String(index)}`}>
          <span className={isLow(arn, index, names) ? 'part low' : 'part'}>
            {part.text}
            {part.kind !== 'prefix' && (
              <small>
                <b>{names[part.kind]}</b>
              </small>
            )}
          </span>
          <i>{part.after}</i>
        </li>
      ))}
    </ol>
  )
}

function isLow(
  arn: ArnParts,
  index: number,
  names: Readonly<Record<ArnPartKind, string>>,
): boolean {
  const part = arn.parts[index]
  const before = arn.parts[index - 1]
  if (!part || part.kind === 'prefix' || !isShort(part.text, names[part.kind])) return false
  return before !== undefined && before.kind !== 'prefix' && !isLow(arn, index - 1, names)
}
