import type { CorpusCase } from './corpus.ts'

/** Cognito, web identity and OIDC: the half that rules may be written against. */
export const DEV_COGNITO: readonly CorpusCase[] = [
  {
    id: 'dev/cognito-scope-down-policy/js2-because',
    half: 'dev',
    text: [
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/Cognito_appUnauth_Role/CognitoIdentityCredentials is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/example because no session policy allows the bedrock:InvokeModel action',
      '    at Request.extractError (https://sdk.amazonaws.com/js/aws-sdk.min.js:8:1234)',
    ].join('\n'),
    facts: {},
    expected: 'cognito-scope-down-policy',
  },
  {
    id: 'dev/cognito-scope-down-policy/bare-fact',
    half: 'dev',
    text: 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/guest/CognitoIdentityCredentials is not authorized to perform: ec2:DescribeRegions',
    facts: {
      operation: 'StartTextTranslationJob',
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'present',
      other:
        'guest (unauthenticated) identity, enhanced flow; the unauth role has Action * on Resource *; same role works in the basic flow',
    },
    expected: 'cognito-scope-down-policy',
  },
  {
    id: 'dev/cognito-unauth-disabled/json',
    half: 'dev',
    text: '{"__type":"NotAuthorizedException","message":"Unauthenticated access is not supported for this identity pool."}',
    facts: {},
    expected: 'cognito-unauth-disabled',
  },
  {
    id: 'dev/cognito-unauth-disabled/js3',
    half: 'dev',
    text: [
      'NotAuthorizedException: Unauthenticated access is not supported for this identity pool.',
      '    at throwDefaultError (client.js:12:19)',
      '    at async fromCognitoIdentityPool (index.js:201:11)',
    ].join('\n'),
    facts: {},
    expected: 'cognito-unauth-disabled',
  },
  {
    id: 'dev/cognito-provider-not-linked/json',
    half: 'dev',
    text: '{"__type":"NotAuthorizedException","message":"Token is not from a supported provider of this identity pool."}',
    facts: {},
    expected: 'cognito-provider-not-linked',
  },
  {
    id: 'dev/cognito-provider-not-linked/js2',
    half: 'dev',
    text: [
      'NotAuthorizedException: Token is not from a supported provider of this identity pool.',
      "    at Request.extractError (node_modules/aws-sdk/lib/protocol/json.js:61:27) code: 'NotAuthorizedException', statusCode: 400",
    ].join('\n'),
    facts: {
      operation: 'GetId',
      other:
        "Logins key equals the token's iss; app client id in aud is not registered with the identity pool",
    },
    expected: 'cognito-provider-not-linked',
  },
  {
    id: 'dev/cognito-wrong-login-entry/json-issuer',
    half: 'dev',
    text: '{"__type":"NotAuthorizedException","message":"Invalid login token. Issuer doesn\'t match providerName"}',
    facts: {},
    expected: 'cognito-wrong-login-entry',
  },
  {
    id: 'dev/cognito-wrong-login-entry/js3-access-token',
    half: 'dev',
    text: [
      'NotAuthorizedException: Invalid login token. Missing a required claim: aud',
      '    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20)',
    ].join('\n'),
    facts: {},
    expected: 'cognito-wrong-login-entry',
  },
  {
    id: 'dev/web-identity-token-expired/cognito-json',
    half: 'dev',
    text: '{"__type":"NotAuthorizedException","message":"Invalid login token. Token expired: 1767225600 >= 1767222000"}',
    facts: {},
    expected: 'web-identity-token-expired',
  },
  {
    id: 'dev/web-identity-token-expired/cli2-jwt',
    half: 'dev',
    text: [
      '',
      'An error occurred (ExpiredTokenException) when calling the AssumeRoleWithWebIdentity operation: Token expired: current date/time 1772000000 must be before the expiration date/time 1771996400',
    ].join('\n'),
    facts: {},
    expected: 'web-identity-token-expired',
  },
  {
    id: 'dev/web-identity-token-expired/js2-missing-credentials',
    half: 'dev',
    text: 'CredentialsError: Missing credentials in config, if using AWS_CONFIG_FILE, set AWS_SDK_LOAD_CONFIG=1',
    facts: {
      other:
        'underlying originalError is "Invalid login token. Token expired: 1772003600 >= 1772000000"',
    },
    expected: 'web-identity-token-expired',
  },
  {
    id: 'dev/cognito-role-trust-policy/json',
    half: 'dev',
    text: '{"__type":"InvalidIdentityPoolConfigurationException","message":"Invalid identity pool configuration. Check assigned IAM roles for this pool."}',
    facts: {},
    expected: 'cognito-role-trust-policy',
  },
  {
    id: 'dev/cognito-role-trust-policy/js3',
    half: 'dev',
    text: [
      'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.',
      '    at de_InvalidIdentityPoolConfigurationExceptionRes (index.js:512:21)',
    ].join('\n'),
    facts: {},
    expected: 'cognito-role-trust-policy',
  },
  {
    id: 'dev/cognito-stale-identity-cache/json-forbidden',
    half: 'dev',
    text: '{"__type":"NotAuthorizedException","message":"Access to Identity \'us-east-1:11112222-3333-4444-5555-666677778888\' is forbidden."}',
    facts: {},
    expected: 'cognito-stale-identity-cache',
  },
  {
    id: 'dev/cognito-stale-identity-cache/js2-notfound',
    half: 'dev',
    text: [
      "ResourceNotFoundException: Identity 'us-west-2:11112222-3333-4444-5555-666677778888' not found.",
      '    at Request.extractError (json.js:51) [CognitoIdentityCredentials, id from localStorage aws.cognito.identity-id.us-west-2:...]',
    ].join('\n'),
    facts: {},
    expected: 'cognito-stale-identity-cache',
  },
  {
    id: 'dev/cognito-basic-flow-disabled/json',
    half: 'dev',
    text: '{"__type":"InvalidParameterException","message":"Basic (classic) flow is not enabled, please use enhanced flow."}',
    facts: {},
    expected: 'cognito-basic-flow-disabled',
  },
  {
    id: 'dev/cognito-basic-flow-disabled/rum-next-step',
    half: 'dev',
    text: [
      'POST https://sts.eu-west-1.amazonaws.com/ 400 (Bad Request)',
      'Request: RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fapp-unauth&RoleSessionName=cwr&WebIdentityToken=undefined&Action=AssumeRoleWithWebIdentity&Version=2011-06-15',
      '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>InvalidIdentityToken</Code><Message>The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)</Message></Error></ErrorResponse>',
    ].join('\n'),
    facts: {},
    expected: 'cognito-basic-flow-disabled',
  },
  {
    id: 'dev/oidc-provider-missing/gha',
    half: 'dev',
    text: 'Error: Could not assume role with OIDC: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    facts: {
      operation: 'AssumeRoleWithWebIdentity',
      other:
        'account id in role-to-assume checked and right; list-open-id-connect-providers is empty there',
    },
    expected: 'oidc-provider-missing',
  },
  {
    id: 'dev/oidc-provider-missing/go2-eks',
    half: 'dev',
    text: [
      'WebIdentityErr: failed to retrieve credentials',
      'caused by: InvalidIdentityToken: No OpenIDConnect provider found in your account for https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0D1A2B3C4D5E6F708192A3B4C',
      '\tstatus code: 400, request id: 9e9e9e9e-0f0f-4a1a-8b2b-3c3c3c3c3c3d',
    ].join('\n'),
    facts: {
      other:
        'new cluster, role ARN belongs to this account (111122223333), iam create-open-id-connect-provider was never run for this cluster',
    },
    expected: 'oidc-provider-missing',
  },
  {
    id: 'dev/oidc-provider-thumbprint/gha',
    half: 'dev',
    text: "Error: OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
    facts: {},
    expected: 'oidc-provider-thumbprint',
  },
  {
    id: 'dev/oidc-provider-thumbprint/xml',
    half: 'dev',
    text: "<Error><Type>Sender</Type><Code>InvalidIdentityToken</Code><Message>OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint</Message></Error>",
    facts: {},
    expected: 'oidc-provider-thumbprint',
  },
  {
    id: 'dev/oidc-aud-mismatch/cli2',
    half: 'dev',
    text: [
      '',
      'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: Incorrect token audience',
    ].join('\n'),
    facts: {},
    expected: 'oidc-aud-mismatch',
  },
  {
    id: 'dev/oidc-aud-mismatch/gha',
    half: 'dev',
    text: 'Error: Could not assume role with OIDC: Incorrect token audience',
    facts: {},
    expected: 'oidc-aud-mismatch',
  },
  {
    id: 'dev/oidc-sub-condition/gha-branch',
    half: 'dev',
    text: 'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    facts: {
      operation: 'AssumeRoleWithWebIdentity',
      other:
        'provider exists, aud is sts.amazonaws.com as configured; token sub is repo:Example/app:pull_request, trust policy wants repo:Example/app:ref:refs/heads/main',
    },
    expected: 'oidc-sub-condition',
  },
  {
    id: 'dev/oidc-sub-condition/cli2-case',
    half: 'dev',
    text: [
      '',
      'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    ].join('\n'),
    facts: {
      operation: 'AssumeRoleWithWebIdentity',
      other:
        'sub in the token "repo:example-org/App:ref:refs/heads/main", condition "repo:Example-Org/app:*" (letter case differs); aud fine',
    },
    expected: 'oidc-sub-condition',
  },
]
