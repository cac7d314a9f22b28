import { describe, expect, test } from 'vitest'
import { explainText } from './explain-text.ts'
import { NO_FACTS } from './said-facts.ts'

describe('codes that other programs have too', () => {
  test.each([
    'ServiceUnavailable: Elasticsearch cluster red',
    'Throttling: sensor polling limited',
    'InternalError: worker 3 crashed',
    'SlowDown: polling too fast',
    'ThrottledException acme',
    '<Error><Code>ServiceUnavailable</Code><Message>Busy</Message></Error> https://storage.googleapis.com/example',
    'Your session has expired. Please log in again.',
    'Request has expired',
    'java.nio.file.AccessDeniedException: /var/lib/example\n\tat java.base/sun.nio.fs.UnixException.translate',
    'AccessDenied: user jane cannot open /etc/shadow',
    'Salesforce: AccessDenied: INSUFFICIENT_ACCESS_OR_READONLY',
    '{"error":{"code":"AuthorizationFailed","message":"The client does not have authorization to perform action \'Microsoft.Compute/virtualMachines/read\'"}}',
    'google.api_core.exceptions.Forbidden: 403 AccessDenied: Access Denied: BigQuery BigQuery: Permission denied',
    'discord.errors.InvalidToken: Improper token has been passed.',
    'smtplib: AuthFailure: 535 authentication failed',
    'RequestExpired: this coupon is no longer valid',
    'OptInRequired: please accept our cookies',
    'InvalidIdentityToken: Firebase ID token has no "kid" claim',
    '<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your Google secret key and signing method.</Message></Error>',
    '<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message><RequestId>EXAMPLE</RequestId><HostId>example.oss-cn-hangzhou.aliyuncs.com</HostId></Error>',
    'botocore.exceptions.ClientError: An error occurred (SignatureDoesNotMatch) when calling the ListBuckets operation: x, endpoint https://nyc3.digitaloceanspaces.com',
  ])('%s', (text) => {
    expect(explainText(text, NO_FACTS)).toBeNull()
  })

  test.each([
    ['InvalidClientTokenId', 'cannot-tell'],
    ['AccessDenied', 'cannot-tell'],
    ['IncompleteSignature', 'cannot-tell'],
    ['RequestExpired', 'cannot-tell'],
    ['InternalFailure', 'cannot-tell'],
    ['ServiceUnavailable', 'cannot-tell'],
    ['Error code: ServiceUnavailable', 'cannot-tell'],
  ])('alone, as a question: %s', (text, cause) => {
    expect(explainText(text, NO_FACTS)?.cause).toBe(cause)
  })

  test.each([
    ['a host', 'ServiceUnavailable: busy, POST https://sts.eu-west-1.amazonaws.com/'],
    [
      'a command',
      'An error occurred (ServiceUnavailable) when calling the GetCallerIdentity operation: x',
    ],
    [
      'an SDK',
      'Error: ServiceUnavailable: x\n    at throwDefaultError (/app/node_modules/@aws-sdk/client-sts/index.js:1:2)',
    ],
    [
      'an SDK\u2019s data',
      "ThrottlingException: x\n  '$fault': 'client', '$metadata': { attempts: 3 }",
    ],
    [
      'a request ID',
      '<Error><Code>SlowDown</Code><Message>x</Message><RequestId>EXAMPLE</RequestId></Error>',
    ],
    ['its own sentence', 'Throttling: Rate exceeded'],
  ])('with a witness of AWS: %s', (_, text) => {
    expect(explainText(text, NO_FACTS)).toMatchObject({
      cause: 'aws-side-failure',
      certainty: 'certain',
    })
  })

  test('another provider of identities does not make the error its own', () => {
    const text =
      'An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to perform sts:AssumeRoleWithSAML (Azure AD)'
    expect(explainText(text, NO_FACTS)).not.toBeNull()
  })

  test.each([
    { operation: 'GetCallerIdentity' },
    { endpoint: 'sts.amazonaws.com' },
    { accessKeyIdPrefix: 'AKIA' },
    { sessionToken: 'present' },
    { region: 'eu-west-1' },
    { other: 'with boto3' },
  ])('what a person states is a witness: %j', (said) => {
    expect(explainText('AccessDenied: no luck', { ...NO_FACTS, ...said })).not.toBeNull()
  })
})
