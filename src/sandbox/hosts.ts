import { endpointOptions } from '#domain/region/endpoint.ts'
import { PARTITIONS } from '#domain/region/partition-table.ts'
import { regionOf } from '#domain/region/search.ts'
import { headerOf, type SigningRequest } from '#domain/sigv4/signing-request.ts'

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
  const served = SIGNING_REGIONS.get(hostName(host)) ?? EC2_HOST.exec(hostName(host))?.[1]
  return served === undefined ? regionOf(code) !== null : served === code
}

/** The Region of a host for requests without a signature; `otherwise` for a loopback address. */
export function regionOfHost(host: string, otherwise: string): string {
  return SIGNING_REGIONS.get(hostName(host)) ?? otherwise
}

const hostName = (host: string): string => host.toLowerCase().replace(/:\d{1,5}$/, '')

const EC2_HOST = /^ec2\.([a-z]{2,4}(?:-[a-z]{2,10}){1,3}-\d)\.(?:amazonaws\.com|api\.aws)$/

/** Which service a request is for: as its host says, on a loopback address as it was signed. */
export function serviceOf(request: SigningRequest): 'sts' | 'ec2' {
  const host = hostName(headerOf(request, 'host') ?? '')
  if (EC2_HOST.test(host)) return 'ec2'
  if (SIGNING_REGIONS.has(host)) return 'sts'
  const signature = `${headerOf(request, 'authorization') ?? ''} ${request.query}`
  return /(?:\/|%2F)ec2(?:\/|%2F)aws4_request/i.test(signature) ? 'ec2' : 'sts'
}
