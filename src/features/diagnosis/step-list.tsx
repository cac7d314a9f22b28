import type { Step } from '#domain/diagnosis/finding.ts'
import type { DiagnosisMessages } from '#messages/diagnosis-messages.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Rich } from '#ui/rich.tsx'

/** What to do, in order; one command each. */
export function StepList({
  steps,
  text,
  copy,
  write,
}: {
  readonly steps: readonly Step[]
  readonly text: DiagnosisMessages
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly write: (text: string) => Promise<boolean>
}) {
  return (
    <ol className="steps">
      {steps.map((step, index) => {
        const words = text.steps[step.step]
        return (
          <li key={`${step.step}${String(index)}`}>
            <div>
              <p>
                <Rich text={words.sentence(step.fills)} />
              </p>
              {words.commands(step.fills).map((command) => (
                <div key={command.label} className="literal command">
                  <code>{command.text}</code>
                  <CopyButton
                    words={copy}
                    label={copy.label(command.label)}
                    text={() => command.text}
                    write={write}
                  />
                </div>
              ))}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
