import type { CorpusCase } from './corpus.ts'

/** Trust, roles, MFA: the half that rules may be written against. */
export const DEV_TRUST: readonly CorpusCase[] = [
  {
    id: 'dev/trust-policy-missing/cli2-because',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/reporting because no role trust policy allows the sts:AssumeRole action',
    ].join('\n'),
    facts: {},
    expected: 'trust-policy-missing',
  },
  {
    id: 'dev/trust-policy-missing/go1-cross-account',
    half: 'dev',
    text: [
      'AccessDenied: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/reader',
      '\tstatus code: 403, request id: 45454545-5656-4767-8878-989898989898',
    ].join('\n'),
    facts: {
      operation: 'AssumeRole',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other:
        'the user\'s own policy allows sts:AssumeRole on this ARN; the role exists; its trust policy lists only account 444455556666\'s user "ops" (as an ARN), not this one',
    },
    expected: 'trust-policy-missing',
  },
  {
    id: 'dev/trust-policy-missing/terraform-cannot-assume',
    half: 'dev',
    text: [
      'Error: Cannot assume IAM Role',
      '',
      '  with provider["terraform.example/hashicorp/aws"].prod,',
      '  on providers.tf line 9, in provider "aws":',
      '   9: provider "aws" {',
      '',
      'IAM Role (arn:aws:iam::444455556666:role/terraform) cannot be assumed.',
      '',
      'There are a number of possible causes of this - the most common are:',
      '  * The credentials used in order to assume the role are invalid',
      '  * The credentials do not have appropriate permission to assume the role',
      '  * The role ARN is not valid',
      '',
      'Error: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 15151515-2626-4737-8848-595959595959, api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/ci/runner is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/terraform',
    ].join('\n'),
    facts: {
      operation: 'AssumeRole',
      other:
        'caller has AdministratorAccess; trust policy of the role requires sts:ExternalId and the provider block sends none',
    },
    expected: 'trust-policy-missing',
  },
  {
    id: 'dev/trust-policy-stale-principal/cli2-trust-shown',
    half: 'dev',
    text: [
      '$ aws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument.Statement',
      '[{"Effect": "Allow", "Principal": {"AWS": "AROAEXAMPLE234567DEFG"}, "Action": "sts:AssumeRole"}]',
      '$ aws sts assume-role --role-arn arn:aws:iam::111122223333:role/deploy --role-session-name t',
      '',
      'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/ci/t is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/deploy',
    ].join('\n'),
    facts: {},
    expected: 'trust-policy-stale-principal',
  },
  {
    id: 'dev/trust-policy-stale-principal/boto3-fact',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/ops',
    facts: {
      operation: 'AssumeRole',
      other:
        'user jo was deleted and re-created yesterday; the trust policy now displays AIDAEXAMPLE234567DEFG as principal',
    },
    expected: 'trust-policy-stale-principal',
  },
  {
    id: 'dev/sts-tagsession-not-allowed/cli2',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: sts:TagSession on resource: arn:aws:iam::111122223333:role/tagged',
    ].join('\n'),
    facts: {},
    expected: 'sts-tagsession-not-allowed',
  },
  {
    id: 'dev/sts-tagsession-not-allowed/gha',
    half: 'dev',
    text: [
      'Run aws-actions/configure-aws-credentials@v1',
      'Error: User: arn:aws:iam::111122223333:user/github is not authorized to perform: sts:TagSession on resource: arn:aws:iam::444455556666:role/deploy',
    ].join('\n'),
    facts: {},
    expected: 'sts-tagsession-not-allowed',
  },
  {
    id: 'dev/role-arn-wrong/cli2-provider-arn',
    half: 'dev',
    text: [
      '',
      'An error occurred (ValidationError) when calling the AssumeRoleWithSAML operation: Request ARN is invalid',
    ].join('\n'),
    facts: {},
    expected: 'role-arn-wrong',
  },
  {
    id: 'dev/role-arn-wrong/boto3-malformed',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (ValidationError) when calling the AssumeRole operation: arn:aws:iam:111122223333:role/reader is invalid',
    facts: {},
    expected: 'role-arn-wrong',
  },
  {
    id: 'dev/role-arn-wrong/gha-oidc-hidden',
    half: 'dev',
    text: 'Error: Could not assume role with OIDC: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    facts: {
      operation: 'AssumeRoleWithWebIdentity',
      other:
        "account id in role-to-assume is 444455556666 but the OIDC provider and the role live in 111122223333 (digits of another team's account)",
    },
    expected: 'role-arn-wrong',
  },
  {
    id: 'dev/session-duration-limit/cli2-role-max',
    half: 'dev',
    text: [
      '',
      'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    ].join('\n'),
    facts: {},
    expected: 'session-duration-limit',
  },
  {
    id: 'dev/session-duration-limit/aws-vault-chaining',
    half: 'dev',
    text: [
      'aws-vault: error: exec: Failed to get credentials for admin: ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      '\tstatus code: 400, request id: 9e9e9e9e-0f0f-4a1a-8b2b-3c3c3c3c3c3c',
    ].join('\n'),
    facts: {},
    expected: 'session-duration-limit',
  },
  {
    id: 'dev/mfa-required/cli2-deny',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the ListBuckets operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: s3:ListAllMyBuckets with an explicit deny in an identity-based policy',
    ].join('\n'),
    facts: {
      operation: 'ListBuckets',
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other:
        'the group policy has a Deny with BoolIfExists aws:MultiFactorAuthPresent false; console with MFA works',
    },
    expected: 'mfa-required',
  },
  {
    id: 'dev/mfa-required/java1-ec2',
    half: 'dev',
    text: 'com.amazonaws.services.ec2.model.AmazonEC2Exception: You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/jo is not authorized to perform: ec2:DescribeInstances with an explicit deny in an identity-based policy (Service: AmazonEC2; Status Code: 403; Error Code: UnauthorizedOperation; Request ID: 1b1b1b1b-2c2c-4d3d-8e4e-5f5f5f5f5f5f; Proxy: null)',
    facts: {
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other:
        'session from GetSessionToken without SerialNumber/TokenCode; policy "force-mfa" denies everything unless MFA is present; same user in the console (with MFA) can do it',
    },
    expected: 'mfa-required',
  },
  {
    id: 'dev/mfa-required/decoded-message',
    half: 'dev',
    text: [
      '$ aws sts decode-authorization-message --encoded-message "$MSG" --query DecodedMessage --output text',
      '{"allowed":false,"explicitDeny":true,"matchedStatements":{"items":[{"statementId":"DenyAllExceptListedIfNoMFA","effect":"DENY","principals":{"items":[{"value":"AIDAEXAMPLE234567DEFG"}]},"conditions":{"items":[{"key":"aws:MultiFactorAuthPresent","values":{"items":[{"value":"false"}]}}]}}]},"context":{"principal":{"id":"AIDAEXAMPLE234567DEFG","name":"jo","arn":"arn:aws:iam::111122223333:user/jo"},"action":"ec2:RunInstances"}}',
      'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation.',
    ].join('\n'),
    facts: {},
    expected: 'mfa-required',
  },
  {
    id: 'dev/mfa-code-rejected/cli2-code',
    half: 'dev',
    text: [
      'Enter MFA code for arn:aws:iam::111122223333:mfa/jo:',
      '',
      'An error occurred (AccessDenied) when calling the AssumeRole operation: MultiFactorAuthentication failed with invalid MFA one time pass code.',
    ].join('\n'),
    facts: {},
    expected: 'mfa-code-rejected',
  },
  {
    id: 'dev/mfa-code-rejected/boto3-serial',
    half: 'dev',
    text: 'botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetSessionToken operation: MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    facts: {},
    expected: 'mfa-code-rejected',
  },
  {
    id: 'dev/root-not-allowed/cli2',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the AssumeRole operation: Roles may not be assumed by root accounts.',
    ].join('\n'),
    facts: {},
    expected: 'root-not-allowed',
  },
  {
    id: 'dev/root-not-allowed/terraform',
    half: 'dev',
    text: [
      'Error: error configuring Terraform AWS Provider: IAM Role (arn:aws:iam::111122223333:role/tf) cannot be assumed. Error: AccessDenied: Roles may not be assumed by root accounts.',
      '\tstatus code: 403, request id: 5f5f5f5f-6a6a-4b7b-8c8c-9d9d9d9d9d9e',
    ].join('\n'),
    facts: {},
    expected: 'root-not-allowed',
  },
  {
    id: 'dev/trust-policy-stale-principal/xml-unique-id',
    half: 'dev',
    text: '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:sts::111122223333:assumed-role/ci/build is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/release because no role trust policy allows the sts:AssumeRole action</Message></Error><RequestId>1e1e1e1e-2f2f-4030-8141-929292929294</RequestId></ErrorResponse>',
    facts: {
      operation: 'AssumeRole',
      other:
        'get-role prints "AWS": "AROAEXAMPLE23456ZYXW" where the ARN of role ci used to be; the role ci was re-created on Monday',
    },
    expected: 'trust-policy-stale-principal',
  },
  {
    id: 'dev/sts-tagsession-not-allowed/json-chain',
    half: 'dev',
    text: '{"Error":{"Code":"AccessDenied","Message":"User: arn:aws:sts::111122223333:assumed-role/hub/s is not authorized to perform: sts:TagSession on resource: arn:aws:iam::444455556666:role/spoke because no role trust policy allows the sts:TagSession action","Type":"Sender"},"RequestId":"2f2f2f2f-3030-4141-8252-a3a3a3a3a3a5"}',
    facts: {},
    expected: 'sts-tagsession-not-allowed',
  },
]
