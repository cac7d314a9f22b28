import { textOf } from '#domain/sts/operations/values.ts'
import type { Role } from '../accounts/account.ts'
import type { ApiError } from '../api-error.ts'
import type { Ask, ResultField } from '../operation.ts'
import type { ContextEntry } from '../policy/request-context.ts'
import type { Principal } from '../principal-table.ts'
import { durationOf } from './issue.ts'
import { validationError } from './refusals.ts'

/** What is wrong with a role's ARN before anybody looks for the role; null for nothing. */
export function roleArnFault(arn: string): ApiError | null {
  const match = /^arn:[\w-]{1,20}:iam::\d{12}:([\w-]{1,64})\/.{1,1024}$/.exec(arn)
  if (!match) return validationError(`${arn} is invalid`)
  return match[1] === 'role' ? null : validationError('Request ARN is invalid')
}

/** The principal of a role's session. */
export function sessionOf(role: Role, sessionName: string): Principal {
  return {
    partition: 'aws',
    account: role.account,
    // The path of the role is not in it.
    arn: `arn:aws:sts::${role.account}:assumed-role/${role.name}/${sessionName}`,
    userId: `${role.roleId}:${sessionName}`,
  }
}

export const assumedRoleUser = ({ arn, userId }: Principal): ResultField => [
  'AssumedRoleUser',
  [
    ['AssumedRoleId', userId],
    ['Arn', arn],
  ],
]

/** What policies can ask about the role that is to be assumed. */
export const roleEntries = (role: Role): readonly ContextEntry[] =>
  role.tags.flatMap(([key, value]) => [
    [`aws:ResourceTag/${key}`, value] as const,
    [`iam:ResourceTag/${key}`, value] as const,
  ])

/** The refusal of a duration that the role does not allow; null where it does. */
export function overMaximum(ask: Ask, role: Role): ApiError | null {
  return durationOf(ask, 3600) > role.maxSessionSeconds
    ? validationError(
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      )
    : null
}

export const required = ({ values }: Ask, name: string): string => textOf(values[name]) ?? ''
