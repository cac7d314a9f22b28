import { useMemo } from 'react'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import type { Clipboard } from '#domain/ports.ts'
import type { Session } from '#domain/session/session.ts'
import { AskBar } from '#features/ask/ask-bar.tsx'
import { Asking } from '#features/ask/asking.tsx'
import { BeforeThePress } from '#features/ask/before-the-press.tsx'
import {
  EndpointLine,
  EndpointSection,
  type SituationChoice,
} from '#features/target/endpoint-section.tsx'
import type { FirstMessages } from '#messages/en/first.ts'
import { knobMessages } from '#messages/en/knobs.ts'
import { workMessages as text } from '#messages/en/work.ts'
import { obstacleOf } from '#state/chosen.ts'
import { LIMIT_MS } from '#state/session-core.ts'
import { localTime } from '#ui/format-time.ts'
import { ArrivedAnswer } from './arrived-answer.tsx'
import { SettledAnswer } from './settled-answer.tsx'
import { SITUATION_ROWS } from './situation-rows.ts'
import { useAskKeys } from './use-keys.ts'
import { useWork } from './use-work.ts'

type Props = {
  readonly first: FirstMessages
  readonly build: string
  readonly clipboard: Clipboard
}

/** Right of the line, from the first reading on: the request, and what AWS or the sandbox said. */
export function AwsContent({ first, build, clipboard }: Props) {
  const work = useWork()
  const isOffered = work !== null && resolveEndpoint(work.session.target).kind === 'offered'
  const situations = useMemo(() => situationsOf(first), [first])
  const obstacle = work ? obstacleOf(work.session, work.facts, isOffered) : 'nothing-read'
  useAskKeys(obstacle === null)
  if (!work) return null
  const { call, target } = work.session
  return (
    <>
      <AskBar text={text.ask} obstacle={obstacle} />
      {call.kind === 'idle' && work.session.told === null ? (
        <>
          <EndpointSection text={text.target} situations={situations} />
          <BeforeThePress
            target={target}
            credentials={work.credentials}
            facts={work.facts}
            text={text.before}
          />
        </>
      ) : (
        <EndpointLine text={text.target} situations={situations} />
      )}
      {call.kind === 'sending' && (
        <Asking startedAt={call.startedAt} limitMs={LIMIT_MS} text={text.asking} />
      )}
      {call.kind === 'settled' && (
        <ArrivedAnswer at={call.at} outcome={call.outcome.kind} cause={call.diagnosis?.cause}>
          <SettledAnswer
            work={work}
            settled={call}
            locale={first.locale}
            build={build}
            clipboard={clipboard}
            text={text}
          />
        </ArrivedAnswer>
      )}
    </>
  )
}

const KNOB_CHOICE = {
  label: knobMessages.label,
  none: knobMessages.none,
  options: Object.entries(knobMessages.names).map(([id, name]) => ({ id, name })),
}

function situationsOf({ situations }: FirstMessages): SituationChoice {
  return {
    label: situations.label,
    none: situations.none,
    options: SITUATION_ROWS.map(({ id }) => ({ id, name: situations.names[id]?.[0] ?? id })),
    knobs: KNOB_CHOICE,
  }
}

/** The head of the right pane: who is asked, and how far it has come. */
export function AwsTitle({ first }: { readonly first: FirstMessages }) {
  const work = useWork()
  if (!work) return null
  const { kind } = work.session.target
  const { aws } = first
  return (
    <>
      <h2 id="aws-title">
        {kind === 'sandbox' ? aws.sandbox : kind === 'custom' ? aws.custom : aws.title}
      </h2>
      <p>{stateOf(work.session, work.now, first)}</p>
    </>
  )
}

function stateOf({ call, target }: Session, now: number, { aws, locale }: FirstMessages): string {
  if (target.kind === 'sandbox') return aws.insidePage
  if (call.kind === 'sending') return aws.asking
  if (call.kind === 'idle') return aws.notAsked
  const at = localTime(call.at, now, locale)
  if (call.reply.kind === 'answered') return aws.answeredAt(at)
  return call.reply.kind === 'cancelled' ? aws.stoppedAt(at) : aws.noAnswerAt(at)
}
