import { describe, expect, test } from 'vitest'
import { PARTITIONS } from './partition-table.ts'
import type { Region } from './partition-table.ts'

const codesWhere = (claim: (region: Region) => boolean): readonly string[] =>
  PARTITIONS.flatMap(({ regions }) => regions.filter(claim).map(({ code }) => code)).sort()

/** Enabled by default in every account, as the IAM user guide lists them. */
const ENABLED_BY_DEFAULT = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]

describe('the table of partitions', () => {
  test('knows eight partitions, each once', () => {
    expect(PARTITIONS.map(({ id }) => id)).toEqual([
      'aws',
      'aws-cn',
      'aws-us-gov',
      'aws-eusc',
      'aws-iso',
      'aws-iso-b',
      'aws-iso-e',
      'aws-iso-f',
    ])
  })

  test('of the commercial Regions, all but those enabled by default are opt-in', () => {
    const commercial = PARTITIONS[0]?.regions ?? []
    expect(
      commercial
        .filter(({ optIn }) => !optIn)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(ENABLED_BY_DEFAULT)
    expect(codesWhere(({ optIn }) => optIn)).toHaveLength(commercial.length - 17)
  })

  test('has FIPS hosts where AWS lists them', () => {
    expect(codesWhere(({ fips }) => fips)).toEqual([
      'us-east-1',
      'us-east-2',
      'us-gov-east-1',
      'us-gov-west-1',
      'us-west-1',
      'us-west-2',
    ])
  })

  test('marks what is inferred', () => {
    expect(codesWhere(({ status }) => status === 'inferred')).toEqual(['me-west-1', 'sa-west-1'])
  })

  test('names no code twice and leaves no name empty', () => {
    const codes = codesWhere(() => true)
    expect(new Set(codes).size).toBe(codes.length)
    expect(
      codesWhere(({ city, name }) => [city.en, city.ko, name.en, name.ko].includes('')),
    ).toEqual([])
  })
})
