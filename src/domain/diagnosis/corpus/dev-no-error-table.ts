import type { CorpusCase } from './corpus.ts'

/** Texts without a credential error: the half that rules may be written against. */
export const DEV_NO_ERROR: readonly CorpusCase[] = [
  {
    id: 'dev/no-error/prose',
    half: 'dev',
    text: 'Please renew the credentials for the staging account before Friday and tell the on-call engineer when the new role is in place. The session usually lasts an hour.',
    facts: {},
    expected: null,
  },
  {
    id: 'dev/no-error/python-keyerror',
    half: 'dev',
    text: [
      'Traceback (most recent call last):',
      '  File "/app/report.py", line 31, in <module>',
      '    total += row["amount"]',
      "KeyError: 'amount'",
    ].join('\n'),
    facts: {},
    expected: null,
  },
  {
    id: 'dev/no-error/s3-no-such-key',
    half: 'dev',
    text: 'botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does not exist.',
    facts: {},
    expected: null,
  },
  {
    id: 'dev/no-error/dynamodb-condition',
    half: 'dev',
    text: '{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}',
    facts: {},
    expected: null,
  },
  {
    id: 'dev/no-error/js-undefined',
    half: 'dev',
    text: [
      "Uncaught TypeError: Cannot read properties of undefined (reading 'map')",
      '    at Table (app.tsx:44:18)',
      '    at renderWithHooks (react-dom.development.js:15486:18)',
    ].join('\n'),
    facts: {},
    expected: null,
  },
  {
    id: 'dev/no-error/successful-identity',
    half: 'dev',
    text: [
      '{',
      '    "UserId": "AROAEXAMPLE234567DEFG:jo",',
      '    "Account": "111122223333",',
      '    "Arn": "arn:aws:sts::111122223333:assumed-role/ops/jo"',
      '}',
    ].join('\n'),
    facts: {},
    expected: null,
  },
  {
    id: 'dev/no-error/policy-document',
    half: 'dev',
    text: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}',
    facts: {},
    expected: null,
  },
  {
    id: 'dev/no-error/build-log',
    half: 'dev',
    text: [
      '[1/4] Resolving packages...',
      '[2/4] Fetching packages...',
      'error An unexpected error occurred: "ENOSPC: no space left on device, write".',
    ].join('\n'),
    facts: {},
    expected: null,
  },
  {
    id: 'dev/no-error/whitespace',
    half: 'dev',
    text: ['   ', '', '\t'].join('\n'),
    facts: {},
    expected: null,
  },
  {
    id: 'dev/no-error/stripe-key',
    half: 'dev',
    text: 'Stripe::AuthenticationError: Invalid API Key provided: sk_test_****EXAMPLE',
    facts: {},
    expected: null,
  },
]
