import { endpointOptions } from './endpoint.ts'
import { PARTITIONS } from './partition-table.ts'

/**
 * Every AWS host that any target can reach, over all partitions, Regions and kinds of endpoint: sorted, each once.
 * Loopback addresses are not among them.
 */
export function stsHosts(): readonly string[] {
  const hosts = PARTITIONS.flatMap((partition) =>
    partition.regions.flatMap((region) =>
      endpointOptions({
        partition: partition.id,
        region: region.code,
        kind: 'regional',
        customUrl: '',
      }).flatMap(({ endpoint }) => (endpoint.kind === 'offered' ? [endpoint.host] : [])),
    ),
  )
  return [...new Set(hosts)].sort()
}
