import type { PolicyText, SkeletonNote } from '#domain/sts/skeletons/policy-text.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Rich } from '#ui/rich.tsx'
import { Section } from '#ui/section.tsx'

/** A policy to read, to hand on and to copy, with what has to be known of it. */
export function PolicySection({
  title,
  note,
  policy,
  notes,
  copy,
  write,
}: {
  readonly title: string
  readonly note: string
  readonly policy: PolicyText
  readonly notes: Readonly<Record<SkeletonNote, string>>
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly write: (text: string) => Promise<boolean>
}) {
  return (
    <Section heading={title}>
      <div className="stack">
        <p className="fine">{note}</p>
        {policy.notes.map((each) => (
          <p key={each} className="fine">
            <Rich text={notes[each]} />
          </p>
        ))}
        <pre className="literal">{policy.json}</pre>
        <p className="row">
          <CopyButton
            words={copy}
            label={copy.label(title)}
            text={() => policy.json}
            write={write}
          />
        </p>
      </div>
    </Section>
  )
}
