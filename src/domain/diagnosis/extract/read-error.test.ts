import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeSessionToken } from '../../credentials/session-token-encode.ts'
import { instantOf } from '../../time/instant.ts'
import { explainText } from '../explain-text.ts'
import { NO_FACTS } from '../said-facts.ts'
import { cleanText } from './clean-text.ts'
import type { ErrorReading } from './error-reading.ts'
import { readError } from './read-error.ts'

const ID = '1a2b3c4d-0000-4111-8222-333344445555'
const EXPIRED = 'The security token included in the request is expired'
const ESCAPE = String.fromCharCode(27)

type Row = readonly [client: string, text: string, expected: Partial<ErrorReading>]

const CLIENTS: readonly Row[] = [
  [
    'AWS CLI',
    `\nAn error occurred (ExpiredToken) when calling the GetCallerIdentity operation: ${EXPIRED}`,
    { code: 'ExpiredToken', operation: 'GetCallerIdentity', service: 'sts', message: EXPIRED },
  ],
  [
    'the XML of a request that STS does not understand',
    `<ErrorResponse xmlns="http://webservices.amazon.com/AWSFault/2005-15-09">\n  <Error>\n    <Type>Sender</Type>\n    <Code>InvalidAction</Code>\n    <Message>Could not find operation GetCallerIdentity for version NO_VERSION_SPECIFIED</Message>\n  </Error>\n  <RequestId>${ID}</RequestId>\n</ErrorResponse>`,
    { code: 'InvalidAction', requestId: ID },
  ],
  [
    'AWS CLI with retries',
    'An error occurred (Throttling) when calling the AssumeRole operation (reached max retries: 4): Rate exceeded',
    { code: 'Throttling', operation: 'AssumeRole', message: 'Rate exceeded' },
  ],
  [
    'JavaScript SDK v3',
    `ExpiredToken: ${EXPIRED}\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20) {\n  '$metadata': { httpStatusCode: 403, requestId: '${ID}', attempts: 1 },\n  Code: 'ExpiredToken'\n}`,
    { code: 'ExpiredToken', status: 403, requestId: ID, message: EXPIRED },
  ],
  [
    'JavaScript SDK v2',
    `{ ExpiredToken: ${EXPIRED}\n    at Request.extractError (/app/node_modules/aws-sdk/lib/protocol/query.js:50:29)\n  message: '${EXPIRED}',\n  code: 'ExpiredToken',\n  requestId: '${ID}',\n  statusCode: 403 }`,
    { code: 'ExpiredToken', status: 403, requestId: ID },
  ],
  [
    'Java SDK v1',
    `com.amazonaws.services.securitytoken.model.AWSSecurityTokenServiceException: ${EXPIRED} (Service: AWSSecurityTokenService; Status Code: 403; Error Code: ExpiredToken; Request ID: ${ID}; Proxy: null)`,
    { code: 'ExpiredToken', status: 403, requestId: ID, service: 'sts', isCodeWritten: true },
  ],
  [
    'Java SDK v2, which prints no code',
    `software.amazon.awssdk.services.sts.model.StsException: ${EXPIRED} (Service: Sts, Status Code: 403, Request ID: ${ID})`,
    { code: 'ExpiredToken', status: 403, requestId: ID, service: 'sts', isCodeWritten: false },
  ],
  [
    'Go SDK v1',
    `ExpiredToken: ${EXPIRED}\n\tstatus code: 403, request id: ${ID}`,
    { code: 'ExpiredToken', status: 403, requestId: ID, message: EXPIRED },
  ],
  [
    'Go SDK v2 in Terraform, framed and coloured',
    `${ESCAPE}[31m╷${ESCAPE}[0m\n${ESCAPE}[31m│${ESCAPE}[0m Error: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: ${ID}, api error ExpiredToken: ${EXPIRED}\n${ESCAPE}[31m╵${ESCAPE}[0m`,
    {
      code: 'ExpiredToken',
      status: 403,
      requestId: ID,
      service: 'sts',
      operation: 'GetCallerIdentity',
    },
  ],
  [
    '.NET',
    `Amazon.SecurityToken.AmazonSecurityTokenServiceException: ${EXPIRED}\n ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type`,
    { code: 'ExpiredToken', service: 'sts', message: EXPIRED },
  ],
  [
    'PHP',
    `Aws\\Sts\\Exception\\StsException: Error executing "GetCallerIdentity" on "https://sts.eu-west-1.amazonaws.com"; AWS HTTP error: Client error: \`POST https://sts.eu-west-1.amazonaws.com\` resulted in a \`403 Forbidden\` response:\n<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>${EXPIRED}</Message></Error>`,
    {
      code: 'ExpiredToken',
      status: 403,
      service: 'sts',
      operation: 'GetCallerIdentity',
      region: 'eu-west-1',
      host: 'sts.eu-west-1.amazonaws.com',
    },
  ],
  [
    'Ruby',
    `app.rb:3:in 'call': ${EXPIRED} (Aws::STS::Errors::ExpiredToken)`,
    { code: 'ExpiredToken', service: 'sts' },
  ],
  [
    'Amplify',
    'NotAuthorizedException: Unauthenticated access is not supported for this identity pool.',
    { code: 'NotAuthorizedException' },
  ],
  [
    'kubectl',
    `Unable to connect to the server: getting credentials: exec: executable aws failed with exit code 255\nAn error occurred (ExpiredToken) when calling the AssumeRole operation: ${EXPIRED}`,
    { code: 'ExpiredToken', operation: 'AssumeRole' },
  ],
  [
    'a console of a browser',
    "Access to fetch at 'https://iam.amazonaws.com/' from origin 'http://localhost:5173' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    { kind: 'no-answer', code: null, host: 'iam.amazonaws.com' },
  ],
  [
    'XML',
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>${EXPIRED}</Message></Error><RequestId>${ID}</RequestId></ErrorResponse>`,
    { code: 'ExpiredToken', requestId: ID, service: 'sts', message: EXPIRED },
  ],
  [
    'JSON',
    `{"__type":"com.amazon.coral.service#ExpiredTokenException","message":"${EXPIRED}"}`,
    { code: 'ExpiredTokenException', message: EXPIRED },
  ],
  [
    'JSON in a log line',
    `{"time":"2026-11-22T01:12:04Z","level":"error","msg":"{\\"Error\\":{\\"Code\\":\\"ExpiredToken\\",\\"Message\\":\\"${EXPIRED}\\"}}"}`,
    { code: 'ExpiredToken', message: EXPIRED, times: [instantOf(2026, 11, 22, 1, 12, 4) ?? 0] },
  ],
  [
    'CloudTrail',
    '{"eventName": "AssumeRole", "awsRegion": "eu-west-1", "errorCode": "AccessDenied", "errorMessage": "User: arn:aws:iam::111122223333:user/Example is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/ExampleTarget"}',
    {
      code: 'AccessDenied',
      operation: 'AssumeRole',
      region: 'eu-west-1',
      arns: [
        'arn:aws:iam::111122223333:user/Example',
        'arn:aws:iam::444455556666:role/ExampleTarget',
      ],
    },
  ],
]

describe('what is read', () => {
  test.each(CLIENTS)('%s', (_, text, expected) => {
    expect(readError(text)).toMatchObject(expected)
  })

  test('of several errors the one about credentials', () => {
    const text = [
      'An error occurred (NoSuchBucket) when calling the HeadBucket operation: Not Found',
      'Rate exceeded',
      `2026-11-22T01:12:04Z ERROR An error occurred (ExpiredToken) when calling the ListBuckets operation: ${EXPIRED}`,
      'An error occurred (ResourceNotFoundException) when calling the DescribeTable operation: x',
    ].join('\n')
    expect(readError(text)).toMatchObject({ code: 'ExpiredToken', operation: 'ListBuckets' })
  })

  test.each([
    [''],
    ['   \n\t'],
    ['Sessions last one hour, and AccessDenied errors are explained later.'],
    ["TypeError: Cannot read properties of undefined (reading 'map')"],
    ['TypeError: Failed to fetch\n  at https://api.example.com/items'],
    ['NotAuthorizedException: Incorrect username or password.'],
    ['ValidationException: One or more parameter values were invalid'],
    ['pods is forbidden: User "jo" cannot list resource "pods"'],
    ['x509: certificate signed by unknown authority: registry.example.com'],
    [
      'An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does not exist.',
    ],
  ])('nothing in %j', (text) => {
    expect(readError(text)).toBeNull()
    expect(explainText(text, NO_FACTS)).toBeNull()
  })
})

describe('secrets', () => {
  const secret = 'EXAMPLEwJalrXUtnFEMIK7MDENGbPxRfiCYEXAMP'
  const token = encodeSessionToken({
    version: 2,
    region: 'us-east-1',
    account: '111122223333',
    issuedAt: instantOf(2026, 11, 22) ?? 0,
    ciphertext: new Uint8Array(240).fill(7),
    signature: new Uint8Array(70).fill(48),
    iv: new Uint8Array(12).fill(3),
    opaque: new Uint8Array(157).fill(5),
  })

  test('none is in what is shown', () => {
    const text = [
      `AWS_SECRET_ACCESS_KEY=${secret}`,
      `AWS_SESSION_TOKEN=${token}`,
      `An error occurred (IncompleteSignature) when calling the GetCallerIdentity operation: '${secret}/20261122/us-east-1/sts/aws4_request' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential= ${secret}/20261122/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=${'ab'.repeat(32)}'.`,
    ].join('\n')
    const shown = JSON.stringify(
      explainText(text, { ...NO_FACTS, other: `secret_access_key=${secret}` }),
    )
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain(token.slice(0, 40))
    expect(shown).not.toContain('abababababab')
  })
})

describe('bounded', () => {
  test('never throws', () => {
    const piece = fc.constantFrom(
      'ExpiredToken',
      '<Code>',
      '"message": "',
      'Credential=',
      ' not authorized to perform: ',
      '\\"',
      '│ ',
      'https://sts.',
      'arn:aws:',
      ': ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
        explainText(pieces.join(''), NO_FACTS)
      }),
    )
  })

  test('a hostile text of 200 KB grows no faster than its length', () => {
    const lines = [
      'An error occurred (',
      'User: arn:aws:iam::1:user/',
      '"message": "',
      'Value ',
      '\\"',
      'https://sts.',
      'AKIA',
      '<Message>',
      'identity provider ',
      'region ',
      '    ',
      '%',
    ]
    for (const line of lines) {
      explainText(line.repeat(Math.ceil(200_000 / line.length)), NO_FACTS)
    }
    expect(cleanText('x'.repeat(9_000_000)).length).toBeLessThan(4_200_000)
  })

  test('one error in the middle of a log of a megabyte is found', () => {
    const lines = '2026-11-22T01:00:00Z INFO GET /orders 200 12 ms\n'.repeat(11_000)
    const text = `${lines}ERROR An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: ${EXPIRED}\n${lines}`
    expect(explainText(text, NO_FACTS)?.extracted).toMatchObject({
      code: 'ExpiredToken',
      operation: 'GetCallerIdentity',
      errors: 1,
    })
  })
})
