import { useMemo } from 'react'
import { describeHeld, type HeldFacts } from '#domain/session/held-facts.ts'
import type { Session } from '#domain/session/session.ts'
import { callerKindOf } from '#domain/sts/operations/caller.ts'
import type { CallerKind } from '#domain/sts/operations/descriptor.ts'
import { useSession } from '#state/session-context.ts'

/** Who would sign a call: what is on the desk. */
export type Caller = {
  readonly session: Session
  /** Null where the desk holds no credentials. */
  readonly held: HeldFacts | null
  /** Null where AWS has not said who they are. */
  readonly kind: CallerKind | null
}

export function useCaller(): Caller {
  const session = useSession((state) => state.session)
  const held = useMemo(
    () => (session.open === null ? null : describeHeld(session, session.open, 0)),
    [session],
  )
  if (!held) return { session, held, kind: 'nobody' }
  const key = held.facts.accessKeyId?.kind ?? null
  const kind = callerKindOf(held.identity?.kind ?? null, key)
  return { session, held, kind }
}
