import type { KeyIdFacts } from '../credentials/facts.ts'
import { parseArn, partOf } from './arn.ts'
import type { PartitionId } from '../region/target.ts'
import type { ArnParts } from './arn.ts'
import { hardLimits } from './hard-limits.ts'
import type { HardLimit, PrincipalKind } from './hard-limits.ts'
import { readSessionMaker } from './session-maker.ts'
import type { MadeBy } from './session-maker.ts'

/** The three fields of a GetCallerIdentity answer. */
export type CallerIdentity = {
  readonly account: string
  readonly arn: string
  readonly userId: string
}

/** Who answered, read from the three fields. What a kind of principal does not have is null. */
export type Identity = {
  readonly kind: PrincipalKind
  readonly account: string
  readonly arn: string
  readonly userId: string
  /** The ARN taken apart; null where it is no ARN. */
  readonly arnParts: ArnParts | null
  /** `aws`, `aws-cn`, …, as the ARN says. */
  readonly partition: string | null
  /** `AROA…` or `AIDA…`, the ID that a deleted and recreated name does not get again. */
  readonly uniqueId: string | null
  readonly roleName: string | null
  readonly roleSessionName: string | null
  /** Permission set of IAM Identity Center, read from the role's name. */
  readonly permissionSet: string | null
  /** IAM user name, or the name given to GetFederationToken. */
  readonly userName: string | null
  /** Path of an IAM user, `/` or `/division/team/`; an assumed-role ARN drops the role's. */
  readonly path: string | null
  readonly madeBy: MadeBy | null
  /** The role's ARN if the role has no path; null where it is known to have one. */
  readonly roleArn: string | null
  readonly limits: readonly HardLimit[]
}

/** AWS names the role of a permission set so, and puts it under /aws-reserved/sso.amazonaws.com/. */
const SSO_ROLE = /^AWSReservedSSO_([\w+=,.@-]{1,64})_[0-9a-f]{16}$/

/** Role names as IAM allows them; `aws:ec2-instance` is not one. */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/

const UNIQUE_ID = /^A[A-Z]{3}[A-Z2-7]{12,124}$/

/**
 * Reads a GetCallerIdentity answer. `key` is the kind of the access key ID that was used; it decides which limits
 * hold for users and the root user.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
export function readIdentity(
  { account, arn, userId }: CallerIdentity,
  key: KeyIdFacts['kind'] | null = null,
): Identity {
  const arnParts = parseArn(arn)
  const part = (name: Parameters<typeof partOf>[1]): string | null =>
    arnParts && partOf(arnParts, name)
  const kind = kindOf(arnParts)
  const roleName = kind === 'assumed-role' ? part('role-name') : null
  const roleSessionName = kind === 'assumed-role' ? part('session-name') : null
  const madeBy =
    roleName === null || roleSessionName === null
      ? null
      : readSessionMaker(roleName, roleSessionName)
  const path = part('path')
  return {
    kind,
    account,
    arn,
    userId,
    arnParts,
    partition: part('partition'),
    uniqueId: uniqueIdOf(userId),
    roleName,
    roleSessionName,
    permissionSet: SSO_ROLE.exec(roleName ?? '')?.[1] ?? null,
    userName: kind === 'user' || kind === 'federated-user' ? part('user-name') : null,
    path: kind === 'user' ? (path === null ? '/' : `/${path}/`) : null,
    madeBy,
    roleArn: roleArnOf(part('partition'), part('account'), roleName, madeBy),
    limits: hardLimits(kind, key),
  }
}

/**
 * The partition that the ARN names is another than the one of the host that was asked. No answer of AWS should be so:
 * credentials are known in their own partition only. Null asks for nothing, as behind a custom address.
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export function isOfOtherPartition(identity: Identity, asked: PartitionId | null): boolean {
  return asked !== null && identity.partition !== null && identity.partition !== asked
}

const KINDS: ReadonlyMap<string, PrincipalKind> = new Map([
  ['iam root', 'root'],
  ['iam user', 'user'],
  ['sts assumed-role', 'assumed-role'],
  ['sts federated-user', 'federated-user'],
  ['sts assumed-root', 'assumed-root'],
])

function kindOf(arn: ArnParts | null): PrincipalKind {
  if (!arn) return 'other'
  return KINDS.get(`${partOf(arn, 'service')} ${partOf(arn, 'resource-kind')}`) ?? 'other'
}

function uniqueIdOf(userId: string): string | null {
  const id = userId.split(':', 1)[0] ?? ''
  return UNIQUE_ID.test(id) ? id : null
}

function roleArnOf(
  partition: string | null,
  account: string | null,
  roleName: string | null,
  madeBy: MadeBy | null,
): string | null {
  if (partition === null || account === null || roleName === null) return null
  const hasPath = madeBy?.maker === 'iam-identity-center' || madeBy?.maker === 'service-linked-role'
  if (hasPath || !ROLE_NAME.test(roleName)) return null
  return `arn:${partition}:iam::${account}:role/${roleName}`
}
