import type { CorpusCase } from './corpus.ts'

/** Policies: the half that rules may be written against. */
export const DEV_POLICY: readonly CorpusCase[] = [
  {
    id: 'dev/identity-policy-missing/cli2-because',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: User: arn:aws:sts::111122223333:assumed-role/app/session is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db because no identity-based policy allows the secretsmanager:GetSecretValue action',
    ].join('\n'),
    facts: {},
    expected: 'identity-policy-missing',
  },
  {
    id: 'dev/identity-policy-missing/json11-kms',
    half: 'dev',
    text: '{"__type":"AccessDeniedException","Message":"User: arn:aws:iam::111122223333:user/jo is not authorized to perform: kms:ListKeys on resource: * because no identity-based policy allows the kms:ListKeys action"}',
    facts: {},
    expected: 'identity-policy-missing',
  },
  {
    id: 'dev/identity-policy-missing/bare-with-fact',
    half: 'dev',
    text: [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/ci/run is not authorized to perform: ecr:DescribeRepositories on resource: arn:aws:ecr:eu-west-1:111122223333:repository/app',
      '    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20)',
    ].join('\n'),
    facts: {
      operation: 'DescribeRepositories',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other:
        'the role has one policy, it lists only ecr:GetAuthorizationToken; no SCP, no boundary in this account',
    },
    expected: 'identity-policy-missing',
  },
  {
    id: 'dev/explicit-deny-scp/cli2',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the CreateUser operation: User: arn:aws:sts::111122223333:assumed-role/admin/jo is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111122223333:user/new with an explicit deny in a service control policy',
    ].join('\n'),
    facts: {},
    expected: 'explicit-deny-scp',
  },
  {
    id: 'dev/explicit-deny-scp/js3-arn-tail',
    half: 'dev',
    text: [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jo@example.com is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-west-2::foundation-model/example with an explicit deny in a service control policy: arn:aws:organizations::444455556666:policy/o-example0001/service_control_policy/p-example1',
      '    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20)',
    ].join('\n'),
    facts: {},
    expected: 'explicit-deny-scp',
  },
  {
    id: 'dev/explicit-deny-scp/older-with-fact',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/dev/jo is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:sa-east-1:111122223333:instance/* with an explicit deny',
    facts: {
      operation: 'RunInstances',
      region: 'sa-east-1',
      other:
        "organisation has a region-restriction SCP that denies everything outside eu-*; no Deny in the role's own policies",
    },
    expected: 'explicit-deny-scp',
  },
  {
    id: 'dev/explicit-deny-rcp/cli2-s3',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::example-bucket/a.txt" with an explicit deny in a resource control policy',
    ].join('\n'),
    facts: {},
    expected: 'explicit-deny-rcp',
  },
  {
    id: 'dev/explicit-deny-rcp/cognito-anonymous',
    half: 'dev',
    text: '{"__type":"AccessDeniedException","Message":"User: anonymous is not authorized to perform: cognito-identity:GetId on resource: arn:aws:cognito-identity:eu-west-1:111122223333:identitypool/eu-west-1:11112222-3333-4444-5555-666677778888 with an explicit deny in a resource control policy"}',
    facts: {},
    expected: 'explicit-deny-rcp',
  },
  {
    id: 'dev/permissions-boundary/cli2-implicit',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the CreateRole operation: User: arn:aws:iam::111122223333:user/dev is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::111122223333:role/x because no permissions boundary allows the iam:CreateRole action',
    ].join('\n'),
    facts: {},
    expected: 'permissions-boundary',
  },
  {
    id: 'dev/permissions-boundary/xml-explicit',
    half: 'dev',
    text: '<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:sts::111122223333:assumed-role/dev/jo is not authorized to perform: iam:PutRolePolicy on resource: role app with an explicit deny in a permissions boundary</Message></Error><RequestId>1f1f1f1f-2a2a-4b3b-8c4c-5d5d5d5d5d5d</RequestId></ErrorResponse>',
    facts: {},
    expected: 'permissions-boundary',
  },
  {
    id: 'dev/session-policy/cli2',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:sts::111122223333:assumed-role/tenant/acme is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::example-bucket/other/x" because no session policy allows the s3:PutObject action',
    ].join('\n'),
    facts: {},
    expected: 'session-policy',
  },
  {
    id: 'dev/session-policy/boto3-deny',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the Query operation: User: arn:aws:sts::111122223333:assumed-role/tenant/t-42 is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/t with an explicit deny in a session policy',
    facts: {},
    expected: 'session-policy',
  },
  {
    id: 'dev/vpc-endpoint-policy/cli2',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/app/i-0ex is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::example-public/x" because no VPC endpoint policy allows the s3:GetObject action',
    ].join('\n'),
    facts: {},
    expected: 'vpc-endpoint-policy',
  },
  {
    id: 'dev/vpc-endpoint-policy/boto3-sts',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetCallerIdentity operation: User: arn:aws:iam::444455556666:user/jo is not authorized to perform: sts:GetCallerIdentity because no VPC endpoint policy allows the sts:GetCallerIdentity action',
    facts: {},
    expected: 'vpc-endpoint-policy',
  },
  {
    id: 'dev/explicit-deny-identity-policy/cli2',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the DeleteBucket operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: s3:DeleteBucket on resource: "arn:aws:s3:::example-bucket" with an explicit deny in an identity-based policy',
    ].join('\n'),
    facts: {
      operation: 'DeleteBucket',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other:
        "the user's group has a Deny statement for s3:DeleteBucket without conditions; no MFA condition, no revocation policy",
    },
    expected: 'explicit-deny-identity-policy',
  },
  {
    id: 'dev/explicit-deny-identity-policy/js3-arn-tail',
    half: 'dev',
    text: [
      'AccessDeniedException: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: kms:ScheduleKeyDeletion on resource: arn:aws:kms:eu-west-1:111122223333:key/11112222-3333-4444-5555-666677778888 with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/deny-key-deletion',
      '    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20)',
    ].join('\n'),
    facts: {},
    expected: 'explicit-deny-identity-policy',
  },
  {
    id: 'dev/session-revoked/cli2-revoke-policy',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the ListBuckets operation: User: arn:aws:sts::111122223333:assumed-role/ops/jo is not authorized to perform: s3:ListAllMyBuckets with an explicit deny in an identity-based policy',
    ].join('\n'),
    facts: {
      operation: 'ListBuckets',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other:
        'role has the inline policy AWSRevokeOlderSessions; token was issued at 08:10, sessions were revoked at 09:00; get-caller-identity works',
    },
    expected: 'session-revoked',
  },
  {
    id: 'dev/session-revoked/decoded-token-issue-time',
    half: 'dev',
    text: [
      'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not authorized to perform this operation.',
      'decoded: {"allowed":false,"explicitDeny":true,"matchedStatements":{"items":[{"statementId":"","effect":"DENY","conditions":{"items":[{"key":"aws:TokenIssueTime","values":{"items":[{"value":"2026-04-01T09:00:00Z"}]}}]}}]},"context":{"principal":{"id":"AROAEXAMPLE234567DEFG:jo","arn":"arn:aws:sts::111122223333:assumed-role/ops/jo"},"action":"ec2:DescribeInstances"}}',
    ].join('\n'),
    facts: {},
    expected: 'session-revoked',
  },
  {
    id: 'dev/resource-policy/cli2-bucket-deny',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::example-bucket" with an explicit deny in a resource-based policy',
    ].join('\n'),
    facts: {},
    expected: 'resource-policy',
  },
  {
    id: 'dev/resource-policy/json-kms',
    half: 'dev',
    text: '{"__type":"AccessDeniedException","Message":"User: arn:aws:sts::444455556666:assumed-role/app/x is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/11112222-3333-4444-5555-666677778888 because no resource-based policy allows the kms:Decrypt action"}',
    facts: {},
    expected: 'resource-policy',
  },
  {
    id: 'dev/explicit-deny-identity-policy/text-alone',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the DeleteTable operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: dynamodb:DeleteTable on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/t with an explicit deny in an identity-based policy',
    facts: {},
    expected: 'explicit-deny-identity-policy',
    acceptable: ['cannot-tell'],
    because:
      'a missing MFA or a revoked session prints the same sentence; the Deny statement in an identity-based policy is certain all the same',
  },
  {
    id: 'dev/identity-policy-missing/terraform-ansi',
    half: 'dev',
    text: [
      '\u001b[31m╷\u001b[0m\u001b[0m',
      '\u001b[31m│\u001b[0m \u001b[0m\u001b[1m\u001b[31mError: \u001b[0m\u001b[0m\u001b[1mreading SSM Parameter (/db/url): operation error SSM: GetParameter, https response error StatusCode: 400, RequestID: 30303030-4141-4252-8363-b4b4b4b4b4b6, api error AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/tf/plan is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:111122223333:parameter/db/url because no identity-based policy allows the ssm:GetParameter action\u001b[0m',
      '\u001b[31m╵\u001b[0m\u001b[0m',
    ].join('\n'),
    facts: {},
    expected: 'identity-policy-missing',
  },
]
