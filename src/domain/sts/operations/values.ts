import { Secret } from '../../credentials/secret.ts'
import type {
  OperationDescriptor,
  Parameter,
  ParameterKind,
  ParameterValue,
  ParameterValues,
  ProvidedContext,
  SessionTag,
} from './descriptor.ts'

/** How the value of a kind is made up. */
export type ValueForm = 'one' | 'texts' | 'tags' | 'contexts'

/** How the value of a parameter of this kind is made up. */
export function formOf(kind: ParameterKind): ValueForm {
  if (kind === 'tags' || kind === 'contexts') return kind
  return kind === 'arn-list' || kind === 'text-list' || kind === 'tag-keys' ? 'texts' : 'one'
}

/** The text of a single value, revealed where it is a secret; null for lists and for what is absent. */
export function textOf(value: ParameterValue | undefined): string | null {
  if (typeof value === 'string') return value
  return value instanceof Secret ? value.reveal() : null
}

/** The texts of a list of texts; empty for anything else. */
export function textsOf(value: ParameterValue | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string')
}

/** The tags of a list of tags; empty for anything else. */
export function tagsOf(value: ParameterValue | undefined): readonly SessionTag[] {
  return listOf(value).filter((item) => typeof item === 'object' && 'key' in item)
}

/** The contexts of a list of contexts; empty for anything else. */
export function contextsOf(value: ParameterValue | undefined): readonly ProvidedContext[] {
  return listOf(value).filter((item) => typeof item === 'object' && 'providerArn' in item)
}

type Item = string | SessionTag | ProvidedContext

function listOf(value: ParameterValue | undefined): readonly Item[] {
  return Array.isArray(value) ? (value as readonly Item[]) : []
}

/** What of the values is sent: parameters that the operation has and that are not empty. */
export function filledIn(
  descriptor: OperationDescriptor,
  values: ParameterValues,
): readonly (readonly [parameter: Parameter, value: ParameterValue])[] {
  return descriptor.parameters.flatMap((parameter) => {
    const value = valueNamed(values, parameter.name)
    return value === undefined || isEmpty(value) ? [] : [[parameter, value] as const]
  })
}

/** The value of a name; undefined where there is none of its own. */
export function valueNamed(values: ParameterValues, name: string): ParameterValue | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}

/** The secrets among the values, for redaction. */
export function secretsAmong(values: ParameterValues): readonly Secret[] {
  return Object.values(values).filter((value) => value instanceof Secret)
}

function isEmpty(value: ParameterValue): boolean {
  return value.length === 0
}
