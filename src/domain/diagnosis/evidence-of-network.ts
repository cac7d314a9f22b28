import type { Case } from './case.ts'
import { literal, row, word } from './evidence-row.ts'
import type { Evidence, EvidenceWord } from './finding.ts'
import type { Probe, ProbeResult } from './network-facts.ts'

const SEEN: Readonly<Record<Exclude<ProbeResult, 'not-tried'>, EvidenceWord>> = {
  answered: 'some-answer',
  failed: 'no-answer',
  'timed-out': 'no-answer-in-time',
  'refused-by-policy': 'blocked',
}

function probeRow(
  name: 'probe-of-host' | 'probe-of-other-host',
  probe: Probe | null | undefined,
): Evidence | null {
  if (!probe || probe.result === 'not-tried') return null
  const isAnswered = probe.result === 'answered'
  const seen = word(SEEN[probe.result])
  return row(name, word('some-answer'), seen, isAnswered ? 'agrees' : 'differs', 'measured')
}

/** What came of the probes, and what the browser lets a page read of the call's connection. */
export function networkRows(c: Case): readonly (Evidence | null)[] {
  const { network } = c.facts
  if (!network || c.outcome.kind !== 'unreachable') return []
  return [
    probeRow('probe-of-host', network.sameHost),
    probeRow('probe-of-other-host', network.otherHost),
    connectionRow(c),
  ]
}

function connectionRow(c: Case): Evidence | null {
  const resource = c.facts.network?.resource
  // An entry without protocol and status is the same for a host that hides them and for none that was reached.
  if (!resource || resource === 'none') return null
  const { nextHopProtocol, responseStatus } = resource
  if (responseStatus > 0) {
    return row('connection', word('some'), literal(String(responseStatus)), 'agrees', 'measured')
  }
  return nextHopProtocol === ''
    ? null
    : row('connection', word('some'), literal(nextHopProtocol.slice(0, 20)), 'agrees', 'measured')
}
