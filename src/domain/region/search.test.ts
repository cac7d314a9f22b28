import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PARTITIONS } from './partition-table.ts'
import { regionOf, searchRegions } from './search.ts'

const codes = (query: string, limit = 3): readonly string[] =>
  searchRegions(query)
    .slice(0, limit)
    .map((match) => match.region.code)

const everyRegion = PARTITIONS.flatMap((partition) => partition.regions)

describe('searchRegions', () => {
  test.each([
    ['English city', 'seoul', 'ap-northeast-2', 'city'],
    ['English city, half typed', 'Seo', 'ap-northeast-2', 'city'],
    ['Korean city', '서울', 'ap-northeast-2', 'city'],
    ['Korean city, half a syllable typed', '서우', 'ap-northeast-2', 'city'],
    [
      'Korean city, decomposed as macOS types it',
      '서울'.normalize('NFD'),
      'ap-northeast-2',
      'city',
    ],
    ['code', 'ap-northeast-2', 'ap-northeast-2', 'code'],
    ['code in capitals with blanks around it', '  AP-NORTHEAST-2 ', 'ap-northeast-2', 'code'],
    ['code with blanks for hyphens', 'us east 1', 'us-east-1', 'code'],
    ['code with underscores', 'eu_west_3', 'eu-west-3', 'code'],
    ['short code', 'apne2', 'ap-northeast-2', 'code'],
    ['short code', 'use1', 'us-east-1', 'code'],
    ['short code', 'euc1', 'eu-central-1', 'code'],
    ['short code', 'cnnw1', 'cn-northwest-1', 'code'],
    ['Availability Zone', 'us-east-1a', 'us-east-1', 'code'],
    ['host', 'sts.us-gov-west-1.amazonaws.com', 'us-gov-west-1', 'code'],
    ['city without its accent', 'sao paulo', 'sa-east-1', 'city'],
    ['city with its accent', 'São Paulo', 'sa-east-1', 'city'],
    ['second word of a city', 'virginia', 'us-east-1', 'city'],
    ['area', 'africa', 'af-south-1', 'name'],
    ['area in Korean', '중동', 'me-central-1', 'name'],
    ['area and city', 'asia tokyo', 'ap-northeast-1', 'name'],
  ] as const)('%s: %s', (_, query, code, matched) => {
    const first = searchRegions(query)[0]
    expect([first?.region.code, first?.matched]).toEqual([code, matched])
  })

  test.each([
    ['a code prefix keeps table order', 'us-', ['us-east-1', 'us-east-2', 'us-west-1']],
    ['a city before an area', 'central', ['ca-central-1', 'mx-central-1', 'eu-central-1']],
    ['over all partitions', '오하이오', ['us-east-2', 'us-isob-east-1']],
    ['nothing', 'atlantis', []],
    ['signs of a pattern', '.*(', []],
  ])('%s', (_, query, expected) => {
    expect(codes(query)).toEqual(expected)
  })

  test.each(['', '   '])('an empty query (%j) gives every Region in table order', (query) => {
    const found = searchRegions(query)
    expect(found.map((match) => match.region)).toEqual(everyRegion)
    expect(new Set(found.map((match) => match.matched))).toEqual(new Set(['all']))
  })

  test('a partition narrows the search', () => {
    expect(searchRegions('us-', 'aws-us-gov').map((match) => match.region.code)).toEqual([
      'us-gov-east-1',
      'us-gov-west-1',
    ])
    expect(searchRegions('', 'aws-cn')).toHaveLength(2)
  })

  test('every Region is found first by its code, and by its city in both languages', () => {
    for (const region of everyRegion) {
      expect(codes(region.code, 1)).toEqual([region.code])
      expect(codes(region.city.en, 60)).toContain(region.code)
      expect(codes(region.city.ko, 60)).toContain(region.code)
    }
  })

  test('any text gives Regions of the table, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (query) => {
        const found = searchRegions(query).map((match) => match.region)
        expect(new Set(found).size).toBe(found.length)
        expect(everyRegion).toEqual(expect.arrayContaining(found))
      }),
    )
  })
})

test.each([
  ['ap-northeast-2', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['us-isof-south-1', 'aws-iso-f'],
  ['ap-hong-9', undefined],
  ['us-east-1a', undefined],
  ['US-EAST-1', undefined],
  ['constructor', undefined],
  ['', undefined],
])('regionOf %j', (code, partition) => {
  expect(regionOf(code)?.partition.id).toBe(partition)
})
