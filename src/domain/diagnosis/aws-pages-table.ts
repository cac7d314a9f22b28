import type { Cause } from './causes.ts'

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'
const STS = 'https://docs.aws.amazon.com/STS/latest/APIReference/'
const COGNITO = 'https://docs.aws.amazon.com/cognito/latest/developerguide/'
const SDK = 'https://docs.aws.amazon.com/sdkref/latest/guide/'

/** AWS's own page for each cause. */
export const CAUSE_PAGES: Readonly<Record<Cause, string>> = {
  'missing-session-token': `${IAM}id_credentials_temp_use-resources.html`,
  'expired-session': `${IAM}id_credentials_temp_request.html`,
  'stale-credential-source': `${SDK}standardized-credentials.html`,
  'long-term-and-session-key-mixed': `${IAM}id_credentials_temp_use-resources.html`,
  'credential-whitespace': `${IAM}reference_sigv-troubleshooting.html`,
  'credential-mangled': `${IAM}reference_sigv-troubleshooting.html`,
  'key-deleted-or-inactive': `${IAM}id_credentials_access-keys.html`,
  'not-yet-propagated': `${IAM}troubleshoot.html`,
  'localstack-key-on-aws': `${SDK}feature-ss-endpoints.html`,
  'session-type-not-allowed': `${IAM}id_credentials_temp_request.html`,
  'clock-skew': `${IAM}reference_sigv-troubleshooting.html`,
  'signing-region-mismatch': `${IAM}reference_sigv-troubleshooting.html`,
  'proxy-altered-request': `${IAM}reference_sigv-troubleshooting.html`,
  'region-not-enabled':
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
  'v1-token-in-opt-in-region': `${IAM}id_credentials_temp_region-endpoints.html`,
  'sts-region-deactivated': `${IAM}id_credentials_temp_enable-regions.html`,
  'wrong-partition':
    'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html',
  'invalid-region-name': 'https://docs.aws.amazon.com/general/latest/gr/rande.html',
  'trust-policy-missing': `${IAM}troubleshoot_roles.html`,
  'trust-policy-stale-principal': `${IAM}reference_policies_elements_principal.html`,
  'sts-tagsession-not-allowed': `${IAM}id_session-tags.html`,
  'role-arn-wrong': `${IAM}reference_identifiers.html`,
  'session-duration-limit': `${IAM}id_roles_manage-assume.html`,
  'mfa-required': `${IAM}id_credentials_mfa_configure-api-require.html`,
  'mfa-code-rejected': `${IAM}id_credentials_mfa_sync.html`,
  'identity-policy-missing': `${IAM}troubleshoot_access-denied.html`,
  'explicit-deny-scp':
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  'explicit-deny-rcp':
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  'permissions-boundary': `${IAM}access_policies_boundaries.html`,
  'session-policy': `${IAM}access_policies.html`,
  'vpc-endpoint-policy':
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  'explicit-deny-identity-policy': `${IAM}troubleshoot_access-denied.html`,
  'session-revoked': `${IAM}id_roles_use_revoke-sessions.html`,
  'resource-policy': `${IAM}access_policies_identity-vs-resource.html`,
  'request-not-signed': `${STS}CommonErrors.html`,
  'fields-swapped': `${IAM}reference_sigv-troubleshooting.html`,
  'signer-faulty': `${IAM}reference_sigv-troubleshooting.html`,
  'parameter-invalid': `${STS}API_AssumeRole.html`,
  'policy-invalid-or-too-large': `${STS}API_AssumeRole.html`,
  'encoded-message-invalid': `${STS}API_DecodeAuthorizationMessage.html`,
  'saml-mapping': `${IAM}troubleshoot_saml.html`,
  'identity-provider-unreachable': `${STS}API_AssumeRoleWithWebIdentity.html`,
  'presigned-url-expired':
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html',
  'root-not-allowed': `${STS}API_AssumeRole.html`,
  'cognito-scope-down-policy': `${COGNITO}iam-roles.html`,
  'cognito-unauth-disabled': `${COGNITO}identity-pools.html`,
  'cognito-provider-not-linked': `${COGNITO}external-identity-providers.html`,
  'cognito-wrong-login-entry': `${COGNITO}external-identity-providers.html`,
  'web-identity-token-expired': `${STS}API_AssumeRoleWithWebIdentity.html`,
  'cognito-role-trust-policy': `${COGNITO}role-trust-and-permissions.html`,
  'cognito-stale-identity-cache': `${COGNITO}identity-pools.html`,
  'cognito-basic-flow-disabled': `${COGNITO}authentication-flow.html`,
  'oidc-provider-missing': `${IAM}id_roles_providers_create_oidc.html`,
  'oidc-provider-thumbprint': `${IAM}id_roles_providers_create_oidc_verify-thumbprint.html`,
  'oidc-aud-mismatch': `${IAM}id_roles_providers_create_oidc.html`,
  'oidc-sub-condition': `${IAM}id_roles_create_for-idp_oidc.html`,
  'saml-response-expired': `${IAM}troubleshoot_saml.html`,
  'service-no-cors': 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html',
  'browser-blocked-request': 'https://docs.aws.amazon.com/general/latest/gr/sts.html',
  offline: 'https://docs.aws.amazon.com/general/latest/gr/sts.html',
  'tls-interception':
    'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html',
  'proxy-or-portal-answered':
    'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-proxy.html',
  'aws-side-failure': `${STS}CommonErrors.html`,
}

/** AWS's page on the errors that every STS call may answer with; for a `cannot-tell`. */
export const COMMON_ERRORS_PAGE = `${STS}CommonErrors.html`
