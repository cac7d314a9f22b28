import type { Clipboard } from '#domain/ports.ts'
import { requestOf } from '#domain/session/desk.ts'
import { secretsHeld } from '#domain/session/tray.ts'
import { Wire } from '#features/wire/wire.tsx'
import { workMessages as text } from '#messages/en/work.ts'
import { useSession } from '#state/session-context.ts'

/** Under both panes once something has been sent. */
export function WirePanel({ clipboard }: { readonly clipboard: Clipboard }) {
  const session = useSession((state) => state.session)
  if (session.call.kind !== 'settled' || session.call.reply.kind === 'not-sent') return null
  const { reply } = session.call
  const request = requestOf(reply)
  if (!request) return null
  return (
    <Wire
      request={request}
      response={reply.kind === 'answered' ? reply.response : null}
      secrets={secretsHeld(session)}
      tookMs={reply.timing.tookMs}
      clipboard={clipboard}
      text={text.wire}
      copy={text.copy}
    />
  )
}
