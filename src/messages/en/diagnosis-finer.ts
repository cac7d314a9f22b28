import type { DiagnosisMessages } from '../diagnosis-messages.ts'
import { hedged } from './diagnosis-phrases.ts'

/** What is said of each part of a cause, in place of the name and the headline of the whole. */
export const finerMessages: DiagnosisMessages['finer'] = {
  'long-term-and-session-key-mixed/long-term-key-with-token': {
    name: () => 'Long-term key with a session token',
    headline: hedged(
      () => 'A long-term key was sent with a session token',
      () => 'A long-term key was probably sent with a session token',
    ),
  },
  'long-term-and-session-key-mixed/two-sets': {
    name: () => 'Values of two sets mixed',
    headline: hedged(
      () => 'The values belong to two different sets',
      () => 'The values probably belong to two different sets',
    ),
  },
  'credential-mangled/access-key-id': {
    name: () => 'Access key ID changed',
    headline: hedged(
      () => 'The access key ID is not as AWS issued it',
      () => 'The access key ID was probably changed or cut short',
    ),
  },
  'credential-mangled/secret-access-key': {
    name: () => 'Secret access key wrong',
    headline: hedged(
      () => 'The secret access key is not as AWS issued it',
      () => 'The secret access key is probably wrong',
    ),
  },
  'credential-mangled/session-token': {
    name: () => 'Session token changed',
    headline: hedged(
      () => 'The session token is not as AWS issued it',
      () => 'The session token was probably changed or cut short',
    ),
  },
  'localstack-key-on-aws/placeholder': {
    name: () => 'A placeholder instead of a key',
    headline: hedged(
      () => 'The key ID is a placeholder from AWS’s documentation',
      () => 'The key ID is probably a placeholder',
    ),
  },
  'localstack-key-on-aws/foreign-key': {
    name: () => 'A key that AWS did not issue',
    headline: hedged(
      () => 'AWS did not issue this key',
      () => 'This key was probably not issued by AWS',
    ),
  },
  'proxy-altered-request/authorization-header': {
    name: () => 'Authorization header changed on its way',
    headline: hedged(
      () => 'The Authorization header was changed on its way',
      () => 'The Authorization header was probably changed on its way',
    ),
  },
  'proxy-altered-request/region': {
    name: () => 'Request passed on to another Region',
    headline: hedged(
      () => 'The request was passed on to another host than the one it was signed for',
      () => 'The request was probably passed on to another host than the one it was signed for',
    ),
  },
  'invalid-region-name/isolated-partition': {
    name: () => 'Host of an isolated network',
    headline: hedged(
      () => 'The host exists only inside an isolated network of AWS',
      () => 'The host probably exists only inside an isolated network of AWS',
    ),
  },
  'invalid-region-name/empty-scope': {
    name: () => 'Signed for no Region',
    headline: hedged(
      () => 'The request was signed for no Region',
      () => 'The request was probably signed for no Region',
    ),
  },
  'session-duration-limit/role-chaining': {
    name: () => 'More than 1 h with role chaining',
    headline: hedged(
      () => 'A role assumed from another role’s session lasts 1 h at most',
      () => 'Probably the limit of 1 h for a role assumed from another role’s session',
    ),
  },
  'session-duration-limit/role-maximum': {
    name: () => 'More than the role’s maximum',
    headline: hedged(
      () => 'The call asks for more time than the role allows',
      () => 'The call probably asks for more time than the role allows',
    ),
  },
  'session-duration-limit/own-session': {
    name: () => 'More than the caller’s session has left',
    headline: hedged(
      () => 'The call asks for more time than the caller’s own session has left',
      () => 'The call probably asks for more time than the caller’s own session has left',
    ),
  },
  'mfa-code-rejected/code': {
    name: () => 'MFA code not accepted',
    headline: hedged(
      () => 'AWS did not accept the MFA code',
      () => 'AWS probably did not accept the MFA code',
    ),
  },
  'mfa-code-rejected/serial-number': {
    name: () => 'MFA serial number not of this user',
    headline: hedged(
      () => 'AWS knows no such MFA device of this user',
      () => 'AWS probably knows no such MFA device of this user',
    ),
  },
  'mfa-code-rejected/half-missing': {
    name: () => 'MFA code or serial number missing',
    headline: hedged(
      () => 'The MFA serial number or the code was not sent',
      () => 'The MFA serial number or the code was probably not sent',
    ),
  },
  'signer-faulty/service': {
    name: () => 'Signed for another service',
    headline: hedged(
      () => 'The request was signed for another service',
      () => 'The request was probably signed for another service',
    ),
  },
  'signer-faulty/terminator': {
    name: () => 'End of the credential scope wrong',
    headline: hedged(
      () => 'The credential scope does not end in `aws4_request`',
      () => 'The credential scope probably does not end in `aws4_request`',
    ),
  },
  'signer-faulty/scope-date': {
    name: () => 'Date of the credential scope wrong',
    headline: hedged(
      () => 'The date of the credential scope is not the date of the request',
      () => 'The date of the credential scope is probably not the date of the request',
    ),
  },
  'signer-faulty/host-not-signed': {
    name: () => 'Host not signed',
    headline: hedged(
      () => 'The host is not among the signed headers',
      () => 'The host is probably not among the signed headers',
    ),
  },
  'signer-faulty/headers-not-signed': {
    name: () => 'Headers not signed',
    headline: hedged(
      () => 'The request has headers that have to be signed and are not',
      () => 'The request probably has headers that have to be signed and are not',
    ),
  },
  'signer-faulty/part-missing': {
    name: () => 'Part of the signature missing',
    headline: hedged(
      () => 'A part of the signature is missing',
      () => 'A part of the signature is probably missing',
    ),
  },
  'signer-faulty/algorithm': {
    name: () => 'Algorithm not supported',
    headline: hedged(
      () => 'The signature names an algorithm that AWS does not take here',
      () => 'The signature probably names an algorithm that AWS does not take here',
    ),
  },
  'signer-faulty/date-format': {
    name: () => 'Date in another form',
    headline: hedged(
      () => 'The date of the request has another form than AWS expects',
      () => 'The date of the request probably has another form than AWS expects',
    ),
  },
  'signer-faulty/url-encoding': {
    name: () => 'Address encoded wrongly',
    headline: hedged(
      () => 'The address is percent-encoded wrongly',
      () => 'The address is probably percent-encoded wrongly',
    ),
  },
  'policy-invalid-or-too-large/malformed': {
    name: () => 'Session policy malformed',
    headline: hedged(
      () => 'The session policy is malformed',
      () => 'The session policy is probably malformed',
    ),
  },
  'policy-invalid-or-too-large/too-large': {
    name: () => 'Session policy and tags too large',
    headline: hedged(
      () => 'Session policy and tags are too large together',
      () => 'Session policy and tags are probably too large together',
    ),
  },
  'saml-mapping/attribute': {
    name: () => 'Attribute missing in the SAML response',
    headline: hedged(
      () => 'The SAML response lacks an attribute that AWS needs',
      () => 'The SAML response probably lacks an attribute that AWS needs',
    ),
  },
  'saml-mapping/audience': {
    name: () => 'Audience of the SAML response wrong',
    headline: hedged(
      () => 'The SAML response was made for another audience',
      () => 'The SAML response was probably made for another audience',
    ),
  },
  'saml-mapping/signature': {
    name: () => 'Signature of the SAML response not valid',
    headline: hedged(
      () => 'The signature of the SAML response does not match the provider’s metadata',
      () => 'The signature of the SAML response probably does not match the provider’s metadata',
    ),
  },
  'saml-mapping/provider': {
    name: () => 'SAML provider does not exist',
    headline: hedged(
      () => 'The account has no SAML provider of that name',
      () => 'The account probably has no SAML provider of that name',
    ),
  },
  'identity-provider-unreachable/keys-not-fetched': {
    name: () => 'Keys of the identity provider not fetched',
    headline: hedged(
      () => 'AWS could not fetch the identity provider’s keys',
      () => 'AWS probably could not fetch the identity provider’s keys',
    ),
  },
  'web-identity-token-expired/login-token': {
    name: () => 'Login token past its time',
    headline: hedged(
      () => 'The login token is past its time',
      () => 'The login token is probably past its time',
    ),
  },
  'web-identity-token-expired/trade-in-token': {
    name: () => 'Trade-in token past its time',
    headline: hedged(
      () => 'The trade-in token is past its time',
      () => 'The trade-in token is probably past its time',
    ),
  },
  'identity-provider-unreachable/claim-rejected': {
    name: () => 'Claim rejected by the identity provider',
    headline: hedged(
      () => 'The identity provider rejected the claim',
      () => 'The identity provider probably rejected the claim',
    ),
  },
  'cognito-wrong-login-entry/provider-name': {
    name: () => 'Login entry under the wrong name',
    headline: hedged(
      () => 'The name of the login entry is not the token’s issuer',
      () => 'The name of the login entry is probably not the token’s issuer',
    ),
  },
  'cognito-wrong-login-entry/wrong-token': {
    name: () => 'Another token than the ID token',
    headline: hedged(
      () => 'The login entry holds another token than the ID token',
      () => 'The login entry probably holds another token than the ID token',
    ),
  },
  'browser-blocked-request/page-policy': {
    name: () => 'Blocked by this page’s own policy',
    headline: hedged(
      () => 'This page’s own policy blocked the request',
      () => 'This page’s own policy probably blocked the request',
    ),
  },
  'browser-blocked-request/other-policy': {
    name: () => 'Blocked by the policy of the page',
    headline: hedged(
      () => 'The policy of the page blocked the request',
      () => 'The policy of the page probably blocked the request',
    ),
  },
  'browser-blocked-request/extension': {
    name: () => 'Blocked by an extension or a setting',
    headline: hedged(
      () => 'An extension or a setting of the browser blocked the request',
      () => 'An extension or a setting of the browser probably blocked the request',
    ),
  },
  'proxy-or-portal-answered/proxy-authentication': {
    name: () => 'Proxy that wants a sign-in',
    headline: hedged(
      () => 'A proxy wants a sign-in first',
      () => 'A proxy probably wants a sign-in first',
    ),
  },
  'proxy-or-portal-answered/web-page': {
    name: () => 'A web page answered',
    headline: hedged(
      () => 'A web page came back, and STS sends none',
      () => 'A web page came back, probably not from AWS STS',
    ),
  },
  'aws-side-failure/throttled': {
    name: () => 'Too many calls',
    headline: hedged(
      () => 'AWS is limiting the number of calls',
      () => 'AWS is probably limiting the number of calls',
    ),
  },
  'aws-side-failure/server-error': {
    name: () => 'Failure inside AWS',
    headline: hedged(
      () => 'AWS failed to answer',
      () => 'AWS probably failed to answer',
    ),
  },
}
