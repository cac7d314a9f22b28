/** What a claim means, as far as it is written down somewhere. */
export type ClaimMeaning =
  | 'issuer'
  | 'subject'
  | 'audience'
  | 'authorized-party'
  | 'methods'
  | 'context-class'
  | 'issued-at'
  | 'not-before'
  | 'expires-at'
  | 'authenticated-at'
  | 'token-id'
  | 'nonce'
  | 'session-id'
  | 'access-token-hash'
  | 'code-hash'
  | 'email'
  | 'email-verified'
  | 'name'
  | 'user-name'
  | 'groups'
  | 'client'
  | 'scope'
  | 'tenant'
  | 'token-version'
  | 'hosted-domain'
  | 'token-use'
  | 'cognito-user-name'
  | 'cognito-groups'
  | 'cognito-roles'
  | 'cognito-preferred-role'
  | 'cognito-origin'
  | 'aws-session-tags'
  | 'aws-source-identity'
  | 'aws-account'
  | 'kubernetes'
  | 'git-repository'
  | 'git-owner'
  | 'git-ref'
  | 'git-commit'
  | 'git-actor'
  | 'git-event'
  | 'git-environment'
  | 'git-workflow'
  | 'git-run'
  | 'git-runner'
  | 'git-visibility'

const REGISTERED: readonly (readonly [string, ClaimMeaning])[] = [
  ['iss', 'issuer'],
  ['sub', 'subject'],
  ['aud', 'audience'],
  ['azp', 'authorized-party'],
  ['amr', 'methods'],
  ['acr', 'context-class'],
  ['iat', 'issued-at'],
  ['nbf', 'not-before'],
  ['exp', 'expires-at'],
  ['auth_time', 'authenticated-at'],
  ['jti', 'token-id'],
  ['nonce', 'nonce'],
  ['sid', 'session-id'],
  ['at_hash', 'access-token-hash'],
  ['c_hash', 'code-hash'],
  ['email', 'email'],
  ['email_verified', 'email-verified'],
  ['name', 'name'],
  ['given_name', 'name'],
  ['family_name', 'name'],
  ['preferred_username', 'user-name'],
  ['groups', 'groups'],
  ['client_id', 'client'],
  ['appid', 'client'],
  ['scope', 'scope'],
  ['scp', 'scope'],
]

const OF_ISSUERS: readonly (readonly [string, ClaimMeaning])[] = [
  ['tid', 'tenant'],
  ['ver', 'token-version'],
  ['hd', 'hosted-domain'],
  ['token_use', 'token-use'],
  ['cognito:username', 'cognito-user-name'],
  ['cognito:groups', 'cognito-groups'],
  ['cognito:roles', 'cognito-roles'],
  ['cognito:preferred_role', 'cognito-preferred-role'],
  ['origin_jti', 'cognito-origin'],
  ['https://aws.amazon.com/tags', 'aws-session-tags'],
  ['https://aws.amazon.com/source_identity', 'aws-source-identity'],
  ['https://sts.amazonaws.com/', 'aws-account'],
  ['kubernetes.io', 'kubernetes'],
]

/** Claims of GitHub's and GitLab's tokens for jobs. */
const OF_JOBS: readonly (readonly [string, ClaimMeaning])[] = [
  ['repository', 'git-repository'],
  ['repository_id', 'git-repository'],
  ['project_path', 'git-repository'],
  ['project_id', 'git-repository'],
  ['repository_owner', 'git-owner'],
  ['repository_owner_id', 'git-owner'],
  ['namespace_path', 'git-owner'],
  ['enterprise', 'git-owner'],
  ['ref', 'git-ref'],
  ['ref_type', 'git-ref'],
  ['ref_protected', 'git-ref'],
  ['base_ref', 'git-ref'],
  ['head_ref', 'git-ref'],
  ['sha', 'git-commit'],
  ['actor', 'git-actor'],
  ['actor_id', 'git-actor'],
  ['user_login', 'git-actor'],
  ['event_name', 'git-event'],
  ['pipeline_source', 'git-event'],
  ['environment', 'git-environment'],
  ['environment_node_id', 'git-environment'],
  ['workflow', 'git-workflow'],
  ['workflow_ref', 'git-workflow'],
  ['workflow_sha', 'git-workflow'],
  ['job_workflow_ref', 'git-workflow'],
  ['job_workflow_sha', 'git-workflow'],
  ['run_id', 'git-run'],
  ['run_number', 'git-run'],
  ['run_attempt', 'git-run'],
  ['check_run_id', 'git-run'],
  ['job_id', 'git-run'],
  ['pipeline_id', 'git-run'],
  ['runner_environment', 'git-runner'],
  ['repository_visibility', 'git-visibility'],
]

/**
 * Claims by their names.
 * @see https://www.iana.org/assignments/jwt/jwt.xhtml
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export const CLAIM_MEANINGS: ReadonlyMap<string, ClaimMeaning> = new Map([
  ...REGISTERED,
  ...OF_ISSUERS,
  ...OF_JOBS,
])

/** Claims whose numbers are seconds since 1970. */
export const CLAIMS_OF_TIME: ReadonlySet<string> = new Set(['iat', 'nbf', 'exp', 'auth_time'])
