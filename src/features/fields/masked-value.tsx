import { isKeyIdShaped } from '#domain/credentials/key-id-shape.ts'
import type { Secret } from '#domain/credentials/secret.ts'
import type { FieldName } from '#domain/reading/reading.ts'

const TOKEN_HEAD = 12
const SECRET_TAIL = 4

/**
 * A value with its secret part hidden and counted. A key ID is no secret and is shown, but only where it looks like
 * one: people put the secret into that field too.
 */
export function MaskedValue({
  field,
  value,
  isShown,
  hidden,
}: {
  readonly field: FieldName
  readonly value: Secret
  readonly isShown: boolean
  readonly hidden: (count: number) => string
}) {
  const text = value.reveal()
  if (isShown || (field === 'accessKeyId' && isKeyIdShaped(text))) return <code>{text}</code>
  const head = field === 'sessionToken' && text.length > 3 * TOKEN_HEAD ? TOKEN_HEAD : 0
  const tail = field === 'secretAccessKey' && text.length > 4 * SECRET_TAIL ? SECRET_TAIL : 0
  return (
    <code>
      {text.slice(0, head)}
      {head > 0 && ' '}
      <span className="hidden-text">{hidden(text.length - head - tail)}</span>
      {tail > 0 && ' '}
      {tail > 0 && text.slice(-tail)}
    </code>
  )
}
