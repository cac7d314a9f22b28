import type { Parameter } from '#domain/sts/operations/descriptor.ts'
import type { Fault, FaultWord } from '#domain/sts/operations/fault.ts'
import { plural } from './plural.ts'

/** What a found ARN names, where the sentence has a word for it. */
const arnKinds: Readonly<Record<string, string>> = {
  'iam:role': 'a role',
  'iam:user': 'an IAM user',
  'iam:policy': 'a managed policy',
  'iam:root': 'an account',
  'iam:group': 'a group of users',
  'iam:instance-profile': 'an instance profile',
  'iam:saml-provider': 'a SAML provider',
  'iam:oidc-provider': 'an OpenID Connect provider',
  'iam:mfa': 'an MFA device',
  'iam:u2f': 'a passkey or security key',
  'sts:assumed-role': 'a session of a role',
  'sts:federated-user': 'a federated user',
}

const wanted: Readonly<Record<string, string>> = {
  arn: 'a role: `arn:aws:iam::ACCOUNT:role/NAME`',
  'saml-provider': 'a SAML provider: `arn:aws:iam::ACCOUNT:saml-provider/NAME`',
  'arn-list': 'a managed policy: `arn:aws:iam::aws:policy/NAME` or one of the account',
  'task-policy': 'a managed policy of AWS under `root-task/`',
  'serial-number': 'a device that shows codes: `arn:aws:iam::ACCOUNT:mfa/NAME`',
  'target-principal': 'an account: 12 digits, or an ARN of the member account',
}

const wantedOf = ({ kind, arnOf }: Parameter): string =>
  wanted[arnOf === 'saml-provider' ? arnOf : kind] ?? 'another kind of thing'

/** The characters of AWS's patterns, in words. */
const characters: readonly (readonly [start: string, words: string])[] = [
  ['[\\d]', 'digits only'],
  ['[\\w+=,.@:\\/-]', 'letters A to Z, digits and `_+=,.@:/-`, without blanks'],
  ['[\\w+=/:,.@-]', 'letters A to Z, digits and `_+=/:,.@-`, without blanks'],
  ['[\\w+=,.@-]', 'letters A to Z, digits and `_+=,.@-`, without blanks'],
  ['[\\w]', 'letters A to Z, digits and `_`'],
  ['[\\p{L}', 'letters of any script, digits, blanks and `_.:/=+-@`'],
  [
    '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]',
    'Latin characters, blanks and line breaks: no Hangul, no emoji',
  ],
]

const charactersOf = (pattern: string | null): string =>
  characters.find(([start]) => pattern?.startsWith(start))?.[1] ?? 'printable characters'

/** A number of seconds as people say it, where it is whole. */
export function inWords(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return `${String(seconds / 3600)} h`
  if (seconds >= 60 && seconds % 60 === 0) return `${String(seconds / 60)} min`
  return `${String(seconds)} s`
}

const bounded = ({ bound }: Fault, { kind }: Parameter): string =>
  kind === 'duration'
    ? `${String(bound)} s (${inWords(bound ?? 0)})`
    : `${String(bound)}${kind === 'size' ? ' bytes' : ''}`

const caps: Readonly<Record<string, string>> = {
  chaining: 'A role that is assumed from a role lasts 1 h at most. AWS refuses more.',
  root: 'A session of the root user lasts 1 h at most. AWS shortens a longer one.',
}

const has = ({ has: count }: Fault): string =>
  `It has ${plural(count ?? 0, 'character', 'characters')}.`

/** A fault in one or two sentences, to stand beside its field. */
export const faultSentences: Readonly<
  Record<FaultWord, (fault: Fault, parameter: Parameter) => string>
> = {
  missing: () => 'This is needed.',
  pattern: ({ detail }) =>
    `It holds a character that AWS does not take. Allowed: ${charactersOf(detail)}.`,
  'too-short': (fault) =>
    fault.bound === 6
      ? `A code has 6 digits. ${has(fault)}`
      : `At least ${plural(fault.bound ?? 0, 'character', 'characters')}. ${has(fault)}`,
  'too-long': (fault) =>
    fault.bound === 6
      ? `A code has 6 digits. ${has(fault)}`
      : `At most ${plural(fault.bound ?? 0, 'character', 'characters')}. ${has(fault)}`,
  'not-a-number': () => 'A whole number, in digits.',
  'too-small': (fault, parameter) => `At least ${bounded(fault, parameter)}.`,
  'too-large': (fault, parameter) => `At most ${bounded(fault, parameter)}.`,
  'too-few-items': ({ bound }) => `At least ${plural(bound ?? 0, 'item', 'items')}.`,
  'too-many-items': ({ bound, has: count }) =>
    `AWS takes ${plural(bound ?? 0, 'item', 'items')} at most. There are ${String(count)}.`,
  'not-one-of': ({ detail }) => `AWS names other values: ${quotedList(detail)}.`,
  'not-an-arn': (_, parameter) => `This is no ARN. Wanted: ${wantedOf(parameter)}.`,
  'wrong-arn': ({ detail }, parameter) => {
    if (detail === 'account') return 'The account in this ARN does not have 12 digits.'
    if (detail === 'name') return 'This ARN ends before the name.'
    return `This ARN names ${arnKinds[detail ?? ''] ?? 'something else'}. Wanted: ${wantedOf(parameter)}.`
  },
  'other-partition': ({ detail }) =>
    `This ARN is of the partition \`${detail ?? ''}\`, the endpoint of another. Credentials never cross partitions.`,
  'not-json': () => 'This is no JSON. Look for a missing quote, comma or brace.',
  'not-an-object': () => 'A policy is a JSON object: it begins with a brace.',
  'no-statement': () => 'The policy has no `Statement`. AWS refuses it as malformed.',
  'no-version': () =>
    'The policy has no `Version`. AWS then takes `2008-10-17`, without policy variables. Usual: `2012-10-17`.',
  'has-principal': () =>
    'The policy names a `Principal`. That belongs to a trust policy or a resource’s; AWS refuses it in a session policy.',
  'over-plaintext': ({ bound, has: count }) =>
    `AWS’s page allows ${String(bound)} characters of plain text. There are ${String(count)}. Taking out blanks and line breaks may be enough.`,
  'over-documented': ({ bound, has: count }) =>
    `AWS’s page allows ${String(bound)} characters. There are ${String(count)}. STS was seen to take more, but does not promise it.`,
  'double-key': () =>
    'This key is there already. Keys that differ in case only are the same to AWS.',
  'double-item': () => 'This is there already.',
  'key-without-tag': () =>
    'No tag above has this key. AWS takes transitive keys of given tags only.',
  'reserved-key': () => 'Keys that begin with `aws:` are reserved. AWS refuses them.',
  'other-half-missing': ({ detail }) =>
    detail === 'SerialNumber'
      ? 'A code needs the serial number or ARN of its device. AWS refuses one without the other.'
      : 'A device needs its present code. AWS refuses one without the other.',
  'no-policy': () =>
    'Without a session policy the federated user may do nothing but what resource policies grant it by name.',
  'over-cap': ({ detail, bound }) =>
    caps[detail ?? ''] ?? `Here it lasts ${inWords(bound ?? 0)} at most.`,
  'outer-white-space': () => 'It begins or ends with a blank or a line break. Take it off.',
  'not-a-message': () =>
    'An encoded message has letters, digits, `-` and `_` only. A line break or quote may have slipped in.',
  'not-a-key-id': () =>
    'A key ID begins with four letters such as `AKIA` or `ASIA`, has capitals and digits only, and 20 of them as a rule.',
  'sso-role': () =>
    'This role belongs to IAM Identity Center. AWS’s page says that `AssumeRoleWithSAML` does not work on such roles.',
}

const quotedList = (detail: string | null): string =>
  (detail ?? '')
    .split(', ')
    .map((one) => `\`${one}\``)
    .join(', ')
