import { describeCredentials } from '../credentials/describe.ts'
import type { CredentialFacts } from '../credentials/facts.ts'
import { judgeCredentials } from '../credentials/judge.ts'
import type { Expiry, Verdict } from '../credentials/verdict.ts'
import type { Identity } from '../identity/identity.ts'
import type { ReadCredentials } from '../reading/reading.ts'
import { regionOf } from '../region/search.ts'
import { notableDifference } from '../time/clock-difference.ts'
import { expiryOf } from '../time/expiry.ts'
import type { Instant } from '../time/instant.ts'
import { chosenCredentials } from './desk.ts'
import { deskOf, lineageOf, type Held, type Tray } from './tray.ts'

/** What can be said of one held set. */
export type HeldFacts = {
  readonly held: Held
  /** Ancestors that are still held, the nearest last. */
  readonly ancestors: readonly Held[]
  readonly credentials: ReadCredentials
  readonly facts: CredentialFacts
  /** Who AWS said it is, at the last answer or when it was made; null before. */
  readonly identity: Identity | null
  /** 12 digits; `isInferred` where AWS has not said it. Null where nothing shows it. */
  readonly account: { readonly id: string; readonly isInferred: boolean } | null
  readonly expiry: Expiry
  readonly verdict: Verdict
}

/** What can be said of a held set at `now` of this device; null where it is not held or holds nothing. */
export function describeHeld(tray: Tray, id: number, now: Instant): HeldFacts | null {
  const held = tray.held.find((each) => each.id === id)
  const desk = deskOf(tray, id)
  const credentials = desk && chosenCredentials(desk)
  if (!held || !desk || !credentials) return null
  const value = (name: 'accessKeyId' | 'secretAccessKey' | 'sessionToken') =>
    credentials[name]?.value ?? null
  const facts = describeCredentials({
    accessKeyId: value('accessKeyId'),
    secretAccessKey: value('secretAccessKey'),
    sessionToken: value('sessionToken'),
  })
  const settled = desk.call.kind === 'settled' ? desk.call : null
  const minted = held.origin.kind === 'minted' ? held.origin : null
  const identity = settled?.identity ?? minted?.identity ?? null
  const ahead = notableDifference(settled?.clockDifferenceMs ?? null) ?? 0
  const aliveAt = settled?.identity ? settled.at - ahead : (minted?.at ?? null)
  const expiration = credentials.expiration?.instant ?? null
  const isOptIn = regionOf(desk.target.region)?.region.optIn ?? null
  const maker = identity?.madeBy?.maker ?? null
  const shown = facts.accessKeyId?.account ?? facts.sessionToken?.account ?? null
  return {
    held,
    ancestors: lineageOf(tray, id).slice(0, -1),
    credentials,
    facts,
    identity,
    account: identity
      ? { id: identity.account, isInferred: false }
      : shown === null
        ? null
        : { id: shown, isInferred: true },
    expiry: expiryOf(facts, expiration, now - ahead, identity?.kind ?? null, { aliveAt, maker }),
    verdict: judgeCredentials(facts, {
      expiration,
      region: { isOptIn },
      now: now - ahead,
      aliveAt,
      isTokenUnread: credentials.isTokenUnread,
    }),
  }
}
