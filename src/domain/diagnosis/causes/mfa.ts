import type { Case } from '../case.ts'
import { asksForIdentity, isDenied, isTold, notes, notesHold, says } from '../case.ts'
import { actionRow, codeRow, policyRow } from '../evidence-of-answer.ts'
import { foundWords } from '../evidence-of-words.ts'
import { namedRule } from '../named-rule.ts'
import { facts, refused } from '../examples.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'
import { denialFills } from './denial-fills.ts'

/** No identity-based policy can deny the call by which this page asks who is calling. */
const isUndeniable = (c: Case): boolean =>
  !isTold(c) && asksForIdentity(c) && (c.denial?.policyWords ?? null) === null

/** A denial of an identity-based policy, or one whose policy AWS does not name. */
const mayBeCondition = (c: Case): boolean =>
  isDenied(c) &&
  !isUndeniable(c) &&
  !says(
    c,
    /MultiFactorAuthentication failed|root accounts|with session credentials|Request has expired/i,
  ) &&
  (c.denial?.policy === 'identity-based policy' ||
    c.denial?.policy === 'role trust policy' ||
    (c.denial?.policyWords ?? null) === null)
const isExplicit = (c: Case): boolean => c.denial?.effect === 'explicit'
const isConditionShown = (c: Case): boolean =>
  says(c, /"?aws:MultiFactorAuth(?:Present|Age)"?/i) &&
  says(c, /"explicitDeny":\s{0,4}true|"Effect":\s{0,4}"Deny"|"effect":\s{0,4}"DENY"/i)
const isInPolicyName = (c: Case): boolean => /mfa/i.test(c.denial?.policyArn ?? '')

const mfaRequired: Rule = {
  cause: 'mfa-required',
  applies: (c) => mayBeCondition(c) && (c.denial?.effect !== 'implicit' || notes(c, WORDS.mfa)),
  weights: [
    inferred('fits-this-answer', 15, (c) => isExplicit(c)),
    inferred('fits-this-answer', 12, (c) => !isExplicit(c)),
    stated('words-point-to-it', 80, isConditionShown),
    inferred('words-point-to-it', 60, isInPolicyName),
    told(60, WORDS.mfa, (c) => !isConditionShown(c)),
    inferred('told', -30, (c) =>
      notesHold(c, /\bno MFA condition|not? .{0,12}\bmfa\b.{0,20}(?:condition|policy|required)/i),
    ),
  ],
  evidence: (c) => [
    foundWords(c, /aws:MultiFactorAuth(?:Present|Age)/i),
    policyRow(c),
    actionRow(c),
    codeRow(c),
  ],
  steps: () => [step('get-session-with-mfa')],
  fills: denialFills,
  example: {
    outcome: refused(
      'AccessDenied',
      'User: arn:aws:iam::111122223333:user/Example is not authorized to perform: s3:ListAllMyBuckets with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/ExampleForceMFA',
    ),
    facts: facts(),
    certainty: 'likely',
  },
}

const sessionRevoked: Rule = {
  cause: 'session-revoked',
  applies: (c) => mayBeCondition(c) && c.denial?.effect !== 'implicit',
  weights: [
    inferred('fits-this-answer', 12),
    stated('words-point-to-it', 80, (c) =>
      says(c, /"?aws:TokenIssueTime"?|AWSRevokeOlderSessions/i),
    ),
    told(
      60,
      /revok|TokenIssueTime|AWSRevokeOlderSessions|older sessions|sessions? (?:issued|made|started|created) before/i,
      (c) => !says(c, /aws:TokenIssueTime|AWSRevokeOlderSessions/i),
    ),
    told(15, WORDS.revoked),
  ],
  evidence: (c) => [
    foundWords(c, /aws:TokenIssueTime|AWSRevokeOlderSessions/i),
    policyRow(c),
    actionRow(c),
    codeRow(c),
  ],
  steps: () => [step('assume-role-again'), step('sign-in-again')],
  fills: denialFills,
  example: {
    outcome: refused(
      'AccessDenied',
      'User: arn:aws:sts::111122223333:assumed-role/ExampleRole/example is not authorized to perform: s3:ListAllMyBuckets with an explicit deny in an identity-based policy AWSRevokeOlderSessions',
    ),
    facts: facts(),
    certainty: 'likely',
  },
}

const mfaCodeRejected = namedRule({
  cause: 'mfa-code-rejected',
  words:
    /MultiFactorAuthentication failed|invalid MFA one time pass code|unable to validate MFA code|must provide both MFA serial number/i,
  points: 100,
  steps: (c) =>
    says(c, /unable to validate|serial number/i)
      ? [step('use-device-arn'), step('type-next-code')]
      : [step('type-next-code'), step('use-device-arn')],
  finer: (c) =>
    says(c, /must provide both/i)
      ? 'mfa-code-rejected/half-missing'
      : says(c, /unable to validate|serial number/i)
        ? 'mfa-code-rejected/serial-number'
        : says(c, /one time pass code/i)
          ? 'mfa-code-rejected/code'
          : null,
  example: [
    'AccessDenied',
    'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
    403,
  ],
})

/**
 * Conditions on how and when a session was made, and codes of MFA devices.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export const MFA_RULES: readonly Rule[] = [mfaRequired, sessionRevoked, mfaCodeRejected]
