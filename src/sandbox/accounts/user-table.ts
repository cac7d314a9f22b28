import { encodeAccessKeyId } from '#domain/credentials/access-key-id.ts'
import { ACCOUNT, IAM_USER, ROOT_USER, type Principal } from '../principal-table.ts'
import type { User } from './account.ts'
import { PARTNER_ACCOUNT } from './account-table.ts'
import {
  ADMINISTRATOR_ACCESS,
  DEVELOPERS,
  LOOK_AND_START,
  READ_ONLY_ACCESS,
} from './managed-policy-table.ts'

/** `letter` is A–P, one per key of an account. */
const key = (account: string, letter: string, isActive = true) => ({
  accessKeyId: encodeAccessKeyId({ prefix: 'AKIA', account, tail: `${letter}EXAMPLE` }),
  isActive,
})

const user = (account: string, name: string, letter: string): Principal => ({
  partition: 'aws',
  account,
  arn: `arn:aws:iam::${account}:user/${name}`,
  userId: encodeAccessKeyId({ prefix: 'AIDA', account, tail: `${letter}EXAMPLE` }),
})

const NOTHING_MORE = { boundary: null, mfaSerial: null, tags: [] } as const

/** Everybody who has a long-term key. */
export const USERS: readonly User[] = [
  {
    kind: 'user',
    shows: 'user-with-mfa',
    name: 'minji',
    principal: IAM_USER,
    policies: [DEVELOPERS],
    boundary: null,
    mfaSerial: `arn:aws:iam::${ACCOUNT}:mfa/minji`,
    tags: [['Team', 'blue']],
    keys: [key(ACCOUNT, 'A')],
  },
  {
    kind: 'user',
    shows: 'user-without-permissions',
    name: 'haneul',
    principal: user(ACCOUNT, 'haneul', 'H'),
    policies: [READ_ONLY_ACCESS],
    ...NOTHING_MORE,
    keys: [key(ACCOUNT, 'B')],
  },
  {
    kind: 'user',
    shows: 'administrator',
    name: 'jisoo',
    principal: user(ACCOUNT, 'jisoo', 'J'),
    policies: [ADMINISTRATOR_ACCESS],
    ...NOTHING_MORE,
    keys: [key(ACCOUNT, 'C')],
  },
  {
    kind: 'user',
    shows: 'inactive-key',
    name: 'dohyun',
    principal: user(ACCOUNT, 'dohyun', 'D'),
    policies: [LOOK_AND_START],
    ...NOTHING_MORE,
    keys: [key(ACCOUNT, 'D', false)],
  },
  {
    kind: 'root',
    shows: 'root-user',
    name: 'root',
    principal: ROOT_USER,
    policies: [],
    ...NOTHING_MORE,
    keys: [key(ACCOUNT, 'E')],
  },
  {
    kind: 'user',
    shows: 'under-service-control-policy',
    name: 'sora',
    principal: user(PARTNER_ACCOUNT, 'sora', 'S'),
    policies: [ADMINISTRATOR_ACCESS],
    ...NOTHING_MORE,
    keys: [key(PARTNER_ACCOUNT, 'A')],
  },
]

/** The user or root user of an ARN; null where the sandbox has none. */
export const userOf = (arn: string): User | null =>
  USERS.find((each) => each.principal.arn === arn) ?? null

/** Long-term keys that the sandbox knows. Temporary keys live in their session tokens alone. */
export const LONG_TERM_KEYS = USERS.flatMap(({ principal, keys }) =>
  keys.map((each) => ({ ...each, principal })),
)
