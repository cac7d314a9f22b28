import type { FieldName } from './reading.ts'

/** What a named value can be. */
export type EntryField = FieldName | 'expiration' | 'region'

/** A field that a name stands for. A weak name alone does not make credentials: other programs use it too. */
export type NamedField = { readonly field: EntryField; readonly isWeak: boolean }

/** Names in small letters without separators, so that `AWS_ACCESS_KEY_ID` and `awsAccessKeyId` are one. */
const STRONG: Readonly<Record<EntryField, readonly string[]>> = {
  accessKeyId: ['accesskeyid', 'awsaccesskeyid', 'awsaccesskey'],
  secretAccessKey: ['secretaccesskey', 'awssecretaccesskey', 'awssecretkey'],
  sessionToken: ['sessiontoken', 'awssessiontoken', 'awssecuritytoken', 'securitytoken'],
  expiration: [],
  region: [],
}

const WEAK: Readonly<Record<EntryField, readonly string[]>> = {
  accessKeyId: ['accesskey', 'accessid', 'keyid'],
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
    'sessiontokenexpiresatms',
  ],
  region: ['awsregion', 'awsdefaultregion', 'region', 'regionname', 'defaultregion'],
}

const FIELDS = new Map<string, NamedField>([...listed(STRONG, false), ...listed(WEAK, true)])

/** The field that a name stands for, in any spelling; null for all other names. */
export function fieldOf(name: string): NamedField | null {
  if (name.length > 64) return null
  const last = name.slice(name.lastIndexOf('.') + 1)
  return FIELDS.get(last.toLowerCase().replace(/[-_ ]/g, '')) ?? null
}

function listed(
  names: Readonly<Record<EntryField, readonly string[]>>,
  isWeak: boolean,
): (readonly [string, NamedField])[] {
  const fields = Object.keys(names) as EntryField[]
  return fields.flatMap((field) => names[field].map((name) => [name, { field, isWeak }] as const))
}
