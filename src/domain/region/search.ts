import { PARTITIONS } from './partition-table.ts'
import type { Partition, Region } from './partition-table.ts'
import type { PartitionId } from './target.ts'

/** A Region found, and what the query met: its code, its city, its whole name; `all` for an empty query. */
export type RegionMatch = {
  readonly partition: Partition
  readonly region: Region
  readonly matched: 'all' | 'code' | 'city' | 'name'
}

/** A Region and the partition it belongs to. */
export type Place = { readonly partition: Partition; readonly region: Region }

type Rank = { readonly rank: number; readonly matched: RegionMatch['matched'] }

/** A Region with its texts folded once. */
type Entry = {
  readonly partition: Partition
  readonly region: Region
  readonly code: string
  readonly short: string
  readonly cities: readonly string[]
  readonly names: readonly string[]
}

const QUERY_LIMIT = 100

/** Lower case without accents. Hangul falls apart into letters, so that a half-typed syllable still is a prefix. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s(),.]/).filter((word) => word !== '')

/** AWS's short form, as in Availability Zone IDs: `apne2` for `ap-northeast-2`. */
function shortCode(code: string): string {
  return code.replace(
    /-(north|south|central)?(east|west)?/g,
    (_, first: string | undefined, second: string | undefined) =>
      (first ?? '').charAt(0) + (second ?? '').charAt(0),
  )
}

const entries: readonly Entry[] = PARTITIONS.flatMap((partition) =>
  partition.regions.map((region) => ({
    partition,
    region,
    code: region.code,
    short: shortCode(region.code),
    cities: [fold(region.city.en), fold(region.city.ko)],
    names: [fold(region.name.en), fold(region.name.ko)],
  })),
)

function rank(entry: Entry, query: string): Rank | null {
  const dashed = query.replace(/[\s_-]+/g, '-')
  // A pasted host or Availability Zone holds the code: sts.us-east-1.amazonaws.com, us-east-1a.
  if (entry.code === dashed || entry.short === query) return { rank: 0, matched: 'code' }
  if (query.includes(entry.code)) return { rank: 1, matched: 'code' }
  if (entry.code.startsWith(dashed)) return { rank: 2, matched: 'code' }
  if (entry.cities.some((city) => city.startsWith(query))) return { rank: 3, matched: 'city' }
  const begins = (text: string): boolean => wordsOf(text).some((word) => word.startsWith(query))
  if (entry.cities.some(begins)) return { rank: 4, matched: 'city' }
  if (entry.names.some((name) => name.startsWith(query))) return { rank: 5, matched: 'name' }
  if (entry.names.some(begins)) return { rank: 6, matched: 'name' }
  if (entry.short.startsWith(query)) return { rank: 7, matched: 'code' }
  if (entry.code.includes(dashed)) return { rank: 8, matched: 'code' }
  if (entry.cities.some((city) => city.includes(query))) return { rank: 9, matched: 'city' }
  const texts = [entry.code, ...entry.cities, ...entry.names]
  const words = wordsOf(query)
  return words.length > 0 && words.every((word) => texts.some((text) => text.includes(word)))
    ? { rank: 10, matched: 'name' }
    : null
}

/**
 * The Regions whose code, English city or Korean city the query meets, best first and otherwise in table order;
 * every Region for an empty query. Case, accents and blanks do not matter; `apne2` stands for `ap-northeast-2`.
 */
export function searchRegions(query: string, partition?: PartitionId): readonly RegionMatch[] {
  const folded = fold(query.slice(0, QUERY_LIMIT))
  const candidates = entries.filter(
    (entry) => partition === undefined || entry.partition.id === partition,
  )
  if (folded === '')
    return candidates.map((entry) => ({
      partition: entry.partition,
      region: entry.region,
      matched: 'all',
    }))
  return candidates
    .flatMap((entry) => {
      const found = rank(entry, folded)
      return found === null ? [] : [{ entry, found }]
    })
    .sort((a, b) => a.found.rank - b.found.rank)
    .map(({ entry, found }) => ({
      partition: entry.partition,
      region: entry.region,
      matched: found.matched,
    }))
}

const placesByCode: ReadonlyMap<string, Place> = new Map(
  entries.map(({ partition, region }) => [region.code, { partition, region }]),
)

/** The Region of a code such as `ap-northeast-2` and its partition, or null where this build knows no such code. */
export function regionOf(code: string): Place | null {
  return placesByCode.get(code) ?? null
}
