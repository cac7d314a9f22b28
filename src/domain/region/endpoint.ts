import { readCustomAddress } from './custom-address.ts'
import { PARTITIONS } from './partition-table.ts'
import type { Partition, Region } from './partition-table.ts'
import type { Endpoint, EndpointKind, NotOffered, Target } from './target.ts'

/** Every kind of endpoint, in the order of the radio list. */
export const ENDPOINT_KINDS = [
  'regional',
  'fips',
  'dual-stack',
  'global',
  'custom',
  'sandbox',
] as const satisfies readonly EndpointKind[]

const GLOBAL_HOST = 'sts.amazonaws.com'
const GLOBAL_SIGNING_REGION = 'us-east-1'

const notOffered = (why: NotOffered): Endpoint => ({ kind: 'not-offered', why })

function offered(host: string, signingRegion: string): Endpoint {
  return { kind: 'offered', url: `https://${host}/`, host, signingRegion }
}

/**
 * The address that a target stands for and the Region it is signed for, or why there is none. Only Regions of the
 * table get a host, so no typed text ever becomes part of an AWS address.
 * @see https://docs.aws.amazon.com/general/latest/gr/sts.html
 */
export function resolveEndpoint(target: Target): Endpoint {
  const partition = PARTITIONS.find((each) => each.id === target.partition)
  const region = partition?.regions.find((each) => each.code === target.region)
  if (!partition || !region) return notOffered('unknown-region')
  if (target.kind === 'custom') return custom(target.customUrl, region)
  return hosted(target.kind, partition, region)
}

/** The endpoint of every kind for one partition and Region, in the order of the radio list. */
export function endpointOptions(
  target: Target,
): readonly { readonly kind: EndpointKind; readonly endpoint: Endpoint }[] {
  return ENDPOINT_KINDS.map((kind) => ({ kind, endpoint: resolveEndpoint({ ...target, kind }) }))
}

function hosted(
  kind: Exclude<EndpointKind, 'custom'>,
  partition: Partition,
  { code, fips }: Region,
): Endpoint {
  if (kind === 'fips') {
    if (!fips) return notOffered('no-fips')
    return offered(`${partition.fipsLabel}.${code}.${partition.dnsSuffix}`, code)
  }
  if (kind === 'global') {
    if (!partition.hasGlobalEndpoint) return notOffered('no-global')
    return offered(GLOBAL_HOST, GLOBAL_SIGNING_REGION)
  }
  const suffix = kind === 'dual-stack' ? partition.dualStackDnsSuffix : partition.dnsSuffix
  return offered(`sts.${code}.${suffix}`, code)
}

function custom(typed: string, { code }: Region): Endpoint {
  const address = readCustomAddress(typed)
  if (address.kind === 'refused') return notOffered(address.why)
  return { kind: 'offered', url: address.url, host: address.host, signingRegion: code }
}
