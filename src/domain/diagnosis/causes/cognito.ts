import type { Case } from '../case.ts'
import { isDenied, notes, says } from '../case.ts'
import { actionRow, codeRow, policyRow } from '../evidence-of-answer.ts'
import { facts, refused } from '../examples.ts'
import { namedRule } from '../named-rule.ts'
import type { Rule } from '../rule.ts'
import { inferred, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'
import { denialFills } from './denial-fills.ts'

export const isCognitoSession = (c: Case): boolean =>
  /\/CognitoIdentityCredentials\b/.test(c.denial?.principal ?? '')

const isUnnamed = (c: Case): boolean => (c.denial?.policyWords ?? null) === null
const isMissing = (c: Case): boolean =>
  says(
    c,
    /Missing credentials in config|Credential is missing|Could not load credentials from any/i,
  )
const isNotJwt = (c: Case): boolean => says(c, /is not a valid JWT/i)
const loginsDiffer = (c: Case): boolean => says(c, /Logins don't match/i)

/** The fixed session policy of Cognito's enhanced flow, told by the session's name. */
const cognitoScopeDown: Rule = {
  cause: 'cognito-scope-down-policy',
  applies: (c) =>
    isDenied(c) &&
    (c.denial?.policy === 'session policy' || isUnnamed(c)) &&
    (isCognitoSession(c) || (isUnnamed(c) && notes(c, WORDS.scopeDown) && notes(c, WORDS.cognito))),
  weights: [
    inferred('words-point-to-it', 75, (c) => c.denial?.policy === 'session policy'),
    inferred('cognito-session', 30, isUnnamed),
    told(40, WORDS.scopeDown, isUnnamed),
    inferred(
      'cognito-session',
      15,
      (c) => isUnnamed(c) && /unauth|guest/i.test(c.denial?.principal ?? ''),
    ),
  ],
  evidence: (c) => [policyRow(c), actionRow(c), codeRow(c)],
  steps: () => [step('use-allowed-service'), step('read-aws-words')],
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

const cognitoUnauthDisabled = namedRule({
  cause: 'cognito-unauth-disabled',
  words: /Unauthenticated access is not supported for this identity pool/i,
  points: 100,
  alsoIn: isMissing,
  more: [
    inferred('fits-this-answer', 14, isMissing),
    told(40, WORDS.unauth, isMissing),
    inferred(
      'told',
      -25,
      (c) => !isMissing(c) && notes(c, /token\b.{0,30}\bexpired|signed in|logged in/i),
    ),
  ],
  steps: () => [step('send-login'), step('enable-guest-access')],
  example: [
    'NotAuthorizedException',
    'Unauthenticated access is not supported for this identity pool.',
    400,
  ],
})

const cognitoProviderNotLinked = namedRule({
  cause: 'cognito-provider-not-linked',
  words: /Token is not from a supported provider(?: of this identity pool)?/i,
  points: 100,
  alsoIn: (c) =>
    isMissing(c) || loginsDiffer(c) || says(c, /Invalid login token\. Incorrect token audience/i),
  more: [
    inferred('fits-this-answer', 12, (c) => isMissing(c) || loginsDiffer(c)),
    inferred('words-point-to-it', 60, (c) =>
      says(c, /Invalid login token\. Incorrect token audience/i),
    ),
    told(40, WORDS.notLinked, (c) => isMissing(c) || loginsDiffer(c)),
  ],
  steps: () => [step('link-provider')],
  example: [
    'NotAuthorizedException',
    'Token is not from a supported provider of this identity pool.',
    400,
  ],
})

const cognitoWrongLoginEntry = namedRule({
  cause: 'cognito-wrong-login-entry',
  words:
    /provide a valid public provider|Issuer doesn't match providerName|Missing a required claim: \w{1,20}|Not a valid OpenId Connect identity token|Invalid login token\. (?:Can't|Couldn't) (?:decode|parse)[^.\n]{0,60}|Please provide a valid public provider/i,
  points: 100,
  alsoIn: (c) => isNotJwt(c) || loginsDiffer(c) || says(c, /Couldn't verify signed token/i),
  more: [
    inferred('fits-this-answer', 25, isNotJwt),
    inferred('fits-this-answer', 18, loginsDiffer),
    inferred('fits-this-answer', 30, (c) => says(c, /Couldn't verify signed token/i)),
    told(
      40,
      WORDS.loginEntry,
      (c) => isNotJwt(c) || loginsDiffer(c) || says(c, /Couldn't verify signed token/i),
    ),
  ],
  steps: () => [step('check-login-entry')],
  finer: (c) =>
    says(c, /provide a valid public provider|Issuer doesn't match providerName/i)
      ? 'cognito-wrong-login-entry/provider-name'
      : says(c, /Missing a required claim|Not a valid OpenId Connect|Invalid login token/i)
        ? 'cognito-wrong-login-entry/wrong-token'
        : null,
  example: [
    'NotAuthorizedException',
    "Invalid login token. Issuer doesn't match providerName",
    400,
  ],
})

const isWebIdentityDenied = (c: Case): boolean =>
  isDenied(c) && says(c, /AssumeRoleWithWebIdentity/i)

const cognitoRoleTrustPolicy = namedRule({
  cause: 'cognito-role-trust-policy',
  words: /Invalid identity pool configuration[^\n]{0,60}/i,
  codes: ['InvalidIdentityPoolConfigurationException'],
  points: 100,
  alsoIn: (c) =>
    isWebIdentityDenied(c) &&
    (notes(c, WORDS.cognito) ||
      says(
        c,
        /cognito-identity|CognitoIdentity|GetCredentialsForIdentity|GetOpenIdToken|identity pool/i,
      )),
  more: [
    inferred('fits-this-answer', 40, isWebIdentityDenied),
    told(40, WORDS.poolRole, isWebIdentityDenied),
  ],
  steps: () => [step('check-pool-roles')],
  example: [
    'InvalidIdentityPoolConfigurationException',
    'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    400,
  ],
})

const cognitoStaleIdentityCache = namedRule({
  cause: 'cognito-stale-identity-cache',
  words:
    /Access to Identity\b.{0,120}?is forbidden|Identity(?:Id)? '?[\w-]{4,24}:[\w-]{4,60}'? not found|Identity is disabled/i,
  // Another login for the same identity would be refused likewise.
  points: 80,
  alsoIn: loginsDiffer,
  more: [
    inferred('fits-this-answer', 22, loginsDiffer),
    told(45, WORDS.staleIdentity, loginsDiffer),
  ],
  steps: () => [step('clear-identity-cache')],
  example: [
    'ResourceNotFoundException',
    "Identity 'us-east-1:11112222-3333-4444-5555-EXAMPLE77778' not found.",
    400,
  ],
})

const cognitoBasicFlowDisabled = namedRule({
  cause: 'cognito-basic-flow-disabled',
  words: /Basic \(classic\) flow is not [^\n]{1,60}/i,
  points: 100,
  alsoIn: isNotJwt,
  more: [
    inferred('fits-this-answer', 15, isNotJwt),
    inferred(
      'words-point-to-it',
      55,
      (c) =>
        isNotJwt(c) &&
        says(
          c,
          /WebIdentityToken['"]?\s?[=:]\s?['"]?(?:undefined|null)\b|WebIdentityToken['"]?\s?[=:]\s?(?:&|""|'')/i,
        ),
    ),
    told(45, WORDS.basicFlow, isNotJwt),
  ],
  steps: () => [step('use-enhanced-flow'), step('enable-basic-flow')],
  example: [
    'InvalidParameterException',
    'Basic (classic) flow is not enabled, please use enhanced flow.',
    400,
  ],
})

/**
 * Identity pools.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
 */
export const COGNITO_RULES: readonly Rule[] = [
  cognitoScopeDown,
  cognitoUnauthDisabled,
  cognitoProviderNotLinked,
  cognitoWrongLoginEntry,
  cognitoRoleTrustPolicy,
  cognitoStaleIdentityCache,
  cognitoBasicFlowDisabled,
]
