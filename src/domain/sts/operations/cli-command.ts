import { memberOf, parametersJson, variableOf, wordsOf } from './command-input.ts'
import type {
  OperationDescriptor,
  Parameter,
  ParameterValue,
  ParameterValues,
} from './descriptor.ts'
import { filledIn, formOf, tagsOf, textOf, textsOf } from './values.ts'

/** Where a command is to call; null leaves it to the CLI's own settings. */
export type CommandTarget = { readonly region: string | null; readonly endpoint: string | null }

/** The CLI loads a file where a value begins so. */
const LOADS_A_FILE = /^(?:fileb?|https?):\/\//

/** Characters that the CLI's shorthand takes as they are. */
const SHORTHAND = /^[\w.:/+@-]+$/

/**
 * The call as a command of the AWS CLI, quoted for a POSIX shell. A secret is an environment variable, never its text.
 * @see https://docs.aws.amazon.com/cli/latest/reference/sts/
 */
export function cliCommand(
  descriptor: OperationDescriptor,
  values: ParameterValues,
  { region, endpoint }: CommandTarget,
): string {
  const given = filledIn(descriptor, values)
  const needsJson = given.some(([parameter, value]) => !parameter.isSecret && loadsFile(value))
  const words = needsJson
    ? ['--cli-input-json', quote(parametersJson(descriptor, values))]
    : given.flatMap(([parameter, value]) => optionOf(parameter, value))
  const target = [
    ...(region === null ? [] : ['--region', quote(region)]),
    ...(endpoint === null ? [] : ['--endpoint-url', quote(endpoint)]),
  ]
  return ['aws', 'sts', descriptor.command, ...words, ...target].join(' ')
}

/** The environment variables that the command reads its secrets from. */
export function variablesOf(
  descriptor: OperationDescriptor,
  values: ParameterValues,
): readonly string[] {
  return filledIn(descriptor, values)
    .filter(([parameter]) => parameter.isSecret)
    .map(([parameter]) => variableOf(parameter.name))
}

function loadsFile(value: ParameterValue): boolean {
  return [textOf(value) ?? '', ...textsOf(value)].some((text) => LOADS_A_FILE.test(text))
}

function optionOf(parameter: Parameter, value: ParameterValue): readonly string[] {
  const option = `--${wordsOf(parameter.name).join('-')}`
  if (parameter.isSecret) return [option, `"$${variableOf(parameter.name)}"`]
  const json = (): readonly string[] => [option, quote(JSON.stringify(memberOf(parameter, value)))]
  switch (formOf(parameter.kind)) {
    case 'one': {
      const text = textOf(value) ?? ''
      const written = parameter.kind === 'task-policy' ? `arn=${text}` : text
      if (parameter.kind === 'task-policy' && !SHORTHAND.test(text)) return json()
      // What begins with a dash would be read as another option.
      return text.startsWith('-') ? [`${option}=${quote(written)}`] : [option, quote(written)]
    }
    case 'texts': {
      const texts = textsOf(value)
      if (!texts.every((text) => SHORTHAND.test(text) && !text.startsWith('-'))) return json()
      return [
        option,
        ...texts.map((text) => (parameter.kind === 'arn-list' ? `arn=${text}` : text)),
      ]
    }
    case 'tags': {
      const tags = tagsOf(value)
      if (!tags.every((tag) => SHORTHAND.test(tag.key) && SHORTHAND.test(tag.value))) return json()
      return [option, ...tags.map((tag) => `Key=${tag.key},Value=${tag.value}`)]
    }
    case 'contexts':
      return json()
  }
}

function quote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  return `'${text.replaceAll("'", `'\\''`)}'`
}
