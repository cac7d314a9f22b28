import { senderError, type ApiError } from './api-error.ts'
import type { Caller } from './authenticate.ts'
import { callerFacts } from './caller-facts.ts'
import { denialMessage } from './policy/denial-message.ts'
import { evaluate, type Verdict } from './policy/evaluate.ts'
import type { AttachedPolicy, PolicyRequest } from './policy/match.ts'
import { contextOf, type ContextEntry } from './policy/request-context.ts'
import type { World } from './world.ts'

/** What a caller wants to do. */
export type Wish = {
  readonly action: string
  /** An ARN, or `*` for an action without resources. */
  readonly resource: string
  /** What the request adds to the caller's own context. */
  readonly context?: readonly ContextEntry[]
  /** The role to be assumed; null for everything that has no policy of its own. */
  readonly role?: { readonly account: string; readonly trust: AttachedPolicy } | null
}

/** A request judged by every policy that has a say. */
export type Judgement = { readonly request: PolicyRequest; readonly verdict: Verdict }

/** Judges what a caller wants to do. */
export function judge(caller: Caller, wish: Wish, world: World): Judgement {
  const facts = callerFacts(caller, world.now)
  const { action, resource } = wish
  const context = contextOf([...facts.context, ...(wish.context ?? [])])
  const request = { requester: facts.requester, action, resource, context }
  const verdict = evaluate(request, {
    ...facts.policies,
    resource: wish.role?.trust ?? null,
    resourceKind: wish.role ? 'role trust policy' : 'resource-based policy',
    resourceAccount: wish.role?.account ?? caller.principal.account,
  })
  return { request, verdict }
}

/** The refusal of what is denied; null where it is allowed. */
export function refusalOf(caller: Caller, { request, verdict }: Judgement): ApiError | null {
  if (verdict.kind === 'allowed') return null
  const sentence = denialMessage({ ...request, requesterArn: caller.principal.arn }, verdict)
  return senderError(403, 'AccessDenied', sentence)
}
