import type { Case } from '../case.ts'
import {
  asksForIdentity,
  deniedAction,
  isAssuming,
  isDenied,
  isTold,
  notes,
  notesBut,
  says,
} from '../case.ts'
import type { Cause } from '../causes.ts'
import type { PolicyKind } from '../../denial/policy-kinds.ts'
import { facts, refused } from '../examples.ts'
import { actionRow, codeRow, policyRow } from '../evidence-of-answer.ts'
import type { Step } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'
import { denialFills } from './denial-fills.ts'
import { isCognitoSession } from './cognito.ts'

const isTagging = (c: Case): boolean => /^sts:TagSession$/i.test(deniedAction(c))

/** AWS refuses the action and names no policy; its other sentences have causes of their own. */
const isUnnamedDenial = (c: Case): boolean =>
  isDenied(c) &&
  (c.denial?.policyWords ?? null) === null &&
  !says(
    c,
    /MultiFactorAuthentication failed|root accounts|with session credentials|Request has expired|User: anonymous|Anonymous caller/i,
  ) &&
  (isTold(c) ? !isIdentityItself(c) : c.denial !== null && !asksForIdentity(c))

const isIdentityItself = (c: Case): boolean => c.denial !== null && asksForIdentity(c)

const OF_RESOURCE = /(?:bucket|key|queue|topic|repository|resource(?:-based)?) polic/i
const isJustMade = (c: Case): boolean =>
  isTold(c) && notes(c, WORDS.justMade) && notes(c, /attach|polic|creat|role|user|retr/i)
const isOtherSource = (c: Case): boolean =>
  isTold(c) &&
  notes(c, WORDS.otherSource) &&
  notes(c, /\bprofile|environment|\benv\b|AWS_[A-Z]|instance role/i)
const OF_OTHERS =
  /boundar|session polic|--policy|bucket|key polic|queue polic|trust|endpoint|\bscps?\b|\bresource(?:-based)? polic|external ?id/i
const REVOKED = /revok|TokenIssueTime|AWSRevokeOlderSessions|older sessions/i

type Family = {
  readonly cause: Cause
  readonly policy: PolicyKind
  /** Null where both effects are the same cause. */
  readonly effect: 'implicit' | 'explicit' | null
  readonly steps: readonly Step[]
  /** Points as a candidate where AWS names no policy. */
  readonly unnamed: number
  /** What people say of it. */
  readonly words: RegExp
  /** Below 100 where the same sentence has another cause too. */
  readonly named?: number
}

/**
 * A cause that AWS names in its sentence. Where it names none, each is a candidate for any action but
 * GetCallerIdentity, which needs no permission.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function policyRule(family: Family): Rule {
  const isNamed = (c: Case): boolean =>
    c.denial?.policy === family.policy &&
    (family.effect === null || c.denial.effect === family.effect) &&
    !isTagging(c) &&
    // The resource-based policy of a role is its trust policy.
    !(family.policy === 'resource-based policy' && isAssuming(c))
  const isUnnamed = (c: Case): boolean =>
    isUnnamedDenial(c) &&
    !isTagging(c) &&
    (family.effect === null ||
      (c.denial?.effect ?? null) === null ||
      c.denial?.effect === family.effect)
  // Between a role and a web identity only the trust policy decides.
  const isFederated = (c: Case): boolean => /AssumeRoleWith/.test(deniedAction(c))
  const verb = family.effect === 'explicit' ? 'with an explicit deny in a' : 'because no'
  const tail = family.effect === 'explicit' ? '' : ' allows the s3:GetObject action'
  return {
    cause: family.cause,
    applies: (c) => isDenied(c) && (isNamed(c) || isUnnamed(c)),
    weights: [
      stated('words-say-it', family.named ?? 100, isNamed),
      inferred('fits-this-answer', family.unnamed, (c) => isUnnamed(c) && !isFederated(c)),
      told(
        family.cause === 'identity-policy-missing' ? 30 : 45,
        family.words,
        (c) =>
          isUnnamed(c) &&
          (family.cause !== 'identity-policy-missing' || notesBut(c, family.words, OF_OTHERS)) &&
          // What another account owns, a role's own policy decides.
          (family.cause !== 'resource-policy' || !isAssuming(c)),
      ),
      // A policy made seconds ago, or another identity than the one meant: AWS's words fit those too.
      inferred('told', -50, (c) => isNamed(c) && (isJustMade(c) || isOtherSource(c))),
      inferred(
        'told',
        -35,
        (c) =>
          ['identity-policy-missing', 'explicit-deny-identity-policy'].includes(family.cause) &&
          notes(c, OF_RESOURCE),
      ),
      inferred(
        'told',
        -30,
        (c) =>
          family.cause === 'explicit-deny-identity-policy' &&
          (notes(c, WORDS.mfa) ||
            notes(c, REVOKED) ||
            says(c, /aws:TokenIssueTime|aws:MultiFactorAuth|AWSRevokeOlderSessions/i) ||
            /mfa/i.test(c.denial?.policyArn ?? '')),
      ),
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
        `User: arn:aws:sts::111122223333:assumed-role/ExampleRole/example is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::example-bucket/example ${verb} ${family.policy}${tail}`,
      ),
      facts: facts(),
      certainty: (family.named ?? 100) >= 100 ? 'certain' : 'likely',
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
    words: WORDS.identityPolicy,
  },
  {
    cause: 'explicit-deny-identity-policy',
    policy: 'identity-based policy',
    effect: 'explicit',
    steps: [change('identity-based policy'), step('renew-if-revoked')],
    unnamed: 20,
    words: WORDS.identityDeny,
    named: 75,
  },
  {
    cause: 'explicit-deny-scp',
    policy: 'service control policy',
    effect: null,
    steps: [change('service control policy')],
    unnamed: 22,
    words: WORDS.scp,
  },
  {
    cause: 'explicit-deny-rcp',
    policy: 'resource control policy',
    effect: null,
    steps: [change('resource control policy')],
    unnamed: 10,
    words: WORDS.rcp,
  },
  {
    cause: 'permissions-boundary',
    policy: 'permissions boundary',
    effect: null,
    steps: [change('permissions boundary')],
    unnamed: 14,
    words: WORDS.boundary,
  },
  {
    cause: 'session-policy',
    policy: 'session policy',
    effect: null,
    steps: [change('session policy'), step('assume-role-again')],
    unnamed: 12,
    words: WORDS.sessionPolicy,
  },
  {
    cause: 'resource-policy',
    policy: 'resource-based policy',
    effect: null,
    steps: [change('resource-based policy')],
    unnamed: 15,
    words: WORDS.resourcePolicy,
  },
]

export const POLICY_RULES: readonly Rule[] = FAMILIES.map(policyRule)
