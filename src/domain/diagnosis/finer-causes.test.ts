import { describe, expect, test } from 'vitest'
import { diagnosisMessages } from '#messages/en/diagnosis.ts'
import type { FailedOutcome } from './case.ts'
import { diagnose } from './diagnose.ts'
import { EXAMPLE, facts, keyId, refused, token, unreachable, unreadable } from './examples.ts'
import { explainText } from './explain-text.ts'
import type { DiagnosisFacts, TargetFacts } from './facts.ts'
import type { FinerCause } from './finer-causes.ts'
import { FINER_CAUSES } from './finer-causes.ts'
import type { Probe, ProbeResult } from './network-facts.ts'
import { NO_FACTS } from './said-facts.ts'

type OwnCall = readonly [outcome: FailedOutcome, facts: DiagnosisFacts]

const aws = (code: string, words: string): string =>
  `An error occurred (${code}) when calling the AssumeRole operation: ${words}`

const TOKEN_REFUSED = refused(
  'InvalidClientTokenId',
  'The security token included in the request is invalid',
)
const KEY_REFUSED = refused(
  'InvalidClientTokenId',
  'The security token included in the request is invalid.',
)
const ISOLATED: TargetFacts = {
  ...EXAMPLE.usual,
  partition: 'aws-iso',
  region: 'us-iso-east-1',
  host: 'sts.us-iso-east-1.c2s.ic.gov',
}
const LONG_TERM = keyId({ kind: 'long-term', account: null })
const probe = (result: ProbeResult): Probe => ({
  result,
  host: 'sts.eu-west-1.amazonaws.com',
  tookMs: 40,
})

/** A failure that leads to each finer cause: a text from elsewhere, or a call of this page. */
const FINER: Readonly<Record<FinerCause, string | OwnCall>> = {
  'long-term-and-session-key-mixed/long-term-key-with-token': [
    TOKEN_REFUSED,
    facts({ credentials: { accessKeyId: LONG_TERM } }),
  ],
  'long-term-and-session-key-mixed/two-sets': [
    TOKEN_REFUSED,
    facts({ credentials: { accessKeyId: keyId({ account: '444455556666' }) } }),
  ],
  'credential-mangled/access-key-id': [
    KEY_REFUSED,
    facts({
      credentials: { accessKeyId: keyId({ flaws: [{ flaw: 'length', seen: 19, expected: 20 }] }) },
    }),
  ],
  'credential-mangled/secret-access-key': [
    refused('SignatureDoesNotMatch', 'The request signature we calculated does not match.'),
    facts(),
  ],
  'credential-mangled/session-token': [
    TOKEN_REFUSED,
    facts({ credentials: { sessionToken: token({ state: 'cut', missingBytes: 38 }) } }),
  ],
  'localstack-key-on-aws/placeholder': [
    KEY_REFUSED,
    facts({
      credentials: { accessKeyId: { ...LONG_TERM, isDocumentation: true }, sessionToken: null },
    }),
  ],
  'localstack-key-on-aws/foreign-key': [
    KEY_REFUSED,
    facts({
      credentials: {
        accessKeyId: keyId({
          kind: 'other',
          account: null,
          flaws: [{ flaw: 'length', expected: 20, seen: 4 }],
        }),
        sessionToken: null,
      },
    }),
  ],
  'proxy-altered-request/authorization-header': [
    refused('IncompleteSignature', "'x' not a valid key=value pair in Authorization header.", 400),
    facts(),
  ],
  'proxy-altered-request/region': [
    refused(
      'SignatureDoesNotMatch',
      "Credential should be scoped to a valid region, not 'us-east-1'. ",
    ),
    facts(),
  ],
  'invalid-region-name/empty-scope':
    "An error occurred (IncompleteSignature) when calling the GetCallerIdentity operation: Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKIAEXAMPLEEXAMPLE22/20261101//sts/aws4_request'",
  'invalid-region-name/isolated-partition': [
    unreachable('unknown'),
    facts({
      target: ISOLATED,
      network: {
        isOnline: true,
        sameHost: probe('failed'),
        otherHost: probe('answered'),
        resource: null,
      },
    }),
  ],
  'session-duration-limit/role-chaining': aws(
    'ValidationError',
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  ),
  'session-duration-limit/role-maximum': aws(
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  ),
  'session-duration-limit/own-session': aws('SessionDurationEscalationException', 'Something new.'),
  'mfa-code-rejected/code': aws(
    'AccessDenied',
    'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
  ),
  'mfa-code-rejected/serial-number': aws(
    'AccessDenied',
    'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
  ),
  'mfa-code-rejected/half-missing': aws(
    'AccessDenied',
    'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
  ),
  'signer-faulty/service': aws(
    'SignatureDoesNotMatch',
    "Credential should be scoped to correct service: 'sts'. ",
  ),
  'signer-faulty/terminator': aws(
    'SignatureDoesNotMatch',
    "Credential should be scoped with a valid terminator: 'aws4_request', not 'x'.",
  ),
  'signer-faulty/scope-date': aws(
    'SignatureDoesNotMatch',
    'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: x',
  ),
  'signer-faulty/host-not-signed': aws(
    'SignatureDoesNotMatch',
    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
  ),
  'signer-faulty/headers-not-signed': aws(
    'AccessDenied',
    'There were headers present in the request which were not signed',
  ),
  'signer-faulty/part-missing': aws(
    'IncompleteSignature',
    "Authorization header requires 'Credential' parameter.",
  ),
  'signer-faulty/algorithm': aws('IncompleteSignature', "Unsupported AWS 'algorithm': 'x'."),
  'signer-faulty/date-format': aws(
    'IncompleteSignature',
    "Date must be in ISO-8601 'basic format'. Got '2026-11-22'.",
  ),
  'signer-faulty/url-encoding': aws(
    'MalformedQueryString',
    'Illegal hex characters in escape % sequence',
  ),
  'policy-invalid-or-too-large/malformed': aws('MalformedPolicyDocument', 'Something new.'),
  'policy-invalid-or-too-large/too-large': aws(
    'PackedPolicyTooLarge',
    'Packed size of session tags consumes 120% of allotted space.',
  ),
  'saml-mapping/attribute': aws(
    'InvalidIdentityToken',
    'RoleSessionName is required in AuthnResponse',
  ),
  'saml-mapping/audience': aws(
    'InvalidIdentityToken',
    'Response does not contain the required audience',
  ),
  'saml-mapping/signature': aws('InvalidIdentityToken', 'Response signature invalid'),
  'saml-mapping/provider': aws('InvalidIdentityToken', "Specified provider doesn't exist"),
  'web-identity-token-expired/login-token': aws(
    'ExpiredTokenException',
    'Token expired: current date/time 1772000000 must be before the expiration date/time 1771996400',
  ),
  'web-identity-token-expired/trade-in-token': aws(
    'ExpiredTradeInTokenException',
    'Something new.',
  ),
  'identity-provider-unreachable/keys-not-fetched': aws(
    'InvalidIdentityToken',
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
  ),
  'identity-provider-unreachable/claim-rejected': aws('IDPRejectedClaim', 'Something new.'),
  'cognito-wrong-login-entry/provider-name':
    "NotAuthorizedException: Invalid login token. Issuer doesn't match providerName",
  'cognito-wrong-login-entry/wrong-token':
    'NotAuthorizedException: Invalid login token. Missing a required claim: aud',
  'browser-blocked-request/page-policy': [unreachable('policy'), facts()],
  'browser-blocked-request/other-policy':
    "Refused to connect to 'https://sts.eu-west-1.amazonaws.com/' because it violates the following Content Security Policy directive: \"connect-src 'self'\".",
  'browser-blocked-request/extension':
    'POST https://sts.eu-west-1.amazonaws.com/ net::ERR_BLOCKED_BY_CLIENT\nTypeError: Failed to fetch',
  'proxy-or-portal-answered/proxy-authentication': [unreadable('html', 407), facts()],
  'proxy-or-portal-answered/web-page': [unreadable('html', 200), facts()],
  'aws-side-failure/throttled': aws('Throttling', 'Rate exceeded'),
  'aws-side-failure/server-error': aws('InternalFailure', 'Something new.'),
}

describe('every finer cause', () => {
  test.each(FINER_CAUSES)(
    '%s has a headline of its own and a failure that leads to it',
    (finer) => {
      const failure = FINER[finer]
      const diagnosis =
        typeof failure === 'string' ? explainText(failure, NO_FACTS) : diagnose(...failure)
      expect([diagnosis?.finer, diagnosis?.cause]).toEqual([finer, finer.split('/', 1)[0]])
      expect(diagnosis?.fills.story).toBe(finer.split('/')[1])
      expect(diagnosisMessages.finer[finer].headline('likely', {})).not.toBe('')
    },
  )
})
