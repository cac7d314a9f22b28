import { resolveEndpoint } from './endpoint.ts'
import { PARTITIONS } from './partition-table.ts'
import type { Target } from './target.ts'

/** Whose hosts the internet does not know. */
const isIsolated = (partition: string): boolean => partition.startsWith('aws-iso')

/**
 * The address of another STS host that this page's policy allows, to tell "this host" from "all of AWS": of the same
 * partition and another Region, but of `aws` where the partition is an isolated one. Null for an address of this
 * machine, where a host of AWS proves nothing.
 */
export function otherHostOf(
  target: Target,
): { readonly url: string; readonly host: string } | null {
  if (target.kind === 'custom' || target.kind === 'sandbox') return null
  const partition = PARTITIONS.find(
    ({ id }) => id === (isIsolated(target.partition) ? 'aws' : target.partition),
  )
  const region = partition?.regions.find(({ code, optIn }) => code !== target.region && !optIn)
  if (!partition || !region) return null
  const other = resolveEndpoint({
    partition: partition.id,
    region: region.code,
    kind: 'regional',
    customUrl: '',
  })
  return other.kind === 'offered' ? { url: other.url, host: other.host } : null
}
