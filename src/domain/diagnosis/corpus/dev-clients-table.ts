import type { CorpusCase } from './corpus.ts'

const REFUSED =
  'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.'

/** Texts that were met after the rules had been written: what clients put around an error, and what people add to it. */
export const DEV_CLIENTS: readonly CorpusCase[] = [
  {
    id: 'dev/cannot-tell/php-truncated-body',
    half: 'dev',
    text: [
      'PHP Fatal error:  Uncaught exception \'Aws\\Sts\\Exception\\StsException\' with message \'Error executing "GetCallerIdentity" on "https://sts.eu-west-1.amazonaws.com"; AWS HTTP error: Client error: `POST https://sts.eu-west-1.amazonaws.com` resulted in a `403 Forbidden` response:',
      '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
      '  <Error>',
      '    <Type>Sender</Type> (truncated...)',
      " InvalidClientTokenId (client): The security token included in the request is invalid. - <ErrorResponse/>'",
    ].join('\n'),
    facts: {},
    expected: 'cannot-tell',
    candidates: ['key-deleted-or-inactive', 'credential-mangled', 'missing-session-token'],
  },
  {
    id: 'dev/cannot-tell/nothing-mistyped',
    half: 'dev',
    text: REFUSED,
    facts: { other: 'the clock is fine, no proxy, and I did not mistype anything' },
    expected: 'cannot-tell',
    candidates: ['key-deleted-or-inactive', 'credential-mangled', 'missing-session-token'],
  },
  {
    id: 'dev/cannot-tell/mismatch-code-alone',
    half: 'dev',
    text: 'SignatureDoesNotMatch',
    facts: {},
    expected: 'cannot-tell',
    candidates: ['credential-mangled', 'clock-skew', 'signer-faulty'],
  },
  {
    id: 'dev/stale-credential-source/login-a-minute-ago',
    half: 'dev',
    text: 'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token included in the request is expired',
    facts: { other: 'I ran aws sso login one minute ago and another terminal works' },
    expected: 'stale-credential-source',
  },
  {
    id: 'dev/missing-session-token/two-secrets-in-ci',
    half: 'dev',
    text: 'UnrecognizedClientException: The security token included in the request is invalid.',
    facts: {
      accessKeyIdPrefix: 'ASIA',
      other: 'CI passes only AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY as secrets',
    },
    expected: 'missing-session-token',
  },
  {
    id: 'dev/long-term-and-session-key-mixed/two-accounts',
    half: 'dev',
    text: 'UnrecognizedClientException: The security token included in the request is invalid.',
    facts: {
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other: 'key id was copied from account A, token from account B',
    },
    expected: 'long-term-and-session-key-mixed',
  },
  {
    id: 'dev/not-yet-propagated/used-in-the-next-step',
    half: 'dev',
    text: REFUSED,
    facts: {
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other: 'terraform creates the access key and uses it in the next step; rerun passes',
    },
    expected: 'not-yet-propagated',
  },
  {
    id: 'dev/role-arn-wrong/account-not-ours',
    half: 'dev',
    text: 'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/example is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy',
    facts: { other: 'account number in the ARN has a transposed digit, the account is not ours' },
    expected: 'role-arn-wrong',
  },
  {
    id: 'dev/invalid-region-name/domain-of-another-partition',
    half: 'dev',
    text: 'POST https://sts.ap-northeast-2.amazonaws.com.cn/ net::ERR_NAME_NOT_RESOLVED',
    facts: {},
    expected: 'invalid-region-name',
  },
  {
    id: 'dev/aws-side-failure/status-in-place-of-a-code',
    half: 'dev',
    text: 'An error occurred (503) when calling the GetCallerIdentity operation (reached max retries: 4): Service Unavailable',
    facts: {},
    expected: 'aws-side-failure',
  },
  {
    id: 'dev/expired-session/json-of-another-service',
    half: 'dev',
    text: '{"__type":"com.amazon.coral.service#ExpiredTokenException","message":"The security token included in the request is expired"}',
    facts: {},
    expected: 'expired-session',
  },
  {
    id: 'dev/none/denied-by-another-vendor',
    half: 'dev',
    text: 'AccessDenied: Access denied when calling https://graph.example.com/v1.0/me',
    facts: {},
    expected: null,
  },
  {
    id: 'dev/none/almost-a-code',
    half: 'dev',
    text: 'lorem ipsum InvalidClientTokenIdea is not a code',
    facts: {},
    expected: null,
  },
  {
    id: 'dev/role-arn-wrong/account-of-staging',
    half: 'dev',
    text: 'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    facts: { other: 'role-to-assume has the account id of the staging account, typo' },
    expected: 'role-arn-wrong',
  },
  {
    id: 'dev/wrong-partition/commercial-account-in-china',
    half: 'dev',
    text: 'UnrecognizedClientException: The security token included in the request is invalid.',
    facts: {
      endpoint: 'sts.cn-north-1.amazonaws.com.cn',
      other: 'the account is a normal commercial one',
    },
    expected: 'wrong-partition',
  },
  {
    id: 'dev/presigned-url-expired/opened-after-an-hour',
    half: 'dev',
    text: 'RequestExpired: Request has expired.',
    facts: { other: 'URL with X-Amz-Expires=300 opened after an hour' },
    expected: 'presigned-url-expired',
  },
  {
    id: 'dev/service-no-cors/iam-from-a-page',
    half: 'dev',
    text: 'TypeError: Failed to fetch',
    facts: {
      endpoint: 'iam.amazonaws.com',
      other: 'called from a web page; from node the same call works',
    },
    expected: 'service-no-cors',
  },
]
