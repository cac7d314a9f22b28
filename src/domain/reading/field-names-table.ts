import type { DecoyKind, FieldName } from './reading.ts'

/** What a named value can be. */
export type EntryField = FieldName | Circumstance

/** What is said of a set beside its three values; `issued` and `lease` make an expiration together. */
export type Circumstance = 'expiration' | 'region' | 'profile' | 'issued' | 'lease'

/**
 * How much a name says. A strong one makes credentials; a weak one does so beside others or where the value has the
 * shape, since other programs use it too; a faint one only where the value has the shape.
 */
export type Strength = 'strong' | 'weak' | 'faint'

/** A field that a name stands for. */
export type NamedField = { readonly field: EntryField; readonly strength: Strength }

type Names = Readonly<Partial<Record<EntryField, readonly string[]>>>

/** Names in small letters without separators, so that `AWS_ACCESS_KEY_ID` and `awsAccessKeyId` are one. */
const STRONG: Names = {
  accessKeyId: ['accesskeyid', 'awsaccesskeyid', 'awsaccesskey', 'awsaccesskeyidvalue'],
  secretAccessKey: ['secretaccesskey', 'awssecretaccesskey', 'awssecretkey'],
  sessionToken: ['sessiontoken', 'awssessiontoken', 'awssecuritytoken', 'securitytoken'],
}

const WEAK: Names = {
  accessKeyId: ['accesskey', 'accessid', 'keyid', 'accesskeyvalue'],
  secretAccessKey: ['secretkey', 'secretkeyid', 'secretaccess', 'secret'],
  sessionToken: ['token'],
  expiration: [
    'expiration',
    'awscredentialexpiration',
    'awssessionexpiration',
    'xsecuritytokenexpires',
    'awsexpiration',
    'expiresat',
    'expiretime',
    'expires',
    'expiry',
    'expirationtime',
    'sessiontokenexpiresatms',
  ],
  region: ['awsregion', 'awsdefaultregion', 'region', 'regionname', 'defaultregion'],
  issued: ['issuetime', 'issuedat', 'leaseissuedat', 'leaseissuetime'],
  lease: ['leaseduration'],
  profile: ['awsprofile', 'awsdefaultprofile', 'saml2awsprofile', 'awsvault', 'profile'],
}

const FAINT: Names = {
  accessKeyId: ['key', 'awskey', 'awsid'],
  secretAccessKey: ['awssecret'],
  sessionToken: ['awstoken'],
}

/** Suffixes that make any longer name a strong one: `TF_VAR_aws_access_key_id`, `X-Amz-Security-Token`. */
const SUFFIXES: readonly (readonly [string, FieldName])[] = [
  ['secretaccesskey', 'secretAccessKey'],
  ['accesskeyid', 'accessKeyId'],
  ['sessiontoken', 'sessionToken'],
  ['amzsecuritytoken', 'sessionToken'],
]

const DECOYS: Readonly<Record<string, DecoyKind>> = {
  accesstoken: 'sso-access-token',
  refreshtoken: 'refresh-token',
  idtoken: 'jwt',
  dpopkey: 'dpop-key',
  clientsecret: 'client-secret',
  xawsec2metadatatoken: 'imds-token',
  xaws2metadatatoken: 'imds-token',
}

const FIELDS = new Map<string, NamedField>([
  ...listed(FAINT, 'faint'),
  ...listed(WEAK, 'weak'),
  ...listed(STRONG, 'strong'),
])

const plain = (name: string): string => name.toLowerCase().replace(/[-_. ]/g, '')

/** The field that a name stands for, in any spelling; null for all other names. */
export function fieldOf(name: string): NamedField | null {
  if (name.length > 80) return null
  const dot = name.lastIndexOf('.')
  const last = plain(name.slice(dot + 1))
  const found = FIELDS.get(last)
  if (found && found.strength !== 'faint') return found
  // `fs.s3a.access.key`: the last two parts make the name.
  const whole = dot < 0 ? last : plain(name)
  const lastTwo = dot < 0 ? undefined : plain(name.slice(name.lastIndexOf('.', dot - 1) + 1))
  const joined = lastTwo === undefined ? undefined : FIELDS.get(lastTwo)
  if (joined && joined.strength !== 'faint') return joined
  for (const [suffix, field] of SUFFIXES) {
    if (whole.length > suffix.length && whole.endsWith(suffix)) return { field, strength: 'strong' }
  }
  return found ?? null
}

/** Several sets stand side by side under names with a word more: `AWS_ACCESS_KEY_ID_PROD`, `PROD_AWS_ACCESS_KEY_ID`. */
const BEHIND = /^(aws_(?:access_key_id|secret_access_key|session_token))_(\w{1,24})$/i
// Shorter than a key ID that a lost line break glued to the name.
const BEFORE = /^(\w{1,19}?)_(aws_(?:access_key_id|secret_access_key|session_token))$/i
const INSIDE = /^aws_(\w{1,24}?)_(access_key_id|secret_access_key|session_token)$/i

/** Words that a tool puts before the name of any variable, and which tell no set from another. */
const TOOLS =
  /^(?:tf_var|spark(?:_hadoop|_conf)?|hadoop|airflow(?:_var|_conn)?|next_public|nuxt(?:_public)?|expo_public|public|vite|react_app|gatsby|vue_app|input|github|gitlab|ci|circleci|jenkins|travis|bitbucket|buildkite|org_gradle_project|npm_config|cargo|docker|compose|env|var|export|set|my|your|the|new|pulumi|serverless|cdk|sam|lambda|ecs|eks|sts)_?$/i
const TOOL =
  /^(?:tf_var|spark(?:_hadoop|_conf)?|next_public|nuxt(?:_public)?|expo_public|react_app|vue_app|input|org_gradle_project|npm_config)_(?=\w)/i

/** The name without the word that tells its set from others, and that word; null where there is none. */
export function setWordOf(name: string): { readonly name: string; readonly word: string } | null {
  if (name.length <= 17 || name.length > 80) return null
  const bare = name.replace(TOOL, '')
  const behind = BEHIND.exec(bare)
  if (behind) return { name: behind[1] ?? '', word: behind[2] ?? '' }
  const before = BEFORE.exec(bare)
  if (before && !TOOLS.test(before[1] ?? ''))
    return { name: before[2] ?? '', word: before[1] ?? '' }
  const inside = before ? null : INSIDE.exec(bare)
  return inside && !TOOLS.test(inside[1] ?? '')
    ? { name: `aws_${inside[2] ?? ''}`, word: inside[1] ?? '' }
    : null
}

const LONGEST_SHOWN_NAME = 40

/**
 * The part of a name that may be shown: where a line break was lost, the end of a secret stands before the name, as in
 * `…AWS_SESSION_TOKEN=`, so of a long name only its known end is kept.
 */
export function shownName(name: string): string {
  if (name.length <= LONGEST_SHOWN_NAME) return name
  for (let at = name.length - 1; at >= Math.max(0, name.length - LONGEST_SHOWN_NAME); at -= 1) {
    const end = name.slice(at)
    if (SUFFIXES.some(([suffix]) => plain(end) === suffix)) return end
  }
  return ''
}

/** What a name says its value is where that is none of the three; null for all other names. */
export function decoyOf(name: string): DecoyKind | null {
  if (name.length > 64) return null
  const key = plain(name.slice(name.lastIndexOf('.') + 1))
  return Object.hasOwn(DECOYS, key) ? (DECOYS[key] ?? null) : null
}

function listed(names: Names, strength: Strength): (readonly [string, NamedField])[] {
  const fields = Object.keys(names) as EntryField[]
  return fields.flatMap((field) =>
    (names[field] ?? []).map((name) => [name, { field, strength }] as const),
  )
}
