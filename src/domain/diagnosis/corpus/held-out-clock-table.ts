import type { CorpusCase } from './corpus.ts'

/** Clock and signature: the half that only measures. Whoever writes rules does not read this file. */
export const HELD_OUT_CLOCK: readonly CorpusCase[] = [
  {
    id: 'held-out/clock-skew/go1-not-current',
    half: 'held-out',
    text: [
      'error calling sts:GetCallerIdentity: SignatureDoesNotMatch: Signature not yet current: 20260909T191845Z is still later than 20260909T183159Z (20260909T181659Z + 15 min.)',
      '\tstatus code: 403, request id: 58585858-6969-4a7a-8b8b-9c9c9c9c9c9c',
    ].join('\n'),
    facts: {},
    expected: 'clock-skew',
  },
  {
    id: 'held-out/clock-skew/php-laravel-log',
    half: 'held-out',
    text: [
      '[2026-06-18 22:04:51] production.ERROR: Error executing "SendRawEmail" on "https://email.eu-west-1.amazonaws.com"; AWS HTTP error: Client error: `POST https://email.eu-west-1.amazonaws.com` resulted in a `403 Forbidden` response:',
      '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">',
      '  <Error>',
      '    <Type>Sender</Type>',
      '    <Code>SignatureDoesNotMatch</Code>',
      '    <Message>Signature expired: 20260618T193012Z is now earlier than 20260618T195005Z (20260618T200505Z - 15 min.)</Message>',
      '  </Error>',
      '</ErrorResponse> {"exception":"[object] (Aws\\\\Ses\\\\Exception\\\\SesException(code: 0)"}',
    ].join('\n'),
    facts: {},
    expected: 'clock-skew',
  },
  {
    id: 'held-out/clock-skew/firefox-network-error',
    half: 'held-out',
    text: 'NetworkError when attempting to fetch resource.',
    facts: {
      operation: 'GetObject',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      endpoint: 's3.eu-west-1.amazonaws.com',
      clockSkewSeconds: -5400,
      other:
        'navigator.onLine true; other sites load; laptop was asleep and its clock is 90 minutes behind; works after setting the clock',
    },
    expected: 'clock-skew',
  },
  {
    id: 'held-out/clock-skew/dotnet-s3',
    half: 'held-out',
    text: [
      'Amazon.S3.AmazonS3Exception: The difference between the request time and the current time is too large.',
      " ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'Amazon.Runtime.Internal.HttpErrorResponseException' was thrown.",
      '   ErrorCode: RequestTimeTooSkewed',
    ].join('\n'),
    facts: {},
    expected: 'clock-skew',
  },
  {
    id: 'held-out/signing-region-mismatch/curl-sigv4',
    half: 'held-out',
    text: [
      '* Connected to sts.amazonaws.com (192.0.2.10) port 443',
      '> POST / HTTP/1.1',
      '> Host: sts.amazonaws.com',
      '> Authorization: AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE234567ABC/20260402/eu-west-3/sts/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=REDACTED',
      '< HTTP/1.1 403 Forbidden',
      '< x-amzn-RequestId: 31313131-4242-4353-8464-757575757575',
      '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>Credential should be scoped to a valid region. </Message></Error></ErrorResponse>',
    ].join('\n'),
    facts: {},
    expected: 'signing-region-mismatch',
  },
  {
    id: 'held-out/signing-region-mismatch/opensearch-json',
    half: 'held-out',
    text: '{"message":"Credential should be scoped to a valid region, not \'us-east-1\'. "}',
    facts: {},
    expected: 'signing-region-mismatch',
  },
  {
    id: 'held-out/signing-region-mismatch/java1-s3-signer',
    half: 'held-out',
    text: "com.amazonaws.services.s3.model.AmazonS3Exception: The authorization header is malformed; the region 'us-west-2' is wrong; expecting 'ap-northeast-1' (Service: Amazon S3; Status Code: 400; Error Code: AuthorizationHeaderMalformed; Request ID: EXAMPLE7REQ8ID90; S3 Extended Request ID: EXAMPLE; Proxy: null), S3 Extended Request ID: EXAMPLE",
    facts: {},
    expected: 'signing-region-mismatch',
  },
  {
    id: 'held-out/proxy-altered-request/go2-zscaler',
    half: 'held-out',
    text: 'operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: 47474747-5858-4969-8a7a-8b9b9c0c0d0d, api error SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    facts: {
      operation: 'GetCallerIdentity',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      clockSkewSeconds: 0,
      region: 'us-east-2',
      other:
        'works at home and on the build server with identical keys; on the office network the gateway adds and rewrites signed headers',
    },
    expected: 'proxy-altered-request',
  },
  {
    id: 'held-out/proxy-altered-request/envoy-diff',
    half: 'held-out',
    text: '<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><AWSAccessKeyId>ASIAEXAMPLE234567ABC</AWSAccessKeyId></Error>',
    facts: {
      other:
        'canonical request in the error has "accept-encoding:gzip, identity" where the client signed "accept-encoding:identity"; envoy sits between',
    },
    expected: 'proxy-altered-request',
  },
  {
    id: 'held-out/clock-skew/syslog-among-others',
    half: 'held-out',
    text: [
      'Nov  3 02:00:01 vm-7 CRON[811]: (root) CMD (/opt/backup.sh)',
      'Nov  3 02:00:02 vm-7 backup[813]: rotating logs: No such file or directory',
      'Nov  3 02:00:04 vm-7 backup[813]: An error occurred (RequestTimeTooSkewed) when calling the PutObject operation: The difference between the request time and the current time is too large.',
      'Nov  3 02:00:04 vm-7 backup[813]: exit 1',
    ].join('\n'),
    facts: {},
    expected: 'clock-skew',
  },
  {
    id: 'held-out/proxy-altered-request/dotnet-antivirus',
    half: 'held-out',
    text: [
      'Amazon.DynamoDBv2.AmazonDynamoDBException: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      '   at Amazon.Runtime.Internal.HttpErrorResponseExceptionHandler.HandleExceptionStream(IRequestContext requestContext, IWebResponseData httpErrorResponse, HttpErrorResponseException exception, Stream responseStream)',
    ].join('\n'),
    facts: {
      operation: 'ListTables',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      region: 'eu-west-1',
      clockSkewSeconds: 1,
      other:
        'with the antivirus web shield switched off the same program works, with it on the User-Agent and Accept-Encoding headers arrive changed',
    },
    expected: 'proxy-altered-request',
  },
]
