import type { Identity } from '../../identity/identity.ts'
import type { ParameterValues } from '../operations/descriptor.ts'
import { accountInArn } from '../operations/role-arn.ts'
import { tagsOf, textOf, valueNamed } from '../operations/values.ts'
import { actionsOf, policyText } from './policy-text.ts'
import type { PolicyText, SkeletonNote } from './policy-text.ts'

/**
 * A trust policy that would admit this caller to a role with these parameters of AssumeRole: external ID, MFA, tags and
 * source identity become conditions and actions of it. A skeleton, to be read before it is used.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html
 */
export function roleTrust(identity: Identity, values: ParameterValues): PolicyText {
  const { arn, notes } = principalOf(identity)
  const externalId = textOf(valueNamed(values, 'ExternalId')) ?? ''
  const sourceIdentity = textOf(valueNamed(values, 'SourceIdentity')) ?? ''
  const hasMfa = (textOf(valueNamed(values, 'SerialNumber')) ?? '') !== ''
  const hasTags = tagsOf(valueNamed(values, 'Tags')).length > 0
  const equals = {
    ...(externalId !== '' && { 'sts:ExternalId': externalId }),
    ...(sourceIdentity !== '' && { 'sts:SourceIdentity': sourceIdentity }),
  }
  return policyText(
    {
      Effect: 'Allow',
      Principal: { AWS: arn },
      Action: actionsOf([
        'sts:AssumeRole',
        ...(hasTags ? ['sts:TagSession'] : []),
        ...(sourceIdentity === '' ? [] : ['sts:SetSourceIdentity']),
      ]),
      Condition: {
        ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
        ...(hasMfa && { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      },
    },
    [...notes, ...(isElsewhere(identity, values) ? ['other-account' as const] : [])],
  )
}

function principalOf({ kind, arn, roleArn, partition, account }: Identity): {
  readonly arn: string
  readonly notes: readonly SkeletonNote[]
} {
  switch (kind) {
    case 'assumed-role':
      return roleArn === null
        ? { arn, notes: ['one-session'] }
        : { arn: roleArn, notes: ['path-unknown'] }
    case 'federated-user':
      return { arn, notes: ['federated-cannot-assume'] }
    case 'root':
    case 'assumed-root':
      return {
        arn: `arn:${partition ?? 'aws'}:iam::${account}:root`,
        notes: ['root-cannot-assume'],
      }
    case 'user':
    case 'other':
      return { arn, notes: [] }
  }
}

function isElsewhere({ account }: Identity, values: ParameterValues): boolean {
  const wanted = accountInArn(textOf(valueNamed(values, 'RoleArn')) ?? '')
  return wanted !== null && wanted !== account
}
