import { formatIso, SECOND, type Instant } from '#domain/time/instant.ts'
import type { Role, Tag, User } from './accounts/account.ts'
import { accountOf, ORGANIZATION } from './accounts/account-table.ts'
import { ADMINISTRATOR_ACCESS, documentOf, managedPolicy } from './accounts/managed-policy-table.ts'
import { roleOfSession } from './accounts/role-table.ts'
import { userOf } from './accounts/user-table.ts'
import type { Caller, CallerSession } from './authenticate.ts'
import type { PolicyJson } from './policy/document.ts'
import type { PolicySet } from './policy/evaluate.ts'
import type { AttachedPolicy } from './policy/match.ts'
import type { ContextEntry } from './policy/request-context.ts'
import type { Requester } from './policy/requester.ts'

/** A caller as policies know it. */
export type CallerFacts = {
  readonly requester: Requester
  /** The user or role that the caller's permissions come from; null for one that the sandbox does not have. */
  readonly identity: User | Role | null
  readonly policies: Pick<PolicySet, 'serviceControl' | 'identity' | 'boundary' | 'session'>
  readonly context: readonly ContextEntry[]
  /** Tags of the principal and of the session together. */
  readonly tags: readonly Tag[]
}

/** Everything that policies can ask about a caller at `now`. */
export function callerFacts(caller: Caller, now: Instant): CallerFacts {
  const { principal, session } = caller
  const requester = requesterOf(caller)
  const role = roleOfSession(principal.arn)
  const identity = role ?? userOf(session?.madeFor ?? principal.arn)
  const tags = withoutDoubles([...(identity?.tags ?? []), ...(session?.tags ?? [])])
  const account = accountOf(principal.account)
  return {
    requester,
    identity,
    policies: {
      serviceControl: account?.isManagement === true ? null : (account?.serviceControl ?? null),
      identity: identity ? policiesOf(identity, now) : [],
      boundary: identity?.boundary ?? null,
      session: sessionPolicies(caller),
    },
    context: contextEntries(caller, requester, tags, now),
    tags,
  }
}

function requesterOf({ principal, session }: Caller): Requester {
  const { account, arn, userId: id } = principal
  const role = roleOfSession(arn)
  if (arn.includes(':assumed-role/')) {
    return { kind: 'role-session', account, arn, id, roleArn: role?.arn ?? '' }
  }
  if (arn.includes(':federated-user/')) {
    return { kind: 'federated-user', account, arn, id, userArn: session?.madeFor ?? '' }
  }
  return { kind: /:(?:assumed-)?root$/.test(arn) ? 'root' : 'user', account, arn, id }
}

function policiesOf(identity: User | Role, now: Instant): readonly AttachedPolicy[] {
  // The root user has no policies and may do everything; whoever it federates inherits that.
  if (identity.kind === 'root') return [ADMINISTRATOR_ACCESS]
  if (identity.kind !== 'role' || identity.revokesAfterSeconds === null) return identity.policies
  const since = formatIso(now - identity.revokesAfterSeconds * SECOND)
  // What the console's button "Revoke active sessions" attaches.
  const document = documentOf({
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { DateLessThan: { 'aws:TokenIssueTime': since } },
  })
  return [...identity.policies, { name: 'AWSRevokeOlderSessions', arn: null, document }]
}

/** A federated user without any session policy may do nothing; a role session without one is not bound. */
function sessionPolicies({ principal, session }: Caller): readonly AttachedPolicy[] | null {
  if (!session) return null
  const managed = (session.policyArns ?? []).flatMap(
    (arn) => managedPolicy(arn, principal.account) ?? [],
  )
  const inline = session.policy === undefined ? [] : [inlinePolicy(session.policy)]
  const policies = [...inline, ...managed]
  return policies.length > 0 || session.by === 'GetFederationToken' ? policies : null
}

const inlinePolicy = (text: string): AttachedPolicy => ({
  name: 'session policy',
  arn: null,
  // Read before it was sealed into the token.
  document: JSON.parse(text) as PolicyJson,
})

const TYPES = {
  user: 'User',
  root: 'Account',
  'role-session': 'AssumedRole',
  'federated-user': 'FederatedUser',
  federated: 'Anonymous',
} as const

/** Where every call comes from, whatever the wire says: an address for documentation. @see https://www.rfc-editor.org/rfc/rfc5737 */
export const SOURCE_IP = '203.0.113.7'

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function contextEntries(
  { principal, session, region }: Caller,
  requester: Requester,
  tags: readonly Tag[],
  now: Instant,
): readonly ContextEntry[] {
  const isUser = requester.kind === 'user'
  return [
    ['aws:CurrentTime', formatIso(now)],
    ['aws:EpochTime', String(Math.floor(now / SECOND))],
    ['aws:RequestedRegion', region],
    ['aws:SourceIp', SOURCE_IP],
    ['aws:SecureTransport', 'true'],
    ['aws:ViaAWSService', 'false'],
    ['aws:PrincipalIsAWSService', 'false'],
    ['aws:PrincipalOrgID', ORGANIZATION],
    ['aws:PrincipalAccount', principal.account],
    ['aws:PrincipalType', TYPES[requester.kind]],
    [
      'aws:PrincipalArn',
      requester.kind === 'role-session' ? requester.roleArn || principal.arn : principal.arn,
    ],
    ['aws:userid', principal.userId],
    ['aws:username', isUser ? (principal.arn.split('/').at(-1) ?? null) : null],
    ...tags.map(([key, value]) => [`aws:PrincipalTag/${key}`, value] as const),
    ['aws:SourceIdentity', session?.sourceIdentity ?? null],
    ['aws:FederatedProvider', session?.provider ?? null],
    ...sessionEntries(session, now),
  ]
}

/**
 * Requests with a long-term key have none of these. Only GetSessionToken puts MFA into a session: the credentials of a
 * role say that there was none, even where a code was given for them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function sessionEntries(session: CallerSession | null, now: Instant): readonly ContextEntry[] {
  if (!session) return []
  const { mfaAt } = session
  return [
    ['aws:TokenIssueTime', formatIso(session.issuedAt)],
    ['aws:MultiFactorAuthPresent', String(mfaAt !== undefined)],
    [
      'aws:MultiFactorAuthAge',
      mfaAt === undefined ? null : String(Math.max(0, Math.floor((now - mfaAt) / SECOND))),
    ],
  ]
}

/** Keys count in any case; the last one wins. */
function withoutDoubles(tags: readonly Tag[]): readonly Tag[] {
  return [...new Map(tags.map((tag) => [tag[0].toLowerCase(), tag])).values()]
}
