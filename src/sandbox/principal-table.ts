import { encodeAccessKeyId } from '#domain/credentials/access-key-id.ts'
import type { PartitionId } from '#domain/region/target.ts'

/** Who may call, as GetCallerIdentity names them. */
export type Principal = {
  readonly partition: PartitionId
  /** 12 digits. */
  readonly account: string
  readonly arn: string
  readonly userId: string
}

/** The invented account. */
export const ACCOUNT = '111122223333'

const roleId = encodeAccessKeyId({ prefix: 'AROA', account: ACCOUNT, tail: 'DEXAMPLE' })
const userId = encodeAccessKeyId({ prefix: 'AIDA', account: ACCOUNT, tail: 'MEXAMPLE' })

/** A session `minji` of the role DeveloperAccess. */
export const ROLE_SESSION: Principal = {
  partition: 'aws',
  account: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/DeveloperAccess/minji`,
  userId: `${roleId}:minji`,
}

/** The IAM user minji. */
export const IAM_USER: Principal = {
  partition: 'aws',
  account: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:user/minji`,
  userId,
}

/** A user made by GetFederationToken. */
export const FEDERATED_USER: Principal = {
  partition: 'aws',
  account: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:federated-user/minji`,
  userId: `${ACCOUNT}:minji`,
}

/** The account's root user. */
export const ROOT_USER: Principal = {
  partition: 'aws',
  account: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:root`,
  userId: ACCOUNT,
}
