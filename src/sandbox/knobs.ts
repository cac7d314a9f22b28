import { MINUTE } from '#domain/time/instant.ts'
import type { WorldSettings } from './world.ts'

/** One thing that can be broken in the sandbox. */
export type KnobId =
  | 'clock-behind'
  | 'clock-ahead'
  | 'session-ended'
  | 'just-made'
  | 'sts-deactivated'
  | 'region-not-enabled'
  | 'no-cors'
  | 'internal-failure'
  | 'service-unavailable'
  | 'throttling'
  | 'portal-html'
  | 'hang'
  | 'cut'

export const KNOBS: readonly KnobId[] = [
  'clock-behind',
  'clock-ahead',
  'session-ended',
  'just-made',
  'sts-deactivated',
  'region-not-enabled',
  'no-cors',
  'internal-failure',
  'service-unavailable',
  'throttling',
  'portal-html',
  'hang',
  'cut',
]

/** New credentials are not known everywhere for so long, where that knob is turned. */
const PROPAGATION_SECONDS = 3600

/** What a knob changes, for the session and the Region that are in use. */
export function settingsOfKnob(
  knob: KnobId,
  inUse: { readonly accessKeyId: string | null; readonly region: string },
): Partial<WorldSettings> {
  switch (knob) {
    case 'clock-behind':
      return { clockOffsetMs: -20 * MINUTE }
    case 'clock-ahead':
      return { clockOffsetMs: 20 * MINUTE }
    case 'session-ended':
      return { endedSessions: inUse.accessKeyId === null ? [] : [inUse.accessKeyId] }
    case 'just-made':
      return { propagationSeconds: PROPAGATION_SECONDS }
    case 'sts-deactivated':
      return { deactivatedRegions: [inUse.region] }
    case 'region-not-enabled':
      return { disabledRegions: [inUse.region] }
    case 'no-cors':
    case 'internal-failure':
    case 'service-unavailable':
    case 'throttling':
    case 'portal-html':
    case 'hang':
    case 'cut':
      return { interference: knob }
  }
}
