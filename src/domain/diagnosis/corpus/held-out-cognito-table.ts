import type { CorpusCase } from './corpus.ts'

/** Cognito, web identity and OIDC: the half that only measures. Whoever writes rules does not read this file. */
export const HELD_OUT_COGNITO: readonly CorpusCase[] = [
  {
    id: 'held-out/cognito-scope-down-policy/amplify',
    half: 'held-out',
    text: '[ERROR] 02:13.551 Geo AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/amplify-demo-unauthRole/CognitoIdentityCredentials is not authorized to perform: timestream:DescribeEndpoints on resource: * because no session policy allows the timestream:DescribeEndpoints action',
    facts: {},
    expected: 'cognito-scope-down-policy',
  },
  {
    id: 'held-out/cognito-scope-down-policy/swift',
    half: 'held-out',
    text: 'AWSClientRuntime.UnknownAWSHTTPServiceError(typeName: Optional("AccessDeniedException"), message: Optional("User: arn:aws:sts::111122223333:assumed-role/unauth/CognitoIdentityCredentials is not authorized to perform: kinesisvideo:DescribeSignalingChannel on resource: arn:aws:kinesisvideo:us-east-1:111122223333:channel/door because no session policy allows the kinesisvideo:DescribeSignalingChannel action"), requestID: Optional("27272727-3838-4949-8a5a-6b6b6b6b6b6c"))',
    facts: {},
    expected: 'cognito-scope-down-policy',
  },
  {
    id: 'held-out/cognito-scope-down-policy/json',
    half: 'held-out',
    text: '{"__type":"AccessDeniedException","Message":"User: arn:aws:sts::111122223333:assumed-role/Cognito_guestUnauth_Role/CognitoIdentityCredentials is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:111122223333:parameter/x because no session policy allows the ssm:GetParameter action"}',
    facts: {},
    expected: 'cognito-scope-down-policy',
  },
  {
    id: 'held-out/cognito-unauth-disabled/android',
    half: 'held-out',
    text: [
      'com.amazonaws.services.cognitoidentity.model.NotAuthorizedException: Unauthenticated access is not supported for this identity pool. (Service: AmazonCognitoIdentity; Status Code: 400; Error Code: NotAuthorizedException; Request ID: 38383838-4949-4a5a-8b6b-7c7c7c7c7c7d)',
      '\tat com.amazonaws.http.AmazonHttpClient.handleErrorResponse(AmazonHttpClient.java:720)',
    ].join('\n'),
    facts: {},
    expected: 'cognito-unauth-disabled',
  },
  {
    id: 'held-out/cognito-unauth-disabled/amplify-v6',
    half: 'held-out',
    text: [
      'AuthSession failed: NotAuthorizedException: Unauthenticated access is not supported for this identity pool.',
      '  recoverySuggestion: undefined',
      '  at assertServiceError (assertServiceError.mjs:12:1)',
    ].join('\n'),
    facts: {},
    expected: 'cognito-unauth-disabled',
  },
  {
    id: 'held-out/cognito-unauth-disabled/flutter',
    half: 'held-out',
    text: [
      '[ERROR:flutter/runtime/dart_vm_initializer.cc(41)] Unhandled Exception: NotAuthorizedServiceException {',
      '  "message": "Unauthenticated access is not supported for this identity pool.",',
      '  "underlyingException": "NotAuthorizedException {\\n  message=Unauthenticated access is not supported for this identity pool.,\\n}"',
      '}',
    ].join('\n'),
    facts: {},
    expected: 'cognito-unauth-disabled',
  },
  {
    id: 'held-out/cognito-provider-not-linked/boto3',
    half: 'held-out',
    text: 'botocore.errorfactory.NotAuthorizedException: An error occurred (NotAuthorizedException) when calling the GetId operation: Token is not from a supported provider of this identity pool.',
    facts: {},
    expected: 'cognito-provider-not-linked',
  },
  {
    id: 'held-out/cognito-provider-not-linked/aud',
    half: 'held-out',
    text: 'NotAuthorizedException: Invalid login token. Incorrect token audience.',
    facts: {
      operation: 'GetCredentialsForIdentity',
      other:
        "new app client was created for the mobile app, only the old client id is listed under the identity pool's authentication providers; issuer and Logins key agree",
    },
    expected: 'cognito-provider-not-linked',
  },
  {
    id: 'held-out/cognito-provider-not-linked/ios',
    half: 'held-out',
    text: [
      'Response body: [{"__type":"NotAuthorizedException","message":"Token is not from a supported provider of this identity pool."}]',
      '[Error] AWSIdentityProvider.m line:304 | GetId failed. Error is [Error Domain=com.amazonaws.AWSCognitoIdentityErrorDomain Code=8 "(null)"]',
    ].join('\n'),
    facts: {},
    expected: 'cognito-provider-not-linked',
  },
  {
    id: 'held-out/cognito-wrong-login-entry/cli2',
    half: 'held-out',
    text: [
      '',
      "An error occurred (NotAuthorizedException) when calling the GetId operation: Invalid login token. Issuer doesn't match providerName",
    ].join('\n'),
    facts: {},
    expected: 'cognito-wrong-login-entry',
  },
  {
    id: 'held-out/cognito-wrong-login-entry/java1',
    half: 'held-out',
    text: 'com.amazonaws.services.cognitoidentity.model.NotAuthorizedException: Invalid login token. Missing a required claim: aud (Service: AmazonCognitoIdentity; Status Code: 400; Error Code: NotAuthorizedException; Request ID: 49494949-5a5a-4b6b-8c7c-8d8d8d8d8d8e)',
    facts: {},
    expected: 'cognito-wrong-login-entry',
  },
  {
    id: 'held-out/cognito-wrong-login-entry/amplify-fact',
    half: 'held-out',
    text: [
      'NotAuthorizedException: Invalid login token. Missing a required claim: aud',
      '    at index-d4e5f6.js:17',
    ].join('\n'),
    facts: {
      operation: 'GetCredentialsForIdentity',
      other:
        'Logins = {"cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE01": <token whose token_use is access>}',
    },
    expected: 'cognito-wrong-login-entry',
  },
  {
    id: 'held-out/web-identity-token-expired/go2-irsa',
    half: 'held-out',
    text: 'failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 400, RequestID: 5a5a5a5a-6b6b-4c7c-8d8d-9e9e9e9e9e9f, ExpiredTokenException: Token expired: current date/time 1780000000 must be before the expiration date/time1779996400',
    facts: {},
    expected: 'web-identity-token-expired',
  },
  {
    id: 'held-out/web-identity-token-expired/gitlab',
    half: 'held-out',
    text: [
      '$ aws sts assume-role-with-web-identity --role-arn "$ROLE" --role-session-name gl --web-identity-token "$ID_TOKEN"',
      'An error occurred (ExpiredTokenException) when calling the AssumeRoleWithWebIdentity operation: Token too old: 1780086400',
      '\u001b[31;1mERROR: Job failed: exit code 254',
    ].join('\n'),
    facts: {},
    expected: 'web-identity-token-expired',
  },
  {
    id: 'held-out/web-identity-token-expired/amplify-console',
    half: 'held-out',
    text: [
      'NotAuthorizedException: Invalid login token. Token expired: 1781112233 >= 1781108633',
      '    at assertServiceError-CkD1.js:8',
      '    at async getCredentialsForIdentity',
    ].join('\n'),
    facts: {},
    expected: 'web-identity-token-expired',
  },
  {
    id: 'held-out/cognito-role-trust-policy/swift-headers',
    half: 'held-out',
    text: [
      'x-amzn-ErrorMessage: Invalid identity pool configuration. Check assigned IAM roles for this pool.',
      'x-amzn-RequestId: 6b6b6b6b-7c7c-4d8d-8e9e-0f0f0f0f0f10',
      'Content-Type: application/x-amz-json-1.1',
      'x-amzn-ErrorType: InvalidIdentityPoolConfigurationException:',
    ].join('\n'),
    facts: {},
    expected: 'cognito-role-trust-policy',
  },
  {
    id: 'held-out/cognito-role-trust-policy/flutter',
    half: 'held-out',
    text: [
      'Unhandled Exception: InvalidIdentityPoolConfigurationException {',
      '  "message": "Invalid identity pool configuration. Check assigned IAM roles for this pool."',
      '}',
      '#0      AWSErrorResult.value (package:aws_common/src/result/aws_result.dart:110:5)',
    ].join('\n'),
    facts: {},
    expected: 'cognito-role-trust-policy',
  },
  {
    id: 'held-out/cognito-role-trust-policy/java2-hidden',
    half: 'held-out',
    text: 'software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool. (Service: CognitoIdentity, Status Code: 400, Request ID: 7c7c7c7c-8d8d-4e9e-8f0f-1a1a1a1a1a1b)',
    facts: {},
    expected: 'cognito-role-trust-policy',
  },
  {
    id: 'held-out/cognito-stale-identity-cache/ios',
    half: 'held-out',
    text: 'AWSiOSSDK [Verbose] Response body: [{"__type":"NotAuthorizedException","message":"Access to Identity \'eu-west-1:22223333-4444-5555-6666-777788889999\' is forbidden."}]',
    facts: {},
    expected: 'cognito-stale-identity-cache',
  },
  {
    id: 'held-out/cognito-stale-identity-cache/amplify-debug',
    half: 'held-out',
    text: "[DEBUG] 29:20.721 Credentials - Failed to load guest credentials ResourceNotFoundException: Identity 'eu-west-1:33334444-5555-6666-7777-888899990000' not found.",
    facts: {},
    expected: 'cognito-stale-identity-cache',
  },
  {
    id: 'held-out/cognito-stale-identity-cache/android-fact',
    half: 'held-out',
    text: "com.amazonaws.services.cognitoidentity.model.ResourceNotFoundException: Identity 'us-east-1:44445555-6666-7777-8888-999900001111' not found. (Service: AmazonCognitoIdentity; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: 8d8d8d8d-9e9e-4f0f-8a1a-2b2b2b2b2b2c)",
    facts: {
      operation: 'GetCredentialsForIdentity',
      other: 'identity was deleted in the identity browser of the console; clearing app data helps',
    },
    expected: 'cognito-stale-identity-cache',
  },
  {
    id: 'held-out/cognito-basic-flow-disabled/js3',
    half: 'held-out',
    text: [
      'InvalidParameterException: Basic (classic) flow is not enabled, please use enhanced flow.',
      '    at de_InvalidParameterExceptionRes (chunk-EXAMPLE.js:1:88)',
    ].join('\n'),
    facts: {},
    expected: 'cognito-basic-flow-disabled',
  },
  {
    id: 'held-out/cognito-basic-flow-disabled/role-mappings',
    half: 'held-out',
    text: '{"__type":"InvalidParameterException","message":"Basic (classic) flow is not supported with RoleMappings, please use enhanced flow."}',
    facts: {},
    expected: 'cognito-basic-flow-disabled',
  },
  {
    id: 'held-out/cognito-basic-flow-disabled/boto3',
    half: 'held-out',
    text: 'botocore.errorfactory.InvalidParameterException: An error occurred (InvalidParameterException) when calling the GetOpenIdToken operation: Basic (classic) flow is not enabled, please use enhanced flow.',
    facts: {},
    expected: 'cognito-basic-flow-disabled',
  },
  {
    id: 'held-out/oidc-provider-missing/java2',
    half: 'held-out',
    text: 'software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException: No OpenIDConnect provider found in your account for https://oidc.eks.us-west-2.amazonaws.com/id/EXAMPLE1D2A3B4C5D6E7F8091A2B3C4D (Service: Sts, Status Code: 400, Request ID: 0f0f0f0f-1a1a-4b2b-8c3c-4d4d4d4d4d4e)',
    facts: {
      operation: 'AssumeRoleWithWebIdentity',
      other:
        "caller and role are both in 444455556666; IAM has a provider only for the old cluster's issuer",
    },
    expected: 'oidc-provider-missing',
  },
  {
    id: 'held-out/oidc-provider-missing/terraform-hcp',
    half: 'held-out',
    text: 'Error: operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 400, RequestID: 1a1a1a1a-2b2b-4c3c-8d4d-5e5e5e5e5e5f, InvalidIdentityToken: No OpenIDConnect provider found in your account for https://app.terraform.io',
    facts: {
      other:
        "role ARN's account is correct; provider was created with a trailing slash, so it does not equal the token's iss",
    },
    expected: 'oidc-provider-missing',
  },
  {
    id: 'held-out/oidc-provider-missing/bitbucket-cli1',
    half: 'held-out',
    text: 'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: No OpenIDConnect provider found in your account for https://api.bitbucket.org/2.0/workspaces/example/pipelines-config/identity/oidc',
    facts: { other: 'the right account; IAM console > Identity providers shows nothing' },
    expected: 'oidc-provider-missing',
  },
  {
    id: 'held-out/oidc-provider-thumbprint/boto3',
    half: 'held-out',
    text: "botocore.errorfactory.InvalidIdentityTokenException: An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
    facts: {},
    expected: 'oidc-provider-thumbprint',
  },
  {
    id: 'held-out/oidc-provider-thumbprint/go1',
    half: 'held-out',
    text: [
      'WebIdentityErr: failed to retrieve credentials',
      "caused by: InvalidIdentityToken: OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
      '\tstatus code: 400, request id: 2b2b2b2b-3c3c-4d4d-8e5e-6f6f6f6f6f60',
    ].join('\n'),
    facts: {},
    expected: 'oidc-provider-thumbprint',
  },
  {
    id: 'held-out/oidc-provider-thumbprint/gitlab-ansi',
    half: 'held-out',
    text: [
      '\u001b[0;33massume-role-with-web-identity\u001b[0m',
      "\u001b[31mAn error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint\u001b[0;m",
    ].join('\n'),
    facts: {},
    expected: 'oidc-provider-thumbprint',
  },
  {
    id: 'held-out/oidc-aud-mismatch/go2',
    half: 'held-out',
    text: 'operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 400, RequestID: 3c3c3c3c-4d4d-4e5e-8f6f-707070707071, InvalidIdentityToken: Incorrect token audience',
    facts: {},
    expected: 'oidc-aud-mismatch',
  },
  {
    id: 'held-out/oidc-aud-mismatch/php',
    half: 'held-out',
    text: [
      'Aws\\Sts\\Exception\\StsException: Error executing "AssumeRoleWithWebIdentity" on "https://sts.eu-west-1.amazonaws.com"; AWS HTTP error: Client error: `POST https://sts.eu-west-1.amazonaws.com` resulted in a `400 Bad Request` response:',
      'InvalidIdentityToken (client): Incorrect token audience',
    ].join('\n'),
    facts: {},
    expected: 'oidc-aud-mismatch',
  },
  {
    id: 'held-out/oidc-aud-mismatch/ruby',
    half: 'held-out',
    text: 'Aws::STS::Errors::InvalidIdentityToken (Incorrect token audience)',
    facts: {},
    expected: 'oidc-aud-mismatch',
  },
  {
    id: 'held-out/oidc-sub-condition/eks-java2',
    half: 'held-out',
    text: 'software.amazon.awssdk.services.sts.model.StsException: Not authorized to perform sts:AssumeRoleWithWebIdentity (Service: Sts, Status Code: 403, Request ID: 4d4d4d4d-5e5e-4f6f-8070-818181818182)',
    facts: {
      operation: 'AssumeRoleWithWebIdentity',
      other:
        'token: aud sts.amazonaws.com, sub system:serviceaccount:prod:api; trust policy StringEquals sub system:serviceaccount:default:api; OIDC provider registered',
    },
    expected: 'oidc-sub-condition',
  },
  {
    id: 'held-out/oidc-sub-condition/gitlab-go1',
    half: 'held-out',
    text: [
      'WebIdentityErr: failed to retrieve credentials',
      'caused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity',
      '\tstatus code: 403, request id: 5e5e5e5e-6f6f-4070-8181-929292929293',
    ].join('\n'),
    facts: {
      other:
        "audience matches and provider exists; project was renamed, so project_path in sub no longer meets the trust policy's StringLike",
    },
    expected: 'oidc-sub-condition',
  },
  {
    id: 'held-out/oidc-sub-condition/text-shows-both',
    half: 'held-out',
    text: [
      'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity',
      'token claims: iss=https://token.actions.githubusercontent.com aud=sts.amazonaws.com sub=repo:example-org/shop:environment:prod',
      'trust policy: StringEquals token.actions.githubusercontent.com:aud=sts.amazonaws.com, StringLike token.actions.githubusercontent.com:sub=repo:example-org/shop:ref:refs/heads/main',
    ].join('\n'),
    facts: {},
    expected: 'oidc-sub-condition',
  },
]
