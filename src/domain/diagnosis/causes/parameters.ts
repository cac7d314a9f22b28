import type { Case } from '../case.ts'
import { isOf, says } from '../case.ts'
import { namedRule } from '../named-rule.ts'
import type { Rule } from '../rule.ts'
import { inferred } from '../rule.ts'
import { step } from '../step.ts'

const PARAMETER_CODES = [
  'ValidationError',
  'ValidationException',
  'InvalidParameterValue',
  'InvalidParameterCombination',
  'JWTPayloadSizeExceededException',
  'InvalidParameterException',
]

const fieldOf = (c: Case): string | null =>
  /\bat '([\w.]{1,80})' failed/.exec(c.said)?.[1] ??
  /[Pp]arameter (?:validation failed:\s{1,4}\S{0,40} )?(\w{3,60})/.exec(c.said)?.[1] ??
  null

const isDurationLimit = (c: Case): boolean =>
  says(c, /exceeds the (?:1 hour session limit|MaxSessionDuration)|SessionDurationEscalation/i)
const isRoleArn = (c: Case): boolean =>
  says(
    c,
    /at 'roleArn' failed|Request ARN is invalid|\barn:[\w:*/+=,.@-]{0,300} is (?:invalid|not valid)|parameter RoleArn/i,
  )
const isPolicy = (c: Case): boolean => says(c, /at 'policy' failed|Packed (?:policy|size)/i)
const isSaml = (c: Case): boolean => says(c, /AuthnResponse|SAML response/i)
const isCognito = (c: Case): boolean => says(c, /flow is not|identity pool/i)

const sessionDurationLimit = namedRule({
  cause: 'session-duration-limit',
  words: /exceeds the (?:1 hour session limit|MaxSessionDuration)[^.]{0,80}/i,
  codes: ['SessionDurationEscalationException'],
  points: 100,
  steps: (c) =>
    says(c, /1 hour session limit/i)
      ? [step('shorten-session')]
      : [step('shorten-session'), step('raise-role-maximum')],
  finer: (c) =>
    says(c, /1 hour session limit|chaining/i)
      ? 'session-duration-limit/role-chaining'
      : says(c, /MaxSessionDuration/i)
        ? 'session-duration-limit/role-maximum'
        : c.code === 'SessionDurationEscalationException'
          ? 'session-duration-limit/own-session'
          : null,
  example: [
    'ValidationError',
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    400,
  ],
})

const parameterInvalid = namedRule({
  cause: 'parameter-invalid',
  words:
    /(?:Invalid (?:length|type) for|Missing required|Unknown) parameter|at '\w[\w.]{0,80}' failed to satisfy constraint|Parameter validation failed|Invalid length for parameter|transitive tag keys?\b|Duplicate tag keys|JWT ?Payload/i,
  codes: PARAMETER_CODES,
  points: 100,
  codePoints: 65,
  unless: (c) =>
    isDurationLimit(c) ||
    isRoleArn(c) ||
    isPolicy(c) ||
    isSaml(c) ||
    isCognito(c) ||
    isBareArn(c) ||
    says(c, /MultiFactorAuthentication|OpenIDConnect|session credentials/i),
  steps: () => [step('correct-parameter'), step('read-aws-words')],
  fills: (c) => {
    const field = fieldOf(c)
    return field === null ? {} : { field }
  },
  example: [
    'ValidationError',
    "1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    400,
  ],
})

/** `X is invalid`: the ARN that was given, in whatever form. */
const isBareArn = (c: Case): boolean => /^[\w:*/+=,.@-]{1,300} is invalid\.?$/.test(c.message)

const policyInvalidOrTooLarge = namedRule({
  cause: 'policy-invalid-or-too-large',
  words: /Packed (?:policy|size)[^%]{0,80}\d{1,4} ?%|Packed policy consumes|at 'policy' failed/i,
  codes: ['MalformedPolicyDocument', 'PackedPolicyTooLarge'],
  points: 100,
  more: [inferred('words-point-to-it', -60, (c) => says(c, /Invalid principal in policy/i))],
  unless: (c) => isOf(c, 'AccessDenied'),
  steps: (c) =>
    c.code === 'MalformedPolicyDocument' ? [step('check-policy-json')] : [step('shorten-policy')],
  fills: (c) => {
    const percent = /(\d{1,4}) ?%/.exec(c.said)?.[1]
    return percent === undefined ? {} : { count: percent }
  },
  finer: (c) =>
    c.code === 'MalformedPolicyDocument'
      ? 'policy-invalid-or-too-large/malformed'
      : c.code === 'PackedPolicyTooLarge' || says(c, /Packed/i)
        ? 'policy-invalid-or-too-large/too-large'
        : null,
  example: [
    'PackedPolicyTooLarge',
    'Packed policy consumes 148% of allotted space, please use smaller policy.',
    400,
  ],
})

const encodedMessageInvalid = namedRule({
  cause: 'encoded-message-invalid',
  words: /InvalidAuthorizationMessage/,
  codes: ['InvalidAuthorizationMessageException'],
  points: 100,
  steps: () => [step('decode-whole-message')],
  example: ['InvalidAuthorizationMessageException', 'Message is not valid', 400],
})

/**
 * Requests that AWS's limits refuse; the credentials are in order.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const PARAMETER_RULES: readonly Rule[] = [
  sessionDurationLimit,
  policyInvalidOrTooLarge,
  encodedMessageInvalid,
  parameterInvalid,
]
