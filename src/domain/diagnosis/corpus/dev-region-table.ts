import type { CorpusCase } from './corpus.ts'

/** Region, partition, endpoint: the half that rules may be written against. */
export const DEV_REGION: readonly CorpusCase[] = [
  {
    id: 'dev/region-not-enabled/boto3-bahrain',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.',
    facts: {
      operation: 'GetCallerIdentity',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      region: 'me-south-1',
      endpoint: 'sts.me-south-1.amazonaws.com',
      clockSkewSeconds: 0,
      other: 'same key works in us-east-1 and eu-west-1',
    },
    expected: 'region-not-enabled',
  },
  {
    id: 'dev/region-not-enabled/steampipe-auth',
    half: 'dev',
    text: 'Error: operation error EC2: DescribeVpcs, https response error StatusCode: 401, RequestID: 5a5a5a5a-6b6b-4c7c-8d8d-9e9e9e9e9e9e, api error AuthFailure: AWS was not able to validate the provided access credentials (SQLSTATE HV000)',
    facts: {
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      region: 'af-south-1',
      other: 'describe-regions shows af-south-1 as not-opted-in; all default regions answer',
    },
    expected: 'region-not-enabled',
  },
  {
    id: 'dev/region-not-enabled/s3-optin',
    half: 'dev',
    text: [
      'An error occurred (IllegalLocationConstraintException) when calling the CreateBucket operation: The ap-east-1 location constraint is incompatible for the region specific endpoint this request was sent to.',
      'An error occurred (InvalidToken) when calling the HeadBucket operation: The provided token is malformed or otherwise invalid.',
    ].join('\n'),
    facts: {
      operation: 'CreateBucket',
      region: 'ap-east-1',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other:
        'token is a version 2 token from a regional endpoint; account has not enabled ap-east-1',
    },
    expected: 'region-not-enabled',
  },
  {
    id: 'dev/v1-token-in-opt-in-region/cli1-cape-town',
    half: 'dev',
    text: [
      '',
      'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid',
    ].join('\n'),
    facts: {
      operation: 'GetCallerIdentity',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      region: 'af-south-1',
      endpoint: 'sts.af-south-1.amazonaws.com',
      other:
        'token begins FwoGZXIvYXdz and came from sts.amazonaws.com; region is enabled and an IAM user key works there',
    },
    expected: 'v1-token-in-opt-in-region',
  },
  {
    id: 'dev/v1-token-in-opt-in-region/saml2aws-log',
    half: 'dev',
    text: [
      '$ saml2aws login --profile hk && aws --profile hk --region ap-east-1 ec2 describe-vpcs',
      'Logged in as: arn:aws:sts::111122223333:assumed-role/Developer/jo@example.com',
      'AWS_SESSION_TOKEN=FwoGZXIvYXdzEXAMPLE...',
      '(region ap-east-1 is ENABLED for account 111122223333; token obtained from https://sts.amazonaws.com)',
      '',
      'An error occurred (AuthFailure) when calling the DescribeVpcs operation: AWS was not able to validate the provided access credentials',
    ].join('\n'),
    facts: {},
    expected: 'v1-token-in-opt-in-region',
  },
  {
    id: 'dev/v1-token-in-opt-in-region/js3-milan',
    half: 'dev',
    text: [
      'UnrecognizedClientException: The security token included in the request is invalid.',
      "    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20) { '$fault': 'client', '$metadata': { httpStatusCode: 400 }, __type: 'UnrecognizedClientException' }",
    ].join('\n'),
    facts: {
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      region: 'eu-south-1',
      other:
        'assume-role used the global endpoint (sts_regional_endpoints = legacy); get-account-summary GlobalEndpointTokenVersion 1; with AWS_STS_REGIONAL_ENDPOINTS=regional it works',
    },
    expected: 'v1-token-in-opt-in-region',
  },
  {
    id: 'dev/sts-region-deactivated/cli2-assume-role',
    half: 'dev',
    text: [
      '',
      'An error occurred (RegionDisabledException) when calling the AssumeRole operation: STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.',
    ].join('\n'),
    facts: {},
    expected: 'sts-region-deactivated',
  },
  {
    id: 'dev/sts-region-deactivated/org-formation',
    half: 'dev',
    text: 'ERROR: unexpected error occurred processing task UpdateStacks: STS is not activated in this region for account:444455556666. Your account administrator can activate STS in this region using the IAM Console. (code: RegionDisabledException)',
    facts: {},
    expected: 'sts-region-deactivated',
  },
  {
    id: 'dev/wrong-partition/boto3-govcloud',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.',
    facts: {
      operation: 'GetCallerIdentity',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      region: 'us-east-1',
      endpoint: 'sts.us-east-1.amazonaws.com',
      other: 'key was created in the GovCloud console (us-gov-west-1)',
    },
    expected: 'wrong-partition',
  },
  {
    id: 'dev/wrong-partition/cli2-china',
    half: 'dev',
    text: [
      '',
      'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.',
    ].join('\n'),
    facts: {
      region: 'cn-north-1',
      endpoint: 'sts.cn-north-1.amazonaws.com.cn',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other: 'key belongs to a global (aws) account and works with --region us-east-1',
    },
    expected: 'wrong-partition',
  },
  {
    id: 'dev/wrong-partition/terraform-gov-arn',
    half: 'dev',
    text: [
      'Error: Cannot assume IAM Role. IAM Role (arn:aws-us-gov:iam::111122223333:role/deploy) cannot be assumed. operation error STS: AssumeRole, endpoint https://sts.us-east-1.amazonaws.com, https response error StatusCode: 400, api error ValidationError: arn:aws-us-gov:iam::111122223333:role/deploy is invalid',
      'The configured region is us-east-1, the account is an AWS GovCloud account.',
    ].join('\n'),
    facts: {},
    expected: 'wrong-partition',
    acceptable: ['role-arn-wrong'],
    because:
      'the only AWS sentence in the text is about the ARN; the partition shows in the ARN and in the last line',
  },
  {
    id: 'dev/invalid-region-name/js3-az',
    half: 'dev',
    text: [
      'Error: getaddrinfo ENOTFOUND sts.us-east-1a.amazonaws.com',
      '    at GetAddrInfoReqWrap.onlookup [as oncomplete] (node:dns:71:26) {',
      '  errno: -3008,',
      "  code: 'ENOTFOUND',",
      "  syscall: 'getaddrinfo',",
      "  hostname: 'sts.us-east-1a.amazonaws.com',",
      "  '$metadata': { attempts: 1, totalRetryDelay: 0 }",
      '}',
    ].join('\n'),
    facts: {},
    expected: 'invalid-region-name',
  },
  {
    id: 'dev/invalid-region-name/boto3-typo',
    half: 'dev',
    text: 'botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: "https://sts.eu-wset-1.amazonaws.com/"',
    facts: {},
    expected: 'invalid-region-name',
  },
  {
    id: 'dev/invalid-region-name/curl-empty',
    half: 'dev',
    text: [
      '* Could not resolve host: sts..amazonaws.com',
      'curl: (6) Could not resolve host: sts..amazonaws.com',
    ].join('\n'),
    facts: {},
    expected: 'invalid-region-name',
  },
]
