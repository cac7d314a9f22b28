import { judge, refusalOf } from '../authorize.ts'
import { signed } from '../operation.ts'
import { durationOf, issue } from './issue.ts'
import { checkMultiFactor } from './multi-factor.ts'

const ROOT_SECONDS = 3600
const USER_SECONDS = 43_200

/**
 * A session of the caller itself, with MFA where a code is given. It needs no permission, though a Deny can forbid it.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const getSessionToken = signed(async (caller, ask) => {
  const mfa = await checkMultiFactor(caller, ask)
  if (mfa.kind === 'error') return mfa
  const judged = judge(caller, { action: 'sts:GetSessionToken', resource: '*' }, ask.world)
  const isForbidden = judged.verdict.kind === 'denied' && judged.verdict.effect === 'explicit'
  const refusal = isForbidden ? refusalOf(caller, judged) : null
  if (refusal) return refusal
  const isRoot = caller.principal.arn.endsWith(':root')
  const issued = await issue(ask, {
    principal: caller.principal,
    // AWS shortens a root user's session without a word.
    durationSeconds: isRoot
      ? Math.min(durationOf(ask, ROOT_SECONDS), ROOT_SECONDS)
      : durationOf(ask, USER_SECONDS),
    session: { by: 'GetSessionToken', ...(mfa.at !== null && { mfaAt: mfa.at }) },
  })
  if (issued.kind === 'error') return issued
  return { kind: 'result', fields: [issued.credentials, ...issued.sizes] }
})
