import { constraintFaults } from '#domain/sts/operations/constraints.ts'
import type { OperationDescriptor } from '#domain/sts/operations/descriptor.ts'
import { readForm, STS_API_VERSION } from '#domain/sts/operations/form.ts'
import { operationNamed } from '#domain/sts/operations/operation-table.ts'
import { validationMessage } from '#domain/sts/operations/validation-message.ts'
import type { ParameterValues } from '#domain/sts/operations/descriptor.ts'
import { headerOf } from '#domain/sigv4/signing-request.ts'
import { senderError, stsDeactivated, type ApiError } from './api-error.ts'
import { authenticate } from './authenticate.ts'
import { callerRefusal } from './caller-rules.ts'
import type { SandboxRequest } from './exchange.ts'
import { regionOfHost } from './hosts.ts'
import { PERFORMED } from './operation-table.ts'
import type { Ask, Operation, OperationResult } from './operation.ts'
import { SIGNATURE_DIFFERS } from './signature-refusal.ts'
import type { World } from './world.ts'

/**
 * Performs an operation of STS, as a form of the query protocol asks for it: the operation is looked up first, then the
 * signature is verified, unless it needs none.
 */
export async function perform(
  request: SandboxRequest,
  parameters: ReadonlyMap<string, string>,
  world: World,
): Promise<OperationResult | ApiError> {
  const isCurrent = parameters.get('Version') === STS_API_VERSION
  const descriptor = isCurrent ? operationNamed(parameters.get('Action') ?? '') : null
  const host = headerOf(request, 'host') ?? ''
  const tokenVersion = /^sts\.amazonaws\.com(?::\d{1,5})?$/i.test(host) ? 1 : 2
  if (!descriptor) return noOperation(parameters)
  const operation: Operation = PERFORMED[descriptor.name]
  // Nothing can be signed rightly for another path: the server takes it for `/`.
  const isElsewhere = request.path !== '/'
  if (!operation.isSigned && !isElsewhere) {
    const checked = checkedValues(descriptor, parameters)
    if (checked.kind === 'error') return checked
    const region = regionOfHost(host, world.defaultRegion)
    const account = (parameters.get('RoleArn') ?? '').split(':')[4] ?? ''
    if (world.deactivatedRegions.includes(region)) return stsDeactivated(account)
    return operation.perform({ values: checked.values, world, region, tokenVersion })
  }
  const caller = await authenticate(request, world)
  if (caller.kind === 'error') return caller
  if (!operation.isSigned || isElsewhere) return SIGNATURE_DIFFERS
  const { region, principal } = caller
  if (descriptor.mints !== null && world.deactivatedRegions.includes(region)) {
    return stsDeactivated(principal.account)
  }
  const checked = checkedValues(descriptor, parameters)
  if (checked.kind === 'error') return checked
  const refusal = callerRefusal(caller, descriptor, parameters.get('RoleArn') ?? null)
  if (refusal) return refusal
  const ask: Ask = { values: checked.values, world, region, tokenVersion }
  return operation.perform(caller, ask)
}

/** Before anybody asks who called: the version belongs to the name of an operation. */
function noOperation(parameters: ReadonlyMap<string, string>): ApiError {
  const action = parameters.get('Action') ?? ''
  const version = parameters.get('Version') ?? 'NO_VERSION_SPECIFIED'
  const message = `Could not find operation ${action} for version ${version}`
  return { ...senderError(400, 'InvalidAction', message), isOfDispatch: true }
}

function checkedValues(
  descriptor: OperationDescriptor,
  parameters: ReadonlyMap<string, string>,
): { readonly kind: 'values'; readonly values: ParameterValues } | ApiError {
  const { values, absent } = readForm(descriptor, parameters)
  const faults = constraintFaults(descriptor, values, absent)
  const fault = validationMessage(faults, descriptor.parameters)
  return fault ? senderError(400, fault.code, fault.message) : { kind: 'values', values }
}
