import type { Case } from '../case.ts'
import {
  deniedAction,
  isAssuming,
  isDenied,
  isOf,
  notes,
  notesBut,
  notesHold,
  says,
} from '../case.ts'
import { actionRow, codeRow, policyRow } from '../evidence-of-answer.ts'
import { foundWords } from '../evidence-of-words.ts'
import { facts, refused } from '../examples.ts'
import { namedRule } from '../named-rule.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'
import { denialFills } from './denial-fills.ts'

const CALLER = 'User: arn:aws:sts::111122223333:assumed-role/ExampleRole/example'
const DENIED = `${CALLER} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/ExampleTarget`

const isTagging = (c: Case): boolean => /^sts:TagSession$/i.test(deniedAction(c))
/** AWS names the role's own policy; for a role "resource-based policy" is that one. */
const isTrustNamed = (c: Case): boolean =>
  c.denial?.policy === 'role trust policy' ||
  (isAssuming(c) && c.denial?.policy === 'resource-based policy')
const isUnnamed = (c: Case): boolean =>
  isDenied(c) && isAssuming(c) && (c.denial?.policyWords ?? null) === null && !isOwnSentence(c)
/** A sentence of AssumeRole that has a cause of its own. */
const isOwnSentence = (c: Case): boolean =>
  says(c, /MultiFactorAuthentication failed|root accounts|with session credentials/i)
/** A service of AWS that may not use the role it was given. */
const isServiceRefused = (c: Case): boolean =>
  says(
    c,
    /cannot be assumed by (?:Lambda|principal|the service)|unable to assume (?:the )?(?:provided )?(?:service )?role|is not authorized to assume (?:the )?role|does not have permission to assume/i,
  )
const isWebIdentity = (c: Case): boolean =>
  /WithWebIdentity/i.test(`${deniedAction(c)} ${c.operation ?? ''}`)
const isSaml = (c: Case): boolean =>
  /AssumeRoleWithSAML/i.test(`${deniedAction(c)} ${c.operation ?? ''}`)
const hasUniqueId = (c: Case): boolean =>
  says(
    c,
    /"?(?:Principal|AWS)"?\s{0,4}[:=]\s{0,4}[{["\s]{0,8}"?(?:AWS"?\s{0,4}:\s{0,4}"?)?A(?:ROA|IDA)[A-Z0-9]{8,20}/,
  )

const trustPolicyMissing: Rule = {
  cause: 'trust-policy-missing',
  applies: (c) =>
    (isDenied(c) && !isTagging(c) && isTrustNamed(c)) || isUnnamed(c) || isServiceRefused(c),
  weights: [
    // The trust policy decides; whether it lacks the caller or shows an old ID of it, AWS does not say.
    stated('words-say-it', 80, isTrustNamed),
    inferred('fits-this-answer', 25, (c) => isUnnamed(c) && !isSaml(c)),
    stated('operation-says-it', 40, (c) => isUnnamed(c) && isSaml(c)),
    toldAs(35, WORDS.trustPolicy, isUnnamed),
    told(
      20,
      /AdministratorAccess|own policy allows|policy allows sts:AssumeRole|\ballows? sts:AssumeRole/i,
      isUnnamed,
    ),
    inferred('words-point-to-it', 45, isServiceRefused),
    told(-30, WORDS.mfa, isUnnamed),
    inferred(
      'told',
      -40,
      (c) =>
        isUnnamed(c) &&
        notesBut(
          c,
          /trust(?:s| policy)\b.{0,20}\b(?:names|allows|lists|admits|includes|permits|contains|is (?:fine|right|correct|in order|ok))\b/i,
          /\b(?:only|another|other|different|not|instead|without|requires?|old|former)\b/i,
        ),
    ),
    inferred('told', -40, (c) => notesHold(c, WORDS.stalePrincipal) || hasUniqueId(c)),
    inferred('told', -20, (c) => notes(c, WORDS.subject) && isWebIdentity(c)),
    inferred('told', -25, (c) => notesHold(c, WORDS.wrongArn)),
  ],
  evidence: (c) => [policyRow(c), actionRow(c), codeRow(c)],
  steps: (c) => [
    step('read-trust-policy'),
    // An explicit Deny wins over every Allow.
    step(c.denial?.effect === 'explicit' ? 'narrow-trust-deny' : 'add-trust-statement'),
  ],
  fills: denialFills,
  example: {
    outcome: refused(
      'AccessDenied',
      `${DENIED} because no role trust policy allows the sts:AssumeRole action`,
    ),
    facts: facts(),
    certainty: 'likely',
  },
}

const trustPolicyStalePrincipal: Rule = {
  cause: 'trust-policy-stale-principal',
  applies: (c) =>
    (isDenied(c) && !isTagging(c) && (isTrustNamed(c) || isUnnamed(c))) ||
    says(c, /Invalid principal in policy/i),
  weights: [
    inferred('fits-this-answer', 15, isDenied),
    stated('words-point-to-it', 65, hasUniqueId),
    stated('words-point-to-it', 40, (c) => says(c, /Invalid principal in policy/i)),
    told(60, WORDS.stalePrincipal, (c) => !hasUniqueId(c)),
  ],
  evidence: (c) => [
    foundWords(
      c,
      /"?AWS"?\s{0,4}[:=]\s{0,4}"?A(?:ROA|IDA)[A-Z0-9]{8,20}|Invalid principal in policy/,
    ),
    policyRow(c),
    actionRow(c),
    codeRow(c),
  ],
  steps: () => [step('read-trust-policy'), step('save-trust-policy-again')],
  fills: denialFills,
  example: {
    outcome: refused(
      'AccessDenied',
      `${DENIED} because no role trust policy allows the sts:AssumeRole action. "Principal": {"AWS": "AROAEXAMPLEEXAMPLE22"}`,
    ),
    facts: facts(),
    certainty: 'likely',
  },
}

const stsTagsessionNotAllowed: Rule = {
  cause: 'sts-tagsession-not-allowed',
  applies: (c) => (isDenied(c) && isTagging(c)) || (isUnnamed(c) && notes(c, WORDS.tagSession)),
  weights: [
    stated('words-say-it', 100, (c) => isTagging(c) && !isDeniedFromAbove(c)),
    stated('words-point-to-it', 40, (c) => isTagging(c) && isDeniedFromAbove(c)),
    inferred('told', 55, (c) => !isTagging(c) && notes(c, WORDS.tagSession)),
  ],
  evidence: (c) => [actionRow(c), policyRow(c), codeRow(c)],
  steps: () => [step('allow-tag-session')],
  fills: denialFills,
  example: {
    outcome: refused(
      'AccessDenied',
      `${CALLER} is not authorized to perform: sts:TagSession on resource: arn:aws:iam::444455556666:role/ExampleTarget`,
    ),
    facts: facts(),
    certainty: 'certain',
  },
}

/** A policy that no trust policy can widen. */
function isDeniedFromAbove(c: Case): boolean {
  const policy = c.denial?.policy ?? null
  return (
    policy !== null &&
    !['role trust policy', 'resource-based policy', 'identity-based policy'].includes(policy)
  )
}

const INVALID_ARN =
  /Request ARN is invalid|\barn:[\w:*/+=,.@-]{0,300} is (?:invalid|not valid)\b|[\w:*/+=,.@-]{1,300} is invalid(?: \(Service| *$|["<])|at 'roleArn' failed|Invalid length for parameter RoleArn|RoleArn.{0,60}(?:is not a valid ARN|malformed|invalid)|arn:\S{1,300} is not a valid|Invalid ARN|invalid ARN|ARN .{0,80}malformed/im

const isArnRefused = (c: Case): boolean =>
  (['ValidationError', 'ValidationException', 'InvalidParameterValue', ''].includes(c.code) ||
    says(c, /Request ARN is invalid/i)) &&
  says(c, INVALID_ARN)

const roleArnWrong: Rule = {
  cause: 'role-arn-wrong',
  applies: (c) =>
    (isArnRefused(c) && c.outcome.kind !== 'unreachable') ||
    isUnnamed(c) ||
    says(c, /No OpenIDConnect provider found/i) ||
    (isOf(c, 'NoSuchEntity') && isAssuming(c)),
  weights: [
    stated('words-say-it', 100, (c) => isArnRefused(c) && !isPartitionConflict(c)),
    stated('words-say-it', 60, (c) => isArnRefused(c) && isPartitionConflict(c)),
    inferred('fits-this-answer', 15, isUnnamed),
    inferred('fits-this-answer', 25, (c) => says(c, /No OpenIDConnect provider found/i)),
    told(50, WORDS.wrongArn, (c) => !isArnRefused(c)),
    inferred('told', 55, (c) => !isArnRefused(c) && hasOtherAccount(c)),
    inferred('told', -40, (c) =>
      notesHold(
        c,
        /account(?:(?!\bnot\b).){0,60}\b(?:checked|right|correct|ours)\b|belongs to this account|\brole exists\b/i,
      ),
    ),
  ],
  evidence: (c) => [foundWords(c, INVALID_ARN), codeRow(c), actionRow(c)],
  steps: () => [step('copy-role-arn'), step('read-trust-policy')],
  fills: denialFills,
  example: {
    outcome: refused('ValidationError', 'Request ARN is invalid', 400),
    facts: facts(),
    certainty: 'certain',
  },
}

/** The person names one account of the role, and another one as their own. */
function hasOtherAccount(c: Case): boolean {
  const words = (c.facts.told?.notes ?? []).join('; ')
  const ofRole =
    /\b(?:arn|role)\b[^;]{0,40}\b(?:has|names|shows|holds|is in|of|with)\b[^;]{0,20}\baccount\b[^;\d]{0,12}(\d{4,12})/i.exec(
      words,
    )?.[1]
  const own =
    /\b(?:our|my|own|right|correct|real|intended)\s(?:\w{1,12}\s)?account\b[^;\d]{0,16}(\d{4,12})/i.exec(
      words,
    )?.[1]
  return ofRole !== undefined && own !== undefined && ofRole !== own
}

/** The ARN is one of a partition that was not asked. */
function isPartitionConflict(c: Case): boolean {
  const partition = /\barn:(aws-[a-z-]{2,10}):iam/.exec(c.said)?.[1]
  const asked = c.facts.target?.partition ?? null
  return partition !== undefined && (asked === null || asked !== partition)
}

const rootNotAllowed = namedRule({
  cause: 'root-not-allowed',
  words: /Roles may not be assumed by root accounts/i,
  points: 100,
  steps: () => [step('use-iam-user')],
  example: ['AccessDenied', 'Roles may not be assumed by root accounts.', 403],
})

/**
 * Who may use a role, and which role was meant.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
export const TRUST_RULES: readonly Rule[] = [
  stsTagsessionNotAllowed,
  trustPolicyMissing,
  trustPolicyStalePrincipal,
  roleArnWrong,
  rootNotAllowed,
]
