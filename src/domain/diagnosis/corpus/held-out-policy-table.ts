import type { CorpusCase } from './corpus.ts'

/** Policies: the half that only measures. Whoever writes rules does not read this file. */
export const HELD_OUT_POLICY: readonly CorpusCase[] = [
  {
    id: 'held-out/identity-policy-missing/terraform-iam',
    half: 'held-out',
    text: '│ Error: listing IAM Account Aliases: operation error IAM: ListAccountAliases, https response error StatusCode: 403, RequestID: 7b7b7b7b-8c8c-4d9d-8e0e-1f1f1f1f1f1f, api error AccessDenied: User: arn:aws:sts::444455556666:assumed-role/terraform/plan is not authorized to perform: iam:ListAccountAliases on resource: * because no identity-based policy allows the iam:ListAccountAliases action',
    facts: {},
    expected: 'identity-policy-missing',
  },
  {
    id: 'held-out/identity-policy-missing/java2-s3',
    half: 'held-out',
    text: 'software.amazon.awssdk.services.s3.model.S3Exception: User: arn:aws:sts::111122223333:assumed-role/loader/i-0abc is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::example-bucket/in/1.csv" because no identity-based policy allows the s3:PutObject action (Service: S3, Status Code: 403, Request ID: EXAMPLE8REQ9ID01, Extended Request ID: EXAMPLE)',
    facts: {},
    expected: 'identity-policy-missing',
  },
  {
    id: 'held-out/identity-policy-missing/ruby-ec2-wrapped',
    half: 'held-out',
    text: 'Aws::EC2::Errors::UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/kim is not authorized to perform: ec2:CreateVpc on resource: arn:aws:ec2:eu-west-1:111122223333:vpc/* because no identity-based policy allows the ec2:CreateVpc action. Encoded authorization failure message: EXAMPLEencodedAAAAbbbbCCCCdddd0123456789_-EXAMPLE',
    facts: {},
    expected: 'identity-policy-missing',
  },
  {
    id: 'held-out/explicit-deny-scp/controller-json-log',
    half: 'held-out',
    text: '{"level":"error","ts":1761890012.4,"logger":"controller.ingress","msg":"Reconciler error","error":"AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/alb/1761890000 is not authorized to perform: waf-regional:GetWebACLForResource on resource: arn:aws:waf-regional:eu-west-1:111122223333:*/* with an explicit deny in a service control policy\\n\\tstatus code: 400, request id: 8c8c8c8c-9d9d-4e0e-8f1f-2a2a2a2a2a2a"}',
    facts: {},
    expected: 'explicit-deny-scp',
  },
  {
    id: 'held-out/explicit-deny-scp/terraform-transitive',
    half: 'held-out',
    text: 'Error: creating S3 Bucket (example-logs): operation error S3: CreateBucket, https response error StatusCode: 403, RequestID: EXAMPLE9REQ0ID12, api error AccessDenied: User: arn:aws:sts::444455556666:assumed-role/tf/plan is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::example-logs" with an explicit deny in a service control policy',
    facts: {},
    expected: 'explicit-deny-scp',
  },
  {
    id: 'held-out/explicit-deny-scp/php',
    half: 'held-out',
    text: 'AccessDeniedException (client): User: arn:aws:iam::111122223333:user/web is not authorized to perform: translate:TranslateText because of an explicit deny in a service control policy - {"__type":"AccessDeniedException","Message":"User: arn:aws:iam::111122223333:user/web is not authorized to perform: translate:TranslateText with an explicit deny in a service control policy"}',
    facts: {},
    expected: 'explicit-deny-scp',
  },
  {
    id: 'held-out/explicit-deny-rcp/go2-sts',
    half: 'held-out',
    text: 'operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 9d9d9d9d-0e0e-4f1f-8a2a-3b3b3b3b3b3b, api error AccessDenied: User: arn:aws:sts::444455556666:assumed-role/partner/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/shared with an explicit deny in a resource control policy',
    facts: {},
    expected: 'explicit-deny-rcp',
  },
  {
    id: 'held-out/explicit-deny-rcp/java2-sqs',
    half: 'held-out',
    text: 'software.amazon.awssdk.services.sqs.model.SqsException: User: arn:aws:iam::444455556666:user/feed is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:111122223333:inbox with an explicit deny in a resource control policy: arn:aws:organizations::111122223333:policy/o-example0001/resource_control_policy/p-example2 (Service: Sqs, Status Code: 403, Request ID: 0e0e0e0e-1f1f-4a2a-8b3b-4c4c4c4c4c4c)',
    facts: {},
    expected: 'explicit-deny-rcp',
  },
  {
    id: 'held-out/explicit-deny-rcp/browser-amplify',
    half: 'held-out',
    text: [
      'AccessDeniedException: User: anonymous is not authorized to perform: cognito-identity:GetCredentialsForIdentity with an explicit deny in a resource control policy',
      '    at cognitoIdentityTransferHandler (chunk-EXAMPLE.js:1401:11)',
    ].join('\n'),
    facts: {},
    expected: 'explicit-deny-rcp',
  },
  {
    id: 'held-out/permissions-boundary/lambda-js3',
    half: 'held-out',
    text: '2026-08-14T11:02:45.120Z\t00000000-1111-4222-8333-444444444444\tERROR\tInvoke Error\t{"errorType":"AccessDeniedException","errorMessage":"User: arn:aws:sts::111122223333:assumed-role/fn/fn is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders because no permissions boundary allows the dynamodb:PutItem action"}',
    facts: {},
    expected: 'permissions-boundary',
  },
  {
    id: 'held-out/permissions-boundary/terraform-sqs',
    half: 'held-out',
    text: 'Error: creating SQS Queue (jobs): operation error SQS: CreateQueue, https response error StatusCode: 403, RequestID: 2a2a2a2a-3b3b-4c4c-8d5d-6e6e6e6e6e6f, api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/sandbox/kim is not authorized to perform: sqs:createqueue on resource: arn:aws:sqs:eu-west-1:111122223333:jobs because no permissions boundary allows the sqs:createqueue action',
    facts: {},
    expected: 'permissions-boundary',
  },
  {
    id: 'held-out/permissions-boundary/go1-arn-tail',
    half: 'held-out',
    text: [
      'AccessDeniedException: User: arn:aws:iam::444455556666:user/dev is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-west-1:444455556666:function:f with an explicit deny in a permissions boundary: arn:aws:iam::444455556666:policy/boundary',
      '\tstatus code: 403, request id: 3b3b3b3b-4c4c-4d5d-8e6e-7f7f7f7f7f7f',
    ].join('\n'),
    facts: {},
    expected: 'permissions-boundary',
  },
  {
    id: 'held-out/session-policy/java2',
    half: 'held-out',
    text: 'software.amazon.awssdk.services.s3.model.S3Exception: User: arn:aws:sts::444455556666:assumed-role/scoped/reader is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::example-data" because no session policy allows the s3:ListBucket action (Service: S3, Status Code: 403, Request ID: EXAMPLE0REQ1ID23)',
    facts: {},
    expected: 'session-policy',
  },
  {
    id: 'held-out/session-policy/federated-user',
    half: 'held-out',
    text: [
      'AccessDenied: User: arn:aws:sts::111122223333:federated-user/guest is not authorized to perform: sqs:receivemessage on resource: arn:aws:sqs:eu-west-1:111122223333:q because no session policy allows the sqs:receivemessage action',
      '\tstatus code: 403, request id: 4c4c4c4c-5d5d-4e6e-8f7f-8a8a8a8a8a8a',
    ].join('\n'),
    facts: {},
    expected: 'session-policy',
  },
  {
    id: 'held-out/session-policy/js3-sessions-spelling',
    half: 'held-out',
    text: 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/tenant/u7 is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/t with an explicit deny in a sessions policy',
    facts: {
      operation: 'GetItem',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other: 'AssumeRole was called with a Policy parameter',
    },
    expected: 'session-policy',
  },
  {
    id: 'held-out/vpc-endpoint-policy/go2-transitive',
    half: 'held-out',
    text: 'api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/node/i-0ex is not authorized to perform: ecr:GetAuthorizationToken on resource: * with an explicit deny in a VPC endpoint policy transitively through a service control policy',
    facts: {},
    expected: 'vpc-endpoint-policy',
  },
  {
    id: 'held-out/vpc-endpoint-policy/kubelet-log',
    half: 'held-out',
    text: 'Failed to pull image "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1": rpc error: code = Unknown desc = AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/node/i-0ex is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:111122223333:repository/app because no VPC endpoint policy allows the ecr:BatchGetImage action',
    facts: {},
    expected: 'vpc-endpoint-policy',
  },
  {
    id: 'held-out/vpc-endpoint-policy/java1',
    half: 'held-out',
    text: 'com.amazonaws.services.securitytoken.model.AWSSecurityTokenServiceException: User: arn:aws:iam::111122223333:user/batch is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/r with an explicit deny in a VPC endpoint policy (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: 5d5d5d5d-6e6e-4f7f-8a8a-9b9b9b9b9b9b; Proxy: null)',
    facts: {},
    expected: 'vpc-endpoint-policy',
  },
  {
    id: 'held-out/explicit-deny-identity-policy/java1-ec2',
    half: 'held-out',
    text: 'com.amazonaws.services.ec2.model.AmazonEC2Exception: You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/ops/kim is not authorized to perform: ec2:TerminateInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0ex with an explicit deny in an identity-based policy (Service: AmazonEC2; Status Code: 403; Error Code: UnauthorizedOperation; Request ID: 6e6e6e6e-7f7f-4a8a-8b9b-0c0c0c0c0c0c; Proxy: null)',
    facts: {
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other: 'only ec2:TerminateInstances is denied, all other actions of this session work',
    },
    expected: 'explicit-deny-identity-policy',
  },
  {
    id: 'held-out/explicit-deny-identity-policy/terraform-log',
    half: 'held-out',
    text: '2026-06-30T13:00:41.7Z [ERROR] provider: creating IAM Access Key (svc): operation error IAM: CreateAccessKey, https response error StatusCode: 403, RequestID: 7f7f7f7f-8a8a-4b9b-8c0c-1d1d1d1d1d1d, api error AccessDenied: User: arn:aws:sts::444455556666:assumed-role/tf/x is not authorized to perform: iam:CreateAccessKey on resource: user svc with an explicit deny in an identity-based policy',
    facts: {
      operation: 'CreateAccessKey',
      other:
        'policy "guardrails" attached to the role holds "Effect": "Deny", "Action": "iam:CreateAccessKey", no conditions',
    },
    expected: 'explicit-deny-identity-policy',
  },
  {
    id: 'held-out/explicit-deny-identity-policy/ruby-named-policy',
    half: 'held-out',
    text: 'Aws::SecretsManager::Errors::AccessDeniedException: User: arn:aws:iam::444455556666:user/web is not authorized to perform: secretsmanager:DeleteSecret on resource: prod/db with an explicit deny in an identity-based policy: arn:aws:iam::444455556666:policy/no-secret-deletion',
    facts: {},
    expected: 'explicit-deny-identity-policy',
  },
  {
    id: 'held-out/session-revoked/js3',
    half: 'held-out',
    text: [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/app/web-3 is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders with an explicit deny in an identity-based policy',
      '    at throwDefaultError (/srv/node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20)',
    ].join('\n'),
    facts: {
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other:
        'every call except sts:GetCallerIdentity is denied since security pressed "Revoke active sessions"; a newly assumed session of the same role works',
    },
    expected: 'session-revoked',
  },
  {
    id: 'held-out/session-revoked/named-policy-tail',
    half: 'held-out',
    text: 'api error AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/deploy/gha is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:444455556666:parameter/db with an explicit deny in an identity-based policy',
    facts: {
      operation: 'GetParameter',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other:
        "issue time of the token is before the DateLessThan aws:TokenIssueTime in the role's policy",
    },
    expected: 'session-revoked',
  },
  {
    id: 'held-out/session-revoked/sso-permission-set',
    half: 'held-out',
    text: [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/kim@example.com is not authorized to perform: lambda:ListFunctions on resource: * with an explicit deny in an identity-based policy',
      '\tstatus code: 403, request id: 8a8a8a8a-9b9b-4c0c-8d1d-2e2e2e2e2e2e',
    ].join('\n'),
    facts: {
      operation: 'ListFunctions',
      other:
        "administrator revoked the IAM Identity Center permission set's sessions at 12:00 (inline deny on aws:TokenIssueTime); my session is from 10:30; sts get-caller-identity still answers",
    },
    expected: 'session-revoked',
  },
  {
    id: 'held-out/resource-policy/java2-lambda',
    half: 'held-out',
    text: 'software.amazon.awssdk.services.lambda.model.LambdaException: User: arn:aws:sts::444455556666:assumed-role/caller/s is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:f because no resource-based policy allows the lambda:InvokeFunction action (Service: Lambda, Status Code: 403, Request ID: 9b9b9b9b-0c0c-4d1d-8e2e-3f3f3f3f3f3f)',
    facts: {},
    expected: 'resource-policy',
  },
  {
    id: 'held-out/resource-policy/apigw-console',
    half: 'held-out',
    text: [
      'POST https://api1234567.execute-api.eu-west-1.amazonaws.com/prod/orders 403 (Forbidden)',
      '{"Message":"User: arn:aws:sts::111122223333:assumed-role/web/CognitoIdentityCredentials is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:api1234567/prod/POST/orders with an explicit deny in a resource-based policy"}',
    ].join('\n'),
    facts: {},
    expected: 'resource-policy',
  },
  {
    id: 'held-out/resource-policy/ruby-sns',
    half: 'held-out',
    text: 'Aws::SNS::Errors::AuthorizationError: User: arn:aws:iam::444455556666:user/feed is not authorized to perform: SNS:Publish on resource: arn:aws:sns:eu-west-1:111122223333:topic because no resource-based policy allows the SNS:Publish action',
    facts: {},
    expected: 'resource-policy',
  },
]
