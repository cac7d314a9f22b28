import type { Case } from '../case.ts'
import { asksForIdentity, deniedAction, isDenied } from '../case.ts'
import type { Cause } from '../causes.ts'
import type { PolicyKind } from '../denial-sentence.ts'
import { facts, refused } from '../examples.ts'
import { actionRow, codeRow, policyRow } from '../evidence-of-answer.ts'
import type { Fills, Step } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated } from '../rule.ts'
import { step } from '../step.ts'

/** What is known of the denial, for sentences. */
export function denialFills(c: Case): Fills {
  const { principal, policy, effect } = c.denial ?? {}
  const account = /^arn:[\w-]{1,20}:(?:sts|iam)::(\d{12}):/.exec(principal ?? '')?.[1]
  return {
    action: deniedAction(c),
    story: effect ?? 'unknown',
    ...(policy && { policy }),
    ...(principal && { principal }),
    ...(account && { account }),
  }
}

type Family = {
  readonly cause: Cause
  readonly policy: PolicyKind
  /** Null where both effects are the same cause. */
  readonly effect: 'implicit' | 'explicit' | null
  readonly steps: readonly Step[]
  /** Points as a candidate where AWS names no policy. */
  readonly unnamed: number
}

const isCognitoSession = (c: Case): boolean =>
  /\/CognitoIdentityCredentials\b/.test(c.denial?.principal ?? '')

/**
 * A cause that AWS names in its sentence. Where it names none, each is a candidate for any action but
 * GetCallerIdentity, which needs no permission.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function policyRule(family: Family): Rule {
  const isNamed = (c: Case): boolean =>
    c.denial?.policy === family.policy &&
    (family.effect === null || c.denial.effect === family.effect)
  const isUnnamed = (c: Case): boolean =>
    c.denial !== null &&
    c.denial.policy === null &&
    !asksForIdentity(c) &&
    (family.effect === null || c.denial.effect === null || c.denial.effect === family.effect)
  const verb = family.effect === 'explicit' ? 'with an explicit deny in a' : 'because no'
  const tail = family.effect === 'explicit' ? '' : ' allows the sts:AssumeRole action'
  return {
    cause: family.cause,
    applies: (c) => isDenied(c) && (isNamed(c) || isUnnamed(c)),
    weights: [
      stated('words-say-it', 100, isNamed),
      inferred('fits-this-answer', family.unnamed, isUnnamed),
      stated(
        'cognito-session',
        -60,
        (c) => family.cause === 'session-policy' && isCognitoSession(c),
      ),
    ],
    evidence: (c) => [policyRow(c), actionRow(c), codeRow(c)],
    steps: () => family.steps,
    fills: denialFills,
    example: {
      outcome: refused(
        'AccessDenied',
        `User: arn:aws:sts::111122223333:assumed-role/ExampleRole/example is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/ExampleTarget ${verb} ${family.policy}${tail}`,
      ),
      facts: facts(),
      certainty: 'certain',
    },
  }
}

const change = (policy: PolicyKind): Step => step('ask-for-policy-change', { policy })

const FAMILIES: readonly Family[] = [
  {
    cause: 'identity-policy-missing',
    policy: 'identity-based policy',
    effect: 'implicit',
    steps: [step('ask-for-statement')],
    unnamed: 30,
  },
  {
    cause: 'explicit-deny-identity-policy',
    policy: 'identity-based policy',
    effect: 'explicit',
    steps: [change('identity-based policy'), step('renew-if-revoked')],
    unnamed: 20,
  },
  {
    cause: 'explicit-deny-scp',
    policy: 'service control policy',
    effect: null,
    steps: [change('service control policy')],
    unnamed: 22,
  },
  {
    cause: 'explicit-deny-rcp',
    policy: 'resource control policy',
    effect: null,
    steps: [change('resource control policy')],
    unnamed: 10,
  },
  {
    cause: 'permissions-boundary',
    policy: 'permissions boundary',
    effect: null,
    steps: [change('permissions boundary')],
    unnamed: 14,
  },
  {
    cause: 'session-policy',
    policy: 'session policy',
    effect: null,
    steps: [change('session policy'), step('assume-role-again')],
    unnamed: 12,
  },
  {
    cause: 'resource-policy',
    policy: 'resource-based policy',
    effect: null,
    steps: [change('resource-based policy')],
    unnamed: 15,
  },
  {
    cause: 'trust-policy-missing',
    policy: 'role trust policy',
    effect: null,
    steps: [change('role trust policy')],
    unnamed: 25,
  },
]

/** The fixed session policy of Cognito's enhanced flow, told by the session's name. */
const cognitoScopeDown: Rule = {
  cause: 'cognito-scope-down-policy',
  applies: (c) => isDenied(c) && c.denial?.policy === 'session policy' && isCognitoSession(c),
  weights: [inferred('words-point-to-it', 75)],
  evidence: (c) => [policyRow(c), actionRow(c), codeRow(c)],
  steps: () => [step('read-aws-words')],
  fills: denialFills,
  example: {
    outcome: refused(
      'AccessDenied',
      'User: arn:aws:sts::111122223333:assumed-role/ExampleUnauth/CognitoIdentityCredentials is not authorized to perform: sts:AssumeRole because no session policy allows the sts:AssumeRole action',
    ),
    facts: facts(),
    certainty: 'likely',
  },
}

export const POLICY_RULES: readonly Rule[] = [...FAMILIES.map(policyRule), cognitoScopeDown]
