import type {
  CallerKind,
  MintedKind,
  OperationDescriptor,
  OperationName,
  Parameter,
} from '#domain/sts/operations/descriptor.ts'
import type { DurationCap, DurationRule } from '#domain/sts/operations/duration-cap.ts'
import type { Fault } from '#domain/sts/operations/fault.ts'
import type { SkeletonNote } from '#domain/sts/skeletons/policy-text.ts'
import { faultSentences, inWords } from './operation-faults.ts'

type OperationWords = {
  /** What a person would call it. */
  readonly title: string
  /** The button. */
  readonly press: string
  /** What it does, in one sentence or two. */
  readonly what: string
}

const operations: Readonly<Record<OperationName, OperationWords>> = {
  GetCallerIdentity: {
    title: 'Caller identity',
    press: 'Ask who they are',
    what: 'Tells whose credentials they are. It needs no permission.',
  },
  AssumeRole: {
    title: 'Assume a role',
    press: 'Assume the role',
    what: 'Gives temporary credentials of a role, in this account or in another. The role’s trust policy decides, and across accounts the caller’s own policies too.',
  },
  AssumeRoleWithSAML: {
    title: 'Assume a role with SAML',
    press: 'Assume the role',
    what: 'Gives temporary credentials of a role for the response of an identity provider. It needs no AWS credentials.',
  },
  AssumeRoleWithWebIdentity: {
    title: 'Assume a role with a web identity',
    press: 'Assume the role',
    what: 'Gives temporary credentials of a role for a token of an OpenID Connect provider. It needs no AWS credentials.',
  },
  AssumeRoot: {
    title: 'Privileged session on a member account',
    press: 'Begin the session',
    what: 'Gives credentials for one task of the root user on a member account. The caller belongs to the organization’s management account or to the delegated administrator of IAM.',
  },
  DecodeAuthorizationMessage: {
    title: 'Decode an authorization message',
    press: 'Decode',
    what: 'Gives the text behind the encoded message that some services append to a denial.',
  },
  GetAccessKeyInfo: {
    title: 'Whose key is this?',
    press: 'Ask for the account',
    what: 'Tells the account of a key ID. It does not tell whether the key works or still exists.',
  },
  GetDelegatedAccessToken: {
    title: 'Trade in a token',
    press: 'Trade it in',
    what: 'Gives temporary credentials for a trade-in token, which a product provider gets after somebody has approved a temporary delegation.',
  },
  GetFederationToken: {
    title: 'Session for a federated user',
    press: 'Get the session',
    what: 'Gives a session for somebody else: what the user’s policies and the session policy both allow. It takes long-term keys only.',
  },
  GetSessionToken: {
    title: 'Session with MFA',
    press: 'Get the session',
    what: 'Gives a session of the same user. With a code the session says that MFA was used, which policies with `aws:MultiFactorAuthPresent` ask for. It takes long-term keys only.',
  },
  GetWebIdentityToken: {
    title: 'Token for a service outside AWS',
    press: 'Get the token',
    what: 'Gives a JWT that AWS signs for the caller. The account must have outbound web identity federation enabled.',
  },
}

type ParameterWords = { readonly label: string; readonly hint: string }

const durationHint = 'In seconds. Without it AWS takes its default.'

const parameters: Readonly<Record<string, ParameterWords>> = {
  RoleArn: {
    label: 'Role ARN',
    hint: '`arn:aws:iam::ACCOUNT:role/NAME`, with its path if it has one.',
  },
  RoleSessionName: {
    label: 'Role session name',
    hint: 'A name for this session. It stands in the session’s ARN and in CloudTrail.',
  },
  PrincipalArn: {
    label: 'SAML provider ARN',
    hint: 'The provider in IAM that vouches for the response.',
  },
  SAMLAssertion: {
    label: 'SAML response',
    hint: 'In base64. The body of the form from the browser’s tools will do, and so will a file.',
  },
  WebIdentityToken: { label: 'Web identity token', hint: 'The ID token, a JWT of three parts.' },
  ProviderId: {
    label: 'Provider ID',
    hint: 'For access tokens of Login with Amazon and Facebook only; never with OpenID Connect.',
  },
  DurationSeconds: { label: 'Duration', hint: durationHint },
  PolicyArns: {
    label: 'Managed session policies',
    hint: 'ARNs of managed policies, up to ten. The session can do only what all of them allow.',
  },
  Policy: {
    label: 'Session policy',
    hint: 'JSON. It narrows what the session can do and never widens it. AWS packs policies and tags together; how full that is shows in the answer only.',
  },
  Tags: {
    label: 'Session tags',
    hint: 'Up to 50 keys with values. The caller needs `sts:TagSession`.',
  },
  TransitiveTagKeys: {
    label: 'Transitive tag keys',
    hint: 'Keys of the tags above that go on to roles assumed from this one.',
  },
  ExternalId: {
    label: 'External ID',
    hint: 'Whoever owns the role may have given you one. AWS does not treat it as a secret.',
  },
  SerialNumber: {
    label: 'MFA device',
    hint: 'ARN of the device, or its serial number. Passkeys and security keys have no codes for this.',
  },
  TokenCode: {
    label: 'MFA code',
    hint: 'Six digits. Each code works once. It is not kept after the call.',
  },
  SourceIdentity: {
    label: 'Source identity',
    hint: 'Stays with the session and with every role assumed from it. It cannot be changed afterwards.',
  },
  ProvidedContexts: {
    label: 'Trusted contexts',
    hint: 'Assertions of IAM Identity Center, with their provider.',
  },
  MinimumSessionTokenSize: {
    label: 'Minimum session token size',
    hint: 'In bytes, up to 4,096: for trying whether a program bears longer tokens.',
  },
  TargetPrincipal: { label: 'Member account', hint: 'Its 12 digits, or an ARN of it.' },
  TaskPolicyArn: { label: 'Task', hint: 'One of AWS’s managed policies for such tasks.' },
  EncodedMessage: { label: 'Encoded message', hint: 'All of it, without line breaks.' },
  AccessKeyId: { label: 'Access key ID', hint: 'The key ID alone; its secret is not asked for.' },
  TradeInToken: { label: 'Trade-in token', hint: 'It works once and for a short time.' },
  Audience: { label: 'Audience', hint: 'Who is to verify the token. Up to ten.' },
  SigningAlgorithm: {
    label: 'Signing algorithm',
    hint: 'RS256 is known nearly everywhere; ES384 is shorter.',
  },
  Name: { label: 'Name', hint: 'Name of the federated user. It stands in the session’s ARN.' },
}

const overrides: Readonly<Record<string, ParameterWords>> = {
  'GetWebIdentityToken.DurationSeconds': {
    label: 'Duration',
    hint: 'In seconds, 300 without it. Not longer than the caller’s own session.',
  },
  'GetWebIdentityToken.Tags': { label: 'Tags', hint: 'They become claims of the token.' },
  'AssumeRoot.DurationSeconds': {
    label: 'Duration',
    hint: 'In seconds, 900 at most and without it.',
  },
}

const callers: Readonly<Record<CallerKind, string>> = {
  user: 'a long-term key of an IAM user',
  'user-session': 'a session of an IAM user',
  root: 'a key of the root user',
  'root-session': 'a session of the root user',
  'role-session': 'a session of a role',
  'federated-user': 'a session of a federated user',
  'assumed-root': 'a privileged session',
  nobody: 'no credentials',
}

/** Why an operation does not take a kind of caller. Null where it does. */
function refusal(descriptor: OperationDescriptor, caller: CallerKind): string | null {
  const { name } = descriptor
  switch (descriptor.callers[caller]) {
    case 'may':
      return null
    case 'not-documented':
      return `AWS does not say whether \`${name}\` takes ${callers[caller]}.`
    case 'refused-if-from-get-session-token':
      return `If \`GetSessionToken\` made this session, AWS refuses \`${name}\`: such a session can call nothing of STS but \`AssumeRole\` and \`GetCallerIdentity\`.`
    case 'refused':
      if (caller === 'nobody') return `\`${name}\` has to be signed with credentials.`
      if (caller === 'federated-user') {
        return `A federated user can call nothing of STS but \`GetCallerIdentity\`.`
      }
      if (name === 'AssumeRole')
        return 'The root user can assume no role. Use an IAM user or a role.'
      return descriptor.mints === 'user-session' || descriptor.mints === 'federated-user'
        ? `\`${name}\` takes long-term keys only. AWS answers \`Cannot call ${name} with session credentials\`.`
        : `\`${name}\` does not take ${callers[caller]}.`
  }
}

const minted: Readonly<Record<MintedKind, string>> = {
  'role-session':
    'A session of the role. Its ARN names the role and the session name. What the caller could do before does not count in it.',
  'user-session':
    'A session of the same user, with the same ARN and the same policies. If a code was given, `aws:MultiFactorAuthPresent` is `true` in its requests, and `aws:MultiFactorAuthAge` counts from now; a long-term key has neither.',
  'federated-user':
    'A session of a federated user of this account. It can do what the user’s policies and the session policy both allow.',
  'assumed-root': 'A privileged session on the member account, for the one task.',
  delegated: 'A session of the principal that the answer names.',
}

const durationRules: Readonly<Record<DurationRule, (cap: DurationCap) => string>> = {
  'role-maximum': ({ least, most, surely }) =>
    `From ${inWords(least)} to the role’s own maximum, which lies between ${inWords(surely)} and ${inWords(most)}. STS does not tell it; up to ${inWords(surely)} is within it in any case.`,
  'role-maximum-and-assertion': ({ least, most, surely }) =>
    `From ${inWords(least)} to the role’s own maximum, between ${inWords(surely)} and ${inWords(most)}, and never past the end that the response names.`,
  chaining: ({ least, most }) =>
    `From ${inWords(least)} to ${inWords(most)}: the caller is a session of a role itself, and AWS refuses more.`,
  user: ({ least, most, usual }) =>
    `From ${inWords(least)} to ${inWords(most)}; ${inWords(usual ?? 0)} without it.`,
  root: ({ least, most }) =>
    `From ${inWords(least)} to ${inWords(most)} for the root user. AWS shortens a longer one.`,
  'user-or-root': ({ least, most, surely }) =>
    `From ${inWords(least)} to ${inWords(most)} for an IAM user, to ${inWords(surely)} for the root user.`,
  'privileged-task': ({ most }) => `${inWords(most)} at most, and without it.`,
  token: ({ least, most, usual }) =>
    `From ${inWords(least)} to ${inWords(most)}; ${inWords(usual ?? 0)} without it. Not longer than the caller’s own session.`,
}

const accounts: Readonly<Record<OperationDescriptor['trail']['accounts'], string>> = {
  caller: 'CloudTrail of the caller’s account records',
  'caller-and-role': 'CloudTrail of the caller’s account and of the role’s account records',
  role: 'CloudTrail of the role’s account records',
  'caller-and-target': 'CloudTrail of the caller’s account and of the member account records',
}

function listOf(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

function recorded(
  { name, trail, parameters: all }: OperationDescriptor,
  given: readonly string[],
): string {
  const shown = trail.shown.filter((one) => given.includes(one))
  const hasSecret = all.some(({ isSecret }) => isSecret)
  const values = shown.length === 0 ? '' : `, with ${listOf(shown.map((one) => `\`${one}\``))}`
  const secret = hasSecret ? ' AWS does not document that a token or code would stand there.' : ''
  return `${accounts[trail.accounts]} \`${name}\`: who called, when, from which address and with which program${values}.${secret}`
}

const notes: Readonly<Record<SkeletonNote, string>> = {
  'path-unknown':
    'The caller’s ARN does not tell the path of its role. If the role has one, put it before the name.',
  'one-session':
    'The principal is this one session, since the role’s ARN cannot be told from it. Put the role’s ARN there.',
  'root-cannot-assume':
    'The root user can assume no role. The principal stands for its account: users and roles there need a policy of their own.',
  'federated-cannot-assume':
    'A federated user can assume no role. Another principal has to stand there.',
  'other-account': 'The caller is of another account: its own policies must allow the call too.',
  'account-unknown': 'Put the account of the role in place of `ACCOUNT`.',
  'provider-must-exist':
    'The role’s account needs an OpenID Connect provider for this issuer, with the audience among its client IDs.',
  'aud-is-azp':
    'Google’s token names an authorized party. AWS compares `aud` with it, and `oaud` with the audience.',
  'azp-may-count':
    'The token names an authorized party beside its audience. Which of the two AWS compares with `aud` is not certain.',
  'several-audiences':
    'The token names several audiences. Which of them AWS compares is not certain.',
  'one-subject': 'The condition admits this one subject. `StringLike` with a pattern admits more.',
  'condition-missing':
    'A condition is missing, since the token or response does not name its value. Without it the role is open to more holders than meant.',
}

const replyFields: Readonly<Record<string, string>> = {
  UserId: 'User ID',
  Account: 'Account',
  Arn: 'ARN',
  'AssumedRoleUser.AssumedRoleId': 'Assumed role ID',
  'AssumedRoleUser.Arn': 'Session ARN',
  'FederatedUser.FederatedUserId': 'Federated user ID',
  'FederatedUser.Arn': 'Federated user ARN',
  PackedPolicySize: 'Packed policy size, per cent',
  SourceIdentity: 'Source identity',
  SessionTokenUtilization: 'Session token, per cent of the longest',
  SessionTokenSize: 'Session token, bytes',
  Subject: 'Subject',
  SubjectType: 'Form of the subject',
  Issuer: 'Issuer',
  Audience: 'Audience',
  NameQualifier: 'Name qualifier',
  SubjectFromWebIdentityToken: 'Subject of the token',
  Provider: 'Provider',
  DecodedMessage: 'Decoded message',
  AssumedPrincipal: 'Assumed principal',
  WebIdentityToken: 'Token',
  Expiration: 'Expires',
}

/** Everything said of the operations of STS, their parameters and what is wrong with them. */
export const operationMessages = {
  operations,
  callers,
  refusal,
  minted,
  parameter: (operation: OperationName, { name }: Parameter): ParameterWords =>
    overrides[`${operation}.${name}`] ?? parameters[name] ?? { label: name, hint: '' },
  fault: (fault: Fault, parameter: Parameter) => faultSentences[fault.fault](fault, parameter),
  duration: (cap: DurationCap) => durationRules[cap.rule](cap),
  replyField: (path: string) => replyFields[path] ?? path,
  skeletonNotes: notes,
  before: {
    leaves: (descriptor: OperationDescriptor) =>
      descriptor.isSigned
        ? 'The parameters, access key ID, session token if there is one, the time, a signature'
        : 'The parameters alone, the token among them. No credentials, no signature',
    recorded,
    regionalOnly: 'The global endpoint does not take this operation. Choose a Region.',
    needs: ({ permissions }: OperationDescriptor, given: readonly string[]) => {
      const asked = permissions.filter(
        ({ whenGiven }) => whenGiven === null || given.includes(whenGiven),
      )
      if (asked.length === 0) return 'No permission'
      const actions = listOf(asked.map(({ action }) => `\`${action}\``))
      return asked.every(({ where }) => where === 'trust')
        ? `${actions} in the role’s trust policy`
        : `Permission for ${actions}`
    },
  },
}

export type OperationMessages = typeof operationMessages
