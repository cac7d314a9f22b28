import type { Denial } from '#domain/denial/parse-denial.ts'
import { noteFactsOf, remedyOf } from '#domain/denial/remedy.ts'
import type { ToldMessages } from '#messages/en/told.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Fact } from '#ui/fact.tsx'
import { Section } from '#ui/section.tsx'

type Text = ToldMessages['denial']

/** AWS's sentence taken apart, the document to change, and a note for whoever can change it. */
export function DenialSection({
  denial,
  sentence,
  requestId,
  text,
  copy,
  write,
}: {
  readonly denial: Denial
  /** The text the denial was read from. */
  readonly sentence: string
  readonly requestId: string | null
  readonly text: Text
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly write: (text: string) => Promise<boolean>
}) {
  const remedy = remedyOf(denial)
  const note = text.noteText(noteFactsOf(denial, sentence, requestId))
  const rows: readonly (readonly [string, string | null])[] = [
    [text.principal, denial.principal],
    [text.action, denial.action],
    [text.resource, denial.resource],
    [text.through, denial.through],
    [text.policyArn, denial.policyArn],
    [text.tail, denial.tail === '' ? null : denial.tail],
  ]
  return (
    <>
      <Section heading={text.title}>
        <dl className="facts facts-wide">
          {denial.effect && (
            <Fact label={text.effect}>
              {text.effects[denial.effect](denial.policyWords ?? text.somePolicy)}
            </Fact>
          )}
          {rows.map(([label, value]) =>
            value === null ? null : (
              <Fact key={label} label={label}>
                <code>{value}</code>
              </Fact>
            ),
          )}
        </dl>
      </Section>
      <Section heading={text.remedy}>
        <div className="stack">
          <p className="prose">
            {remedy.document === null ? text.documentUnknown : text.document(remedy.document)}{' '}
            {text.keepers[remedy.keeper]}{' '}
            {remedy.statement !== null && remedy.isPathUnknown && `${text.pathUnknown} `}
            {text.changes[remedy.change]}
          </p>
          {remedy.statement !== null && (
            <div className="literal command">
              <code>{remedy.statement}</code>
              <CopyButton
                words={copy}
                label={copy.label(text.statement)}
                text={() => remedy.statement ?? ''}
                write={write}
              />
            </div>
          )}
        </div>
      </Section>
      <Section heading={text.note}>
        <div className="literal command">
          <code>{note}</code>
          <CopyButton
            words={copy}
            label={copy.label(text.noteLabel)}
            text={() => note}
            write={write}
          />
        </div>
      </Section>
    </>
  )
}
