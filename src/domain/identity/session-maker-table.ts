/** What made a role session, as far as its names tell. */
export type SessionMaker =
  | 'cognito-identity-pool'
  | 'ec2-instance'
  | 'ecs-task-or-roles-anywhere'
  | 'roles-anywhere'
  | 'iam-identity-center'
  | 'botocore'
  | 'aws-sdk-js'
  | 'aws-sdk-js-web-identity'
  | 'aws-sdk-go'
  | 'aws-sdk-java'
  | 'github-actions'
  | 'api-gateway'
  | 'glue-job'
  | 'eks-pod-identity'
  | 's3-access-grants'
  | 'granted'
  | 'okta-aws-cli'
  | 'service-linked-role'

/** Where a pattern comes from: AWS's documents or source, public reports, or a belief nobody has checked. */
type Basis = 'documented' | 'reported' | 'believed'

type MakerRow = {
  readonly maker: SessionMaker
  readonly looksAt: 'role-name' | 'session-name'
  /** Every quantifier is bounded. */
  readonly pattern: RegExp
  readonly basis: Basis
  /** Digits in the first group are a time since 1970 in this unit: when the name was made. */
  readonly time?: 'seconds' | 'milliseconds' | 'nanoseconds'
}

/** Rows are tried in order; the role's name says more than the session's. */
export const SESSION_MAKERS: readonly MakerRow[] = [
  {
    maker: 'iam-identity-center',
    looksAt: 'role-name',
    pattern: /^AWSReservedSSO_[\w+=,.@-]{1,64}_[0-9a-f]{16}$/,
    basis: 'reported',
  },
  {
    maker: 'service-linked-role',
    looksAt: 'role-name',
    pattern: /^AWSServiceRoleFor[A-Z]/,
    basis: 'documented',
  },
  {
    maker: 'ec2-instance',
    looksAt: 'session-name',
    pattern: /^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
    basis: 'documented',
  },
  {
    maker: 'cognito-identity-pool',
    looksAt: 'session-name',
    pattern: /^CognitoIdentityCredentials$/,
    basis: 'reported',
  },
  {
    maker: 'botocore',
    looksAt: 'session-name',
    pattern: /^botocore-session-(\d{9,10})$/,
    basis: 'documented',
    time: 'seconds',
  },
  {
    maker: 'aws-sdk-js-web-identity',
    looksAt: 'session-name',
    pattern: /^aws-sdk-js-session-(\d{12,13})$/,
    basis: 'documented',
    time: 'milliseconds',
  },
  {
    maker: 'aws-sdk-js',
    looksAt: 'session-name',
    pattern: /^aws-sdk-js-(\d{12,13})$/,
    basis: 'documented',
    time: 'milliseconds',
  },
  {
    maker: 'aws-sdk-go',
    looksAt: 'session-name',
    pattern: /^aws-go-sdk-(\d{18,19})$/,
    basis: 'believed',
    time: 'nanoseconds',
  },
  {
    maker: 'aws-sdk-java',
    looksAt: 'session-name',
    pattern: /^aws-sdk-java-(\d{12,13})$/,
    basis: 'believed',
    time: 'milliseconds',
  },
  {
    maker: 'github-actions',
    looksAt: 'session-name',
    pattern: /^GitHubActions$/,
    basis: 'documented',
  },
  {
    maker: 'eks-pod-identity',
    looksAt: 'session-name',
    pattern: /^eks-.{1,64}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    basis: 'documented',
  },
  {
    maker: 's3-access-grants',
    looksAt: 'session-name',
    pattern: /^access-grants-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    basis: 'reported',
  },
  {
    maker: 'api-gateway',
    looksAt: 'session-name',
    pattern: /^BackplaneAssumeRoleSession$/,
    basis: 'reported',
  },
  {
    maker: 'glue-job',
    looksAt: 'session-name',
    pattern: /^GlueJobRunnerSession$/,
    basis: 'reported',
  },
  { maker: 'granted', looksAt: 'session-name', pattern: /^gntd-/, basis: 'reported' },
  { maker: 'okta-aws-cli', looksAt: 'session-name', pattern: /^okta-aws-cli$/, basis: 'reported' },
  {
    maker: 'ecs-task-or-roles-anywhere',
    looksAt: 'session-name',
    pattern: /^[0-9a-f]{32}$/i,
    basis: 'believed',
  },
  {
    maker: 'roles-anywhere',
    looksAt: 'session-name',
    pattern: /^[0-9a-f]{33,40}$/i,
    basis: 'believed',
  },
]
