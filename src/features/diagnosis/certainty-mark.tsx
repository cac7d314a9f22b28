import type { Certainty } from '#domain/diagnosis/finding.ts'

const BARS = ['M.5 8.5h5v3h-5z', 'M8.5 4.5h5v7h-5z', 'M16.5.5h5v11h-5z']
const FILLED: Readonly<Record<Certainty, number>> = { certain: 3, likely: 2, possible: 1 }

/** Three bars and a word. */
export function CertaintyMark({
  certainty,
  word,
}: {
  readonly certainty: Certainty
  readonly word: string
}) {
  return (
    <span className="certainty">
      <svg viewBox="0 0 22 12" aria-hidden="true">
        {BARS.map((bar, index) => (
          <path key={bar} d={bar} className={index < FILLED[certainty] ? undefined : 'off'} />
        ))}
      </svg>
      {word}
    </span>
  )
}
