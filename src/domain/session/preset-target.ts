import type { CredentialFacts } from '../credentials/facts.ts'
import type { Reading } from '../reading/reading.ts'
import { regionOf } from '../region/search.ts'
import type { Target } from '../region/target.ts'
import type { TargetReason } from './desk.ts'

export type Preset = { readonly target: Target; readonly reason: TargetReason }

/**
 * The target for a new paste: the Region that the text names, else the one that issued the token (inferred), else the
 * last one asked, else the one that is shown. A code that is in no partition is passed over.
 */
export function presetTarget(
  current: Preset,
  reading: Reading,
  facts: CredentialFacts,
  lastRegion: string | null,
): Preset {
  const named = reading.credentials[0]?.region?.code
  const zone = named === undefined ? null : regionOfZone(named)
  const candidates: readonly (readonly [string | null | undefined, TargetReason])[] = [
    [named, 'paste'],
    [zone, 'paste'],
    [facts.sessionToken?.region, 'token'],
    [lastRegion, 'last-used'],
  ]
  for (const [code, reason] of candidates) {
    const found = code ? regionOf(code) : null
    if (found) return { target: withRegion(current.target, found), reason }
  }
  return current
}

function withRegion(target: Target, found: NonNullable<ReturnType<typeof regionOf>>): Target {
  return { ...target, partition: found.partition.id, region: found.region.code }
}

/** The Region of an Availability Zone (`us-east-1a`); null for any other text. */
export function regionOfZone(code: string): string | null {
  const region = /^[a-z-]{4,30}-\d(?=[a-z]$)/.exec(code)?.[0] ?? ''
  return regionOf(region) ? region : null
}
