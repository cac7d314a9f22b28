import type { CorpusCase } from './corpus.ts'

/** Browser, network and AWS itself: the half that rules may be written against. */
export const DEV_NETWORK: readonly CorpusCase[] = [
  {
    id: 'dev/service-no-cors/chrome-no-acao',
    half: 'dev',
    text: "Access to fetch at 'https://iam.amazonaws.com/' from origin 'http://localhost:5173' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    facts: {},
    expected: 'service-no-cors',
  },
  {
    id: 'dev/service-no-cors/chrome-header-not-allowed',
    half: 'dev',
    text: "Access to fetch at 'https://apigateway.eu-west-1.amazonaws.com/v2/apis?maxResults=500' from origin 'http://localhost:5173' has been blocked by CORS policy: Request header field x-amz-security-token is not allowed by Access-Control-Allow-Headers in preflight response.",
    facts: {},
    expected: 'service-no-cors',
  },
  {
    id: 'dev/service-no-cors/chrome-cloudtrail',
    half: 'dev',
    text: [
      "Access to XMLHttpRequest at 'https://cloudtrail.us-east-1.amazonaws.com/' from origin 'https://dash.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      'POST https://cloudtrail.us-east-1.amazonaws.com/ net::ERR_FAILED',
    ].join('\n'),
    facts: {
      operation: 'LookupEvents',
      endpoint: 'cloudtrail.us-east-1.amazonaws.com',
      other: 'same credentials work from Node',
    },
    expected: 'service-no-cors',
  },
  {
    id: 'dev/browser-blocked-request/chrome-csp',
    half: 'dev',
    text: [
      "Refused to connect to 'https://sts.eu-west-1.amazonaws.com/' because it violates the following Content Security Policy directive: \"connect-src 'self' https://api.example.com\".",
      "TypeError: Failed to fetch. Refused to connect because it violates the document's Content Security Policy.",
    ].join('\n'),
    facts: {},
    expected: 'browser-blocked-request',
  },
  {
    id: 'dev/browser-blocked-request/chrome-blocker',
    half: 'dev',
    text: [
      'POST https://dataplane.rum.eu-west-1.amazonaws.com/appmonitors/x net::ERR_BLOCKED_BY_CLIENT',
      'TypeError: Failed to fetch',
    ].join('\n'),
    facts: {},
    expected: 'browser-blocked-request',
  },
  {
    id: 'dev/offline/chrome',
    half: 'dev',
    text: [
      'POST https://sts.us-east-1.amazonaws.com/ net::ERR_INTERNET_DISCONNECTED',
      'TypeError: Failed to fetch',
    ].join('\n'),
    facts: {},
    expected: 'offline',
  },
  {
    id: 'dev/offline/fact',
    half: 'dev',
    text: 'TypeError: Failed to fetch',
    facts: {
      operation: 'GetCallerIdentity',
      endpoint: 'sts.us-east-1.amazonaws.com',
      other: 'navigator.onLine is false, no other site loads',
    },
    expected: 'offline',
  },
  {
    id: 'dev/tls-interception/boto3',
    half: 'dev',
    text: 'botocore.exceptions.SSLError: SSL validation failed for https://sts.us-east-1.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self signed certificate in certificate chain (_ssl.c:1007)',
    facts: {},
    expected: 'tls-interception',
  },
  {
    id: 'dev/tls-interception/go2',
    half: 'dev',
    text: 'operation error STS: GetCallerIdentity, https response error StatusCode: 0, RequestID: , request send failed, Post "https://sts.eu-west-1.amazonaws.com/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    facts: {},
    expected: 'tls-interception',
  },
  {
    id: 'dev/proxy-or-portal-answered/cli2-tunnel',
    half: 'dev',
    text: [
      'Failed to connect to proxy URL: "http://proxy.example.com:3128"',
      'OSError: Tunnel connection failed: 407 Proxy Authentication Required',
      '(while calling https://sts.eu-west-1.amazonaws.com/)',
    ].join('\n'),
    facts: {},
    expected: 'proxy-or-portal-answered',
  },
  {
    id: 'dev/proxy-or-portal-answered/boto3-html',
    half: 'dev',
    text: [
      'botocore.parsers.ResponseParserError: Unable to parse response (not well-formed (invalid token): line 1, column 10), invalid XML received. Further retries may succeed:',
      "b'<!DOCTYPE html><html><head><title>Guest Wi-Fi login</title></head><body>Please accept the terms</body></html>'",
    ].join('\n'),
    facts: {},
    expected: 'proxy-or-portal-answered',
  },
  {
    id: 'dev/aws-side-failure/cli-throttling',
    half: 'dev',
    text: [
      '',
      'An error occurred (Throttling) when calling the AssumeRole operation (reached max retries: 4): Rate exceeded',
    ].join('\n'),
    facts: {},
    expected: 'aws-side-failure',
  },
  {
    id: 'dev/aws-side-failure/xml-internal',
    half: 'dev',
    text: '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Receiver</Type><Code>InternalFailure</Code><Message>The request processing has failed because of an unknown error, exception or failure.</Message></Error><RequestId>6f6f6f6f-7070-4181-8292-a3a3a3a3a3a4</RequestId></ErrorResponse>',
    facts: {},
    expected: 'aws-side-failure',
  },
  {
    id: 'dev/aws-side-failure/s3-slowdown',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (SlowDown) when calling the PutObject operation (reached max retries: 4): Please reduce your request rate.',
    facts: {},
    expected: 'aws-side-failure',
  },
  {
    id: 'dev/aws-side-failure/sts-cors-outage',
    half: 'dev',
    text: "Access to fetch at 'https://sts.us-east-1.amazonaws.com/' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    facts: {
      operation: 'AssumeRoleWithWebIdentity',
      endpoint: 'sts.us-east-1.amazonaws.com',
      other:
        'all users on all networks failed at once between 09:02 and 09:40 without any deployment; AWS Health showed increased error rates; gone since',
    },
    expected: 'aws-side-failure',
  },
]
