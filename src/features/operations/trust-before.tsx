import type { PolicyText, SkeletonNote } from '#domain/sts/skeletons/policy-text.ts'
import type { FormMessages } from '#messages/en/operation-forms.ts'
import { Rich } from '#ui/rich.tsx'

/** Before the call: the trust policy that the role must have, as a skeleton. */
export function TrustBefore({
  policy,
  notes,
  text,
}: {
  readonly policy: PolicyText
  readonly notes: Readonly<Record<SkeletonNote, string>>
  readonly text: FormMessages
}) {
  return (
    <details>
      <summary>{text.trustBefore}</summary>
      <div className="stack">
        <pre className="literal">{policy.json}</pre>
        {policy.notes.map((note) => (
          <p key={note} className="fine">
            <Rich text={notes[note]} />
          </p>
        ))}
      </div>
    </details>
  )
}
