const SHOWN_CHARACTERS = 24

/** The beginning of a long message, and how much more of it there is. */
export function MaskedMessage({
  message,
  more,
}: {
  readonly message: string
  readonly more: (count: number) => string
}) {
  const hidden = message.length - SHOWN_CHARACTERS
  if (hidden <= 0) return message
  return (
    <>
      {message.slice(0, SHOWN_CHARACTERS)}… <span className="hidden-text">{more(hidden)}</span>
    </>
  )
}
