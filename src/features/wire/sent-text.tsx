import { isKeyIdShaped } from '#domain/credentials/key-id-shape.ts'
import type { HeaderValue, SentRequest } from '#domain/sts/call.ts'

type Part = { readonly text: string } | { readonly hidden: number }

/** A header value in parts: what may be read, and how many characters are hidden. */
function partsOf(value: HeaderValue): readonly Part[] {
  if (typeof value === 'string') return [{ text: value }]
  return value.map((part) => {
    if (typeof part === 'string') return { text: part }
    const text = part.reveal()
    return isKeyIdShaped(text) ? { text } : { hidden: part.length }
  })
}

/** The request as it was signed; key ID in clear where it looks like one, token and signature hidden. */
export function SentText({
  request,
  hidden,
}: {
  readonly request: SentRequest
  readonly hidden: (count: number) => string
}) {
  return (
    <pre className="literal">
      <span className="literal-name">
        {request.method} {new URL(request.url).pathname} HTTP/1.1
      </span>
      {'\n'}
      {request.headers.map(([name, value]) => (
        <span key={name}>
          <span className="literal-name">{name}:</span> <Parts value={value} hidden={hidden} />
          {'\n'}
        </span>
      ))}
      {'\n'}
      <Parts value={request.body} hidden={hidden} />
    </pre>
  )
}

function Parts({
  value,
  hidden,
}: {
  readonly value: HeaderValue
  readonly hidden: (count: number) => string
}) {
  return partsOf(value).map((part, index) =>
    'text' in part ? (
      <span key={`${String(index)}text`}>{part.text}</span>
    ) : (
      <span key={`${String(index)}hidden`} className="hidden-text">
        {hidden(part.hidden)}
      </span>
    ),
  )
}

/** The same as plain text for the clipboard. */
export function writeSent(request: SentRequest, hidden: (count: number) => string): string {
  const plain = (value: HeaderValue): string =>
    partsOf(value)
      .map((part) => ('text' in part ? part.text : `[${hidden(part.hidden)}]`))
      .join('')
  const lines = request.headers.map(([name, value]) => `${name}: ${plain(value)}`)
  return [`${request.method} ${request.url}`, ...lines, '', plain(request.body)].join('\n')
}
