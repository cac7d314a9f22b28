import type {
  OperationDescriptor,
  Parameter,
  ParameterValue,
  ParameterValues,
} from './descriptor.ts'
import { contextsOf, filledIn, formOf, tagsOf, textOf, textsOf } from './values.ts'

/** A request's parameters as the SDKs and the CLI's `--cli-input-json` take them. */
export type CommandInput = Readonly<Record<string, unknown>>

/**
 * The input of an SDK's command, secrets in the clear; what is empty is left out, and a number that is none becomes NaN.
 * Hand it to the SDK and to nothing else.
 */
export function commandInput(
  descriptor: OperationDescriptor,
  values: ParameterValues,
): CommandInput {
  return inputOf(descriptor, values, (_, text) => text)
}

/**
 * The parameters as JSON, in the shape of `aws sts … --cli-input-json`; a secret is a name in angle brackets.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html
 */
export function parametersJson(descriptor: OperationDescriptor, values: ParameterValues): string {
  const input = inputOf(descriptor, values, ({ name }) => `<${variableOf(name)}>`)
  return JSON.stringify(input, null, 2)
}

function inputOf(
  descriptor: OperationDescriptor,
  values: ParameterValues,
  secret: (parameter: Parameter, text: string) => string,
): CommandInput {
  return Object.fromEntries(
    filledIn(descriptor, values).map(([parameter, value]) => [
      parameter.name,
      parameter.isSecret ? secret(parameter, textOf(value) ?? '') : memberOf(parameter, value),
    ]),
  )
}

/** One parameter as JSON has it. */
export function memberOf({ kind, number }: Parameter, value: ParameterValue): unknown {
  switch (formOf(kind)) {
    case 'one': {
      const text = textOf(value) ?? ''
      if (number) return Number(text)
      return kind === 'task-policy' ? { arn: text } : text
    }
    case 'texts':
      return kind === 'arn-list' ? textsOf(value).map((arn) => ({ arn })) : textsOf(value)
    case 'tags':
      return tagsOf(value).map((tag) => ({ Key: tag.key, Value: tag.value }))
    case 'contexts':
      return contextsOf(value).map((context) => ({
        ProviderArn: context.providerArn,
        ContextAssertion: context.contextAssertion,
      }))
  }
}

/** The words of a name, lower-case: `SAMLAssertion` is saml, assertion. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')
}

/** The environment variable that stands for a secret: `WEB_IDENTITY_TOKEN`. */
export function variableOf(name: string): string {
  return wordsOf(name).join('_').toUpperCase()
}
