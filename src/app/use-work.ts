import { useMemo } from 'react'
import { describeCredentials } from '#domain/credentials/describe.ts'
import type { CredentialFacts } from '#domain/credentials/facts.ts'
import { judgeCredentials } from '#domain/credentials/judge.ts'
import type { Expiry, Verdict } from '#domain/credentials/verdict.ts'
import type { Identity } from '#domain/identity/identity.ts'
import type { ReadCredentials, Reading } from '#domain/reading/reading.ts'
import { regionOf } from '#domain/region/search.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import type { Session } from '#domain/session/session.ts'
import { notableDifference } from '#domain/time/clock-difference.ts'
import { expiryOf } from '#domain/time/expiry.ts'
import { valuesOf } from '#state/chosen.ts'
import { useSession } from '#state/session-context.ts'
import { useNow } from '#state/use-now.ts'

const SECOND_MS = 1000

/** What both panes show: everything that can be derived from the session and the clock. */
export type Work = {
  readonly session: Session
  readonly reading: Reading
  readonly credentials: ReadCredentials
  readonly facts: CredentialFacts
  readonly identity: Identity | null
  readonly expiry: Expiry
  readonly verdict: Verdict
  /** AWS's time where an answer has measured it, else this device's. */
  readonly now: number
}

/** Null where nothing was read. */
export function useWork(): Work | null {
  const session = useSession((state) => state.session)
  const deviceNow = useNow(SECOND_MS)
  const settled = session.call.kind === 'settled' ? session.call : null
  const isClockMeasured = settled !== null && settled.clockDifferenceMs !== null
  const ahead = notableDifference(settled?.clockDifferenceMs ?? null) ?? 0
  const now = deviceNow - ahead
  const credentials = chosenCredentials(session)
  const facts = useMemo(() => describeCredentials(valuesOf(credentials)), [credentials])
  const expiration = credentials?.expiration?.instant ?? null
  const identity = settled?.identity ?? null
  const principal = identity?.kind ?? null
  const maker = identity?.madeBy?.maker ?? null
  const aliveAt = identity && settled ? settled.at - ahead : null
  const expiry = useMemo(
    () => expiryOf(facts, expiration, now, principal, { aliveAt, maker }),
    [facts, expiration, now, principal, aliveAt, maker],
  )
  const isTokenUnread = credentials?.isTokenUnread
  const isOptIn = regionOf(session.target.region)?.region.optIn ?? null
  const verdict = useMemo(
    () =>
      judgeCredentials(facts, {
        expiration,
        region: { isOptIn },
        now,
        isClockMeasured,
        aliveAt,
        isTokenUnread,
      }),
    [facts, expiration, isOptIn, now, isClockMeasured, aliveAt, isTokenUnread],
  )
  if (!credentials || !session.reading) return null
  return { session, reading: session.reading, credentials, facts, identity, expiry, verdict, now }
}
