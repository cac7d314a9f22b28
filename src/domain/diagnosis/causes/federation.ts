import type { Case } from '../case.ts'
import { deniedAction, isDenied, notes, notesHold, says } from '../case.ts'
import { actionRow, codeRow } from '../evidence-of-answer.ts'
import { facts, refused } from '../examples.ts'
import { namedRule } from '../named-rule.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'
import { denialFills } from './denial-fills.ts'

const isSamlExpired = (c: Case): boolean =>
  says(c, /must be redeemed within 5 minutes|(?:Response|Assertion) has expired/i)

const samlMapping = namedRule({
  cause: 'saml-mapping',
  words:
    /\b(?:RoleSessionName|Role|SessionDuration|SourceIdentity)\b.{0,40}AuthnResponse\b[^.]{0,60}|AuthnResponse|Response signature invalid|Specified provider doesn't exist|(?:Response|Assertion) does not contain the required audience|Issuer not present in specified provider|invalid SAML response|SAML (?:Assertion|Response)/i,
  points: 100,
  more: [
    stated(
      'words-point-to-it',
      -30,
      (c) =>
        !says(
          c,
          /AuthnResponse|Response signature invalid|Specified provider doesn't exist|required audience|Issuer not present/i,
        ),
    ),
  ],
  unless: (c) =>
    isSamlExpired(c) ||
    /AccessDenied/.test(c.code) ||
    says(c, /at 's[aA][mM][lL]Assertion' failed/),
  steps: () => [step('check-saml-attributes'), step('sign-in-to-provider')],
  finer: (c) =>
    says(c, /required audience/i)
      ? 'saml-mapping/audience'
      : says(c, /Response signature invalid/i)
        ? 'saml-mapping/signature'
        : says(c, /Specified provider doesn't exist/i)
          ? 'saml-mapping/provider'
          : says(c, /AuthnResponse/i)
            ? 'saml-mapping/attribute'
            : null,
  example: ['InvalidIdentityToken', 'RoleSessionName is required in AuthnResponse', 400],
})

const samlResponseExpired = namedRule({
  cause: 'saml-response-expired',
  words: /must be redeemed within 5 minutes[^.]{0,40}|(?:Response|Assertion) has expired/i,
  points: 100,
  steps: () => [step('sign-in-to-provider'), step('set-clock')],
  example: ['ExpiredTokenException', 'Token must be redeemed within 5 minutes of issuance', 400],
})

/** The token was not validated, and AWS does not say whether the key or the token was at fault. */
const isNotValidated = (c: Case): boolean =>
  says(
    c,
    /web identity token .{0,40}(?:could not be validated|is not valid)|Couldn't verify signed token/i,
  )

const identityProviderUnreachable = namedRule({
  cause: 'identity-provider-unreachable',
  words:
    /retrieve verification key from your identity provider|reach(?:ed)? (?:the |your )?identity provider|identity provider \(IDP\)|identity provider .{0,60}(?:could not be reached|rejected|authentication failed|did not respond|unreachable|not reachable|cannot be reached)|verify the incoming identity token/i,
  codes: ['IDPCommunicationError', 'IDPRejectedClaim'],
  points: 100,
  alsoIn: isNotValidated,
  more: [
    inferred('fits-this-answer', 25, isNotValidated),
    told(40, WORDS.providerUnreachable, isNotValidated),
  ],
  steps: () => [step('check-provider-keys'), step('ask-later')],
  finer: (c) =>
    c.code === 'IDPRejectedClaim'
      ? 'identity-provider-unreachable/claim-rejected'
      : isNotValidated(c)
        ? null
        : 'identity-provider-unreachable/keys-not-fetched',
  example: [
    'InvalidIdentityToken',
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    400,
  ],
})

const isMissing = (c: Case): boolean =>
  says(c, /Missing credentials in config|Could not load credentials from any providers/i)
const isUnclearExpiry = (c: Case): boolean =>
  c.code === 'ExpiredTokenException' &&
  !isSamlExpired(c) &&
  !says(
    c,
    /Token expired: (?:current date\/time )?\d|Token too old|security token included in the request is expired|provided token has expired/i,
  )

const isTradeIn = (c: Case): boolean => c.code === 'ExpiredTradeInTokenException'

const webIdentityTokenExpired: Rule = namedRule({
  cause: 'web-identity-token-expired',
  words:
    /Token expired: (?:current date\/time )?\d{1,12}[^.\n]{0,60}|Token too old:[^.\n]{0,40}|(?:Refresh|Access|Id) Token has (?:expired|been revoked)|(?:web identity|id|jwt|login|service account) token.{0,24}(?:has|is) expired/i,
  codes: ['ExpiredTradeInTokenException'],
  points: 100,
  alsoIn: (c) => isMissing(c) || isUnclearExpiry(c),
  more: [
    inferred('fits-this-answer', 20, isMissing),
    inferred('fits-this-answer', 30, isUnclearExpiry),
    told(50, WORDS.loginExpired, (c) => isMissing(c) || isUnclearExpiry(c)),
  ],
  steps: (c) =>
    isTradeIn(c) ? [step('get-trade-in-token')] : [step('sign-in-to-provider'), step('send-login')],
  finer: (c) =>
    isTradeIn(c)
      ? 'web-identity-token-expired/trade-in-token'
      : 'web-identity-token-expired/login-token',
  example: [
    'ExpiredTokenException',
    'Token expired: current date/time 1772000000 must be before the expiration date/time 1771996400',
    400,
  ],
})

const hasNoProvider = (c: Case): boolean => says(c, /No OpenIDConnect provider found/i)

const oidcProviderNamed: Rule = namedRule({
  cause: 'oidc-provider-missing',
  words: /No OpenIDConnect provider found in your account(?: for https?:\/\/\S{1,200})?/i,
  // The account in the role's ARN may be the wrong one.
  points: 42,
  more: [
    toldAs(35, WORDS.providerMissing, (c) => hasNoProvider(c) && !notes(c, WORDS.wrongArn)),
    told(-20, WORDS.wrongArn, hasNoProvider),
  ],
  steps: () => [step('create-oidc-provider'), step('copy-role-arn')],
  example: [
    'InvalidIdentityToken',
    'No OpenIDConnect provider found in your account for https://example.com',
    400,
  ],
})

const oidcProviderMissing: Rule = {
  ...oidcProviderNamed,
  example: {
    outcome: refused(
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://example.com',
      400,
    ),
    facts: facts({
      told: {
        operation: 'AssumeRoleWithWebIdentity',
        notes: ['the provider was never created in the account of the role'],
      },
    }),
    certainty: 'likely',
  },
}

const oidcProviderThumbprint = namedRule({
  cause: 'oidc-provider-thumbprint',
  words: /certificate doesn't match configured thumbprint|match configured thumbprint/i,
  points: 100,
  steps: () => [step('update-thumbprint')],
  example: [
    'InvalidIdentityToken',
    "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
    400,
  ],
})

const oidcAudMismatch = namedRule({
  cause: 'oidc-aud-mismatch',
  words: /Incorrect token audience/i,
  points: 100,
  unless: (c) => says(c, /Invalid login token/i),
  steps: () => [step('add-audience')],
  example: ['InvalidIdentityToken', 'Incorrect token audience', 400],
})

const isWebIdentityDenied = (c: Case): boolean =>
  isDenied(c) && /WithWebIdentity/i.test(`${deniedAction(c)} ${c.operation ?? ''}`)

const oidcSubCondition: Rule = {
  cause: 'oidc-sub-condition',
  applies: (c) => isWebIdentityDenied(c) && !says(c, /cognito-identity\.amazonaws\.com/i),
  weights: [
    inferred('fits-this-answer', 30),
    told(45, WORDS.subject),
    told(-30, WORDS.cognito),
    inferred(
      'told',
      -25,
      (c) =>
        notesHold(c, /\baud\b.{0,40}\b(?:differ|wrong|not|mismatch)/i) &&
        !notesHold(c, WORDS.subject),
    ),
  ],
  evidence: (c) => [actionRow(c), codeRow(c)],
  steps: () => [step('compare-subject'), step('read-trust-policy')],
  fills: denialFills,
  example: {
    outcome: refused('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
    facts: facts({
      told: {
        operation: 'AssumeRoleWithWebIdentity',
        notes: ['the sub of the token names another branch'],
      },
    }),
    certainty: 'likely',
  },
}

/**
 * Tokens and responses of identity providers.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export const FEDERATION_RULES: readonly Rule[] = [
  samlMapping,
  samlResponseExpired,
  identityProviderUnreachable,
  webIdentityTokenExpired,
  oidcProviderMissing,
  oidcProviderThumbprint,
  oidcAudMismatch,
  oidcSubCondition,
]
