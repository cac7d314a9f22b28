import type { CorpusCase } from './corpus.ts'

/** Region, partition, endpoint: the half that only measures. Whoever writes rules does not read this file. */
export const HELD_OUT_REGION: readonly CorpusCase[] = [
  {
    id: 'held-out/region-not-enabled/java1-hong-kong',
    half: 'held-out',
    text: 'com.amazonaws.services.sqs.model.AmazonSQSException: The security token included in the request is invalid. (Service: AmazonSQS; Status Code: 403; Error Code: InvalidClientTokenId; Request ID: 64646464-7575-4868-8979-0a0a0b0b0c0c)',
    facts: {
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      region: 'ap-east-1',
      endpoint: 'sqs.ap-east-1.amazonaws.com',
      other: 'IAM user key, works in ap-southeast-1; region status in the account page: Disabled',
    },
    expected: 'region-not-enabled',
  },
  {
    id: 'held-out/region-not-enabled/terraform-il-central',
    half: 'held-out',
    text: '│ Error: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: 73737373-8484-4959-8060-717172727373, api error InvalidClientTokenId: The security token included in the request is invalid.',
    facts: {
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      region: 'il-central-1',
      other: 'aws account get-region-opt-status says DISABLED for il-central-1',
    },
    expected: 'region-not-enabled',
  },
  {
    id: 'held-out/region-not-enabled/ruby-cape-town',
    half: 'held-out',
    text: 'Aws::DynamoDB::Errors::UnrecognizedClientException (The security token included in the request is invalid.)',
    facts: {
      operation: 'ListTables',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      region: 'af-south-1',
      other: 'new account; the identical code with region eu-west-2 works',
    },
    expected: 'region-not-enabled',
  },
  {
    id: 'held-out/v1-token-in-opt-in-region/go1-bahrain',
    half: 'held-out',
    text: [
      'AuthFailure: AWS was not able to validate the provided access credentials',
      '\tstatus code: 401, request id: 84848484-9595-4a6a-8b7b-8c8c9d9d0e0e',
    ].join('\n'),
    facts: {
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      region: 'me-south-1',
      other:
        'session token starts FwoGZXIvYXdzE, issued by global STS; eu-west-1 accepts it; me-south-1 is opted in',
    },
    expected: 'v1-token-in-opt-in-region',
  },
  {
    id: 'held-out/v1-token-in-opt-in-region/aws-vault-jakarta',
    half: 'held-out',
    text: 'An error occurred (InvalidToken) when calling the ListBuckets operation: The provided token is malformed or otherwise invalid.',
    facts: {
      operation: 'ListBuckets',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      region: 'ap-southeast-3',
      other:
        'aws-vault without AWS_STS_REGIONAL_ENDPOINTS, GetSessionToken from sts.amazonaws.com; static AKIA key works in ap-southeast-3; after switching to a regional STS endpoint it works',
    },
    expected: 'v1-token-in-opt-in-region',
  },
  {
    id: 'held-out/sts-region-deactivated/java2-web-identity',
    half: 'held-out',
    text: [
      'software.amazon.awssdk.services.sts.model.RegionDisabledException: STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console. (Service: Sts, Status Code: 403, Request ID: 19191919-2020-4313-8424-535353535353)',
      '\tat software.amazon.awssdk.services.sts.DefaultStsClient.assumeRoleWithWebIdentity(DefaultStsClient.java:889)',
    ].join('\n'),
    facts: {},
    expected: 'sts-region-deactivated',
  },
  {
    id: 'held-out/sts-region-deactivated/steampipe-go2',
    half: 'held-out',
    text: 'rpc error: code = Unknown desc = operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 2a2a2a2a-3b3b-4c4c-8d5d-6e6e6e6e6e6e, RegionDisabledException: STS is not activated in this region for account:444455556666. Your account administrator can activate STS in this region using the IAM Console.',
    facts: {},
    expected: 'sts-region-deactivated',
  },
  {
    id: 'held-out/sts-region-deactivated/raw-xml',
    half: 'held-out',
    text: [
      '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
      '  <Error>',
      '    <Type>Sender</Type>',
      '    <Code>RegionDisabledException</Code>',
      '    <Message>STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.</Message>',
      '  </Error>',
      '  <RequestId>3f3f3f3f-4040-4151-8262-737373737373</RequestId>',
      '</ErrorResponse>',
    ].join('\n'),
    facts: {},
    expected: 'sts-region-deactivated',
  },
  {
    id: 'held-out/wrong-partition/js3-china-sdk',
    half: 'held-out',
    text: [
      'InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records.',
      '    at throwDefaultError (webpack:///./node_modules/@smithy/smithy-client/dist-es/default-error-handler.js?:12:17)',
    ].join('\n'),
    facts: {
      operation: 'ListBuckets',
      region: 'us-west-2',
      endpoint: 's3.us-west-2.amazonaws.com',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other: 'the same pair lists buckets fine with region cn-northwest-1',
    },
    expected: 'wrong-partition',
  },
  {
    id: 'held-out/wrong-partition/dotnet-gov',
    half: 'held-out',
    text: [
      'Amazon.SQS.AmazonSQSException: The security token included in the request is invalid.',
      '   at Amazon.Runtime.Internal.HttpErrorResponseExceptionHandler.HandleExceptionStream(IRequestContext requestContext, IWebResponseData httpErrorResponse, HttpErrorResponseException exception, Stream responseStream)',
    ].join('\n'),
    facts: {
      region: 'us-gov-west-1',
      endpoint: 'sqs.us-gov-west-1.amazonaws.com',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other:
        'caller arn in the standard partition is arn:aws:sts::111122223333:assumed-role/ops/jo, sts.us-east-1.amazonaws.com accepts these values',
    },
    expected: 'wrong-partition',
  },
  {
    id: 'held-out/wrong-partition/sdk-go-base',
    half: 'held-out',
    text: 'api error InvalidClientTokenId: The security token included in the request is invalid.',
    facts: {
      region: 'eusc-de-east-1',
      endpoint: 'sts.eusc-de-east-1.amazonaws.eu',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other: 'commercial account; key works against sts.eu-central-1.amazonaws.com',
    },
    expected: 'wrong-partition',
  },
  {
    id: 'held-out/invalid-region-name/go2-lookup',
    half: 'held-out',
    text: 'operation error STS: AssumeRole, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "https://sts.apsoutheast-2.amazonaws.com/": dial tcp: lookup sts.apsoutheast-2.amazonaws.com on 192.0.2.53:53: no such host',
    facts: {},
    expected: 'invalid-region-name',
  },
  {
    id: 'held-out/invalid-region-name/java2-unknown-host',
    half: 'held-out',
    text: [
      'software.amazon.awssdk.core.exception.SdkClientException: Received an UnknownHostException when attempting to interact with a service. See cause for the exact endpoint that is failing to resolve. If this is happening on an endpoint that previously worked, there may be a network connectivity issue or your DNS cache could be storing endpoints for too long.',
      'Caused by: java.net.UnknownHostException: sts.eu.amazonaws.com',
    ].join('\n'),
    facts: {},
    expected: 'invalid-region-name',
  },
  {
    id: 'held-out/invalid-region-name/cli2-provided',
    half: 'held-out',
    text: 'Could not connect to the endpoint URL: "https://sts.Ireland.amazonaws.com/"',
    facts: {},
    expected: 'invalid-region-name',
  },
  {
    id: 'held-out/invalid-region-name/tf-invalid',
    half: 'held-out',
    text: [
      'Error: invalid AWS Region: us-east1',
      '',
      '  with provider["terraform.example/hashicorp/aws"],',
      '  on providers.tf line 1, in provider "aws":',
    ].join('\n'),
    facts: {},
    expected: 'invalid-region-name',
  },
]
