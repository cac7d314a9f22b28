import { Secret } from '../../credentials/secret.ts'
import { uriEncode } from '../../sigv4/uri-encode.ts'
import type {
  OperationDescriptor,
  Parameter,
  ParameterValue,
  ParameterValues,
} from './descriptor.ts'
import { contextsOf, filledIn, formOf, tagsOf, textOf, textsOf } from './values.ts'

/** The version of the API, as every request names it. */
export const STS_API_VERSION = '2011-06-15'

/** A member of a request under its name on the wire. */
type Member = readonly [name: string, value: string]

/** What a request's form says. */
export type FormReading = {
  readonly values: ParameterValues
  /** Names that the operation does not have, in the order of the wire. */
  readonly unknown: readonly string[]
  /** Members that an item of a list lacks, in AWS's spelling: `tags.1.member.value`. */
  readonly absent: readonly string[]
}

/** AWS reads no further than the 50 tags and keys it allows; this is where reading ends. */
const MOST_ITEMS = 1000

/**
 * The body of a request in the query protocol, in the order of AWS's model; what is empty is left out. It holds the
 * secrets in the clear: hand it to the network and to nothing else.
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function writeForm(descriptor: OperationDescriptor, values: ParameterValues): string {
  const members: readonly Member[] = [
    ['Action', descriptor.name],
    ['Version', STS_API_VERSION],
    ...filledIn(descriptor, values).flatMap(([parameter, value]) => membersOf(parameter, value)),
  ]
  return members.map(([name, value]) => `${name}=${uriEncode(value)}`).join('&')
}

function membersOf({ name, kind }: Parameter, value: ParameterValue): readonly Member[] {
  const at = (index: number): string => `${name}.member.${String(index + 1)}`
  switch (formOf(kind)) {
    case 'one':
      return [[kind === 'task-policy' ? `${name}.arn` : name, textOf(value) ?? '']]
    case 'texts':
      return textsOf(value).map((text, index) => [
        kind === 'arn-list' ? `${at(index)}.arn` : at(index),
        text,
      ])
    case 'tags':
      return tagsOf(value).flatMap((tag, index) => [
        [`${at(index)}.Key`, tag.key],
        [`${at(index)}.Value`, tag.value],
      ])
    case 'contexts':
      return contextsOf(value).flatMap((context, index) => [
        [`${at(index)}.ProviderArn`, context.providerArn],
        [`${at(index)}.ContextAssertion`, context.contextAssertion],
      ])
  }
}

/**
 * The values of a request's decoded form: the inverse of `writeForm`. Items of a list stand in the order of their
 * numbers; secret parameters come back as references.
 */
export function readForm(
  descriptor: OperationDescriptor,
  form: ReadonlyMap<string, string>,
): FormReading {
  const values: Record<string, ParameterValue> = {}
  const absent: string[] = []
  const known = new Set(['Action', 'Version'])
  const take = (name: string): string | undefined => {
    const value = form.get(name)
    if (value !== undefined) known.add(name)
    return value
  }
  for (const parameter of descriptor.parameters) {
    const { name, kind } = parameter
    const numbers = numbersUnder(form, `${name}.member.`)
    const need = (place: number, number: number, member: string): string => {
      const value = take(`${name}.member.${String(number)}.${member}`)
      if (value === undefined) {
        absent.push(`${lowerFirst(name)}.${String(place + 1)}.member.${lowerFirst(member)}`)
      }
      return value ?? ''
    }
    switch (formOf(kind)) {
      case 'one': {
        const text = take(kind === 'task-policy' ? `${name}.arn` : name)
        if (text !== undefined) values[name] = parameter.isSecret ? new Secret(text) : text
        break
      }
      case 'texts':
        if (numbers.length > 0) {
          values[name] = numbers.map((number, place) =>
            kind === 'arn-list'
              ? need(place, number, 'arn')
              : (take(`${name}.member.${String(number)}`) ?? ''),
          )
        }
        break
      case 'tags':
        if (numbers.length > 0) {
          values[name] = numbers.map((number, place) => ({
            key: need(place, number, 'Key'),
            value: need(place, number, 'Value'),
          }))
        }
        break
      case 'contexts':
        if (numbers.length > 0) {
          values[name] = numbers.map((number) => ({
            providerArn: take(`${name}.member.${String(number)}.ProviderArn`) ?? '',
            contextAssertion: take(`${name}.member.${String(number)}.ContextAssertion`) ?? '',
          }))
        }
        break
    }
  }
  return { values, unknown: [...form.keys()].filter((name) => !known.has(name)), absent }
}

function numbersUnder(form: ReadonlyMap<string, string>, prefix: string): readonly number[] {
  const numbers = new Set<number>()
  for (const name of form.keys()) {
    if (!name.startsWith(prefix)) continue
    const number = /^[1-9]\d{0,5}(?=\.|$)/.exec(name.slice(prefix.length))?.[0]
    if (number !== undefined) numbers.add(Number(number))
  }
  return [...numbers].sort((a, b) => a - b).slice(0, MOST_ITEMS)
}

/** AWS's spelling of a name inside its errors: `RoleArn` is `roleArn`, `SAMLAssertion` is `sAMLAssertion`. */
export function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}
