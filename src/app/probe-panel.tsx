import { resolveEndpoint } from '#domain/region/endpoint.ts'
import { otherHostOf } from '#domain/region/other-host.ts'
import type { Settled } from '#domain/session/desk.ts'
import { ProbeSection } from '#features/diagnosis/probe-section.tsx'
import { probeMessages } from '#messages/en/probe.ts'
import { useSession, useSessionActions } from '#state/session-context.ts'

/** Offered after a call without a readable answer, until it has been asked for. */
export function ProbePanel({ settled }: { readonly settled: Settled }) {
  const target = useSession((state) => state.session.target)
  const actions = useSessionActions()
  const endpoint = resolveEndpoint(target)
  const { outcome, network } = settled
  const isOpen = outcome.kind === 'unreachable' && outcome.why !== 'policy' && !network
  if (!isOpen || endpoint.kind !== 'offered' || target.kind === 'sandbox') return null
  return (
    <ProbeSection
      host={endpoint.host}
      otherHost={otherHostOf(target)?.host ?? null}
      probe={actions.probe}
      text={probeMessages}
    />
  )
}
