import { useEffect, useRef, useState } from 'react'
import {
  DECODE_AUTHORIZATION_MESSAGE,
  type Decoded,
} from '#domain/sts/decode-authorization-message.ts'
import type { DecodedMessages } from '#messages/en/decoded.ts'
import type { CopyWords } from '#ui/copy-button.tsx'
import { Fact } from '#ui/fact.tsx'
import { Rich } from '#ui/rich.tsx'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { DecodeCommand } from './decode-command.tsx'
import { DecodeFailed } from './decode-failed.tsx'
import { DecodedAnswer } from './decoded-answer.tsx'
import { MaskedMessage } from './masked-message.tsx'

type Props = {
  readonly encodedMessage: string
  /** There are credentials, and nothing stands between them and a call. */
  readonly canDecode: boolean
  /** Opens the operation's form, where other credentials can be chosen; null where none are held. */
  readonly onForm: (() => void) | null
  /** Where the call would go; the empty string where it cannot go anywhere. */
  readonly host: string
  /** Null where there was nothing to ask with. */
  readonly decode: (encodedMessage: string, signal: AbortSignal) => Promise<Decoded | null>
  readonly text: DecodedMessages
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly write: (text: string) => Promise<boolean>
}

type Press =
  | { readonly kind: 'ready' }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'settled'; readonly decoded: Decoded | null }

/** An encoded authorization message: decoded on one press, or the command for somebody who may. */
export function DecodeSection(props: Props) {
  // What was decoded belongs to one message.
  return <DecodeOne key={props.encodedMessage} {...props} />
}

function DecodeOne({ encodedMessage, canDecode, onForm, host, decode, text, copy, write }: Props) {
  const [press, setPress] = useState<Press>({ kind: 'ready' })
  const controller = useRef<AbortController>(null)
  useEffect(() => () => controller.current?.abort(), [])

  const start = async (): Promise<void> => {
    if (press.kind === 'in-progress') return
    const mine = new AbortController()
    controller.current = mine
    setPress({ kind: 'in-progress' })
    const decoded = await decode(encodedMessage, mine.signal)
    if (!mine.signal.aborted) setPress({ kind: 'settled', decoded })
  }

  const { longest } = DECODE_AUTHORIZATION_MESSAGE
  const isTooLong = encodedMessage.length > longest
  const decoded = press.kind === 'settled' ? press.decoded : null
  const isDecoded = decoded !== null && decoded.kind !== 'failed'
  const isRefused = press.kind === 'settled' && !isDecoded
  const isFaulty =
    decoded?.kind === 'failed' &&
    decoded.outcome.kind === 'refused' &&
    decoded.outcome.code === 'InvalidAuthorizationMessageException'
  return (
    <>
      <Section heading={text.title}>
        <div className="stack">
          <p className="prose">
            <Rich text={text.found} />
          </p>
          <div className="literal">
            <MaskedMessage message={encodedMessage} more={text.more} />
          </div>
          {isTooLong && <p className="prose">{text.tooLong(longest, encodedMessage.length)}</p>}
          {!isTooLong && canDecode && !isDecoded && (
            <>
              <BeforeThePress host={host} text={text.before} />
              <p className="row">
                <button
                  className="button"
                  type="button"
                  aria-disabled={press.kind === 'in-progress'}
                  onClick={() => void start()}
                >
                  {isRefused ? text.again : text.decode}
                </button>
                {press.kind === 'in-progress' && <Status kind="progress" word={text.inProgress} />}
              </p>
            </>
          )}
          {onForm && !canDecode && (
            <p className="row">
              <button className="button" type="button" onClick={onForm}>
                {text.withHeld}
              </button>
            </p>
          )}
          {isRefused && (
            <DecodeFailed
              outcome={decoded?.kind === 'failed' ? decoded.outcome : null}
              text={text}
            />
          )}
          {!isTooLong && (!canDecode || isRefused) && !isDecoded && !isFaulty && (
            <DecodeCommand
              encodedMessage={encodedMessage}
              sentence={canDecode ? text.forSomebodyElse : text.withoutCredentials}
              text={text}
              copy={copy}
              write={write}
            />
          )}
          <output className="unseen">{spoken(press, text)}</output>
        </div>
      </Section>
      {isDecoded && <DecodedAnswer decoded={decoded} text={text} copy={copy} write={write} />}
    </>
  )
}

function BeforeThePress({
  host,
  text,
}: {
  readonly host: string
  readonly text: DecodedMessages['before']
}) {
  return (
    <dl className="facts facts-wide">
      <Fact label={text.leaves}>{text.leavesDetail}</Fact>
      <Fact label={text.stays}>{text.staysDetail}</Fact>
      <Fact label={text.goes}>
        <Rich text={text.goesDetail(host)} />
      </Fact>
      <Fact label={text.needs}>
        <Rich text={text.needsDetail} />
      </Fact>
    </dl>
  )
}

function spoken(press: Press, text: DecodedMessages): string {
  if (press.kind === 'ready') return ''
  if (press.kind === 'in-progress') return text.inProgress
  const { decoded } = press
  if (decoded === null) return text.nothingToAskWith.headline
  if (decoded.kind === 'failed') return text.failure(decoded.outcome).headline
  if (decoded.kind === 'unfamiliar') return text.unfamiliar.headline
  return `${text.decoded}. ${text.meanings[decoded.message.meaning].headline}`
}
