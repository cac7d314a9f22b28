import {
  IDENTITY_POOL_ID,
  MEMBERS_POOL_ID,
  ROLE_MAPPING_POOL_ID,
  UNTRUSTED_POOL_ID,
} from '../accounts/provider-table.ts'
import { ROLES } from '../accounts/role-table.ts'
import { USER_POOL_ISSUER } from '../issuers/json-web-token.ts'

/** An identity pool of Cognito. */
export type IdentityPool = {
  /** `ap-northeast-2:…`; the Region it is asked in. */
  readonly id: string
  readonly allowsGuests: boolean
  /** The basic (classic) flow: GetOpenIdToken. */
  readonly allowsClassicFlow: boolean
  /** Names of login providers: issuers without `https://`. */
  readonly providers: readonly string[]
  readonly guestRoleArn: string | null
  readonly memberRoleArn: string | null
  /** Whether the role comes from the claims of the login token. */
  readonly isRoleFromToken: boolean
}

/** How the user pool of the sandbox is named in `Logins`. */
export const USER_POOL_PROVIDER = USER_POOL_ISSUER.replace('https://', '')

const roleFor = (lesson: string): string | null =>
  ROLES.find(({ shows }) => shows === lesson)?.arn ?? null

const members = {
  providers: [USER_POOL_PROVIDER],
  guestRoleArn: null,
  memberRoleArn: roleFor('identity-pool-authenticated'),
}

export const IDENTITY_POOLS: readonly IdentityPool[] = [
  {
    id: IDENTITY_POOL_ID,
    allowsGuests: true,
    allowsClassicFlow: true,
    ...members,
    guestRoleArn: roleFor('identity-pool-guest'),
    isRoleFromToken: false,
  },
  {
    id: MEMBERS_POOL_ID,
    allowsGuests: false,
    allowsClassicFlow: false,
    ...members,
    isRoleFromToken: false,
  },
  {
    id: ROLE_MAPPING_POOL_ID,
    allowsGuests: false,
    allowsClassicFlow: true,
    ...members,
    isRoleFromToken: true,
  },
  // Its guests have no role, and the role of its members trusts other pools only.
  {
    id: UNTRUSTED_POOL_ID,
    allowsGuests: true,
    allowsClassicFlow: true,
    ...members,
    isRoleFromToken: false,
  },
]
