import { judge, refusalOf } from '../authorize.ts'
import { signed } from '../operation.ts'
import { required } from './assumed-role.ts'
import { durationOf, issue } from './issue.ts'
import { sessionPoliciesOf } from './session-policies.ts'
import { requestTagsOf, tagEntries } from './session-tags.ts'

const ROOT_SECONDS = 3600
const USER_SECONDS = 43_200

/**
 * A session for somebody else, with what the user's policies and the session policies both allow.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
export const getFederationToken = signed(async (caller, ask) => {
  const { account, partition, arn: madeFor } = caller.principal
  const name = required(ask, 'Name')
  const policies = sessionPoliciesOf(ask, account)
  if (policies.kind === 'error') return policies
  const tags = requestTagsOf(ask, [])
  if (tags.kind === 'error') return tags
  const arn = `arn:${partition}:sts::${account}:federated-user/${name}`
  const actions = ['sts:GetFederationToken', ...(tags.tags.length > 0 ? ['sts:TagSession'] : [])]
  for (const action of actions) {
    const judged = judge(caller, { action, resource: arn, context: tagEntries(tags) }, ask.world)
    const refusal = refusalOf(caller, judged)
    if (refusal) return refusal
  }
  const userId = `${account}:${name}`
  const isRoot = madeFor.endsWith(':root')
  const issued = await issue(ask, {
    principal: { partition, account, arn, userId },
    durationSeconds: isRoot
      ? Math.min(durationOf(ask, ROOT_SECONDS), ROOT_SECONDS)
      : durationOf(ask, USER_SECONDS),
    session: {
      by: 'GetFederationToken',
      madeFor,
      ...policies.given,
      ...(tags.tags.length > 0 && { tags: tags.tags }),
    },
  })
  if (issued.kind === 'error') return issued
  return {
    kind: 'result',
    fields: [
      issued.credentials,
      [
        'FederatedUser',
        [
          ['FederatedUserId', userId],
          ['Arn', arn],
        ],
      ],
      ...issued.packed,
      ...issued.sizes,
    ],
  }
})
