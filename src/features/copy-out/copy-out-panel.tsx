import { useId, useState } from 'react'
import { Secret } from '#domain/credentials/secret.ts'
import type { WritableCredentials } from '#domain/credentials/write/credential-format.ts'
import { CREDENTIAL_FORMATS } from '#domain/credentials/write/format-table.ts'
import type { Clipboard } from '#domain/ports.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Status } from '#ui/status.tsx'

type Props = {
  readonly credentials: WritableCredentials
  readonly clipboard: Clipboard
  readonly text: WorkMessages['copyOut']
  readonly copy: CopyWords
}

/** The set in the words of a shell or a file; shown masked, copied in the clear, both on a press only. */
export function CopyOutPanel(props: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="block copy-out" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{props.text.title}</h3>
      </summary>
      {isOpen && <Formats {...props} />}
    </details>
  )
}

function Formats({ credentials, clipboard, text, copy }: Props) {
  const id = useId()
  const [chosen, setChosen] = useState(CREDENTIAL_FORMATS[0]?.id ?? 'env')
  const format = CREDENTIAL_FORMATS.find((each) => each.id === chosen)
  const written = (): string | null => format?.write([credentials]) ?? null
  const cannot = written() === null
  return (
    <div className="stack">
      <p className="row">
        <label className="fine" htmlFor={id}>
          {text.format}
        </label>
        <select
          id={id}
          value={chosen}
          onChange={(event) => {
            const next = CREDENTIAL_FORMATS.find((each) => each.id === event.currentTarget.value)
            if (next) setChosen(next.id)
          }}
        >
          {CREDENTIAL_FORMATS.map((each) => (
            <option key={each.id} value={each.id}>
              {text.formats[each.id]}
            </option>
          ))}
        </select>
        {!cannot && (
          <CopyButton
            words={copy}
            label={text.copyAs(text.formats[chosen])}
            face={text.copy}
            text={() => written() ?? ''}
            write={clipboard.write}
          />
        )}
      </p>
      {cannot ? (
        <Status kind="warning" word={text.cannot} />
      ) : (
        <pre className="literal">{format?.write([masked(credentials)])?.trimEnd()}</pre>
      )}
      <p className="fine">{text.note}</p>
      {credentials.sessionToken === null && <p className="fine">{text.olderToken}</p>}
    </div>
  )
}

/** The same set with counts in place of its secrets, in characters that no format has to escape. */
function masked(credentials: WritableCredentials): WritableCredentials {
  const mask = ({ length }: Secret): Secret => new Secret(`HIDDEN-${String(length)}-CHARACTERS`)
  return {
    ...credentials,
    secretAccessKey: mask(credentials.secretAccessKey),
    sessionToken: credentials.sessionToken && mask(credentials.sessionToken),
  }
}
