import type { CorpusCase } from './corpus.ts'

/** Trust, roles, MFA: the half that only measures. Whoever writes rules does not read this file. */
export const HELD_OUT_TRUST: readonly CorpusCase[] = [
  {
    id: 'held-out/trust-policy-missing/saml',
    half: 'held-out',
    text: [
      'error logging into aws role using saml assertion: error retrieving STS credentials using SAML: AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML',
      '\tstatus code: 403, request id: 26262626-3737-4848-8959-606060606060',
    ].join('\n'),
    facts: {
      operation: 'AssumeRoleWithSAML',
      other:
        "role and provider exist in the account; the role's trust policy names only ec2.amazonaws.com, not the SAML provider",
    },
    expected: 'trust-policy-missing',
  },
  {
    id: 'held-out/trust-policy-missing/java2-explicit',
    half: 'held-out',
    text: 'software.amazon.awssdk.services.sts.model.StsException: User: arn:aws:sts::111122223333:assumed-role/app/i-0example is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/batch with an explicit deny in the role trust policy (Service: Sts, Status Code: 403, Request ID: 37373737-4848-4959-8a6a-7b7b7b7b7b7b)',
    facts: {},
    expected: 'trust-policy-missing',
  },
  {
    id: 'held-out/trust-policy-missing/js3-lambda',
    half: 'held-out',
    text: '{"errorType":"AccessDenied","errorMessage":"User: arn:aws:sts::111122223333:assumed-role/fn-role/fn is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/export","trace":["AccessDenied: User: arn:aws:sts::111122223333:assumed-role/fn-role/fn is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/export","    at throwDefaultError (/var/runtime/node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20)"]}',
    facts: {
      operation: 'AssumeRole',
      other:
        'identity policy simulator says allowed; role trust policy has Principal Service ecs-tasks.amazonaws.com only',
    },
    expected: 'trust-policy-missing',
  },
  {
    id: 'held-out/trust-policy-stale-principal/ruby-recreated',
    half: 'held-out',
    text: 'Aws::STS::Errors::AccessDenied: User: arn:aws:sts::111122223333:assumed-role/pipeline/build-77 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/pipeline-target',
    facts: {
      operation: 'AssumeRole',
      other:
        'caller role was destroyed and rebuilt by CDK under the same name; since then denied; console shows the principal of the target role as AROAEXAMPLE765432DEFG',
    },
    expected: 'trust-policy-stale-principal',
  },
  {
    id: 'held-out/trust-policy-stale-principal/terraform-plan',
    half: 'held-out',
    text: [
      '  ~ assume_role_policy = jsonencode(',
      '      ~ {',
      '          ~ Statement = [',
      '              ~ {',
      '                  ~ Principal = {',
      '                      ~ AWS = "AIDAEXAMPLE765432DEFG" -> "arn:aws:iam::111122223333:user/ci"',
      '                    }',
      'Error: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 48484848-5959-4a6a-8b7b-8c8c8c8c8c8c, api error AccessDenied: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/tf',
    ].join('\n'),
    facts: {},
    expected: 'trust-policy-stale-principal',
  },
  {
    id: 'held-out/sts-tagsession-not-allowed/eks-pod-identity-go2',
    half: 'held-out',
    text: 'operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 59595959-6a6a-4b7b-8c8c-9d9d9d9d9d9d, api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/pod-role/eks-example-app-00000000-0000-4000-8000-000000000000 is not authorized to perform: sts:TagSession on resource: arn:aws:iam::444455556666:role/target because no identity-based policy allows the sts:TagSession action',
    facts: {},
    expected: 'sts-tagsession-not-allowed',
  },
  {
    id: 'held-out/sts-tagsession-not-allowed/xml-saml',
    half: 'held-out',
    text: '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:sts::444455556666:assumed-role/broker/x is not authorized to perform: sts:TagSession on resource: arn:aws:iam::111122223333:role/tenant</Message></Error><RequestId>6b6b6b6b-7c7c-4d8d-8e9e-0f0f0f0f0f0f</RequestId></ErrorResponse>',
    facts: {},
    expected: 'sts-tagsession-not-allowed',
  },
  {
    id: 'held-out/role-arn-wrong/okta-java',
    half: 'held-out',
    text: [
      'Exception in thread "main" com.amazonaws.services.securitytoken.model.AWSSecurityTokenServiceException: Request ARN is invalid (Service: AWSSecurityTokenService; Status Code: 400; Error Code: ValidationError; Request ID: 7c7c7c7c-8d8d-4e9e-8f0f-1a1a1a1a1a1a)',
      '\tat com.amazonaws.http.AmazonHttpClient$RequestExecutor.handleErrorResponse(AmazonHttpClient.java:1712)',
    ].join('\n'),
    facts: {},
    expected: 'role-arn-wrong',
  },
  {
    id: 'held-out/role-arn-wrong/go2-instance-profile',
    half: 'held-out',
    text: 'aws-vault: error: exec: Failed to get credentials for prod: operation error STS: AssumeRole, https response error StatusCode: 400, RequestID: 8d8d8d8d-9e9e-4f0f-8a1a-2b2b2b2b2b2b, api error ValidationError: arn:aws:iam::111122223333:instance-profile/prod is invalid',
    facts: {},
    expected: 'role-arn-wrong',
  },
  {
    id: 'held-out/role-arn-wrong/js3-not-existing',
    half: 'held-out',
    text: [
      'AccessDenied: User: arn:aws:iam::111122223333:user/admin is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/analitics',
      '    at throwDefaultError (file:///app/node_modules/@smithy/smithy-client/dist-es/default-error-handler.js:8:22)',
    ].join('\n'),
    facts: {
      operation: 'AssumeRole',
      other:
        'caller is administrator of 111122223333; aws iam get-role in the target account answers NoSuchEntity for the name (typing error: "analitics")',
    },
    expected: 'role-arn-wrong',
  },
  {
    id: 'held-out/session-duration-limit/gimme-aws-creds',
    half: 'held-out',
    text: [
      'Traceback (most recent call last):',
      '  File "/usr/local/bin/gimme-aws-creds", line 17, in <module>',
      '    GimmeAWSCreds().run()',
      'botocore.exceptions.ClientError: An error occurred (ValidationError) when calling the AssumeRoleWithSAML operation: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    ].join('\n'),
    facts: {},
    expected: 'session-duration-limit',
  },
  {
    id: 'held-out/session-duration-limit/gha-chain',
    half: 'held-out',
    text: '\u001b[31mError: Could not assume role with user credentials: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.\u001b[0m',
    facts: {},
    expected: 'session-duration-limit',
  },
  {
    id: 'held-out/session-duration-limit/kotlin-xml',
    half: 'held-out',
    text: '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>ValidationError</Code><Message>The requested DurationSeconds exceeds the MaxSessionDuration set for this role.</Message></Error><RequestId>0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e</RequestId></ErrorResponse>',
    facts: {},
    expected: 'session-duration-limit',
  },
  {
    id: 'held-out/mfa-required/go1-assume',
    half: 'held-out',
    text: [
      'AccessDenied: User: arn:aws:iam::111122223333:user/kim is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/admin',
      '\tstatus code: 403, request id: 2c2c2c2c-3d3d-4e4e-8f5f-6a6a6a6a6a6a',
    ].join('\n'),
    facts: {
      operation: 'AssumeRole',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other:
        'trust policy of the role carries Condition Bool aws:MultiFactorAuthPresent true; profile has no mfa_serial; switching role in the console works',
    },
    expected: 'mfa-required',
  },
  {
    id: 'held-out/mfa-required/terraform-eks',
    half: 'held-out',
    text: '│ Error: reading EKS Cluster (main): operation error EKS: DescribeCluster, https response error StatusCode: 403, RequestID: 3d3d3d3d-4e4e-4f5f-8a6a-7b7b7b7b7b7b, api error AccessDeniedException: User: arn:aws:iam::111122223333:user/kim is not authorized to perform: eks:DescribeCluster on resource: arn:aws:eks:eu-west-1:111122223333:cluster/main with an explicit deny in an identity-based policy',
    facts: {
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other:
        'no MFA session in use, the IAM policy RequireMFA denies all other actions, web console fine after MFA login',
    },
    expected: 'mfa-required',
  },
  {
    id: 'held-out/mfa-code-rejected/aws-vault',
    half: 'held-out',
    text: [
      'Enter token for arn:aws:iam::111122223333:user/kim: 000000',
      'aws-vault: error: exec: Failed to get credentials for home: operation error STS: GetSessionToken, https response error StatusCode: 403, RequestID: 4e4e4e4e-5f5f-4a6a-8b7b-8c8c8c8c8c8d, api error AccessDenied: MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    ].join('\n'),
    facts: {},
    expected: 'mfa-code-rejected',
  },
  {
    id: 'held-out/mfa-code-rejected/js2',
    half: 'held-out',
    text: [
      'AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass code. ',
      "    at Request.extractError (/opt/tool/node_modules/aws-sdk/lib/protocol/query.js:50:29) { code: 'AccessDenied', statusCode: 403, retryable: false }",
    ].join('\n'),
    facts: {},
    expected: 'mfa-code-rejected',
  },
  {
    id: 'held-out/mfa-code-rejected/php-both',
    half: 'held-out',
    text: 'AccessDenied (client): MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code. - <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
    facts: {},
    expected: 'mfa-code-rejected',
  },
  {
    id: 'held-out/root-not-allowed/js3',
    half: 'held-out',
    text: [
      'AccessDenied: Roles may not be assumed by root accounts.',
      '    at throwDefaultError (node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20)',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
    ].join('\n'),
    facts: {},
    expected: 'root-not-allowed',
  },
  {
    id: 'held-out/root-not-allowed/xml',
    half: 'held-out',
    text: '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Roles may not be assumed by root accounts.</Message></Error><RequestId>6a6a6a6a-7b7b-4c8c-8d9d-0e0e0e0e0e0e</RequestId></ErrorResponse>',
    facts: {},
    expected: 'root-not-allowed',
  },
  {
    id: 'held-out/root-not-allowed/dotnet',
    half: 'held-out',
    text: [
      'Amazon.SecurityToken.AmazonSecurityTokenServiceException: Roles may not be assumed by root accounts.',
      '   at Amazon.Runtime.Internal.HttpErrorResponseExceptionHandler.HandleExceptionStream(IRequestContext requestContext, IWebResponseData httpErrorResponse, HttpErrorResponseException exception, Stream responseStream)',
    ].join('\n'),
    facts: {},
    expected: 'root-not-allowed',
  },
]
