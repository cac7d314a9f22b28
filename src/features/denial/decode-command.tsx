import { decodeCommand } from '#domain/denial/encoded-message.ts'
import type { DecodedMessages } from '#messages/en/decoded.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Rich } from '#ui/rich.tsx'
import { MaskedMessage } from './masked-message.tsx'

/** The command that decodes a message: shown with the message shortened, copied whole. */
export function DecodeCommand({
  encodedMessage,
  sentence,
  text,
  copy,
  write,
}: {
  readonly encodedMessage: string
  readonly sentence: string
  readonly text: DecodedMessages
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly write: (text: string) => Promise<boolean>
}) {
  const command = decodeCommand(encodedMessage)
  const at = command.indexOf(encodedMessage)
  return (
    <>
      <p className="prose">
        <Rich text={sentence} />
      </p>
      <div className="literal command">
        <code>
          {command.slice(0, at)}
          <MaskedMessage message={encodedMessage} more={text.more} />
          {command.slice(at + encodedMessage.length)}
        </code>
        <CopyButton
          words={copy}
          label={copy.label(text.command)}
          text={() => command}
          write={write}
        />
      </div>
    </>
  )
}
