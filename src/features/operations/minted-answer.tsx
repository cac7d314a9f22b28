import { useRef } from 'react'
import type { FormMessages } from '#messages/en/operation-forms.ts'
import { Rich } from '#ui/rich.tsx'
import { Section } from '#ui/section.tsx'

/** Credentials that an operation returned: what changed, what they can never do, and the press that chooses them. */
export function MintedAnswer({
  isChosen,
  onChoose,
  changes,
  limits,
  text,
}: {
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly changes: readonly string[]
  /** What it can never do, and why. */
  readonly limits: readonly (readonly [what: string, why: string])[]
  readonly text: FormMessages
}) {
  const place = useRef<HTMLParagraphElement>(null)
  return (
    <>
      <p className="row after-head" ref={place} tabIndex={-1}>
        {isChosen ? (
          <span className="fine">{text.chosen}</span>
        ) : (
          <button
            className="button"
            type="button"
            onClick={() => {
              onChoose()
              // The button goes; what it said stands in its place.
              place.current?.focus()
            }}
          >
            {text.choose}
          </button>
        )}
      </p>
      {changes.length > 0 && (
        <Section heading={text.changed}>
          <ul className="stack">
            {changes.map((change) => (
              <li key={change}>
                <Rich text={change} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {limits.length > 0 && (
        <Section heading={text.limits}>
          <ul className="limits">
            {limits.map(([what, why]) => (
              <li key={what}>
                {what} <span className="fine">{why}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
