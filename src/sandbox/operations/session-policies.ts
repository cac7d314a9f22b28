import { textOf, textsOf } from '#domain/sts/operations/values.ts'
import { managedPolicy } from '../accounts/managed-policy-table.ts'
import { senderError, type ApiError } from '../api-error.ts'
import type { Ask } from '../operation.ts'
import { readPolicyText, type PolicyFault, type PolicyFaultWord } from '../policy/document.ts'
import type { SessionContext } from '../session-context.ts'
import { validationError } from './refusals.ts'

/** AWS does not document these texts; they are those that IAM gives to the same policies. */
const TEXTS: Readonly<Record<Exclude<PolicyFaultWord, 'resource-not-arn'>, string>> = {
  'not-json': 'The policy is not in the valid JSON format.',
  syntax: 'Syntax errors in policy.',
  'no-action': 'Policy statement must contain actions.',
  'no-resource': 'Policy statement must contain resources.',
  'has-principal': 'Policy document should not specify a principal.',
  'action-without-vendor':
    'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  'unknown-operator': 'Invalid Condition type',
  'sid-malformed':
    'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
  'sid-twice': 'Statement IDs (SID) in a single policy must be unique.',
}

const textOfFault = ({ fault, resource }: PolicyFault): string =>
  fault === 'resource-not-arn' ? `Resource ${resource} must be in ARN format or "*".` : TEXTS[fault]

/** As many managed policies STS takes as session policies; nobody has published what it says to more. */
const MOST_MANAGED = 10

/** Session policies may be so long together, as plain text. */
const LONGEST = 2048

/** The session policies of a request, or what is wrong with them. `account` is whose managed policies they may be. */
export function sessionPoliciesOf(
  { values }: Ask,
  account: string,
):
  | { readonly kind: 'policies'; readonly given: Pick<SessionContext, 'policy' | 'policyArns'> }
  | ApiError {
  const text = textOf(values['Policy'])
  const policyArns = textsOf(values['PolicyArns'])
  const read = text === null ? null : readPolicyText(text)
  if (read && 'fault' in read) {
    return senderError(400, 'MalformedPolicyDocument', textOfFault(read))
  }
  if (policyArns.length > MOST_MANAGED) {
    return validationError('No more than 10 managed policies can be session policies.')
  }
  const length = (text ?? '').length + policyArns.reduce((sum, arn) => sum + arn.length, 0)
  if (length > LONGEST) {
    return validationError('The plaintext of the session policies exceeds 2048 characters.')
  }
  const unknown = policyArns.find((arn) => managedPolicy(arn, account) === null)
  if (unknown !== undefined) {
    return validationError(`Policy ${unknown} does not exist or is not attachable.`)
  }
  return {
    kind: 'policies',
    given: {
      ...(text !== null && { policy: JSON.stringify(JSON.parse(text)) }),
      ...(policyArns.length > 0 && { policyArns }),
    },
  }
}
