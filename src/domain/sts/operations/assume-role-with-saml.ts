import { ANY_CALLER } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import {
  duration,
  MINIMUM_SESSION_TOKEN_SIZE,
  PLAIN,
  POLICY,
  POLICY_ARNS,
  ROLE_ARN,
  ROLE_SECONDS,
  SAML_PROVIDER_ARN,
} from './model-limits-table.ts'

/**
 * Temporary credentials of a role, for whoever holds an assertion of a trusted identity provider. Tags, session name
 * and source identity come from the assertion. It does not work on roles of IAM Identity Center.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
export const ASSUME_ROLE_WITH_SAML: OperationDescriptor = {
  name: 'AssumeRoleWithSAML',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html',
  command: 'assume-role-with-saml',
  isSigned: false,
  callers: ANY_CALLER,
  permissions: [{ action: 'sts:AssumeRoleWithSAML', where: 'trust', whenGiven: null }],
  trail: {
    eventName: 'AssumeRoleWithSAML',
    eventSource: 'sts.amazonaws.com',
    accounts: 'role',
    shown: ['RoleArn', 'PrincipalArn', 'DurationSeconds'],
  },
  host: 'any',
  parameters: [
    ROLE_ARN,
    SAML_PROVIDER_ARN,
    {
      ...PLAIN,
      name: 'SAMLAssertion',
      kind: 'saml',
      isRequired: true,
      isSecret: true,
      isSensitive: true,
      text: { least: 4, most: 100_000 },
    },
    POLICY_ARNS,
    POLICY,
    duration(ROLE_SECONDS, 3600),
    MINIMUM_SESSION_TOKEN_SIZE,
  ],
  mints: 'role-session',
  bounds: 'role-and-assertion',
  advice: ['no-sso-role'],
  fields: [
    { path: 'AssumedRoleUser.AssumedRoleId', kind: 'text' },
    { path: 'AssumedRoleUser.Arn', kind: 'text' },
    { path: 'PackedPolicySize', kind: 'number' },
    { path: 'Subject', kind: 'text' },
    { path: 'SubjectType', kind: 'text' },
    { path: 'Issuer', kind: 'text' },
    { path: 'Audience', kind: 'text' },
    { path: 'NameQualifier', kind: 'text' },
    { path: 'SourceIdentity', kind: 'text' },
    { path: 'SessionTokenUtilization', kind: 'number' },
    { path: 'SessionTokenSize', kind: 'number' },
  ],
  errors: [
    'ExpiredTokenException',
    'IDPRejectedClaim',
    'InvalidIdentityToken',
    'MalformedPolicyDocument',
    'PackedPolicyTooLarge',
    'RegionDisabledException',
  ],
}
