import { describe, expect, test } from 'vitest'
import { diagnosisMessages } from '#messages/en/diagnosis.ts'
import { CAUSE_PAGES, COMMON_ERRORS_PAGE } from './aws-pages-table.ts'
import { CAUSES, type Cause } from './causes.ts'
import { diagnose } from './diagnose.ts'
import { explainText } from './explain-text.ts'
import { NO_FACTS } from './said-facts.ts'
import { RULES } from './rules.ts'

describe('every cause', () => {
  test.each(CAUSES)('%s has one rule, an explanation and a page', (cause) => {
    expect(RULES.filter((rule) => rule.cause === cause).length).toBe(1)
    expect(diagnosisMessages.causes[cause]).toBeDefined()
    expect(CAUSE_PAGES[cause]).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/)
  })

  test('has an example that leads to it, but those that one answer cannot tell', () => {
    const silent = RULES.filter((rule) => rule.example === null).map((rule) => rule.cause)
    expect(silent).toEqual(['region-not-enabled'])
    for (const { cause, example } of RULES) {
      if (example) expect(diagnose(example.outcome, example.facts)?.cause).toBe(cause)
    }
  })
})

type Row = readonly [code: string, words: string, answer: Cause | 'cannot-tell']

/** The codes that AWS lists for GetCallerIdentity, and those that STS models. */
const CODES: readonly Row[] = [
  ['AccessDenied', 'Access Denied', 'cannot-tell'],
  ['InvalidClientTokenId', 'The security token included in the request is invalid.', 'cannot-tell'],
  ['ExpiredToken', 'The security token included in the request is expired', 'expired-session'],
  ['IncompleteSignature', 'Something new.', 'cannot-tell'],
  ['MissingAuthenticationToken', 'Request is missing Authentication Token', 'request-not-signed'],
  ['RequestExpired', 'Request has expired.', 'cannot-tell'],
  ['InternalFailure', 'Something new.', 'aws-side-failure'],
  ['ServiceUnavailable', 'Something new.', 'aws-side-failure'],
  ['Throttling', 'Rate exceeded', 'aws-side-failure'],
  ['SignatureDoesNotMatch', 'Something new.', 'cannot-tell'],
  ['OptInRequired', 'Something new.', 'cannot-tell'],
  [
    'ExpiredTokenException',
    'Token expired: current date/time 2 must be before the expiration date/time 1',
    'web-identity-token-expired',
  ],
  ['ExpiredTradeInTokenException', 'Something new.', 'web-identity-token-expired'],
  ['IDPCommunicationError', 'Something new.', 'identity-provider-unreachable'],
  ['IDPRejectedClaim', 'Something new.', 'identity-provider-unreachable'],
  ['InvalidAuthorizationMessageException', 'Something new.', 'encoded-message-invalid'],
  ['InvalidIdentityToken', 'Incorrect token audience', 'oidc-aud-mismatch'],
  ['JWTPayloadSizeExceededException', 'Something new.', 'parameter-invalid'],
  ['MalformedPolicyDocument', 'Something new.', 'policy-invalid-or-too-large'],
  ['PackedPolicyTooLarge', 'Something new.', 'policy-invalid-or-too-large'],
  ['OutboundWebIdentityFederationDisabledException', 'Something new.', 'cannot-tell'],
  ['RegionDisabledException', 'Something new.', 'sts-region-deactivated'],
  ['SessionDurationEscalationException', 'Something new.', 'session-duration-limit'],
  ['ValidationError', 'Something new.', 'parameter-invalid'],
  ['InvalidAction', 'Could not find operation X for version 2011-06-15', 'signer-faulty'],
  ['MalformedQueryString', 'Something new.', 'signer-faulty'],
  [
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
    'cannot-tell',
  ],
  ['InvalidToken', 'The provided token is malformed or otherwise invalid.', 'cannot-tell'],
  [
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
    'clock-skew',
  ],
  ['AuthFailure', 'AWS was not able to validate the provided access credentials', 'cannot-tell'],
  [
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    'cannot-tell',
  ],
  [
    'InvalidSignatureException',
    'Signature expired: 20261122T011204Z is now earlier than 20261122T012704Z (20261122T013204Z - 5 min.)',
    'clock-skew',
  ],
]

describe('every code', () => {
  test.each(CODES)('%s', (code, words, answer) => {
    const text = `An error occurred (${code}) when calling the AssumeRole operation: ${words}`
    const diagnosis = explainText(text, NO_FACTS)
    expect(diagnosis?.cause).toBe(answer)
    expect(diagnosis?.extracted).toMatchObject({ code, operation: 'AssumeRole', service: 'sts' })
    expect(diagnosis?.steps.length).toBeGreaterThan(0)
    expect(COMMON_ERRORS_PAGE).toContain('CommonErrors')
  })
})

/** Rows of sentences whose cause AWS's own words name, as the CLI prints them. */
const SENTENCES: readonly Row[] = [
  [
    'InvalidClientTokenId',
    'The AWS access key provided does not exist in our records.',
    'cannot-tell',
  ],
  [
    'SignatureDoesNotMatch',
    "Credential should be scoped to a valid region, not 'eu-west-1'. ",
    'signing-region-mismatch',
  ],
  [
    'SignatureDoesNotMatch',
    "Credential should be scoped to correct service: 'sts'. ",
    'signer-faulty',
  ],
  [
    'SignatureDoesNotMatch',
    "Credential should be scoped with a valid terminator: 'aws4_request', not 'x'.",
    'signer-faulty',
  ],
  [
    'SignatureDoesNotMatch',
    'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: x',
    'signer-faulty',
  ],
  [
    'SignatureDoesNotMatch',
    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    'signer-faulty',
  ],
  ['IncompleteSignature', "Authorization header requires 'Credential' parameter.", 'signer-faulty'],
  ['IncompleteSignature', "Unsupported AWS 'algorithm': 'x'.", 'signer-faulty'],
  [
    'AccessDenied',
    'Cannot call GetSessionToken with session credentials',
    'session-type-not-allowed',
  ],
  [
    'AccessDenied',
    'Cannot call GetFederationToken with session credentials',
    'session-type-not-allowed',
  ],
  ['AccessDenied', 'Roles may not be assumed by root accounts.', 'root-not-allowed'],
  [
    'AccessDenied',
    'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
    'mfa-code-rejected',
  ],
  [
    'AccessDenied',
    'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    'mfa-code-rejected',
  ],
  [
    'AccessDenied',
    'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    'mfa-code-rejected',
  ],
  ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 'cannot-tell'],
  ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML', 'cannot-tell'],
  [
    'ValidationError',
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    'session-duration-limit',
  ],
  [
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    'session-duration-limit',
  ],
  [
    'ValidationError',
    "1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    'parameter-invalid',
  ],
  ['ValidationError', 'ExampleRole is invalid', 'role-arn-wrong'],
  ['ValidationError', 'Request ARN is invalid', 'role-arn-wrong'],
  [
    'InvalidIdentityToken',
    'No OpenIDConnect provider found in your account for https://example.com',
    'cannot-tell',
  ],
  [
    'InvalidIdentityToken',
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    'identity-provider-unreachable',
  ],
  [
    'InvalidIdentityToken',
    "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
    'oidc-provider-thumbprint',
  ],
  [
    'InvalidIdentityToken',
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    'cannot-tell',
  ],
  ['InvalidIdentityToken', 'The web identity token provided could not be validated', 'cannot-tell'],
  ['InvalidIdentityToken', 'RoleSessionName is required in AuthnResponse', 'saml-mapping'],
  ['InvalidIdentityToken', 'Response signature invalid', 'saml-mapping'],
  ['InvalidIdentityToken', "Specified provider doesn't exist", 'saml-mapping'],
  ['InvalidIdentityToken', 'Response does not contain the required audience', 'saml-mapping'],
  ['ExpiredTokenException', 'Token too old: 1', 'web-identity-token-expired'],
  [
    'ExpiredTokenException',
    'Token must be redeemed within 5 minutes of issuance',
    'saml-response-expired',
  ],
  [
    'PackedPolicyTooLarge',
    'Packed size of session tags consumes 120% of allotted space.',
    'policy-invalid-or-too-large',
  ],
  [
    'InvalidParameterValue',
    'The specified transitive tag key must be included in the requested tags.',
    'parameter-invalid',
  ],
  [
    'InvalidParameterValue',
    'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    'parameter-invalid',
  ],
]

describe('every sentence', () => {
  test.each(SENTENCES)('%s: %s', (code, words, answer) => {
    const text = `An error occurred (${code}) when calling the AssumeRole operation: ${words}`
    expect(explainText(text, NO_FACTS)?.cause).toBe(answer)
  })
})
