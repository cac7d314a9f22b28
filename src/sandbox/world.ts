import type { Instant } from '#domain/time/instant.ts'
import type { AccessKey } from './accounts/account.ts'
import { LONG_TERM_KEYS } from './accounts/user-table.ts'
import type { Principal } from './principal-table.ts'

/** What stands between the caller and STS. */
export type Interference = (typeof INTERFERENCES)[number]

/** Every interference; the first one is none. */
export const INTERFERENCES = [
  'none',
  'internal-failure',
  'service-unavailable',
  'throttling',
  'portal-html',
  'hang',
  'cut',
  'no-cors',
] as const

/** How a world differs from the ordinary one; plain data. */
export type WorldSettings = {
  /** The sandbox's clock minus the device's, in milliseconds. */
  readonly clockOffsetMs: number
  readonly interference: Interference
  /** Access key IDs of sessions that are over before their time. */
  readonly endedSessions: readonly string[]
  /** For so many seconds after their issue credentials are not known everywhere yet. */
  readonly propagationSeconds: number
  /** Regions in which the account's administrator deactivated STS. */
  readonly deactivatedRegions: readonly string[]
  /** Regions that the account has not enabled. */
  readonly disabledRegions: readonly string[]
  /** The Region of requests without a signature where the host names none. */
  readonly defaultRegion: string
}

/** Everything an answer depends on, apart from the request. */
export type World = Omit<WorldSettings, 'clockOffsetMs'> & {
  /** The sandbox's own clock. */
  readonly now: Instant
  /** Makes request IDs; any number. */
  readonly seed: number
  readonly longTermKeys: readonly (AccessKey & { readonly principal: Principal })[]
  /** One-time codes that were used; the one thing that a mount keeps for the sandbox, which adds to it. */
  readonly spentCodes: Set<string>
}

/** Nothing is out of the ordinary; keys that the sandbox did not make are unknown to it. */
export const ORDINARY: WorldSettings = {
  clockOffsetMs: 0,
  interference: 'none',
  endedSessions: [],
  propagationSeconds: 0,
  deactivatedRegions: [],
  disabledRegions: [],
  defaultRegion: 'us-east-1',
}

/**
 * The world of some settings at an instant of the device's clock. Without `spentCodes` every one-time code is still
 * good.
 */
export function worldAt(
  settings: WorldSettings,
  deviceNow: Instant,
  seed: number,
  spentCodes = new Set<string>(),
): World {
  const { clockOffsetMs, ...rest } = settings
  const now = deviceNow + clockOffsetMs
  return { ...rest, now, seed, longTermKeys: LONG_TERM_KEYS, spentCodes }
}
