import '#ui/operations.css'
import { identityOfMinted } from '#domain/sts/operations/minted-identity.ts'
import { OPERATIONS } from '#domain/sts/operations/operation-table.ts'
import { readReply, secretsInReply } from '#domain/sts/operations/read-reply.ts'
import { redact } from '#domain/redaction/redact.ts'
import type { OperationsKit } from '#state/operations-services.ts'

/** The operations of STS: their descriptors and their forms. One file of its own. */

export { OperationsBench } from './operations-bench.tsx'

export const kit: OperationsKit = {
  descriptors: OPERATIONS,
  readReply,
  secretsIn: secretsInReply,
  identityOf: identityOfMinted,
  redact,
}
