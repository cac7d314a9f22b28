import { describeCredentials } from '#domain/credentials/describe.ts'
import type { Clipboard } from '#domain/ports.ts'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import { DecodeSection } from '#features/denial/decode-section.tsx'
import { decodedMessages } from '#messages/en/decoded.ts'
import type { FirstMessages } from '#messages/en/first.ts'
import { obstacleOf, valuesOf } from '#state/chosen.ts'
import { useOperationsActions } from '#state/operations-context.ts'
import { useSession, useSessionActions } from '#state/session-context.ts'

/** An encoded authorization message and the press that decodes it, with the credentials that were pasted. */
export function DecodePanel({
  encodedMessage,
  clipboard,
  copy,
}: {
  readonly encodedMessage: string
  readonly clipboard: Clipboard
  readonly copy: FirstMessages['copy']
}) {
  const session = useSession((state) => state.session)
  const actions = useSessionActions()
  const operations = useOperationsActions()
  const endpoint = resolveEndpoint(session.target)
  const isOffered = endpoint.kind === 'offered'
  const facts = describeCredentials(valuesOf(chosenCredentials(session)))
  return (
    <DecodeSection
      encodedMessage={encodedMessage}
      canDecode={obstacleOf(session, facts, isOffered) === null}
      // With credentials that are held but not on the desk.
      onForm={
        session.open === null && session.held.length > 0
          ? () => operations.fill('DecodeAuthorizationMessage', { EncodedMessage: encodedMessage })
          : null
      }
      host={isOffered ? endpoint.host : ''}
      decode={actions.decode}
      text={decodedMessages}
      copy={copy}
      write={clipboard.write}
    />
  )
}
