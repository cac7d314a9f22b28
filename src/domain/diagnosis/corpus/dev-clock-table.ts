import type { CorpusCase } from './corpus.ts'

/** Clock and signature: the half that rules may be written against. */
export const DEV_CLOCK: readonly CorpusCase[] = [
  {
    id: 'dev/clock-skew/cli2-expired',
    half: 'dev',
    text: [
      '',
      'An error occurred (SignatureDoesNotMatch) when calling the GetCallerIdentity operation: Signature expired: 20260310T081502Z is now earlier than 20260310T093011Z (20260310T094511Z - 15 min.)',
    ].join('\n'),
    facts: {},
    expected: 'clock-skew',
  },
  {
    id: 'dev/clock-skew/json11-5min',
    half: 'dev',
    text: '{"__type":"InvalidSignatureException","message":"Signature expired: 20260115T101500Z is now earlier than 20260115T102233Z (20260115T102733Z - 5 min.)"}',
    facts: {},
    expected: 'clock-skew',
  },
  {
    id: 'dev/clock-skew/s3-skewed-xml',
    half: 'dev',
    text: '<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message><RequestTime>Tue, 03 Feb 2026 04:10:00 GMT</RequestTime><ServerTime>2026-02-03T05:11:31Z</ServerTime><MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds><RequestId>EXAMPLE5REQ6ID78</RequestId></Error>',
    facts: {},
    expected: 'clock-skew',
  },
  {
    id: 'dev/clock-skew/chrome-skew-fact',
    half: 'dev',
    text: 'SignatureDoesNotMatch: Signature not yet current: 20260420T121010Z is still later than 20260420T111500Z (20260420T110000Z + 15 min.)',
    facts: {
      operation: 'GetCallerIdentity',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      region: 'us-east-1',
      clockSkewSeconds: 4210,
      other: 'CLI on another machine works with the same values',
    },
    expected: 'clock-skew',
  },
  {
    id: 'dev/signing-region-mismatch/clojure-xml',
    half: 'dev',
    text: '{:ErrorResponse {:Error {:Type "Sender", :Code "SignatureDoesNotMatch", :Message "Credential should be scoped to a valid region, not \'ap-southeast-2\'. "}}, :cognitect.anomalies/category :cognitect.anomalies/forbidden}',
    facts: {},
    expected: 'signing-region-mismatch',
  },
  {
    id: 'dev/signing-region-mismatch/s3-wrong-region',
    half: 'dev',
    text: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      "<Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'</Message><Region>eu-west-1</Region><RequestId>EXAMPLE6REQ7ID89</RequestId><HostId>EXAMPLE</HostId></Error>",
    ].join('\n'),
    facts: {},
    expected: 'signing-region-mismatch',
  },
  {
    id: 'dev/signing-region-mismatch/boto3-iam',
    half: 'dev',
    text: "botocore.exceptions.ClientError: An error occurred (SignatureDoesNotMatch) when calling the ListRoles operation: Credential should be scoped to a valid region, not 'eu-central-1'.",
    facts: {
      operation: 'ListRoles',
      region: 'eu-central-1',
      endpoint: 'iam.amazonaws.com',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
    },
    expected: 'signing-region-mismatch',
  },
  {
    id: 'dev/proxy-altered-request/boto3-only-via-proxy',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (SignatureDoesNotMatch) when calling the GetCallerIdentity operation: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    facts: {
      operation: 'GetCallerIdentity',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      region: 'us-east-1',
      clockSkewSeconds: 0,
      other:
        'same credentials and same code work from a phone hotspot; fails only behind HTTPS_PROXY, which rewrites the Host header',
    },
    expected: 'proxy-altered-request',
  },
  {
    id: 'dev/proxy-altered-request/nginx-host',
    half: 'dev',
    text: [
      '2026/02/11 18:20:05 [nginx] upstream s3 answered 403 for /example-bucket/a.txt; proxy_set_header Host internal-gw.example.com',
      '<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><CanonicalRequest>GET',
      '/example-bucket/a.txt',
      '',
      'host:internal-gw.example.com',
      'x-amz-content-sha256:UNSIGNED-PAYLOAD',
      'x-amz-date:20260211T182004Z',
      '',
      'host;x-amz-content-sha256;x-amz-date',
      'UNSIGNED-PAYLOAD</CanonicalRequest></Error>',
      'client signed: host:example-bucket.s3.eu-west-1.amazonaws.com',
    ].join('\n'),
    facts: {},
    expected: 'proxy-altered-request',
  },
  {
    id: 'dev/proxy-altered-request/js3-cdn-range',
    half: 'dev',
    text: [
      'SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      '    at de_CommandError (/app/node_modules/@aws-sdk/client-s3/dist-cjs/index.js:4940:14) {',
      "  '$fault': 'client', Code: 'SignatureDoesNotMatch',",
      "  '$metadata': { httpStatusCode: 403, attempts: 1 } }",
    ].join('\n'),
    facts: {
      operation: 'GetObject',
      clockSkewSeconds: 0,
      other:
        'direct requests to S3 succeed; through the CDN the Range header is dropped although it is in SignedHeaders',
    },
    expected: 'proxy-altered-request',
  },
  {
    id: 'dev/clock-skew/request-expired-header',
    half: 'dev',
    text: 'An error occurred (RequestExpired) when calling the DescribeInstances operation: Request has expired.',
    facts: {
      operation: 'DescribeInstances',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      region: 'us-east-1',
      clockSkewSeconds: -1260,
    },
    expected: 'clock-skew',
  },
  {
    id: 'dev/proxy-altered-request/akamai-canonical',
    half: 'dev',
    text: '<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><RequestId>EXAMPLE6REQ7ID80</RequestId></Error>',
    facts: {
      operation: 'PutObject',
      clockSkewSeconds: 0,
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other:
        'secret verified: a direct upload with the same key succeeds; the reverse proxy appends a trailing slash to the path after signing',
    },
    expected: 'proxy-altered-request',
  },
]
