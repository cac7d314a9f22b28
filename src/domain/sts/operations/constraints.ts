import type { OperationDescriptor, Parameter, ParameterValues, TextLimits } from './descriptor.ts'
import type { Fault, FaultWord } from './fault.ts'
import { lowerFirst } from './form.ts'
import { contextsOf, formOf, tagsOf, textOf, textsOf, valueNamed } from './values.ts'

/** Where a text stands. */
type Place = { readonly member: string; readonly index: number | null }

/**
 * The constraints of AWS's model that the values do not meet, in the order of the parameters: what the server checks
 * before anything else. An empty text is a value of length 0; `absent` are members that `readForm` missed.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export function constraintFaults(
  descriptor: OperationDescriptor,
  values: ParameterValues,
  absent: readonly string[] = [],
): readonly Fault[] {
  return descriptor.parameters.flatMap((parameter) => faultsOf(parameter, values, new Set(absent)))
}

function faultsOf(
  parameter: Parameter,
  values: ParameterValues,
  absent: ReadonlySet<string>,
): readonly Fault[] {
  const value = valueNamed(values, parameter.name)
  const member = lowerFirst(parameter.name)
  const whole: Place = { member, index: null }
  if (value === undefined) return parameter.isRequired ? [make(parameter, 'missing', whole)] : []
  const at = (index: number, name: string): Place => ({
    member: `${member}.${String(index + 1)}.member.${name}`,
    index,
  })
  const check = (text: string, limits: TextLimits | undefined, place: Place): readonly Fault[] =>
    absent.has(place.member)
      ? [make(parameter, 'missing', place)]
      : textFaults(parameter, text, limits ?? {}, place)
  switch (formOf(parameter.kind)) {
    case 'one': {
      const text = textOf(value) ?? ''
      if (parameter.number) return numberFaults(parameter, text, whole)
      const place = parameter.kind === 'task-policy' ? { ...whole, member: `${member}.arn` } : whole
      return textFaults(parameter, text, parameter.text ?? {}, place)
    }
    case 'texts': {
      const texts = textsOf(value)
      const isStructured = parameter.kind === 'arn-list'
      return [
        ...itemFaults(parameter, texts.length, whole),
        ...texts.flatMap((text, index) =>
          isStructured
            ? check(text, parameter.text, at(index, 'arn'))
            : // AWS repeats such a list as a whole.
              check(text, parameter.text, { member, index }).map((fault) => ({
                ...fault,
                shown: `[${texts.join(', ')}]`,
              })),
        ),
      ]
    }
    case 'tags': {
      const tags = tagsOf(value)
      return [
        ...itemFaults(parameter, tags.length, whole),
        ...tags.flatMap((tag, index) => [
          ...check(tag.value, parameter.second, at(index, 'value')),
          ...check(tag.key, parameter.text, at(index, 'key')),
        ]),
      ]
    }
    case 'contexts': {
      const contexts = contextsOf(value)
      return [
        ...itemFaults(parameter, contexts.length, whole),
        ...contexts.flatMap((context, index) => [
          ...check(context.providerArn, parameter.second, at(index, 'providerArn')),
          ...check(context.contextAssertion, parameter.text, at(index, 'contextAssertion')),
        ]),
      ]
    }
  }
}

function textFaults(
  parameter: Parameter,
  text: string,
  { least, most, pattern }: TextLimits,
  place: Place,
): readonly Fault[] {
  const shown = parameter.isSensitive ? null : text
  const has = lengthOf(text)
  const facts = { shown, has }
  const faults: Fault[] = []
  if (pattern !== undefined && !matches(pattern, text)) {
    faults.push(make(parameter, 'pattern', place, { ...facts, detail: pattern }))
  }
  if (least !== undefined && has < least) {
    faults.push(make(parameter, 'too-short', place, { ...facts, bound: least }))
  }
  if (most !== undefined && has > most) {
    faults.push(make(parameter, 'too-long', place, { ...facts, bound: most }))
  }
  return faults
}

function numberFaults(parameter: Parameter, text: string, place: Place): readonly Fault[] {
  const { number } = parameter
  if (!number) return []
  const has = numberOf(text)
  if (has === null) return [make(parameter, 'not-a-number', place, { shown: text })]
  const facts = { shown: String(has), has }
  if (has < number.least)
    return [make(parameter, 'too-small', place, { ...facts, bound: number.least })]
  if (has > number.most)
    return [make(parameter, 'too-large', place, { ...facts, bound: number.most })]
  return []
}

/** A signed number of 32 bits, which is as far as the server reads; null for anything else. */
function numberOf(text: string): number | null {
  if (!/^[+-]?\d{1,100}$/.test(text)) return null
  const number = Number(text)
  // No negative zero.
  return number >= -(2 ** 31) && number < 2 ** 31 ? number + 0 : null
}

/** The length in code points, as the server counts. */
export function lengthOf(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0)
}

function itemFaults(parameter: Parameter, has: number, place: Place): readonly Fault[] {
  const { least, most } = parameter.items ?? {}
  if (least !== undefined && has < least) {
    return [make(parameter, 'too-few-items', place, { has, bound: least })]
  }
  if (most !== undefined && has > most) {
    return [make(parameter, 'too-many-items', place, { has, bound: most })]
  }
  return []
}

const compiled = new Map<string, RegExp>()

/** True where the whole text fits a pattern of AWS's model; each is one character class, so this is linear. */
function matches(pattern: string, text: string): boolean {
  const known = compiled.get(pattern)
  const regex = known ?? new RegExp(`^(?:${pattern})$`, 'u')
  if (!known) compiled.set(pattern, regex)
  return regex.test(text)
}

/** A fault of a parameter; what is not given is null, and an error it is. */
export function make(
  { name }: Parameter,
  fault: FaultWord,
  place: Place,
  facts: Partial<Omit<Fault, 'parameter' | 'fault' | 'member' | 'index'>> = {},
): Fault {
  return {
    parameter: name,
    fault,
    severity: 'error',
    bound: null,
    has: null,
    detail: null,
    shown: null,
    ...place,
    ...facts,
  }
}
