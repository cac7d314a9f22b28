import type { NetworkFacts } from '#domain/diagnosis/network-facts.ts'
import type { Endpoint } from '#domain/region/target.ts'
import { diagnosisFactsOf } from './diagnosis-facts.ts'
import type { SessionCore } from './session-core.ts'
import type { SessionKit } from './session-kit.ts'

/**
 * Finds out what can be told of a call that gave no readable answer: probes the host that was asked and, where it does
 * not answer, another one; then explains the failure anew. Changes nothing where the call on the desk is another one
 * by then.
 */
export async function probeNetwork(
  { services, session, apply, change, state }: SessionCore,
  kit: SessionKit,
): Promise<void> {
  const asked = session()
  const { call, target } = asked
  const endpoint: Endpoint = kit.resolve(target)
  if (call.kind !== 'settled' || call.outcome.kind !== 'unreachable') return
  if (endpoint.kind !== 'offered' || target.kind === 'sandbox') return
  const { network } = services
  const send = (url: string) => {
    change({ callsMade: state().callsMade + 1 })
    return network.probe(url)
  }
  const resource = network.resourceOf(endpoint.url)
  const sameHost = await send(endpoint.url)
  const isSettled = sameHost.result === 'answered' || sameHost.result === 'refused-by-policy'
  const other = isSettled ? null : kit.otherHost(target)
  const otherHost = other ? await send(other.url) : null
  const found: NetworkFacts = { isOnline: network.isOnline(), sameHost, otherHost, resource }
  const { outcome, reply } = call
  const now = services.clock.now()
  const facts = diagnosisFactsOf(kit, { state: asked, now, reply, outcome, endpoint, tried: null })
  const diagnosis = await services
    .loadDiagnose()
    .then((diagnose) => diagnose(outcome, { ...facts, network: found }))
    .catch(() => call.diagnosis)
  apply({ type: 'probed', at: call.at, network: found, diagnosis })
}
