import type { OperationDescriptor, ParameterValues } from '../operations/descriptor.ts'
import { filledIn, textOf, valueNamed } from '../operations/values.ts'
import { actionsOf, policyText } from './policy-text.ts'
import type { PolicyText } from './policy-text.ts'

/**
 * The least that the caller's own policies must allow for this call; null for operations that need no permission of the
 * caller. A role's ARN is the resource where one is given.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
 */
export function identityPolicy(
  descriptor: OperationDescriptor,
  values: ParameterValues,
): PolicyText | null {
  const given = new Set(filledIn(descriptor, values).map(([parameter]) => parameter.name))
  const actions = descriptor.permissions
    .filter(
      ({ where, whenGiven }) => where !== 'trust' && (whenGiven === null || given.has(whenGiven)),
    )
    .map(({ action }) => action)
  if (actions.length === 0) return null
  const role = textOf(valueNamed(values, 'RoleArn')) ?? ''
  const task = textOf(valueNamed(values, 'TaskPolicyArn')) ?? ''
  return policyText(
    {
      Effect: 'Allow',
      Action: actionsOf(actions),
      Resource: role.startsWith('arn:') ? role : '*',
      Condition: task === '' ? {} : { StringEquals: { 'sts:TaskPolicyArn': task } },
    },
    [],
  )
}
