import type { Instant } from '#domain/time/instant.ts'
import type { AccessKey } from './accounts/account.ts'
import { LONG_TERM_KEYS } from './accounts/user-table.ts'
import type { Principal } from './principal-table.ts'

/** What stands between the caller and STS. */
export type Interference =
  | 'none'
  | 'service-unavailable'
  | 'portal-html'
  | 'hang'
  | 'cut'
  | 'no-cors'

/** How a world differs from the ordinary one; plain data. */
export type WorldSettings = {
  /** The sandbox's clock minus the device's, in milliseconds. */
  readonly clockOffsetMs: number
  readonly interference: Interference
}

/** Everything an answer depends on, apart from the request. */
export type World = {
  /** The sandbox's own clock. */
  readonly now: Instant
  /** Makes request IDs; any number. */
  readonly seed: number
  readonly longTermKeys: readonly (AccessKey & { readonly principal: Principal })[]
  readonly interference: Interference
}

/** Nothing is out of the ordinary; keys that the sandbox did not make are unknown to it. */
export const ORDINARY: WorldSettings = { clockOffsetMs: 0, interference: 'none' }

/** The world of some settings at an instant of the device's clock. */
export function worldAt(settings: WorldSettings, deviceNow: Instant, seed: number): World {
  return {
    now: deviceNow + settings.clockOffsetMs,
    seed,
    longTermKeys: LONG_TERM_KEYS,
    interference: settings.interference,
  }
}
