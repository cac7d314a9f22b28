/** Where a fact comes from; an inferred one stands on a broken line. */
export function Provenance({
  word,
  isInferred = false,
}: {
  readonly word: string
  readonly isInferred?: boolean
}) {
  return <span className={`provenance${isInferred ? ' provenance-inferred' : ''}`}>{word}</span>
}
