import type { Case } from '../case.ts'
import { asksForIdentity, isAws, isDenied, isTold, notes, says } from '../case.ts'
import { facts, refused } from '../examples.ts'
import { actionRow, codeRow, identityPermissionRow, policyRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'
import { denialFills } from './denial-fills.ts'

const isNamed = (c: Case): boolean => c.denial?.policy === 'VPC endpoint policy'
const isUnnamedIdentity = (c: Case): boolean =>
  c.denial !== null && c.denial.policy === null && asksForIdentity(c)
/** Nothing but "Access denied", in answer to this page's only question. */
const isWordless = (c: Case): boolean => !isTold(c) && says(c, /^(?:access ?denied\.?)?$/i)
const isToldOf = (c: Case): boolean =>
  isTold(c) && (c.denial?.policyWords ?? null) === null && notes(c, WORDS.endpointPolicy)

/**
 * The policy of a private endpoint. GetCallerIdentity needs no permission and no identity policy can deny it, so for it
 * this is the one policy left.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const vpcEndpointPolicy: Rule = {
  cause: 'vpc-endpoint-policy',
  applies: (c) =>
    isDenied(c) && (isNamed(c) || isUnnamedIdentity(c) || isWordless(c) || isToldOf(c)),
  weights: [
    stated('words-say-it', 100, isNamed),
    inferred('fits-this-answer', 30, isWordless),
    inferred('told', 60, (c) => isToldOf(c) && !isUnnamedIdentity(c)),
    inferred('needs-no-permission', 60, isUnnamedIdentity),
    // What listens on this machine has rules of its own.
    inferred('custom-address', -60, (c) => !isAws(c) && !isNamed(c)),
  ],
  evidence: (c) => [
    policyRow(c),
    asksForIdentity(c) ? identityPermissionRow() : actionRow(c),
    codeRow(c),
  ],
  steps: (c) =>
    isNamed(c)
      ? [step('read-policy-of-endpoint'), step('leave-private-network', { story: 'named' })]
      : [step('leave-private-network'), step('read-policy-of-endpoint')],
  fills: denialFills,
  example: {
    outcome: refused(
      'AccessDenied',
      'User: arn:aws:sts::111122223333:assumed-role/ExampleRole/example is not authorized to perform: sts:GetCallerIdentity because no VPC endpoint policy allows the sts:GetCallerIdentity action',
    ),
    facts: facts(),
    certainty: 'certain',
  },
}
