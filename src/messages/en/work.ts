import type { FormatId } from '#domain/credentials/write/credential-format.ts'
import type { CheckName } from '#domain/credentials/verdict.ts'
import type { EvidenceValue, EvidenceWord } from '#domain/diagnosis/finding.ts'
import type { ArnPartKind } from '#domain/identity/arn.ts'
import type { HardLimit, Never } from '#domain/identity/hard-limits.ts'
import type { SessionMaker } from '#domain/identity/session-maker-table.ts'
import type {
  DecoyKind,
  FieldName,
  Found,
  Note,
  Shape,
  TextRepair,
} from '#domain/reading/reading.ts'
import type { EndpointKind, NotOffered, PartitionId } from '#domain/region/target.ts'
import type { TargetReason } from '#domain/session/desk.ts'
import { firstMessages } from './first.ts'
import { plural } from './plural.ts'

type Fills = Readonly<Record<string, string | number>>

const field: Readonly<Record<FieldName, string>> = {
  accessKeyId: 'Access key ID',
  secretAccessKey: 'Secret access key',
  sessionToken: 'Session token',
}

const inSentence: Readonly<Record<FieldName, string>> = {
  accessKeyId: 'access key ID',
  secretAccessKey: 'secret access key',
  sessionToken: 'session token',
}

const shape: Readonly<Record<Shape, string>> = {
  json: 'JSON',
  'eks-token': 'EKS cluster token',
  'signed-url': 'presigned URL',
  'user-info': 'address with a password',
  authorization: 'signed request',
  xml: 'XML',
  'text-output': 'CLI text output',
  csv: 'CSV',
  table: 'table',
  ini: 'credentials file',
  powershell: 'PowerShell',
  'set-command': 'set commands',
  assignments: 'shell exports',
  call: 'program code',
  literal: 'names and values',
  bare: 'bare values',
  typed: 'typed here',
  received: 'received from STS',
}

const repairs: Readonly<Record<TextRepair, (count: number) => string>> = {
  'byte-order-mark': () => 'Byte order mark taken off the beginning',
  'windows-line-ends': (count) =>
    `${plural(count, 'Windows line end', 'Windows line ends')} read as line breaks`,
  'invisible-characters': (count) =>
    `${plural(count, 'invisible character', 'invisible characters')} taken out`,
  'no-break-spaces': (count) =>
    `${plural(count, 'no-break space', 'no-break spaces')} read as plain ones`,
  'smart-quotes': (count) =>
    `${plural(count, 'typographic quote', 'typographic quotes')} read as straight ones`,
  'markdown-fences': (count) => `${plural(count, 'Markdown fence', 'Markdown fences')} taken out`,
  'mail-quoting': (count) => `Mail quoting taken off ${plural(count, 'line', 'lines')}`,
  'quoted-printable': (count) =>
    `${plural(count, 'quoted-printable escape', 'quoted-printable escapes')} resolved`,
  'html-entities': (count) => `${plural(count, 'HTML entity', 'HTML entities')} resolved`,
  'percent-encoding': (count) =>
    `${plural(count, 'percent code', 'percent codes')} resolved; the whole text was encoded`,
  'json-in-json': (count) =>
    `${plural(count, 'escaped quote', 'escaped quotes')} of JSON inside JSON resolved`,
  'shell-prompts': (count) => `Prompt taken off ${plural(count, 'command', 'commands')}`,
}

const decoys: Readonly<Record<DecoyKind, string>> = {
  placeholder: 'a placeholder, no value',
  masked: 'a masked value; whoever showed it hid it',
  jwt: 'a JSON web token, no AWS credential',
  hash: 'a hash in hexadecimal, no secret',
  'ssh-key': 'an SSH key, no AWS credential',
  certificate: 'a PEM block, no AWS credential',
  'github-token':
    'a GitHub token, no AWS credential. It works on its own: revoke it if this text was shared',
  'imds-token': 'the token that opens instance metadata, not a session token',
  'sso-access-token': 'the access token of IAM Identity Center or of a login, not a session token',
  'refresh-token': 'a refresh token, not a session token. It lives longer than the session',
  'dpop-key': 'the private key of a login. It lives longer than the session',
  'client-secret': 'the secret of a client registration, not of an access key',
  'unique-id': 'the ID of a user, role or other thing in IAM, no access key',
  'caller-key-id': 'the access key ID of who called',
}

const checks: Readonly<Record<CheckName, (fills: Fills) => string>> = {
  'temporary-key-with-token': () => 'Temporary key (ASIA), and a token came with it',
  'temporary-key-without-token': () =>
    'Temporary key (ASIA) without its session token; AWS refuses it on its own',
  'long-term-key': () =>
    'Long-term key (AKIA): it works until somebody deletes it. Temporary credentials are safer to paste',
  'long-term-key-with-token': () =>
    'Long-term key (AKIA) with a session token; the two never go together',
  'key-shape': ({ length, kind }) =>
    kind === 'other'
      ? 'Access key ID is neither ASIA nor AKIA; AWS knows no such key here'
      : `Access key ID should have 20 characters of A–Z and 2–7${length === undefined ? '' : `; this has ${String(length)}`}`,
  'key-missing': () => 'Access key ID is missing',
  'key-documentation': () => 'Access key ID is from AWS’s documentation and works nowhere',
  'secret-shape': ({ length, documentation }) =>
    documentation
      ? 'Secret access key is from AWS’s documentation and works nowhere'
      : length === 40
        ? 'Secret has 40 characters, all of them allowed'
        : `Secret should have 40 characters of base64${length === undefined ? '' : `; this has ${String(length)}`}`,
  'secret-missing': () => 'Secret access key is missing',
  'token-whole': ({ bytes }) => `Token is whole: ${String(bytes ?? '')} bytes, read to the end`,
  'token-cut': ({ missingBytes }) =>
    `Token is cut short: at least ${plural(Number(missingBytes ?? 0), 'byte is', 'bytes are')} missing at its end`,
  'token-damaged': () => 'Token begins like one of AWS’s and cannot be read to its end',
  'token-unknown': () => 'Token has a layout this page does not know; that may be new',
  'token-flawed': () => 'Token holds characters that no session token has',
  'same-account': () => 'Same account in key ID and token',
  'different-accounts': ({ key, token }) =>
    `Key ID names account ${String(key ?? '')}, the token names ${String(token ?? '')}; probably from two different sets`,
  'account-not-comparable': () =>
    'No account to compare: only version 2 tokens and newer key IDs name one',
  'token-version-fits-region': () => 'Token version fits the Region',
  'version-1-token-in-opt-in-region': () =>
    'Version 1 token; an opt-in Region accepts version 2 only',
  'fields-swapped': () => 'Two values stand in each other’s place',
  'trap-account': ({ account, knownAsOf }) =>
    `Account ${String(account ?? '')} is known for keys laid out as traps: any call tells their owner who used them, this one too. Known as of ${String(knownAsOf ?? '')}`,
  'issued-in-future': ({ minutes, clock }) =>
    `The token looks issued ${plural(Number(minutes ?? 0), 'minute', 'minutes')} from now${clock === 'measured' ? ', on AWS’s clock too; it may have been edited' : '; this device’s clock is probably behind'}`,
  'token-hour': () =>
    'The token’s hour counter does not fit its issue time; it may have been edited, or AWS changed the counter',
  'token-age-hint': ({ hours }) =>
    `Its hour counter hints that the token is at least ${plural(Number(hours ?? 0), 'hour', 'hours')} old`,
  'expiration-beyond-limit': ({ why }) =>
    why === 'accepted-later'
      ? 'The pasted expiration had passed when AWS accepted the session; it probably belongs to another set'
      : `The pasted expiration is ${why === 'before-issue' ? 'before the token’s issue time' : 'more than 36 hours after the token’s issue time, and no session lasts that long'}; it probably belongs to another set`,
  expired: () => 'The pasted expiration is in the past',
  'probably-expired': ({ hours }) =>
    `Probably expired: the token looks ${hours === undefined ? 'more than 36' : String(hours)} hours old, and no session lasts longer than 36`,
}

const placeOf = ({ name, line }: Found): string => {
  const where = line === null ? '' : `line ${String(line)}`
  if (name === '') return where === '' ? 'This text' : `In ${where}`
  return where === '' ? `\`${name}\`` : `\`${name}\`, ${where},`
}

type NoteMessages = { readonly [N in Note['note']]: (note: Extract<Note, { note: N }>) => string }

const remarks: NoteMessages = {
  'text-repaired': (note) => repairs[note.repair](note.count),
  'quotes-removed': (note) => `Quotes taken off the ${inSentence[note.field]}`,
  'blanks-removed': (note) =>
    `${plural(note.count, 'blank', 'blanks')} taken out of the ${inSentence[note.field]}`,
  'line-breaks-removed': (note) =>
    `${plural(note.count, 'line break', 'line breaks')} taken out of the ${inSentence[note.field]}`,
  'escapes-resolved': (note) =>
    `${plural(note.count, 'escape', 'escapes')} resolved in the ${inSentence[note.field]}`,
  'percent-decoded': (note) =>
    `${plural(note.count, 'percent code', 'percent codes')} resolved in the ${inSentence[note.field]}`,
  'base64-decoded': (note) =>
    `The ${inSentence[note.field]} was encoded in base64 once more, as in a Kubernetes Secret; decoded`,
  'plus-signs-restored': (note) =>
    `${plural(note.count, 'blank', 'blanks')} in the ${inSentence[note.field]} read as plus signs, which only then reads to its end`,
  'commas-removed': (note) => `Punctuation taken off the end of the ${inSentence[note.field]}`,
  'pieces-joined': (note) =>
    `${plural(note.count, 'piece', 'pieces')} of the ${inSentence[note.field]} joined`,
  'commas-missing': (note) =>
    `${plural(note.count, 'comma is', 'commas are')} missing; read all the same`,
  decoy: (note) =>
    `${placeOf(note.found)} ${note.found.name === '' ? 'stands' : 'holds'} ${decoys[note.decoy]}`,
  'login-cache': () =>
    'This is the cache of `aws login`. It holds a refresh token and a key that outlive the session; do not pass it on',
  'no-secret-inside': (note) => `A ${shape[note.shape]} is made with the secret and never holds it`,
  'expiration-unreadable': (note) =>
    `\`${note.found.name}\`${note.found.line === null ? '' : `, line ${String(note.found.line)},`} holds no time that can be read`,
  'lease-without-start': (note) =>
    `\`${note.found.name}\`${note.found.line === null ? '' : `, line ${String(note.found.line)},`} says that the lease lasts ${plural(note.seconds, 'second', 'seconds')} from when it was issued; the text does not say when that was`,
  'more-credentials': (note) => `${plural(note.count, 'set', 'sets')} of credentials in this paste`,
  'too-many-values': (note) =>
    `More than ${plural(note.count, 'value', 'values')}; what follows them may not have been read`,
  repeated: (note) =>
    `${plural(note.count, 'set', 'sets')} that the paste holds once more ${note.count === 1 ? 'is' : 'are'} shown once`,
}

/** In which set it is, where the paste holds several. */
function inSet({ set }: Note): string {
  if (!set) return ''
  const { index, profile } = set
  return `In set ${String(index + 1)}${profile === null ? '' : ` (profile ${profile})`}: `
}

const notes = Object.fromEntries(
  Object.entries(remarks).map(([name, remark]) => [
    name,
    (note: Note) => inSet(note) + (remark as (note: Note) => string)(note),
  ]),
) as NoteMessages

const words: Readonly<Partial<Record<EvidenceWord, string>>> = {
  present: 'present',
  missing: 'missing',
  whole: 'whole',
  unreadable: 'unreadable',
  'aws-access-key-id': 'an AWS access key ID',
  'not-an-access-key-id': 'something else',
  'documentation-key': 'a key of the documentation',
  'access-key-id': 'an access key ID',
  'secret-access-key': 'a secret access key',
  'session-token': 'a session token',
  'version-1': 'version 1',
  'version-2': 'version 2',
  'in-the-future': 'a time to come',
  'under-36-hours': '36 hours at most',
}

function valueInWords(value: EvidenceValue): string {
  if ('word' in value) return words[value.word] ?? value.word
  if ('literal' in value) return value.literal
  if ('count' in value) {
    return value.of === 'bytes'
      ? plural(value.count, 'byte', 'bytes')
      : plural(value.count, 'character', 'characters')
  }
  const minutes = Math.round(Math.abs(value.milliseconds) / 60_000)
  const span = minutes < 120 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h`
  return value.milliseconds < 0 ? `${span} ago` : span
}

const notOffered: Readonly<Record<NotOffered, (region: string) => string>> = {
  'no-fips': (region) => `Not offered in ${region}`,
  'no-global': () => 'Not offered in this partition',
  'custom-empty': () => 'Type an address of this machine',
  'custom-not-url': () => 'Not an address; it looks like `http://localhost:4566`',
  'custom-not-loopback': () =>
    'Only `localhost` and `127.0.0.1`; this page’s policy lets nothing else through',
  'custom-has-path': () => 'No path, query or fragment: host and port only',
  'custom-has-user': () => 'No user name or password in the address',
  'unknown-region': () => 'This build knows no such Region',
}

const reason: Readonly<Record<TargetReason, string>> = {
  paste: 'Chosen because the paste names it.',
  token: 'Chosen because the token was issued here (inferred).',
  'last-used': 'Chosen because it was asked last.',
  default: 'Any listed Region can say who a session is.',
  chosen: '',
  situation: 'Set by the situation.',
}

const kindOf: Readonly<Record<EndpointKind, string>> = {
  regional: 'Regional',
  'dual-stack': 'Dual-stack',
  fips: 'FIPS',
  global: 'Global',
  custom: 'Custom',
  sandbox: 'Sandbox',
}

const endpointInWords: Readonly<Record<EndpointKind, string>> = {
  regional: 'regional endpoint',
  'dual-stack': 'dual-stack endpoint',
  fips: 'FIPS endpoint',
  global: 'global endpoint',
  custom: 'custom endpoint',
  sandbox: 'sandbox',
}

const partition: Readonly<Record<PartitionId, string>> = {
  aws: 'aws, commercial',
  'aws-cn': 'aws-cn, China',
  'aws-us-gov': 'aws-us-gov, GovCloud (US)',
  'aws-eusc': 'aws-eusc, European Sovereign Cloud',
  'aws-iso': 'aws-iso, US ISO',
  'aws-iso-b': 'aws-iso-b, US ISOB',
  'aws-iso-e': 'aws-iso-e, EU ISOE',
  'aws-iso-f': 'aws-iso-f, US ISOF',
}

/** What the page says from the first reading on. Literal parts of a sentence stand between backticks. */
export const workMessages = {
  copy: firstMessages.copy,
  answerStatus: firstMessages.answerStatus,
  provenance: {
    pasted: 'pasted',
    typed: 'typed',
    received: 'STS said',
    inferred: 'inferred',
    awsAgrees: 'AWS agrees',
    awsDiffers: (account: string) => `AWS says ${account}`,
    measured: 'measured',
  },
  hidden: (count: number) => `${String(count)} hidden`,
  hiddenCharacters: (count: number) => plural(count, 'character hidden', 'characters hidden'),
  time: {
    title: 'Time left',
    endsSoon: 'Ends soon',
    expired: 'Expired',
    probablyExpired: 'Probably expired',
    longTerm: 'Long-term',
    atMost: 'at most',
    ended: 'ended',
    ago: 'ago',
    overBy: 'at least',
    notKnown: 'not known',
    noEnd: 'no end',
    issued: 'Issued',
    expires: 'Expires',
    expiredAt: 'Expired',
    used: 'Part of the session used',
    from: (name: string, line: number | null) =>
      name === ''
        ? 'From the pasted expiration.'
        : line === null
          ? `From \`${name}\`.`
          : `From \`${name}\`, line ${String(line)}.`,
    agrees: (minutes: string) =>
      `Exactly ${minutes} after the issue time in the token, so the two agree.`,
    differs: (minutes: string) =>
      `That is ${minutes} after the issue time in the token (inferred).`,
    setAside: {
      'accepted-later': (stated: string, at: string) =>
        `AWS accepted it at ${at}, so the pasted expiration, ${stated}, is not this session’s.`,
      'accepted-later-by-device': (stated: string, at: string) =>
        `AWS accepted it at ${at}, so the pasted expiration, ${stated}, is not this session’s, or this device’s clock is ahead.`,
      'before-issue': (stated: string, issued: string) =>
        `The pasted expiration, ${stated}, is before the issue time in the token, ${issued} (inferred), so it is probably not this session’s.`,
      'beyond-longest': (stated: string, issued: string) =>
        `The pasted expiration, ${stated}, is more than 36 h after the issue time in the token, ${issued} (inferred). No session lasts that long, so it is probably not this session’s.`,
    },
    outlived: (at: string) =>
      `AWS accepted it at ${at}, later than any session of the issue time in the token could last, so that time says nothing here.`,
    issuedInFuture: 'Clock probably behind',
    countedFromIssue: (ahead: string) =>
      `The token looks issued ${ahead} from now, so this device’s clock is probably behind. Counted from the issue time.`,
    futureOnAws: (ahead: string) =>
      `The token looks issued ${ahead} from now, on AWS’s clock too. Counted from the issue time.`,
    onAwsClock: (difference: string, isAhead: boolean) =>
      `Counted on AWS’s clock; this device’s is ${difference} ${isAhead ? 'ahead of' : 'behind'} it.`,
    seconds: (count: number) => `${String(count)} s`,
    zone: (zone: string) => (zone === 'UTC' ? 'Times are UTC.' : `Times are ${zone}.`),
    noExpiration: 'No expiration was pasted and STS does not return one.',
    windowFrom:
      'Only a window is known: the issue time in the token (inferred), plus the durations AWS allows.',
    ifUsual: (usual: string, left: string) => `If it is the usual ${usual}, ${left} is left.`,
    aliveAt: (at: string) => `Still valid at ${at}, when AWS answered.`,
    ifUsualOver: (usual: string) => `If it was the usual ${usual}, it is over.`,
    notUsual: (usual: string) => `So it lasts longer than the usual ${usual}.`,
    notToScale: 'Not to scale.',
    cannotRead: 'No expiration was pasted and the token cannot be read.',
    noToken: 'There is no expiration, and no token to read one from.',
    longTermDetail:
      'A long-term key (AKIA) does not expire. Temporary credentials are safer to paste.',
    olderThanAny: (limit: string) =>
      `The token looks older than ${limit}, the longest session of this kind that AWS gives. Inferred from the issue time in the token.`,
    stops: {
      issued: 'issued',
      accepted: 'AWS accepted it',
      earliest: (span: string) => `${span}, earliest`,
      usual: (span: string) => `${span}, usual`,
      role: (span: string) => `${span}, role limit`,
      latest: (span: string) => `${span}, any session`,
      limit: (span: string) => `${span}, limit`,
    },
    hour: 'hour',
    /** The shortest writing of a span: `15 min`, `1 h`, `390 min`. */
    span: (minutes: number) =>
      minutes % 60 === 0 && minutes > 0 ? `${String(minutes / 60)} h` : `${String(minutes)} min`,
    minutes: (count: number) =>
      count % 60 === 0 && count >= 120 ? `${String(count / 60)} h` : `${String(count)} min`,
    spoken: {
      left: (minutes: number) => `${plural(minutes, 'minute', 'minutes')} left.`,
      over: 'The session has ended.',
    },
  },
  fields: {
    title: 'What was read from the paste',
    name: field,
    inSentence,
    columns: { field: 'Field', value: 'Value and where it was found', length: 'Length' },
    line: (line: number, name: string) =>
      name === '' ? `line ${String(line)}` : `line ${String(line)}, ${name}`,
    typed: 'typed here',
    missing: 'not in the text',
    empty: 'not typed yet',
    show: 'Show',
    hide: 'Hide',
    showLabel: (name: FieldName) => `Show ${inSentence[name]}`,
    hideLabel: (name: FieldName) => `Hide ${inSentence[name]}`,
    edit: 'Edit',
    editLabel: (name: FieldName) => `Edit ${inSentence[name]}`,
    type: 'Type it',
    typeLabel: (name: FieldName) => `Type ${inSentence[name]}`,
    save: 'Use it',
    cancel: 'Cancel',
    source: (readAs: Shape, lines: number) =>
      readAs === 'typed' || readAs === 'received'
        ? shape[readAs]
        : `${shape[readAs]}, ${plural(lines, 'line', 'lines')}`,
    profile: (name: string) => `profile ${name}`,
    clipboardNote:
      'Copying puts the value in the clear on the clipboard, and clipboards may keep a history.',
  },
  copyOut: {
    title: 'Use it elsewhere',
    format: 'As',
    copy: 'Copy in the clear',
    copyAs: (format: string) => `Copy in the clear as ${format}`,
    cannot: 'A value cannot stand in this format.',
    olderToken:
      'A long-term key goes without a session token. Where an older AWS_SESSION_TOKEN is still set, unset it first; AWS refuses the two together.',
    note: 'Copying puts the secret access key on the clipboard, where other programs can read it and a history may keep it.',
    formats: {
      env: 'shell exports (POSIX)',
      powershell: 'PowerShell',
      'windows-cmd': 'Windows cmd',
      fish: 'fish',
      'env-no-export': 'variables without export',
      ini: 'profile (credentials file)',
      process: 'credential_process JSON',
      'sts-answer': 'JSON as STS answers',
      docker: 'Docker flags',
    } satisfies Readonly<Record<FormatId, string>>,
  },
  verdict: {
    together: 'These belong together',
    nothingContradicts: 'Nothing contradicts',
    secretNotChecked: 'The secret cannot be checked here; only AWS can.',
    cannotTell: 'Cannot tell yet',
    trap: 'Known trap account',
    longTerm: 'Long-term key',
    compared: (expected: EvidenceValue, seen: EvidenceValue) =>
      `Expected ${valueInWords(expected)}, seen ${valueInWords(seen)}`,
    heads: {
      'missing-session-token': 'Session token missing',
      'long-term-and-session-key-mixed': 'Probably two different sets',
      'expired-session': 'Probably expired',
      'credential-mangled': 'A value looks damaged',
      'credential-whitespace': 'Stray characters in a value',
      'fields-swapped': 'Values in the wrong fields',
      'clock-skew': 'This device’s clock is probably behind',
      'v1-token-in-opt-in-region': 'Token probably not accepted in this Region',
      'localstack-key-on-aws': 'Not a live key of AWS',
      'key-deleted-or-inactive': 'Key ID probably mistyped',
      'request-not-signed': 'A value is missing',
    } as Readonly<Record<string, string>>,
    cannotWork: 'Cannot work',
    stillAllowed: 'Asking is still possible.',
    incomplete: 'A value is missing',
    checks,
    notes,
  },
  inferred: {
    askAccount: 'GetAccessKeyInfo',
    title: 'Without asking AWS',
    account: 'Account',
    tokenVersion: 'Token version',
    version1: '1, not accepted in opt-in Regions',
    version2: '2, accepted in every Region',
    issuedIn: 'Issued in',
    issuedBy: 'Issued by',
    globalEndpoint: 'Global endpoint; Region not readable',
    issuedAt: 'Issued at',
    ago: (at: string, duration: string) => `${at}, ${duration} ago`,
    future: (at: string) => `${at}, in the future`,
    keyKind: 'Key',
    kinds: {
      temporary: 'Temporary (ASIA)',
      'long-term': 'Long-term (AKIA)',
      other: 'Not an AWS access key ID',
    },
    whereFrom: 'Where these come from',
    whereFromDetail:
      'Account: characters 5 to 13 of the key ID, and field 5.3 of a version 2 token. Version: the token’s first byte. Region: field 3. Issue time: field 6, in version 1 field 5. AWS calls the token opaque and may change it; an inferred fact never stops you from asking.',
  },
  ask: {
    whoAmI: 'Who am I?',
    askAgain: 'Ask again',
    cancel: 'Cancel',
    ctrl: 'Ctrl ↵',
    command: '⌘ ↵',
    esc: 'Esc',
    note: 'Asks GetCallerIdentity. It needs no permission, changes nothing and costs nothing.',
    noAddress: 'No address to ask',
    putInPlace: 'Put the values in place',
    askAllTheSame: 'Send it all the same',
    obstacles: {
      'nothing-read': 'Paste credentials first.',
      'no-access-key-id': 'An access key ID is missing; without it nothing can be signed.',
      'no-secret-access-key': 'A secret access key is missing; without it nothing can be signed.',
      'secret-would-leave':
        'What looks like a secret access key stands where the access key ID or the session token is sent from. It would leave this tab.',
      'no-endpoint': 'Type an address of this machine, or choose another endpoint.',
    },
    insecure:
      'This page was not loaded over https or from this machine, so the browser withholds its signing functions. Signing still works, slower, and the sandbox does not.',
    loopback:
      'The browser may ask whether this page may reach this machine. Refusing looks like a failed connection.',
  },
  target: {
    title: 'Endpoint',
    partitionLabel: 'Partition',
    regionLabel: 'Region',
    searchNone:
      'No Region of that name. A Region newer than this build is blocked by the page’s policy; GetCallerIdentity works from any listed one.',
    partition,
    optIn: 'opt-in',
    inferred: 'not documented yet',
    regionWithCity: (code: string, city: string) => `${code}, ${city}`,
    reason,
    enabledByDefault: 'Enabled by default.',
    notARegion: (code: string) => `The paste names \`${code}\`, which is no Region of this list.`,
    isAZone: (code: string, region: string) =>
      `The paste names \`${code}\`, an Availability Zone; its Region is \`${region}\`.`,
    optInDetail: 'Opt-in Region: it answers only where the account has enabled it.',
    kindsLegend: 'Endpoint type',
    kind: kindOf,
    kindInWords: endpointInWords,
    marks: {
      regional: '',
      'dual-stack': 'IPv4 and IPv6',
      fips: '',
      global: 'signed for us-east-1',
      custom: 'this machine only',
      sandbox: 'nothing is sent',
    } as Readonly<Record<EndpointKind, string>>,
    insidePage: 'Inside this page',
    customUntyped: 'An address of this machine',
    customLabel: 'Address on this machine',
    customPlaceholder: 'http://localhost:4566',
    notOffered,
    summary: (
      partitionId: string,
      code: string,
      city: string,
      isOptIn: boolean,
      kind: EndpointKind,
    ) =>
      `${kind === 'sandbox' ? 'sandbox' : partitionId}, ${code} (${city}${isOptIn ? ', opt-in' : ''})${kind === 'sandbox' ? '' : `, ${endpointInWords[kind]}`}`,
    summarySituation: (name: string) => `, situation: ${name}`,
  },
  before: {
    title: 'When you press',
    leaves: 'Leaves this tab',
    leavesWithToken: 'Access key ID, session token, the time, a signature',
    leavesWithoutToken: 'Access key ID, the time, a signature',
    leavesSecret: 'What looks like a secret access key, in the place of a value that is sent',
    leavesNothing: 'Nothing. The sandbox is part of this page',
    stays: 'Stays here',
    staysOther: 'The value that stands in the place of the secret access key',
    staysDetail: 'Secret access key. It makes the signature and is not part of it',
    goes: 'Goes to',
    goesTls: (host: string) => `\`${host}\`, over TLS, from your IP address`,
    goesPlain: (host: string) => `\`${host}\`, on this machine`,
    goesSandbox: 'The sandbox, inside this page',
    recorded: 'Is recorded',
    recordedIn: (account: string) =>
      `CloudTrail in ${account} (inferred): GetCallerIdentity, this session, the time, your IP address, your browser`,
    recordedSomewhere:
      'CloudTrail in the account of the credentials: GetCallerIdentity, the caller, the time, your IP address, your browser',
    recordedNowhere: 'Nowhere',
    recordedLocally: 'By the program on this machine, if it keeps a log',
    request: 'The request',
    setOnPress: 'set when you press',
    madeOnPress: 'made when you press',
    missing: 'missing',
    moreCharacters: (count: number) => plural(count, 'more character', 'more characters'),
  },
  asking: {
    status: 'In progress',
    heading: 'Asking who this is',
    elapsed: (seconds: string, limit: string) => `${seconds} s of at most ${limit} s`,
  },
  identity: {
    success: 'Success',
    title: 'Identity',
    headline: {
      'assumed-role': (session: string, role: string) =>
        `You are ${session}, using the role ${role}`,
      permissionSet: (session: string, set: string) =>
        `You are ${session}, with the permission set ${set}`,
      user: (name: string) => `You are the IAM user ${name}`,
      root: (account: string) => `You are the root user of ${account}`,
      'federated-user': (name: string) => `You are the federated user ${name}`,
      'assumed-root': (account: string) =>
        `You are the root user of ${account}, through AssumeRoot`,
      other: 'AWS named a principal of a kind this page does not know',
    },
    sentence: {
      'assumed-role': (account: string) => `An assumed-role session in account ${account}.`,
      user: (account: string) => `An IAM user in account ${account}.`,
      root: () =>
        'The root user can do anything in the account. Use it for nothing that another principal can do.',
      'federated-user': (account: string) =>
        `A session from GetFederationToken in account ${account}.`,
      'assumed-root': () => 'A session of 15 min for one task that only the root user may do.',
      other: (account: string) => `In account ${account}.`,
    },
    account: 'Account',
    partition: 'Partition',
    principal: 'Principal',
    principals: {
      root: 'Root user',
      user: 'IAM user',
      'assumed-role': 'Assumed-role session',
      'federated-user': 'Federated user',
      'assumed-root': 'Assumed-root session',
      other: 'Unknown kind',
    } as Readonly<Record<string, string>>,
    sessionName: 'Session name',
    roleName: 'Role name',
    roleId: 'Role ID',
    userName: 'User name',
    userIdUnique: 'User ID',
    path: 'Path',
    permissionSet: 'Permission set',
    userId: 'UserId',
    madeBy: 'Made by',
    roleArn: 'Role ARN',
    ifNoPath: 'if it has no path',
    arn: 'ARN',
    arnParts: 'ARN, part by part',
    arnNames: {
      prefix: '',
      partition: 'partition',
      service: 'service',
      region: 'Region',
      account: 'account',
      'resource-kind': 'kind',
      path: 'path',
      'role-name': 'role name',
      'user-name': 'user name',
      'session-name': 'session name',
      resource: 'resource',
    } satisfies Record<ArnPartKind, string>,
    makers: {
      'cognito-identity-pool': 'Cognito identity pool',
      'ec2-instance': 'EC2 instance profile',
      'ecs-task-or-roles-anywhere': 'ECS task or IAM Roles Anywhere, by its 32 hexadecimal digits',
      'roles-anywhere': 'IAM Roles Anywhere, named after a certificate',
      'iam-identity-center': 'IAM Identity Center',
      botocore: 'AWS CLI or boto3, session name made by botocore',
      'aws-sdk-js': 'AWS SDK for JavaScript',
      'aws-sdk-js-web-identity': 'AWS SDK for JavaScript, with a web identity',
      'aws-sdk-go': 'AWS SDK for Go',
      'aws-sdk-java': 'AWS SDK for Java',
      'github-actions': 'GitHub Actions, configure-aws-credentials',
      'api-gateway': 'API Gateway integration',
      'glue-job': 'Glue job',
      'eks-pod-identity': 'EKS Pod Identity',
      's3-access-grants': 'S3 Access Grants',
      granted: 'Granted',
      'okta-aws-cli': 'okta-aws-cli',
      'service-linked-role': 'An AWS service, with its service-linked role',
    } satisfies Record<SessionMaker, string>,
    limits: {
      'call-get-session-token': ['Call GetSessionToken', 'refused for every role session'],
      'call-get-federation-token': ['Call GetFederationToken', 'refused for every role session'],
      'assume-role-over-one-hour': [
        'Assume another role for over 1 hour',
        'role chaining ends at 3600 s',
      ],
      'assume-any-role': ['Assume a role', 'roles may not be assumed by root'],
      'call-sts-but-caller-identity': [
        'Call STS, except GetCallerIdentity',
        'a session of GetFederationToken',
      ],
      'call-sts-but-assume-role-and-caller-identity': [
        'Call STS, except AssumeRole and GetCallerIdentity',
        'a session of GetSessionToken',
      ],
      'call-iam': ['Call IAM', 'whatever its policies allow'],
      'call-iam-without-mfa': ['Call IAM without MFA', 'the session must carry MFA'],
      'get-session-over-one-hour': ['Get a session for over 1 hour', 'a limit of the root user'],
      'last-over-fifteen-minutes': ['Last over 15 minutes', 'a limit of AssumeRoot'],
      'be-extended': ['Be extended', 'a session ends; get a new one'],
    } satisfies Record<Never, readonly [string, string]>,
    limitsThatHold: {
      always: { heading: 'It can never', caption: 'What this session can never do' },
      'if-from-get-session-token': {
        heading: 'If GetSessionToken made it, it cannot',
        caption: 'What this session cannot do if GetSessionToken made it',
      },
    } satisfies Record<HardLimit['holds'], { readonly heading: string; readonly caption: string }>,
    otherPartition: (partition: string, asked: string) =>
      `The ARN is of ${partition}, and a host of ${asked} was asked. AWS does not answer so.`,
    answer: 'This answer',
    requestId: 'Request ID',
    requestIdHidden: 'not readable here',
    took: 'Took',
    tookDetail: (milliseconds: string) => `${milliseconds} ms, one attempt`,
    clockDifference: 'Clock difference',
    clock: {
      unknown: 'not readable here',
      within: 'under 1 s, 15 min allowed',
      seconds: (count: number) => `${String(count)} s`,
      minutes: (count: number) => `${String(count)} min`,
      ahead: (difference: string) => `${difference} ahead of AWS, 15 min allowed`,
      behind: (difference: string) => `${difference} behind AWS, 15 min allowed`,
    },
    proves:
      'It proves that the values belong together and that the session is alive now. It proves no permission.',
    provesSandbox: 'The sandbox answered. AWS was not asked.',
    announce: (headline: string, account: string) => `Success. ${headline}, in account ${account}.`,
  },
  wire: {
    title: 'Wire',
    sent: 'Sent',
    received: 'Received',
    nothing: 'Nothing that the browser lets a page read.',
    copyRedacted: 'Copy redacted',
    copySent: 'Copy the request, redacted',
    copyReceived: 'Copy the answer, redacted',
    size: (bytes: number, milliseconds: string) =>
      `${plural(bytes, 'byte', 'bytes')}, ${milliseconds} ms`,
    hidden: (count: number) => plural(count, 'character hidden', 'characters hidden'),
  },
  received: { title: 'What came back' },
  report: {
    title: 'Report',
    preview: 'Read it first',
    hide: 'Hide it',
    copy: 'Copy redacted report',
    detail: 'Key ID shortened; no secret, token or signature',
  },
  notSent: {
    heading: 'Nothing was sent: a file of this page did not load',
    detail:
      'The part that signs and sends is fetched after the first paint, and the fetch failed. Go online and ask again, or reload the page.',
  },
  explanationUnavailable: {
    heading: 'The explanation’s file did not load',
    detail: 'Go online and ask again. What came back stands below.',
  },
  cancelled: {
    status: 'Stopped',
    heading: 'Cancelled before an answer came',
    detail: 'AWS may already have received the request and recorded it.',
  },
}

export type WorkMessages = typeof workMessages
