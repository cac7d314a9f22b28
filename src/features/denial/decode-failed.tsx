import type { DecodeFailure } from '#domain/sts/decode-authorization-message.ts'
import type { DecodedMessages } from '#messages/en/decoded.ts'
import { Fact } from '#ui/fact.tsx'
import { Rich } from '#ui/rich.tsx'
import { Status } from '#ui/status.tsx'

/** Why a message was not decoded, and AWS's own words; a null outcome: there was nothing to ask with. */
export function DecodeFailed({
  outcome,
  text,
}: {
  readonly outcome: DecodeFailure | null
  readonly text: DecodedMessages
}) {
  const { headline, paragraph } = outcome ? text.failure(outcome) : text.nothingToAskWith
  const refusal = outcome?.kind === 'refused' ? outcome : null
  return (
    <>
      <p className="row">
        <Status kind="error" word={text.error} />
        {refusal && <code>{refusal.code}</code>}
      </p>
      <p className="prose">
        <strong>{headline}.</strong> <Rich text={paragraph} />
      </p>
      {refusal && (
        <dl className="facts facts-wide">
          {refusal.message !== '' && <Fact label={text.awsSays}>{refusal.message}</Fact>}
          {refusal.requestId !== null && (
            <Fact label={text.requestId}>
              <code>{refusal.requestId}</code>
            </Fact>
          )}
        </dl>
      )}
    </>
  )
}
