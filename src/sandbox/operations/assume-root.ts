import { accountOf } from '../accounts/account-table.ts'
import { judge, refusalOf } from '../authorize.ts'
import { signed } from '../operation.ts'
import { required } from './assumed-role.ts'
import { durationOf, issue } from './issue.ts'
import { bareDenial } from './refusals.ts'

/**
 * Credentials for one task on a member account, for the account that manages the organisation.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
 */
export const assumeRoot = signed(async (caller, ask) => {
  const target = required(ask, 'TargetPrincipal')
  const account = /^(?:\d{12}|arn:aws:iam::\d{12}:root)$/.test(target)
    ? (/\d{12}/.exec(target)?.[0] ?? '')
    : ''
  const resource = `arn:aws:iam::${account}:root`
  const policyArn = required(ask, 'TaskPolicyArn')
  const member = accountOf(account)
  const context = [['sts:TaskPolicyArn', policyArn]] as const
  const judged = judge(caller, { action: 'sts:AssumeRoot', resource, context }, ask.world)
  const refusal = refusalOf(caller, judged)
  if (refusal) return refusal
  const isManager = accountOf(caller.principal.account)?.isManagement === true
  if (!isManager || !member || member.isManagement || !policyArn.includes(':policy/root-task/')) {
    return bareDenial(caller, 'sts:AssumeRoot', resource)
  }
  const issued = await issue(ask, {
    principal: {
      partition: 'aws',
      account,
      arn: `arn:aws:sts::${account}:assumed-root`,
      userId: account,
    },
    durationSeconds: durationOf(ask, 900),
    session: { by: 'AssumeRoot', policyArns: [policyArn] },
  })
  if (issued.kind === 'error') return issued
  return { kind: 'result', fields: [issued.credentials, ...issued.sizes] }
})
