import { childOf, readXml, textOf } from '#domain/xml/read-xml.ts'
import {
  InstancePanel,
  type InstanceAction,
  type InstanceResult,
} from '#features/operations/instance-panel.tsx'
import { lessonMessages } from '#messages/en/lessons.ts'
import { useOperationsActions } from '#state/operations-context.ts'
import { valuesOf } from '#state/chosen.ts'
import { sandboxPart } from './parts.ts'
import { useCaller } from './use-caller.ts'

/** In the sandbox: what the credentials on the desk may do to instances of a pretend EC2. */
export function InstancesPanel() {
  const { session, held } = useCaller()
  const actions = useOperationsActions()
  const lessons = sandboxPart.loaded()?.lessons
  const account = held?.account?.id ?? null
  if (session.target.kind !== 'sandbox' || !lessons || !held || account === null) return null
  const { accessKeyId, secretAccessKey, sessionToken } = valuesOf(held.credentials)
  if (!accessKeyId || !secretAccessKey) return null
  const use = async (action: InstanceAction, instanceId: string): Promise<InstanceResult> => {
    const credentials = { accessKeyId, secretAccessKey, sessionToken }
    const { region } = session.target
    const body = await lessons.callEc2({ action, instanceId, region, credentials })
    return body === null
      ? { kind: 'denied', code: '', message: '', encodedMessage: null }
      : readEc2(body)
  }
  return (
    <div className="bench-body">
      <h3>{lessonMessages.instances.title}</h3>
      <InstancePanel
        key={String(session.open)}
        instances={lessons.instancesOf(account)}
        onUse={use}
        onDecode={(encodedMessage) =>
          actions.fill('DecodeAuthorizationMessage', { EncodedMessage: encodedMessage })
        }
        text={lessonMessages.instances}
      />
    </div>
  )
}

/** EC2's answer: the state that the instance goes to, or the denial with its encoded message. */
function readEc2(body: string): InstanceResult {
  const reading = readXml(body)
  const root = reading.kind === 'read' ? reading.root : null
  const item = childOf(childOf(root, 'instancesSet'), 'item')
  const state = textOf(childOf(childOf(item, 'currentState'), 'name'))
  if (state) return { kind: 'allowed', state }
  const error = childOf(childOf(root, 'Errors'), 'Error')
  const message = textOf(childOf(error, 'Message')) ?? ''
  const encodedMessage =
    /Encoded authorization failure message: ([\w-]{20,10240})/.exec(message)?.[1] ?? null
  return {
    kind: 'denied',
    code: textOf(childOf(error, 'Code')) ?? '',
    message: message.length > 400 ? `${message.slice(0, 400)}…` : message,
    encodedMessage,
  }
}
