import type { DecodedMeaning } from '#domain/denial/decoded-message.ts'
import type { DecodeFailure } from '#domain/sts/decode-authorization-message.ts'
import { plural } from './plural.ts'

type Words = { readonly headline: string; readonly paragraph: string }

const arrivedPerhaps = 'The request may have reached AWS all the same.'

const refusals: Readonly<Record<string, Words>> = {
  AccessDenied: {
    headline: 'These credentials may not decode it',
    paragraph:
      'No policy allows them `sts:DecodeAuthorizationMessage`, or one forbids it. Somebody who may use it can run the command below.',
  },
  InvalidAuthorizationMessageException: {
    headline: 'AWS does not accept this message',
    paragraph:
      'It was changed on its way (cut short, or with a line break in it), or it has expired; AWS does not say which. Copy it again as a whole, or repeat what was refused to get a new one.',
  },
  ExpiredToken: {
    headline: 'The session of these credentials has expired',
    paragraph: 'Decode it with new credentials, or let somebody who may run the command below.',
  },
  ExpiredTokenException: {
    headline: 'The session of these credentials has expired',
    paragraph: 'Decode it with new credentials, or let somebody who may run the command below.',
  },
}

const refused = (code: string): Words =>
  refusals[code] ?? {
    headline: 'AWS refused to decode it',
    paragraph: `AWS answered with \`${code}\`. It is about this call, not about the message.`,
  }

const unreachable: Readonly<
  Record<Extract<DecodeFailure, { readonly kind: 'unreachable' }>['why'], string>
> = {
  offline: 'This device is offline.',
  policy: 'This page’s own policy blocked the request.',
  'timed-out': `No answer came in time. ${arrivedPerhaps}`,
  unknown:
    'The browser gave no answer and no reason. It says the same of a blocked request, a name that does not exist and a broken connection.',
}

function failure(outcome: DecodeFailure): Words {
  switch (outcome.kind) {
    case 'refused':
      return refused(outcome.code)
    case 'unreadable':
      return {
        headline: 'The answer holds no decoded message',
        paragraph:
          outcome.what === 'html'
            ? 'A web page came back. A proxy or a sign-in page of a network answered, not AWS.'
            : `Something else came back, with status ${String(outcome.status)}.`,
      }
    case 'unreachable':
      return { headline: 'No answer could be read', paragraph: unreachable[outcome.why] }
    case 'cancelled':
      return { headline: 'The page stopped waiting', paragraph: arrivedPerhaps }
    case 'not-sent':
      return {
        headline: 'Nothing was sent',
        paragraph:
          outcome.why === 'chunk-unavailable'
            ? 'The file of this page that asks AWS could not be loaded. Try again when you are online.'
            : 'The AWS SDK refused to make the request. A value may hold a character that no request may hold.',
      }
  }
}

const meanings: Readonly<Record<DecodedMeaning, Words>> = {
  allowed: {
    headline: 'The policies allowed this request',
    paragraph:
      'No policy was in the way when this message was made. What failed is not in the message.',
  },
  'explicit-deny': {
    headline: 'A policy forbids it',
    paragraph:
      'A statement with Deny matched, and no Allow overrules a Deny. The statement has to change, or the request has to fall outside its conditions.',
  },
  'explicit-deny-without-mfa': {
    headline: 'A policy forbids it, with a condition on MFA',
    paragraph: 'A statement with Deny matched that looks at MFA. No Allow overrules a Deny.',
  },
  'explicit-deny-by-time': {
    headline: 'A policy forbids it to sessions issued before a certain time',
    paragraph:
      'IAM writes such a statement when somebody revokes the sessions of a role. A session that was issued later is not touched by it: get new credentials.',
  },
  'nothing-allows': {
    headline: 'No policy allows it',
    paragraph:
      'No statement with Deny matched, and not every kind of policy that has a say allows it. Whoever keeps them has to add an Allow for this action on this resource.',
  },
  'a-check-failed': {
    headline: 'A check failed, and no policy forbids it',
    paragraph: 'AWS names the check below. No statement with Deny matched.',
  },
}

/** Everything said of an encoded authorization message and of what stands in it. Literal parts stand between backticks. */
export const decodedMessages = {
  title: 'Encoded message',
  found: 'AWS put its reasons into this message. Only `sts:DecodeAuthorizationMessage` reads it.',
  more: (count: number) => plural(count, 'more character', 'more characters'),
  tooLong: (longest: number, length: number) =>
    `It has ${String(length)} characters, and AWS takes at most ${String(longest)}. More than the message may have been read from the text.`,
  before: {
    leaves: 'Leaves this tab',
    leavesDetail:
      'The message, access key ID, session token if there is one, the time, a signature',
    stays: 'Stays here',
    staysDetail: 'Secret access key. It makes the signature and is not part of it',
    goes: 'Goes to',
    goesDetail: (host: string) => `\`${host}\``,
    needs: 'Needs',
    needsDetail: 'Permission for `sts:DecodeAuthorizationMessage`',
  },
  decode: 'Decode with these credentials',
  again: 'Try again',
  inProgress: 'In progress',
  decoded: 'Decoded',
  error: 'Error',
  withHeld: 'Decode it with credentials held in this tab',
  withoutCredentials:
    'There are no credentials here to decode it with. Somebody with permission for `sts:DecodeAuthorizationMessage` can run this command.',
  forSomebodyElse: 'The command for somebody who may decode it:',
  command: 'command that decodes the message',
  nothingToAskWith: {
    headline: 'Nothing was sent',
    paragraph: 'Credentials or an address are missing.',
  },
  failure,
  awsSays: 'AWS says',
  requestId: 'Request ID',
  meaningTitle: 'What it means',
  meanings,
  aboutMfa: {
    without:
      'The request was made without MFA. Get a session with MFA: give the device and its code to `sts:GetSessionToken` or `sts:AssumeRole`.',
    with: 'The request was made with MFA. The statement may look at how long ago that was.',
    absent:
      'The request says nothing of MFA, as with long-term keys. Get a session with MFA: give the device and its code to `sts:GetSessionToken` or `sts:AssumeRole`.',
  },
  facts: {
    allowed: 'Allowed',
    explicitDeny: 'Explicit deny',
    principal: 'Who',
    principalId: 'ID',
    action: 'Action',
    resource: 'On',
    mfa: 'MFA',
  },
  yes: 'Yes',
  no: 'No',
  notSaid: 'Not said',
  mfa: {
    with: '`aws:MultiFactorAuthPresent` is `true`: the session was made with MFA',
    without: '`aws:MultiFactorAuthPresent` is `false`: the session was made without MFA',
    absent: 'No `aws:MultiFactorAuthPresent` in the request; long-term keys never have it',
  },
  matchedTitle: 'Statements that matched',
  matchedNone: 'None. Neither an Allow nor a Deny matched.',
  matchedNotShown: 'None is named in the message.',
  failuresTitle: 'Checks that failed',
  columns: {
    effect: 'Effect',
    statement: 'Statement',
    actions: 'Actions',
    resources: 'Resources',
    conditions: 'Conditions',
    key: 'Key',
    values: 'Values of the request',
  },
  noCondition: 'None named',
  unnamed: 'Unnamed',
  conditionsTitle: 'The request’s values',
  rawTitle: 'The whole text',
  rawSummary: 'AWS’s JSON, as decoded',
  raw: 'decoded JSON',
  unfamiliar: {
    headline: 'Decoded, in a form this page does not know',
    paragraph: 'AWS decoded the message. Its text stands below as it came.',
  },
}

export type DecodedMessages = typeof decodedMessages
