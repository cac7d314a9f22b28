import { PARTITIONS } from '../region/partition-table.ts'
import { regionOf } from '../region/search.ts'
import { regionOfHost } from './extract/find-fields.ts'
import type { TargetFacts } from './facts.ts'

/** Where a told failure went, from its host and its Region; null where neither is one that this page knows. */
export function endpointOf(host: string | null, region: string | null): TargetFacts | null {
  if (host !== null && isLocal(host)) {
    return {
      partition: 'aws',
      region: region ?? 'us-east-1',
      isOptIn: false,
      kind: 'custom',
      host,
      signingRegion: region ?? 'us-east-1',
    }
  }
  const ofHost = regionOf(regionOfHost(host) ?? '')
  const place = ofHost ?? regionOf(region ?? '')
  const isGlobal = host !== null && /^(?:sts|iam)\.amazonaws\.com$/.test(host)
  if (place === null && !isGlobal) return null
  const partition = isGlobal ? PARTITIONS[0] : place?.partition
  if (partition === undefined) return null
  const code = isGlobal ? 'us-east-1' : (place?.region.code ?? 'us-east-1')
  return {
    partition: partition.id,
    region: code,
    isOptIn: isGlobal ? false : (place?.region.optIn ?? null),
    kind: isGlobal ? 'global' : 'regional',
    host: host ?? `sts.${code}.${partition.dnsSuffix}`,
    signingRegion: code,
  }
}

function isLocal(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|localstack|minio|host\.docker\.internal)(?::\d{1,5})?$|\.localhost(?::\d{1,5})?$/.test(
    host,
  )
}
