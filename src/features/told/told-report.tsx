import { useState } from 'react'
import type { TextDiagnosis } from '#domain/diagnosis/explain-text.ts'
import type { ToldMessages } from '#messages/en/told.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Fact } from '#ui/fact.tsx'
import { Section } from '#ui/section.tsx'
import { writeToldReport } from './write-told-report.ts'

/** What was concluded from an error text, to hand on; the request ID beside it, which AWS asks for. */
export function ToldReport({
  told,
  text,
  copy,
  write,
}: {
  readonly told: TextDiagnosis
  readonly text: ToldMessages['report']
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly write: (text: string) => Promise<boolean>
}) {
  const [isShown, setShown] = useState(false)
  const { requestId } = told.extracted
  return (
    <Section heading={text.title}>
      <div className="stack">
        {requestId !== null && (
          <dl className="facts">
            <Fact
              label={text.requestId}
              end={
                <CopyButton
                  words={copy}
                  label={copy.label(text.requestId)}
                  text={() => requestId}
                  write={write}
                />
              }
            >
              <code>{requestId}</code>
            </Fact>
          </dl>
        )}
        <div className="row">
          <CopyButton
            words={copy}
            label={text.copy}
            face={text.copy}
            text={() => writeToldReport(told)}
            write={write}
          />
          <button
            className="button"
            type="button"
            aria-expanded={isShown}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? text.hide : text.preview}
          </button>
          <span className="fine">{text.detail}</span>
        </div>
        {isShown && <pre className="literal">{writeToldReport(told)}</pre>}
      </div>
    </Section>
  )
}
