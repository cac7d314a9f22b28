import { useState } from 'react'
import type { Clipboard } from '#domain/ports.ts'
import type { ReplyValue } from '#domain/sts/operations/read-reply.ts'
import type { FormMessages } from '#messages/en/operation-forms.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Fact } from '#ui/fact.tsx'
import { Section } from '#ui/section.tsx'

/** The fields of an answer. A secret among them is shown and copied on a press only. */
export function ReplyValues({
  values,
  label,
  time,
  requestId,
  clipboard,
  copy,
  text,
}: {
  readonly values: readonly ReplyValue[]
  readonly label: (path: string) => string
  readonly time: (instant: number) => string
  readonly requestId: string | null
  readonly clipboard: Clipboard
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly text: FormMessages
}) {
  const rows = values.map((value) => [label(value.path), value] as const)
  return (
    <Section heading={text.result}>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <Fact
            key={value.path}
            label={name}
            end={
              <CopyButton
                words={copy}
                label={copy.label(name)}
                text={() => plain(value, time)}
                write={clipboard.write}
              />
            }
          >
            {value.kind === 'secret' ? (
              <SecretValue
                length={value.secret.length}
                read={() => value.secret.reveal()}
                text={text}
              />
            ) : (
              <code>{plain(value, time)}</code>
            )}
          </Fact>
        ))}
        {requestId !== null && (
          <Fact
            label={text.requestId}
            end={
              <CopyButton
                words={copy}
                label={copy.label(text.requestId)}
                text={() => requestId}
                write={clipboard.write}
              />
            }
          >
            <code>{requestId}</code>
          </Fact>
        )}
      </dl>
    </Section>
  )
}

function plain(value: ReplyValue, time: (instant: number) => string): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'number':
      return String(value.number)
    case 'instant':
      return time(value.instant)
    case 'secret':
      return value.secret.reveal()
  }
}

function SecretValue({
  length,
  read,
  text,
}: {
  readonly length: number
  readonly read: () => string
  readonly text: FormMessages
}) {
  const [isShown, setShown] = useState(false)
  return (
    <>
      {isShown ? (
        <code>{read()}</code>
      ) : (
        <span className="hidden-text">{text.secretValue(length)}</span>
      )}{' '}
      <button className="button button-small" type="button" onClick={() => setShown(!isShown)}>
        {isShown ? text.hide : text.show}
      </button>
    </>
  )
}
