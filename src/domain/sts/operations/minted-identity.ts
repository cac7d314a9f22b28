import { parseArn, partOf } from '../../identity/arn.ts'
import { readIdentity, type Identity } from '../../identity/identity.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { textInReply, type OperationDone } from './read-reply.ts'

/** Where an answer names the principal of the session that it gives, and the ID of it. */
const NAMES: readonly (readonly [arn: string, id: string])[] = [
  ['AssumedRoleUser.Arn', 'AssumedRoleUser.AssumedRoleId'],
  ['FederatedUser.Arn', 'FederatedUser.FederatedUserId'],
  ['AssumedPrincipal', ''],
]

/**
 * Who a minted session is, as the answer says; of GetSessionToken, whose answer names nobody, the `caller` itself. Null
 * where neither is known.
 */
export function identityOfMinted(
  descriptor: OperationDescriptor,
  done: OperationDone,
  caller: Identity | null,
): Identity | null {
  if (descriptor.mints === 'user-session') return caller && readIdentity(caller, 'temporary')
  for (const [arnPath, idPath] of NAMES) {
    const arn = textInReply(done, arnPath)
    const parts = arn === null ? null : parseArn(arn)
    const account = parts && partOf(parts, 'account')
    if (arn === null || !account) continue
    return readIdentity({ account, arn, userId: textInReply(done, idPath) ?? '' }, 'temporary')
  }
  return null
}
