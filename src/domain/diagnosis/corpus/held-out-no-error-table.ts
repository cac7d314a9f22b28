import type { CorpusCase } from './corpus.ts'

/** Texts without a credential error: the half that only measures. Whoever writes rules does not read this file. */
export const HELD_OUT_NO_ERROR: readonly CorpusCase[] = [
  {
    id: 'held-out/no-error/release-note',
    half: 'held-out',
    text: 'Version 2.31 improves how tokens are refreshed: an expired session is now detected earlier and the sign-in page is opened. Access denied pages have a new look.',
    facts: {},
    expected: null,
  },
  {
    id: 'held-out/no-error/java-npe',
    half: 'held-out',
    text: [
      'Exception in thread "main" java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null',
      '\tat com.example.App.main(App.java:12)',
    ].join('\n'),
    facts: {},
    expected: null,
  },
  {
    id: 'held-out/no-error/lambda-timeout',
    half: 'held-out',
    text: '2026-06-01T10:00:03.004Z 00000000-aaaa-4bbb-8ccc-dddddddddddd Task timed out after 3.00 seconds',
    facts: {},
    expected: null,
  },
  {
    id: 'held-out/no-error/cloudformation-exists',
    half: 'held-out',
    text: 'An error occurred (AlreadyExistsException) when calling the CreateStack operation: Stack [shop] already exists',
    facts: {},
    expected: null,
  },
  {
    id: 'held-out/no-error/postgres-auth',
    half: 'held-out',
    text: [
      'FATAL:  password authentication failed for user "shop"',
      'psql: error: connection to server at "192.0.2.20", port 5432 failed',
    ].join('\n'),
    facts: {},
    expected: null,
  },
  {
    id: 'held-out/no-error/github-denied',
    half: 'held-out',
    text: [
      'git@github.com: Permission denied (publickey).',
      'fatal: Could not read from remote repository.',
    ].join('\n'),
    facts: {},
    expected: null,
  },
  {
    id: 'held-out/no-error/iam-nosuchentity',
    half: 'held-out',
    text: 'Aws::IAM::Errors::NoSuchEntity (The role with name reporting cannot be found.)',
    facts: {},
    expected: null,
  },
  {
    id: 'held-out/no-error/limit-exceeded',
    half: 'held-out',
    text: '│ Error: creating EC2 EIP: operation error EC2: AllocateAddress, https response error StatusCode: 400, RequestID: 8b8b8b8b-9c9c-4d0d-8e1e-6f6f6f6f6f70, api error AddressLimitExceeded: The maximum number of addresses has been reached.',
    facts: {},
    expected: null,
  },
  {
    id: 'held-out/no-error/nginx-access-log',
    half: 'held-out',
    text: '192.0.2.44 - - [12/May/2026:10:11:12 +0000] "GET /health HTTP/1.1" 200 2 "-" "kube-probe/1.30"',
    facts: {},
    expected: null,
  },
  {
    id: 'held-out/no-error/curl-404',
    half: 'held-out',
    text: ['< HTTP/2 404', '< content-type: text/plain', 'not found'].join('\n'),
    facts: {},
    expected: null,
  },
]
