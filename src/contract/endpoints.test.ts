import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { STSClient } from '@aws-sdk/client-sts'
import { describe, expect, test } from 'vitest'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import { PARTITIONS } from '#domain/region/partition-table.ts'
import type { EndpointKind } from '#domain/region/target.ts'

type SdkPartition = {
  readonly id: string
  readonly outputs: { readonly dnsSuffix: string; readonly dualStackDnsSuffix: string }
  readonly regions: Readonly<Record<string, { readonly description: string }>>
}

/** The SDK exports a look-up by Region, not the list itself, so the list is read from the file. */
function sdkPartitions(): readonly SdkPartition[] {
  const client = createRequire(import.meta.url).resolve('@aws-sdk/client-sts')
  const core = createRequire(client).resolve('@aws-sdk/core/package.json')
  const file = 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js'
  const text = readFileSync(path.join(path.dirname(core), file), 'utf8')
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)
  const read = JSON.parse(json) as { partitions: readonly SdkPartition[] }
  return read.partitions
}

/** Pseudo-Regions such as `aws-global` are endpoints, not places. */
const regionsOf = (partition: SdkPartition): readonly (readonly [string, string])[] =>
  Object.entries(partition.regions)
    .filter(([code]) => !code.endsWith('-global'))
    .map(([code, { description }]) => [code, description])

const everyTarget = PARTITIONS.flatMap((partition) =>
  partition.regions.map((region) => ({ partition, region })),
)

type Parameters = Parameters_<STSClient['config']['endpointProvider']>
type Parameters_<F> = F extends (parameters: infer P, ...rest: never) => unknown ? P : never

const { endpointProvider } = new STSClient({ region: 'us-east-1' }).config

/** Host and signing Region as the SDK's rules give them; without an auth scheme it signs for its own Region. */
function bySdk(parameters: Parameters & { Region: string }): readonly [string, string] {
  const { url, properties } = endpointProvider(parameters)
  const schemes = properties?.['authSchemes'] as readonly { signingRegion: string }[] | undefined
  return [url.href, schemes?.[0]?.signingRegion ?? parameters.Region]
}

function byTable(kind: EndpointKind, partition: (typeof PARTITIONS)[number], region: string) {
  const endpoint = resolveEndpoint({ partition: partition.id, region, kind, customUrl: '' })
  if (endpoint.kind === 'not-offered') return endpoint.why
  expect(new URL(endpoint.url).host).toBe(endpoint.host)
  return [endpoint.url, endpoint.signingRegion]
}

describe("the table of partitions and the SDK's", () => {
  test('hold the same partitions with the same suffixes', () => {
    const suffixes = (dnsSuffix: string, dualStackDnsSuffix: string) => ({
      dnsSuffix,
      dualStackDnsSuffix,
    })
    const ours = PARTITIONS.map((each) => [
      each.id,
      suffixes(each.dnsSuffix, each.dualStackDnsSuffix),
    ])
    const theirs = sdkPartitions().map(({ id, outputs }) => [
      id,
      suffixes(outputs.dnsSuffix, outputs.dualStackDnsSuffix),
    ])
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs))
  })

  test.each(sdkPartitions().map((partition) => [partition.id, partition] as const))(
    'hold the same Regions under the same names in %s',
    (id, partition) => {
      const bare = (text: string): string =>
        text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
      const ours = PARTITIONS.find((each) => each.id === id)?.regions ?? []
      expect(Object.fromEntries(ours.map(({ code, name }) => [code, bare(name.en)]))).toEqual(
        Object.fromEntries(regionsOf(partition).map(([code, name]) => [code, bare(name)])),
      )
    },
  )
})

describe("the table's hosts and the SDK's rules", () => {
  test.each(everyTarget.map((each) => [each.region.code, each] as const))(
    'agree for %s',
    (Region, { partition, region }) => {
      expect(byTable('regional', partition, Region)).toEqual(bySdk({ Region }))
      expect(byTable('sandbox', partition, Region)).toEqual(bySdk({ Region }))
      expect(byTable('dual-stack', partition, Region)).toEqual(
        bySdk({ Region, UseDualStack: true }),
      )
      // The rules make up a FIPS host for every Region; only those that AWS lists are offered.
      expect(byTable('fips', partition, Region)).toEqual(
        region.fips ? bySdk({ Region, UseFIPS: true }) : 'no-fips',
      )
      expect(byTable('global', partition, Region)).toEqual(
        partition.id === 'aws' ? bySdk({ Region: 'aws-global' }) : 'no-global',
      )
    },
  )

  test('agree that only the commercial partition has a global host', () => {
    for (const partition of PARTITIONS) {
      const hosts = partition.regions.map(
        ({ code }) => new URL(bySdk({ Region: code, UseGlobalEndpoint: true })[0]).host,
      )
      expect(hosts.includes('sts.amazonaws.com')).toBe(partition.hasGlobalEndpoint)
    }
  })
})
