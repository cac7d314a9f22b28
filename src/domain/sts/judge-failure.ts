import type { Secret } from '../credentials/secret.ts'
import type { Outcome, StsReply } from './call.ts'
import { judgeReply } from './judge-reply.ts'

/** What a call came to that did not give what it was for; it never holds an identity. */
export type CallFailure = Exclude<Outcome, { readonly kind: 'identified' }>

/**
 * What came of a call whose answer does not hold what it was for, judged as every answer of STS is. An identity, and
 * an answer that lacks only an Arn, are then an answer of another kind.
 */
export function judgeFailure(reply: StsReply, secrets: readonly Secret[]): CallFailure {
  const outcome = judgeReply(reply, secrets)
  const isAboutIdentity =
    outcome.kind === 'identified' || (outcome.kind === 'unreadable' && outcome.what === 'no-arn')
  if (!isAboutIdentity) return outcome
  const status = reply.kind === 'answered' ? reply.response.status : 0
  return { kind: 'unreadable', what: 'other', status }
}
