import type { CallerRule, OperationName } from '#domain/sts/operations/descriptor.ts'
import { plural } from './plural.ts'

const statuses: Readonly<Record<CallerRule | 'unsigned' | 'unasked' | 'nothing-to-sign', string>> =
  {
    may: 'Possible',
    refused: 'Never',
    'refused-if-from-get-session-token': 'Depends',
    'not-documented': 'Not documented',
    unsigned: 'Not signed',
    unasked: 'Not known yet',
    'nothing-to-sign': 'Needs credentials',
  }

/** What the page says around the forms of the operations. */
export const formMessages = {
  title: 'Operations',
  intro:
    'Every operation of STS, called from this page. What it returns is held in this tab like a paste.',
  caption: 'Operations of STS and whether these credentials may call them',
  columns: {
    operation: 'Operation',
    from: 'From these credentials',
    why: 'Why',
    actions: 'Form',
    field: 'Field',
    value: 'Value',
  },
  statuses,
  unasked: 'Ask who they are first; then the page can say.',
  needsCredentials: 'Paste credentials first; this call is signed.',
  fillIn: 'Fill in',
  fillInLabel: (name: OperationName) => `Fill in ${name}`,
  back: 'All operations',
  awsPage: 'AWS’s page',
  optional: 'optional',
  seldom: (count: number) => `${plural(count, 'more parameter', 'more parameters')}, seldom needed`,
  openFile: 'Open file',
  fileTooLarge: 'This file is larger than 1 MB. Nothing of it was read.',
  call: (name: OperationName) => `Call ${name}`,
  sending: 'Sent, no answer yet',
  cancel: 'Cancel',
  faulty: (count: number) =>
    `Nothing was sent. ${plural(count, 'field needs', 'fields need')} another value.`,
  busy: 'Another call is under way. Wait for its answer, or cancel it.',
  obstacles: {
    'nothing-read': 'This call is signed. Paste credentials first.',
    'no-access-key-id': 'The access key ID is missing.',
    'no-secret-access-key': 'The secret access key is missing.',
    'no-endpoint': 'There is no address to call. Choose another endpoint.',
    'secret-would-leave':
      'A secret stands where the access key ID or the session token is sent from. It is held back.',
  },
  duration: (span: string) => `That is ${span}.`,
  before: {
    leaves: 'Leaves the page',
    signed: 'the request with these parameters, the access key ID and a signature',
    signedWithToken:
      'the request with these parameters, the access key ID, the session token and a signature',
    unsigned: 'the request with these parameters; no AWS credentials',
    sandbox: 'nothing; the sandbox is inside this page',
    goes: 'Goes to',
    goesSandbox: 'the sandbox',
    signedBy: 'Signed by',
    recorded: 'Recorded',
    recordedNowhere: 'nowhere',
    needs: 'Needs',
    never: 'Such a session can never',
  },
  copyCommand: 'Copy as AWS CLI command',
  copyJson: 'Copy parameters as JSON',
  commandNote: (variables: readonly string[]) =>
    variables.length === 0
      ? 'The command takes credentials from your own environment.'
      : `The command takes credentials from your own environment, and \`${variables.join('`, `')}\` too.`,
  answer: 'Answer',
  noAnswerYet: 'Not called yet. The answer will stand here.',
  minted: (name: string) => `${name} is held in this tab`,
  mintedSentence: (until: string) =>
    until === '' ? 'STS gave it credentials.' : `STS gave it credentials until ${until}.`,
  done: 'STS answered',
  choose: 'Choose it',
  chosen: 'It is chosen above.',
  cancelled: 'Cancelled',
  cancelledDetail: 'AWS may already have received the request and recorded it.',
  changed: 'What changed',
  changes: {
    session: [
      'The ARN is the same: GetSessionToken makes no other principal.',
      'The session carries no MFA, so policies that ask for `aws:MultiFactorAuthPresent` refuse it.',
    ],
    sessionWithMfa: [
      'The ARN is the same: GetSessionToken makes no other principal.',
      '`aws:MultiFactorAuthPresent` is true from now on, in this session only. A long-term key does not have that key at all, so a policy that asks for it refuses the key even where MFA is set up.',
      'It may now call what such policies allow, and IAM too.',
    ],
    federation: [
      'The principal is a federated user. It can do what the user’s policies and the session policy both allow; without a session policy, nothing but what a resource policy grants it by name.',
    ],
    role: [
      'The principal is a session of the role: it has the role’s permissions and none of the caller’s.',
    ],
  },
  had: {
    title: 'What a trust policy may ask for',
    asks: 'It may ask for',
    brought: 'This call had',
    nothing: 'nothing',
    note: 'AWS does not say which condition failed, and says the same of a role that does not exist.',
    conditions: {
      caller: 'This principal',
      account: 'An account',
      'external-id': 'An external ID',
      mfa: 'MFA',
      'source-identity': 'A source identity',
      tags: 'Session tags',
    },
  },
  wire: (host: string) => `Sent to ${host}, and what came back`,
  requestId: 'Request ID',
  show: 'Show',
  hide: 'Hide',
  permissionNote: 'The least that must be allowed, by a policy attached to the caller.',
  limits: 'It can never',
  result: 'Result',
  trust: 'A trust policy that would admit this caller',
  trustNote: 'A skeleton. Read it before you hand it to whoever owns the role.',
  trustBefore: 'What the role’s trust policy must say',
  permission: 'What the caller’s own policies must allow',
  secretValue: (count: number) => `${String(count)} characters hidden`,
  roleHelper: 'Role ARN from account and name',
  account: 'Account ID',
  roleName: 'Role name, with its path',
  useArn: 'Use this ARN',
  crossAccount: (account: string, own: string) =>
    `The role is in account ${account}, the caller in ${own}: cross-account. Both accounts must allow it.`,
  examples: {
    title: 'From the sandbox',
    choose: 'Example',
    fill: 'Fill it in',
    onlyOne: (name: string) => name,
  },
  jwt: {
    caption: 'Header and claims of the token',
    claim: 'Claim',
    value: 'Value',
  },
  saml: {
    roles: (count: number) => plural(count, 'role offered', 'roles offered'),
    provider: (arn: string) => `by ${arn}`,
    redeemIn: (left: string, at: string) => `${left} left, until ${at}`,
    redeemUnknown: 'not stated',
    redeemOver: 'too late, by this device’s clock',
    duration: (seconds: number) =>
      `${String(seconds)} s, for the console; AssumeRoleWithSAML takes its own`,
    signed: (response: boolean, assertion: boolean) =>
      response || assertion
        ? [response ? 'the response' : '', assertion ? 'the assertion' : '']
            .filter((part) => part !== '')
            .join(' and ')
        : 'no signature found',
    signature: 'Signed',
  },
  fromNow: (at: string, left: string, isOver: boolean) =>
    isOver ? `${at}, ${left} ago` : `${at}, in ${left}`,
}

export type FormMessages = typeof formMessages
