import { contextsOf, textOf } from '#domain/sts/operations/values.ts'
import { roleOf } from '../accounts/role-table.ts'
import { judge, refusalOf } from '../authorize.ts'
import { signed } from '../operation.ts'
import type { ContextEntry } from '../policy/request-context.ts'
import {
  assumedRoleUser,
  overMaximum,
  required,
  roleArnFault,
  roleEntries,
  sessionOf,
} from './assumed-role.ts'
import { durationOf, issue } from './issue.ts'
import { checkMultiFactor } from './multi-factor.ts'
import { bareDenial, validationError } from './refusals.ts'
import { sessionPoliciesOf } from './session-policies.ts'
import { requestTagsOf, tagEntries } from './session-tags.ts'

/** The longest session of a role that a role assumes, in seconds. */
const CHAINED_SECONDS = 3600

/**
 * Credentials of a role. Its trust policy must admit the caller and, over two accounts, the caller's own policies must
 * allow it too.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const assumeRole = signed(async (caller, ask) => {
  const roleArn = required(ask, 'RoleArn')
  const sessionName = required(ask, 'RoleSessionName')
  const fault = roleArnFault(roleArn)
  if (fault) return fault
  const role = roleOf(roleArn)
  const policies = sessionPoliciesOf(ask, role?.account ?? caller.principal.account)
  if (policies.kind === 'error') return policies
  const inheritedKeys = caller.session?.transitive ?? []
  const tags = requestTagsOf(ask, inheritedKeys)
  if (tags.kind === 'error') return tags
  const mfa = await checkMultiFactor(caller, ask)
  if (mfa.kind === 'error') return mfa
  if (!role) return bareDenial(caller, 'sts:AssumeRole', roleArn)

  const asked = textOf(ask.values['SourceIdentity'])
  const sourceIdentity = caller.session?.sourceIdentity ?? asked
  // Whoever was named once stays named through the whole chain.
  if (asked !== null && asked !== sourceIdentity) {
    return validationError('The source identity is already set for this assume role session')
  }
  const context: readonly ContextEntry[] = [
    ...roleEntries(role),
    ...tagEntries(tags),
    ['sts:RoleSessionName', sessionName],
    ['sts:ExternalId', textOf(ask.values['ExternalId'])],
    ['sts:SourceIdentity', sourceIdentity],
    ...(mfa.at === null
      ? []
      : ([
          ['aws:MultiFactorAuthPresent', 'true'],
          ['aws:MultiFactorAuthAge', '0'],
        ] as const)),
  ]
  const actions = [
    // Also where it is inherited; and it is the first that AWS names where neither is allowed.
    ...(sourceIdentity === null ? [] : ['sts:SetSourceIdentity']),
    'sts:AssumeRole',
    ...(tags.tags.length > 0 ? ['sts:TagSession'] : []),
    ...(contextsOf(ask.values['ProvidedContexts']).length > 0 ? ['sts:SetContext'] : []),
  ]
  for (const action of actions) {
    const judged = judge(caller, { action, resource: role.arn, context, role }, ask.world)
    const refusal = refusalOf(caller, judged)
    if (refusal) return refusal
  }
  const tooLong = overMaximum(ask, role)
  if (tooLong) return tooLong
  const isChained = caller.principal.arn.includes(':assumed-role/')
  if (isChained && durationOf(ask, CHAINED_SECONDS) > CHAINED_SECONDS) {
    return validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    )
  }

  const inherited = (caller.session?.tags ?? []).filter(([key]) => inheritedKeys.includes(key))
  const allTags = [...inherited, ...tags.tags]
  const transitive = [...inheritedKeys, ...tags.transitive]
  const principal = sessionOf(role, sessionName)
  const issued = await issue(ask, {
    principal,
    durationSeconds: durationOf(ask, 3600),
    session: {
      by: 'AssumeRole',
      ...policies.given,
      ...(allTags.length > 0 && { tags: allTags }),
      ...(transitive.length > 0 && { transitive }),
      ...(sourceIdentity !== null && { sourceIdentity }),
    },
  })
  if (issued.kind === 'error') return issued
  return {
    kind: 'result',
    fields: [
      assumedRoleUser(principal),
      issued.credentials,
      ...(sourceIdentity === null ? [] : [['SourceIdentity', sourceIdentity] as const]),
      ...issued.packed,
      ...issued.sizes,
    ],
  }
})
