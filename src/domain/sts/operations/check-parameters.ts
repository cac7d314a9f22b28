import { arnFaults } from './check-arn.ts'
import { policyFaults } from './check-policy.ts'
import { constraintFaults, make } from './constraints.ts'
import type {
  CallerKind,
  OperationDescriptor,
  Parameter,
  ParameterValue,
  ParameterValues,
} from './descriptor.ts'
import { durationCap } from './duration-cap.ts'
import type { Fault } from './fault.ts'
import { lowerFirst } from './form.ts'
import { filledIn, formOf, tagsOf, textOf, textsOf, valueNamed } from './values.ts'

/** What else is known of a call; null is not known. */
export type CheckFacts = {
  readonly caller: CallerKind | null
  /** Partition of the endpoint: `aws`, `aws-cn`, … */
  readonly partition: string | null
}

const NOTHING_KNOWN: CheckFacts = { caller: null, partition: null }

/**
 * Everything that is wrong with what a form holds, in the order of its fields; what is empty counts as not given. Errors
 * are what AWS refuses for certain, warnings are for thought and block nothing. Tokens and assertions are read by
 * `readJwt` and `readSamlResponse`, which have problems of their own.
 */
export function checkParameters(
  descriptor: OperationDescriptor,
  values: ParameterValues,
  facts: CheckFacts = NOTHING_KNOWN,
): readonly Fault[] {
  const given = Object.fromEntries(
    filledIn(descriptor, values).map(([parameter, value]) => [parameter.name, value]),
  )
  const constraints = constraintFaults(descriptor, given)
  return descriptor.parameters.flatMap((parameter) => {
    const own = constraints.filter((fault) => fault.parameter === parameter.name)
    const value = valueNamed(given, parameter.name)
    const more = [
      ...(value === undefined ? [] : faultsOfValue(descriptor, parameter, value, facts)),
      ...faultsBetween(descriptor, parameter, given),
    ]
    return [...own, ...more.filter((fault) => isNews(fault, own))]
  })
}

/** A white space that the pattern has already caught need not be told twice. */
function isNews({ fault, index }: Fault, own: readonly Fault[]): boolean {
  return (
    fault !== 'outer-white-space' ||
    !own.some((known) => known.index === index && known.fault === 'pattern')
  )
}

function faultsOfValue(
  descriptor: OperationDescriptor,
  parameter: Parameter,
  value: ParameterValue,
  facts: CheckFacts,
): readonly Fault[] {
  const form = formOf(parameter.kind)
  if (form === 'tags') return tagFaults(parameter, value)
  if (form === 'contexts') return []
  if (form === 'texts') {
    const texts = textsOf(value)
    return [
      ...texts.flatMap((text, index) => faultsOfText(descriptor, parameter, text, index, facts)),
      ...doubles(parameter, texts, 'double-item'),
      ...overDocumented(parameter, 'too-many-items', texts.length),
    ]
  }
  const text = textOf(value) ?? ''
  return [
    ...faultsOfText(descriptor, parameter, text, null, facts),
    ...overDocumented(parameter, 'over-plaintext', text.length),
  ]
}

function faultsOfText(
  descriptor: OperationDescriptor,
  parameter: Parameter,
  text: string,
  index: number | null,
  { caller, partition }: CheckFacts,
): readonly Fault[] {
  const place = { member: lowerFirst(parameter.name), index }
  const add = (fault: Pick<Fault, 'fault' | 'severity'> & Partial<Fault>): Fault => ({
    ...make(parameter, fault.fault, place),
    ...fault,
  })
  const faults: Fault[] = []
  if (/^\s|\s$/.test(text)) faults.push(add({ fault: 'outer-white-space', severity: 'warning' }))
  const trimmed = text.trim()
  switch (parameter.kind) {
    case 'arn':
    case 'arn-list':
    case 'serial-number':
    case 'target-principal':
      faults.push(...arnFaults(parameter, trimmed, partition).map(add))
      break
    case 'task-policy':
      faults.push(...arnFaults(parameter, trimmed, partition).map(add))
      if (!parameter.choices?.some((end) => trimmed.endsWith(`:policy/${end}`))) {
        faults.push(add({ fault: 'not-one-of', severity: 'warning' }))
      }
      break
    case 'policy':
      faults.push(...policyFaults(text).map(add))
      break
    case 'duration': {
      const cap = durationCap(descriptor, caller)
      const asked = /^\d{1,10}$/.test(text) ? Number(text) : null
      const isAllowed = (parameter.number?.most ?? 0) >= (asked ?? 0)
      if (cap && asked !== null && isAllowed && asked > cap.most) {
        const detail = cap.rule
        faults.push(
          add({ fault: 'over-cap', severity: 'warning', bound: cap.most, has: asked, detail }),
        )
      }
      break
    }
    case 'encoded-message':
      if (!/^[A-Za-z0-9_-]*$/.test(trimmed)) {
        faults.push(add({ fault: 'not-a-message', severity: 'warning' }))
      }
      break
    case 'access-key-id':
      if (!/^A[A-Z]{3}[A-Z0-9]{12,}$/.test(trimmed)) {
        faults.push(add({ fault: 'not-a-key-id', severity: 'warning' }))
      }
      break
    default:
      if (parameter.choices && !parameter.choices.includes(trimmed)) {
        faults.push(add({ fault: 'not-one-of', severity: 'warning' }))
      }
  }
  const isSsoRole = parameter.arnOf === 'role' && /:role\/.{0,1024}AWSReservedSSO_/.test(trimmed)
  if (isSsoRole && descriptor.name === 'AssumeRoleWithSAML') {
    faults.push(add({ fault: 'sso-role', severity: 'warning' }))
  }
  return faults
}

function tagFaults(parameter: Parameter, value: ParameterValue): readonly Fault[] {
  const keys = tagsOf(value).map(({ key }) => key)
  const reserved = keys.flatMap((key, index) =>
    /^aws:/i.test(key)
      ? [{ ...faultAt(parameter, 'reserved-key', index), severity: 'warning' as const }]
      : [],
  )
  return [...doubles(parameter, keys, 'double-key'), ...reserved]
}

/** Keys of tags are the same whatever their case; items of a list are merely useless twice. */
function doubles(
  parameter: Parameter,
  texts: readonly string[],
  fault: 'double-key' | 'double-item',
): readonly Fault[] {
  const seen = new Set<string>()
  return texts.flatMap((text, index) => {
    const same = fault === 'double-key' ? text.toLowerCase() : text
    const isSecond = text !== '' && seen.has(same)
    seen.add(same)
    if (!isSecond) return []
    const severity = fault === 'double-key' ? 'error' : 'warning'
    return [{ ...faultAt(parameter, fault, index), severity } as const]
  })
}

function overDocumented(
  parameter: Parameter,
  fault: 'too-many-items' | 'over-plaintext',
  has: number,
): readonly Fault[] {
  const bound = parameter.documentedMost
  if (bound === undefined || has <= bound) return []
  return [{ ...faultAt(parameter, fault, null), severity: 'warning', bound, has }]
}

/** What one parameter says of another. */
function faultsBetween(
  descriptor: OperationDescriptor,
  parameter: Parameter,
  given: ParameterValues,
): readonly Fault[] {
  const isGiven = valueNamed(given, parameter.name) !== undefined
  switch (parameter.kind) {
    case 'tag-keys': {
      const keys = new Set(tagsOf(valueNamed(given, 'Tags')).map(({ key }) => key.toLowerCase()))
      return textsOf(valueNamed(given, parameter.name)).flatMap((key, index) =>
        key === '' || keys.has(key.toLowerCase())
          ? []
          : [faultAt(parameter, 'key-without-tag', index)],
      )
    }
    case 'serial-number':
    case 'code': {
      const other = parameter.kind === 'code' ? 'SerialNumber' : 'TokenCode'
      const isHalf = !isGiven && valueNamed(given, other) !== undefined
      return isHalf ? [{ ...faultAt(parameter, 'other-half-missing', null), detail: other }] : []
    }
    case 'policy': {
      const isBare = !isGiven && valueNamed(given, 'PolicyArns') === undefined
      return descriptor.name === 'GetFederationToken' && isBare
        ? [{ ...faultAt(parameter, 'no-policy', null), severity: 'warning' }]
        : []
    }
    default:
      return []
  }
}

function faultAt(parameter: Parameter, fault: Fault['fault'], index: number | null): Fault {
  return make(parameter, fault, { member: lowerFirst(parameter.name), index })
}
