import type { Clipboard } from '#domain/ports.ts'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import { limitsOfMinted } from '#domain/sts/operations/caller.ts'
import { cliCommand, variablesOf } from '#domain/sts/operations/cli-command.ts'
import { parametersJson } from '#domain/sts/operations/command-input.ts'
import {
  parameterNamed,
  type OperationDescriptor,
  type Parameter,
  type ParameterValues,
} from '#domain/sts/operations/descriptor.ts'
import { durationCap } from '#domain/sts/operations/duration-cap.ts'
import { filledIn } from '#domain/sts/operations/values.ts'
import { OperationForm } from '#features/operations/operation-form.tsx'
import { RoleArnHelper } from '#features/operations/role-arn-helper.tsx'
import type { ParameterWords } from '#features/operations/parameter-words.ts'
import { EndpointLine } from '#features/target/endpoint-section.tsx'
import { formMessages as text } from '#messages/en/operation-forms.ts'
import { operationMessages } from '#messages/en/operations.ts'
import { workMessages } from '#messages/en/work.ts'
import { obstacleOf } from '#state/chosen.ts'
import { useOperations, useOperationsActions } from '#state/operations-context.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { Fact } from '#ui/fact.tsx'
import { Rich } from '#ui/rich.tsx'
import { Status } from '#ui/status.tsx'
import { ExamplePanel } from './example-panel.tsx'
import { OperationAnswer } from './operation-answer.tsx'
import { readEntry } from './secret-entries.tsx'
import { deviceClock } from './services.ts'
import { nameOf } from './tray-rows.ts'
import { useCancelKey } from './use-keys.ts'
import { useCaller, type Caller } from './use-caller.ts'

const NOTHING: ParameterValues = {}

const NO_SITUATIONS = {
  label: '',
  none: '',
  options: [],
  knobs: { label: '', none: '', options: [] },
} as const

/** One operation: its form left of the line, what came of it right of the line. */
export function OperationPanel({
  descriptor,
  locale,
  clipboard,
}: {
  readonly descriptor: OperationDescriptor
  readonly locale: string
  readonly clipboard: Clipboard
}) {
  const { name } = descriptor
  const caller = useCaller()
  const { session, held, kind } = caller
  const values = useOperations((state) => state.values[name]) ?? NOTHING
  const call = useOperations((state) => state.calls[name])
  const isBusy = useOperations((state) =>
    Object.entries(state.calls).some(
      ([other, { kind: stage }]) => other !== name && stage === 'sending',
    ),
  )
  const actions = useOperationsActions()
  useCancelKey(call?.kind === 'sending', actions.cancel)
  const endpoint = resolveEndpoint(session.target)
  const isOffered = endpoint.kind === 'offered'
  const obstacle = descriptor.isSigned
    ? held
      ? obstacleOf(session, held.facts, isOffered)
      : 'nothing-read'
    : isOffered
      ? null
      : 'no-endpoint'
  const ownAccount = held?.identity?.account ?? null
  const noteOf = (parameter: Parameter): string => {
    const value = values[parameter.name]
    if (parameter.kind === 'duration') {
      const cap = durationCap(descriptor, kind)
      const seconds = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : null
      return [
        seconds === null ? '' : text.duration(spanOf(seconds)),
        cap ? operationMessages.duration(cap) : '',
      ]
        .filter((part) => part !== '')
        .join(' ')
    }
    const account =
      parameter.name === 'RoleArn' && typeof value === 'string'
        ? (/^arn:[^:]{1,20}:iam::(\d{12}):role\//.exec(value)?.[1] ?? null)
        : null
    return account !== null && ownAccount !== null && account !== ownAccount
      ? text.crossAccount(account, ownAccount)
      : ''
  }
  const help = {
    RoleArn: (
      <RoleArnHelper
        partition={session.target.partition}
        account={held?.account?.id ?? ''}
        onArn={(arn) => actions.fill(name, { RoleArn: arn })}
        text={text}
      />
    ),
  }
  const refusal = kind === null ? null : operationMessages.refusal(descriptor, kind)
  const target = {
    region: session.target.region,
    endpoint: session.target.kind === 'custom' && isOffered ? endpoint.url : null,
  }
  return (
    <div className="split">
      <div>
        <div className="heading">
          <h3 tabIndex={-1}>{name}</h3>
          <span className="row">
            <a href={descriptor.page} target="_blank" rel="noopener noreferrer">
              {text.awsPage}
            </a>
            <button
              className="button button-small"
              type="button"
              onClick={() => actions.open(null)}
            >
              {text.back}
            </button>
          </span>
        </div>
        <p className="fine prose">
          <Rich text={operationMessages.operations[name].what} />
        </p>
        {refusal !== null && (
          <p className="quiet">
            <Status kind="warning" word={<Rich text={refusal} />} />
          </p>
        )}
        <OperationForm
          descriptor={descriptor}
          values={values}
          facts={{ caller: kind === 'nobody' ? null : kind, partition: session.target.partition }}
          isSending={call?.kind === 'sending'}
          obstacle={isBusy ? text.busy : obstacle === null ? null : text.obstacles[obstacle]}
          words={wordsOf(descriptor)}
          text={text}
          noteOf={noteOf}
          suggestionsOf={(parameter) => parameter.choices ?? []}
          entryOf={(parameter, typed) =>
            readEntry(parameter, typed, {
              now: deviceClock.now(),
              locale,
              onRole: ({ roleArn, providerArn }) =>
                actions.fill(name, { RoleArn: roleArn, PrincipalArn: providerArn }),
            })
          }
          Examples={ExamplePanel}
          help={help}
          renderBefore={(all) => (
            <>
              {!held && <EndpointLine text={workMessages.target} situations={NO_SITUATIONS} />}
              <BeforeTheCall descriptor={descriptor} values={all} caller={caller} />
            </>
          )}
          renderCopies={(all) => (
            <div className="stack">
              <p className="row">
                <CopyButton
                  words={workMessages.copy}
                  label={text.copyCommand}
                  face={text.copyCommand}
                  text={() => cliCommand(descriptor, all, target)}
                  write={clipboard.write}
                />
                <CopyButton
                  words={workMessages.copy}
                  label={text.copyJson}
                  face={text.copyJson}
                  text={() => parametersJson(descriptor, all)}
                  write={clipboard.write}
                />
              </p>
              <p className="fine">
                <Rich text={text.commandNote(variablesOf(descriptor, all))} />
              </p>
            </div>
          )}
        />
      </div>
      <div>
        {call?.kind === 'settled' ? (
          <OperationAnswer
            key={call.at}
            descriptor={descriptor}
            settled={call}
            caller={caller}
            locale={locale}
            clipboard={clipboard}
          />
        ) : (
          <p className="quiet">{text.noAnswerYet}</p>
        )}
      </div>
    </div>
  )
}

function wordsOf(descriptor: OperationDescriptor): ParameterWords {
  const named = (name: string) => parameterNamed(descriptor, name)
  const said = (name: string) => {
    const parameter = named(name)
    return parameter ? operationMessages.parameter(descriptor.name, parameter) : null
  }
  return {
    label: (name) => said(name)?.label ?? name,
    hint: (name) => said(name)?.hint ?? '',
    fault: (fault) => {
      const parameter = named(fault.parameter)
      return parameter ? operationMessages.fault(fault, parameter) : ''
    },
  }
}

/** What leaves the page, where to, who signs it, and what CloudTrail writes down. */
function BeforeTheCall({
  descriptor,
  values,
  caller: { session, held },
}: {
  readonly descriptor: OperationDescriptor
  readonly values: ParameterValues
  readonly caller: Caller
}) {
  const endpoint = resolveEndpoint(session.target)
  const isSandbox = session.target.kind === 'sandbox'
  const words = text.before
  const given = filledIn(descriptor, values).map(([parameter]) => parameter.name)
  const never =
    descriptor.name === 'GetFederationToken'
      ? limitsOfMinted(descriptor, null).map(
          ({ never: limit }) => workMessages.identity.limits[limit][0],
        )
      : []
  const leaves = isSandbox
    ? words.sandbox
    : !descriptor.isSigned
      ? words.unsigned
      : held?.credentials.sessionToken
        ? words.signedWithToken
        : words.signed
  return (
    <dl className="facts facts-wide">
      <Fact label={words.leaves}>{leaves}</Fact>
      <Fact label={words.goes}>
        {isSandbox
          ? words.goesSandbox
          : endpoint.kind === 'offered' && <code>{endpoint.host}</code>}
      </Fact>
      {descriptor.isSigned && held && <Fact label={words.signedBy}>{nameOf(held)}</Fact>}
      <Fact label={words.needs}>
        <Rich text={operationMessages.before.needs(descriptor, given)} />
      </Fact>
      {never.length > 0 && <Fact label={words.never}>{never.join('; ')}</Fact>}
      <Fact label={words.recorded}>
        {isSandbox ? (
          words.recordedNowhere
        ) : (
          <Rich text={operationMessages.before.recorded(descriptor, given)} />
        )}
      </Fact>
    </dl>
  )
}

const spanOf = (seconds: number): string => workMessages.time.minutes(Math.round(seconds / 60))
