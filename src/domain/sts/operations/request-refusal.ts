import { arnFaults } from './check-arn.ts'
import { policyFaults } from './check-policy.ts'
import type { OperationDescriptor, ParameterValues } from './descriptor.ts'
import type { ApiFault } from './validation-message.ts'
import { filledIn, tagsOf, textOf, textsOf, valueNamed } from './values.ts'

/** Bytes that fill the packed form. AWS packs in a way of its own; this is a guess of the right size. */
const PACKED_ROOM = 2048

const DUPLICATE_KEYS = 'Duplicate tag keys found. Please note that Tag keys are case insensitive.'
const KEY_WITHOUT_TAG = 'The specified transitive tag key must be included in the requested tags.'
const HALF_OF_MFA =
  'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.'

/**
 * What STS answers to a request that meets its model and makes no sense all the same: an ARN of something else, tags
 * that contradict each other, a policy that is none, half of an MFA. Null where nothing is in the way before policies
 * are asked. The texts of tags, ARNs and MFA are AWS's as published; those of policies are not documented.
 */
export function requestRefusal(
  descriptor: OperationDescriptor,
  values: ParameterValues,
): ApiFault | null {
  return (
    arnRefusal(descriptor, values) ??
    tagRefusal(values) ??
    policyRefusal(values) ??
    mfaRefusal(descriptor, values)
  )
}

function arnRefusal(descriptor: OperationDescriptor, values: ParameterValues): ApiFault | null {
  for (const [parameter, value] of filledIn(descriptor, values)) {
    const text = textOf(value)
    if (parameter.kind !== 'arn' || text === null) continue
    const [fault] = arnFaults(parameter, text, null)
    if (fault?.fault === 'not-an-arn') return invalid(`${text} is invalid`)
    if (fault?.severity === 'error') return invalid('Request ARN is invalid')
  }
  return null
}

function tagRefusal(values: ParameterValues): ApiFault | null {
  const keys = tagsOf(valueNamed(values, 'Tags')).map(({ key }) => key.toLowerCase())
  const known = new Set(keys)
  const code = 'InvalidParameterValue'
  if (known.size < keys.length) return { code, message: DUPLICATE_KEYS }
  const isStray = textsOf(valueNamed(values, 'TransitiveTagKeys')).some(
    (key) => !known.has(key.toLowerCase()),
  )
  return isStray ? { code, message: KEY_WITHOUT_TAG } : null
}

function policyRefusal(values: ParameterValues): ApiFault | null {
  const policy = textOf(valueNamed(values, 'Policy'))
  const faults = policy === null ? [] : policyFaults(policy).map(({ fault }) => fault)
  const code = 'MalformedPolicyDocument'
  if (faults.includes('not-json')) return { code, message: 'This policy contains invalid Json' }
  const isMalformed = ['not-an-object', 'no-statement'].some((fault) =>
    faults.some((found) => found === fault),
  )
  if (isMalformed) return { code, message: 'Syntax errors in policy.' }
  if (faults.includes('has-principal')) {
    return { code, message: 'Policy document should not specify a principal.' }
  }
  const percent = packedPercent(values)
  if (percent <= 100) return null
  const isOfTags = policy === null && textsOf(valueNamed(values, 'PolicyArns')).length === 0
  const message = isOfTags
    ? `Packed size of session tags consumes ${String(percent)}% of allotted space.`
    : `Packed policy consumes ${String(percent)}% of allotted space, please use smaller policy.`
  return { code: 'PackedPolicyTooLarge', message }
}

function mfaRefusal(descriptor: OperationDescriptor, values: ParameterValues): ApiFault | null {
  const given = new Set(filledIn(descriptor, values).map(([parameter]) => parameter.kind))
  const isHalf = given.has('serial-number') !== given.has('code')
  return isHalf ? { code: 'AccessDenied', message: HALF_OF_MFA } : null
}

/**
 * How full session policies and tags make the packed form, in per cent and more than 100 where they do not fit: a guess
 * for the sandbox, since AWS's packing is not documented. Never to be told as AWS's figure.
 */
export function packedPercent(values: ParameterValues): number {
  const policy = (textOf(valueNamed(values, 'Policy')) ?? '').replace(/\s+/g, '')
  const texts = [
    policy,
    ...textsOf(valueNamed(values, 'PolicyArns')),
    ...tagsOf(valueNamed(values, 'Tags')).flatMap(({ key, value }) => [key, value]),
  ]
  const bytes = texts.reduce((sum, text) => sum + text.length, 0)
  return Math.ceil((bytes * 100) / PACKED_ROOM)
}

function invalid(message: string): ApiFault {
  return { code: 'ValidationError', message }
}
