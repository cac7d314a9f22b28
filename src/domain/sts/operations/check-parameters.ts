import { arnFaults } from './check-arn.ts'
import { policyFaults } from './check-policy.ts'
import { constraintFaults, lengthOf, make } from './constraints.ts'
import type {
  CallerKind,
  OperationDescriptor,
  Parameter,
  ParameterKind,
  ParameterValue,
  ParameterValues,
} from './descriptor.ts'
import { durationCap } from './duration-cap.ts'
import type { Fault, FaultWord } from './fault.ts'
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
    const own = constraints
      .filter((fault) => fault.parameter === parameter.name)
      .map((fault) => (parameter.isSecret ? { ...fault, shown: null } : fault))
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
    ...overDocumented(
      parameter,
      parameter.kind === 'policy' ? 'over-plaintext' : 'over-documented',
      lengthOf(text),
    ),
  ]
}

type TextFault = Pick<Fault, 'fault' | 'severity'> & Partial<Fault>

/** What is checked of a text, once for each text of a list. */
type TextCheck = (
  text: string,
  parameter: Parameter,
  facts: CheckFacts,
  descriptor: OperationDescriptor,
) => readonly TextFault[]

const checkArn: TextCheck = (text, parameter, { partition }) =>
  arnFaults(parameter, text, partition)

const checkChoice: TextCheck = (text, { kind, choices }) => {
  const isKnown =
    choices?.some((one) =>
      kind === 'task-policy' ? text.endsWith(`:policy/${one}`) : text === one,
    ) ?? true
  return isKnown
    ? []
    : [{ fault: 'not-one-of', severity: 'warning', detail: choices?.join(', ') ?? null }]
}

const checkDuration: TextCheck = (text, { number }, { caller }, descriptor) => {
  const cap = durationCap(descriptor, caller)
  const asked = /^\d{1,10}$/.test(text) ? Number(text) : 0
  if (!cap || asked <= cap.most || asked > (number?.most ?? 0)) return []
  return [{ fault: 'over-cap', severity: 'warning', bound: cap.most, has: asked, detail: cap.rule }]
}

const checkShape =
  (shape: RegExp, fault: FaultWord): TextCheck =>
  (text) =>
    shape.test(text) ? [] : [{ fault, severity: 'warning' }]

const CHECKS: Readonly<Partial<Record<ParameterKind, readonly TextCheck[]>>> = {
  arn: [checkArn],
  'arn-list': [checkArn],
  'serial-number': [checkArn],
  'target-principal': [checkArn],
  'task-policy': [checkArn, checkChoice],
  policy: [policyFaults],
  duration: [checkDuration],
  choice: [checkChoice],
  text: [checkChoice],
  'encoded-message': [checkShape(/^[A-Za-z0-9_-]*$/, 'not-a-message')],
  'access-key-id': [checkShape(/^A[A-Z]{3}[A-Z0-9]{12,}$/, 'not-a-key-id')],
}

function faultsOfText(
  descriptor: OperationDescriptor,
  parameter: Parameter,
  text: string,
  index: number | null,
  facts: CheckFacts,
): readonly Fault[] {
  const trimmed = text.trim()
  const found: readonly TextFault[] = [
    ...(text === trimmed ? [] : [{ fault: 'outer-white-space', severity: 'warning' } as const]),
    ...(CHECKS[parameter.kind] ?? []).flatMap((check) =>
      check(trimmed, parameter, facts, descriptor),
    ),
    ...(descriptor.advice.includes('no-sso-role') &&
    parameter.arnOf === 'role' &&
    /[:/]AWSReservedSSO_/.test(trimmed)
      ? [{ fault: 'sso-role', severity: 'warning' } as const]
      : []),
  ]
  return found.map((fault) => ({ ...faultAt(parameter, fault.fault, index), ...fault }))
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
  fault: 'too-many-items' | 'over-plaintext' | 'over-documented',
  has: number,
): readonly Fault[] {
  const bound = parameter.documentedMost
  if (bound === undefined || has <= bound) return []
  // What is longer than the service takes is an error already.
  if (fault === 'over-documented' && has > (parameter.text?.most ?? has)) return []
  return [{ ...faultAt(parameter, fault, null), severity: 'warning', bound, has }]
}

/** What one parameter says of another. */
function faultsBetween(
  descriptor: OperationDescriptor,
  parameter: Parameter,
  given: ParameterValues,
): readonly Fault[] {
  const isGiven = (name: string): boolean => valueNamed(given, name) !== undefined
  if (parameter.kind === 'tag-keys') {
    const keys = new Set(tagsOf(valueNamed(given, 'Tags')).map(({ key }) => key.toLowerCase()))
    return textsOf(valueNamed(given, parameter.name)).flatMap((key, index) =>
      key === '' || keys.has(key.toLowerCase())
        ? []
        : [faultAt(parameter, 'key-without-tag', index)],
    )
  }
  if (parameter.kind === 'serial-number' || parameter.kind === 'code') {
    const other = parameter.kind === 'code' ? 'SerialNumber' : 'TokenCode'
    const isHalf = !isGiven(parameter.name) && isGiven(other)
    return isHalf ? [{ ...faultAt(parameter, 'other-half-missing', null), detail: other }] : []
  }
  if (parameter.kind === 'policy' && descriptor.advice.includes('policy-wanted')) {
    const isBare = !isGiven('Policy') && !isGiven('PolicyArns')
    return isBare ? [{ ...faultAt(parameter, 'no-policy', null), severity: 'warning' }] : []
  }
  return []
}

function faultAt(parameter: Parameter, fault: Fault['fault'], index: number | null): Fault {
  return make(parameter, fault, { member: lowerFirst(parameter.name), index })
}
