import type { Parameter } from './descriptor.ts'
import type { Fault, FaultWord } from './fault.ts'

/** An error as STS would answer it; a null message is an element that is not there. */
export type ApiFault = { readonly code: string; readonly message: string | null }

/**
 * What STS answers to requests that do not meet its model: one ValidationError that lists every constraint. A value of a
 * sensitive member is not repeated ("Value at 'webIdentityToken'"), one that is absent is `null`. Null without faults of
 * that kind. The wording is AWS's; the order of several constraints is not documented.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export function validationMessage(
  faults: readonly Fault[],
  parameters: readonly Parameter[],
): ApiFault | null {
  const unparsed = faults.find(({ fault }) => fault === 'not-a-number')
  // The number is read before the model is checked; only what is empty gets a text.
  if (unparsed) {
    const message = unparsed.shown === '' ? 'missing value for decimal type' : null
    return { code: 'MalformedInput', message }
  }
  const parts = new Set<string>()
  for (const fault of faults) {
    const parameter = parameters.find(({ name }) => name === fault.parameter)
    const sentence = parameter && constraintOf(fault, parameter)
    if (!sentence) continue
    const subject =
      fault.fault === 'missing'
        ? 'Value null'
        : fault.shown === null
          ? 'Value'
          : `Value '${fault.shown}'`
    parts.add(`${subject} at '${fault.member}' failed to satisfy constraint: ${sentence}`)
  }
  if (parts.size === 0) return null
  const plural = parts.size === 1 ? 'error' : 'errors'
  return {
    code: 'ValidationError',
    message: `${String(parts.size)} validation ${plural} detected: ${[...parts].join('; ')}`,
  }
}

function constraintOf(fault: Fault, parameter: Parameter): string | null {
  const isPlainItem = fault.index !== null && !fault.member.includes('.')
  if (isPlainItem) return listConstraintOf(parameter)
  return CONSTRAINTS[fault.fault]?.(fault) ?? null
}

const longerThan = ({ bound }: Fault): string =>
  `Member must have length greater than or equal to ${String(bound)}`
const shorterThan = ({ bound }: Fault): string =>
  `Member must have length less than or equal to ${String(bound)}`

const CONSTRAINTS: Readonly<Partial<Record<FaultWord, (fault: Fault) => string>>> = {
  missing: () => 'Member must not be null',
  pattern: ({ detail }) => `Member must satisfy regular expression pattern: ${detail ?? ''}`,
  'too-short': longerThan,
  'too-few-items': longerThan,
  'too-long': shorterThan,
  'too-many-items': shorterThan,
  'too-small': ({ bound }) => `Member must have value greater than or equal to ${String(bound)}`,
  'too-large': ({ bound }) => `Member must have value less than or equal to ${String(bound)}`,
}

/** A list of plain texts is told off as a whole, with every constraint of its members. */
function listConstraintOf({ text }: Parameter): string {
  const constraints = [
    text?.most !== undefined &&
      `Member must have length less than or equal to ${String(text.most)}`,
    text?.least !== undefined &&
      `Member must have length greater than or equal to ${String(text.least)}`,
    text?.pattern !== undefined &&
      `Member must satisfy regular expression pattern: ${text.pattern}`,
  ]
  return `Member must satisfy constraint: [${constraints.filter((constraint) => constraint !== false).join(', ')}]`
}
