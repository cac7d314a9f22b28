import type { Case } from './case.ts'
import { isWhy } from './case.ts'
import type { Probe, ProbeResult } from './network-facts.ts'

/** What the probes after a call without an answer prove, and no more than that. */

const resultOf = (probe: Probe | null | undefined): ProbeResult => probe?.result ?? 'not-tried'
const isMute = (result: ProbeResult): boolean => result === 'failed' || result === 'timed-out'

/** No answer came to the call, and somebody looked why. */
function isOpen(c: Case): boolean {
  return c.outcome.kind === 'unreachable' && c.outcome.why !== 'policy'
}

/**
 * Something behind the host's name answers this browser: name, route and certificate are in order. A status or a protocol
 * in the entry of the call itself says the same.
 */
export function isHostReached(c: Case): boolean {
  const { network } = c.facts
  if (!network || !isOpen(c)) return false
  const { resource } = network
  const isConnected =
    resource !== null &&
    resource !== 'none' &&
    (resource.responseStatus > 0 || resource.nextHopProtocol !== '')
  return isConnected || network.sameHost.result === 'answered'
}

/** Not even a request that needs no permission reaches the host. */
export function isHostMute(c: Case): boolean {
  return isOpen(c) && !isHostReached(c) && isMute(resultOf(c.facts.network?.sameHost))
}

/** The probe of the host failed by itself, before this page stopped waiting. */
export function isHostFailing(c: Case): boolean {
  return isHostMute(c) && resultOf(c.facts.network?.sameHost) === 'failed'
}

/** Another host of AWS answers, and this one does not. */
export function isHostAloneMute(c: Case): boolean {
  return isHostMute(c) && resultOf(c.facts.network?.otherHost) === 'answered'
}

/** Neither this host of AWS answers nor another one. */
export function isAllMute(c: Case): boolean {
  return isHostMute(c) && isMute(resultOf(c.facts.network?.otherHost))
}

/** This page's policy refused the probe of the host that the call went to. */
export function isProbeRefused(c: Case): boolean {
  return (
    isOpen(c) && !isHostReached(c) && resultOf(c.facts.network?.sameHost) === 'refused-by-policy'
  )
}

/** The browser says now that there is no network, and nothing shows otherwise. */
export function isOfflineNow(c: Case): boolean {
  return (
    isOpen(c) && c.facts.network?.isOnline === false && !isHostReached(c) && !isHostAloneMute(c)
  )
}

export type ProbeStory =
  | 'host-answers'
  | 'host-answers-late'
  | 'host-alone'
  | 'no-host'
  | 'host-mute'

/** What the probes tell of a case that no cause leads; null where none was sent. */
export function probeStory(c: Case): ProbeStory | null {
  if (isHostReached(c)) return isWhy(c, 'timed-out') ? 'host-answers-late' : 'host-answers'
  if (isHostAloneMute(c)) return 'host-alone'
  if (isAllMute(c)) return 'no-host'
  return isHostMute(c) ? 'host-mute' : null
}
