import { endpointOptions } from '#domain/region/endpoint.ts'
import { PARTITIONS } from '#domain/region/partition-table.ts'
import { regionOf } from '#domain/region/search.ts'

const SIGNING_REGIONS: ReadonlyMap<string, string> = new Map(
  PARTITIONS.flatMap((partition) =>
    partition.regions.flatMap((region) =>
      endpointOptions({
        partition: partition.id,
        region: region.code,
        kind: 'regional',
        customUrl: '',
      }).flatMap(({ endpoint }) =>
        endpoint.kind === 'offered' ? [[endpoint.host, endpoint.signingRegion] as const] : [],
      ),
    ),
  ),
)

/**
 * Whether a request to this host (with or without a port) may be scoped to a Region: to the one Region of an STS
 * endpoint, to any known Region on a loopback address.
 */
export function acceptsRegion(host: string, code: string): boolean {
  const served = SIGNING_REGIONS.get(hostName(host))
  return served === undefined ? regionOf(code) !== null : served === code
}

/** The Region of a host for requests without a signature; us-east-1 for a loopback address. */
export function regionOfHost(host: string): string {
  return SIGNING_REGIONS.get(hostName(host)) ?? 'us-east-1'
}

const hostName = (host: string): string => host.toLowerCase().replace(/:\d{1,5}$/, '')
