import { senderError, type ApiError } from '../api-error.ts'
import { authenticate, type Caller } from '../authenticate.ts'
import { judge, refusalOf } from '../authorize.ts'
import { encodeMessage } from '../encoded-message.ts'
import type { SandboxRequest } from '../exchange.ts'
import type { OperationResult, ResultField } from '../operation.ts'
import type { ContextEntry } from '../policy/request-context.ts'
import type { World } from '../world.ts'
import { INSTANCES, STATE_CODES, type Instance, type InstanceState } from './instance-table.ts'

/** The state that each action leads to, by the state before. */
const TRANSITIONS: Readonly<
  Record<string, Partial<Readonly<Record<InstanceState, InstanceState>>>>
> = {
  StartInstances: { stopped: 'pending' },
  StopInstances: { running: 'stopping' },
  TerminateInstances: { running: 'shutting-down', stopped: 'shutting-down' },
}

/**
 * Four operations of a pretend EC2, so that a permission can be used. The answer shows the transition; the instances
 * themselves never change.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html
 */
export async function performEc2(
  request: SandboxRequest,
  parameters: ReadonlyMap<string, string>,
  world: World,
): Promise<OperationResult | ApiError> {
  const caller = await authenticate(request, world, 'ec2')
  if (caller.kind === 'error') return asEc2Says(caller)
  const action = parameters.get('Action') ?? ''
  const transition = Object.hasOwn(TRANSITIONS, action) ? TRANSITIONS[action] : undefined
  const ids = instanceIdsOf(parameters)
  const malformed = ids.find((id) => !/^i-(?:[\da-f]{8}|[\da-f]{17})$/.test(id))
  if (malformed !== undefined) {
    return senderError(400, 'InvalidInstanceID.Malformed', `Invalid id: "${malformed}"`)
  }
  const isDryRun = parameters.get('DryRun') === 'true'
  if (action === 'DescribeInstances') return describe(caller, ids, isDryRun, world)
  if (!transition) {
    const message = `The action ${action} is not valid for this web service.`
    return senderError(400, 'InvalidAction', message)
  }
  if (ids.length === 0) {
    return senderError(400, 'MissingParameter', 'The request must contain the parameter InstanceId')
  }
  for (const id of ids) {
    const refusal = await refusalFor(caller, action, id, world)
    if (refusal) return refusal
  }
  const instances = found(caller, ids)
  if ('kind' in instances) return instances
  if (isDryRun) return DRY_RUN
  const items = instances.map(({ id, state }): ResultField => [
    'item',
    [
      ['instanceId', id],
      ['currentState', stateFields(transition[state] ?? state)],
      ['previousState', stateFields(state)],
    ],
  ])
  return { kind: 'result', fields: [['instancesSet', items]] }
}

const DRY_RUN = senderError(
  412,
  'DryRunOperation',
  'Request would have succeeded, but DryRun flag is set.',
)

function instanceIdsOf(parameters: ReadonlyMap<string, string>): readonly string[] {
  return [...parameters].flatMap(([name, value]) =>
    /^InstanceId\.\d{1,4}$/.test(name) ? [value] : [],
  )
}

function found(caller: Caller, ids: readonly string[]): readonly Instance[] | ApiError {
  const own = INSTANCES.filter(({ account }) => account === caller.principal.account)
  const missing = ids.filter((id) => !own.some((each) => each.id === id))
  if (missing.length === 0) return own.filter(({ id }) => ids.includes(id))
  const message =
    missing.length === 1
      ? `The instance ID '${missing.join('')}' does not exist`
      : `The instance IDs '${missing.join(', ')}' do not exist`
  return senderError(400, 'InvalidInstanceID.NotFound', message)
}

/** Null where the caller may. */
async function refusalFor(
  caller: Caller,
  operation: string,
  id: string,
  world: World,
): Promise<ApiError | null> {
  const { account } = caller.principal
  const instance = INSTANCES.find((each) => each.id === id && each.account === account)
  const context: readonly ContextEntry[] = [
    ['ec2:Region', caller.region],
    ['ec2:InstanceID', id],
    ['ec2:InstanceType', instance?.type ?? null],
    ...(instance?.tags ?? []).flatMap(([key, value]) => [
      [`aws:ResourceTag/${key}`, value] as const,
      [`ec2:ResourceTag/${key}`, value] as const,
    ]),
  ]
  const resource = `arn:aws:ec2:${caller.region}:${account}:instance/${id}`
  const judged = judge(caller, { action: `ec2:${operation}`, resource, context }, world)
  const refusal = refusalOf(caller, judged)
  return refusal && unauthorized(refusal, await encodeMessage(caller, judged))
}

function unauthorized({ message }: ApiError, encoded: string | null): ApiError {
  const tail = encoded === null ? '' : `. Encoded authorization failure message: ${encoded}`
  return senderError(
    403,
    'UnauthorizedOperation',
    `You are not authorized to perform this operation. ${message}${tail}`,
  )
}

function describe(
  caller: Caller,
  ids: readonly string[],
  isDryRun: boolean,
  world: World,
): OperationResult | ApiError {
  const wish = { action: 'ec2:DescribeInstances', resource: '*' }
  const refusal = refusalOf(caller, judge(caller, wish, world))
  if (refusal) return unauthorized(refusal, null)
  const { account } = caller.principal
  const own = INSTANCES.filter((each) => each.account === account)
  const instances = ids.length > 0 ? found(caller, ids) : own
  if ('kind' in instances) return instances
  if (isDryRun) return DRY_RUN
  const items = instances.map((instance, at): ResultField => [
    'item',
    [
      ['reservationId', `r-0${instance.id.slice(3)}`],
      ['ownerId', account],
      ['groupSet', []],
      ['instancesSet', [['item', instanceFields(instance, caller.region, at)]]],
    ],
  ])
  return { kind: 'result', fields: [['reservationSet', items]] }
}

const instanceFields = (
  { id, state, type, tags }: Instance,
  region: string,
  at: number,
): readonly ResultField[] => [
  ['instanceId', id],
  ['instanceState', stateFields(state)],
  ['amiLaunchIndex', String(at)],
  ['instanceType', type],
  ['placement', [['availabilityZone', `${region}a`]]],
  [
    'tagSet',
    tags.map(([key, value]) => [
      'item',
      [
        ['key', key],
        ['value', value],
      ],
    ]),
  ],
]

const stateFields = (state: InstanceState): readonly ResultField[] => [
  ['code', String(STATE_CODES[state])],
  ['name', state],
]

/** EC2 has words of its own for credentials that it does not take. */
function asEc2Says(error: ApiError): ApiError {
  const isExpired =
    error.code === 'ExpiredToken' ||
    /^Signature (?:expired|not yet current)/.test(error.message ?? '')
  if (isExpired) return senderError(400, 'RequestExpired', 'Request has expired.')
  return error.code === 'InvalidClientTokenId' || error.code === 'SignatureDoesNotMatch'
    ? senderError(
        401,
        'AuthFailure',
        'AWS was not able to validate the provided access credentials',
      )
    : error
}
