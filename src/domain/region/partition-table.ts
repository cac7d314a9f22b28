import type { PartitionId } from './target.ts'

/** A name in the languages of the page. */
type Name = { readonly en: string; readonly ko: string }

/** One Region of a partition. */
export type Region = {
  /** `ap-northeast-2`. */
  readonly code: string
  /** What stands beside the code: `Seoul`. Places AWS does not name are called by their area. */
  readonly city: Name
  /** AWS's whole name: `Asia Pacific (Seoul)`. */
  readonly name: Name
  /** An account has to enable it first; version-1 session tokens are not accepted there. */
  readonly optIn: boolean
  /** AWS lists a FIPS host of STS for it. */
  readonly fips: boolean
  /** `inferred`: named in the SDK's partition list only; whether it is open and opt-in is not documented. */
  readonly status: 'documented' | 'inferred'
}

/** A partition: its host suffixes and its Regions in the order they are shown. */
export type Partition = {
  readonly id: PartitionId
  readonly name: Name
  readonly dnsSuffix: string
  readonly dualStackDnsSuffix: string
  /** Only the commercial partition has `sts.amazonaws.com`. */
  readonly hasGlobalEndpoint: boolean
  /** First label of a FIPS host; in GovCloud the ordinary host is the FIPS host. */
  readonly fipsLabel: 'sts-fips' | 'sts'
  readonly regions: readonly Region[]
}

type Trait = 'opt-in' | 'fips' | 'inferred'

function region(code: string, name: Name, city: Name, ...traits: readonly Trait[]): Region {
  return {
    code,
    city,
    name,
    optIn: traits.includes('opt-in'),
    fips: traits.includes('fips'),
    status: traits.includes('inferred') ? 'inferred' : 'documented',
  }
}

/** A Region whose AWS name is its area with the city in parentheses. */
function within(area: Name) {
  return (code: string, en: string, ko: string, ...traits: readonly Trait[]): Region => {
    const name = { en: `${area.en} (${en})`, ko: `${area.ko} (${ko})` }
    return region(code, name, { en, ko }, ...traits)
  }
}

/** A Region that AWS calls the centre of a country, without naming a city. */
function centre(code: string, area: Name, ...traits: readonly Trait[]): Region {
  const name = { en: `${area.en} (Central)`, ko: `${area.ko} (중부)` }
  return region(code, name, { en: `${area.en} Central`, ko: `${area.ko} 중부` }, ...traits)
}

/** A Region with one name, the same in every language. */
function plain(code: string, text: string): Region {
  return region(code, { en: text, ko: text }, { en: text, ko: text })
}

const usEast = within({ en: 'US East', ko: '미국 동부' })
const usWest = within({ en: 'US West', ko: '미국 서부' })
const africa = within({ en: 'Africa', ko: '아프리카' })
const asiaPacific = within({ en: 'Asia Pacific', ko: '아시아 태평양' })
const canadaWest = within({ en: 'Canada West', ko: '캐나다 서부' })
const europe = within({ en: 'Europe', ko: '유럽' })
const israel = within({ en: 'Israel', ko: '이스라엘' })
const middleEast = within({ en: 'Middle East', ko: '중동' })
const southAmerica = within({ en: 'South America', ko: '남아메리카' })
const china = within({ en: 'China', ko: '중국' })
const sovereign = within({ en: 'AWS European Sovereign Cloud', ko: 'AWS 유럽 소버린 클라우드' })
const isoB = within({ en: 'US ISOB East', ko: 'US ISOB East' })

/**
 * Every partition with its Regions.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export const PARTITIONS: readonly Partition[] = [
  {
    id: 'aws',
    name: { en: 'Commercial', ko: '상용' },
    dnsSuffix: 'amazonaws.com',
    dualStackDnsSuffix: 'api.aws',
    hasGlobalEndpoint: true,
    fipsLabel: 'sts-fips',
    regions: [
      usEast('us-east-1', 'N. Virginia', '버지니아 북부', 'fips'),
      usEast('us-east-2', 'Ohio', '오하이오', 'fips'),
      usWest('us-west-1', 'N. California', '캘리포니아 북부', 'fips'),
      usWest('us-west-2', 'Oregon', '오레곤', 'fips'),
      africa('af-south-1', 'Cape Town', '케이프타운', 'opt-in'),
      asiaPacific('ap-east-1', 'Hong Kong', '홍콩', 'opt-in'),
      asiaPacific('ap-east-2', 'Taipei', '타이베이', 'opt-in'),
      asiaPacific('ap-northeast-1', 'Tokyo', '도쿄'),
      asiaPacific('ap-northeast-2', 'Seoul', '서울'),
      asiaPacific('ap-northeast-3', 'Osaka', '오사카'),
      asiaPacific('ap-south-1', 'Mumbai', '뭄바이'),
      asiaPacific('ap-south-2', 'Hyderabad', '하이데라바드', 'opt-in'),
      asiaPacific('ap-southeast-1', 'Singapore', '싱가포르'),
      asiaPacific('ap-southeast-2', 'Sydney', '시드니'),
      asiaPacific('ap-southeast-3', 'Jakarta', '자카르타', 'opt-in'),
      asiaPacific('ap-southeast-4', 'Melbourne', '멜버른', 'opt-in'),
      asiaPacific('ap-southeast-5', 'Malaysia', '말레이시아', 'opt-in'),
      asiaPacific('ap-southeast-6', 'New Zealand', '뉴질랜드', 'opt-in'),
      asiaPacific('ap-southeast-7', 'Thailand', '태국', 'opt-in'),
      centre('ca-central-1', { en: 'Canada', ko: '캐나다' }),
      canadaWest('ca-west-1', 'Calgary', '캘거리', 'opt-in'),
      europe('eu-central-1', 'Frankfurt', '프랑크푸르트'),
      europe('eu-central-2', 'Zurich', '취리히', 'opt-in'),
      europe('eu-north-1', 'Stockholm', '스톡홀름'),
      europe('eu-south-1', 'Milan', '밀라노', 'opt-in'),
      europe('eu-south-2', 'Spain', '스페인', 'opt-in'),
      europe('eu-west-1', 'Ireland', '아일랜드'),
      europe('eu-west-2', 'London', '런던'),
      europe('eu-west-3', 'Paris', '파리'),
      israel('il-central-1', 'Tel Aviv', '텔아비브', 'opt-in'),
      centre('mx-central-1', { en: 'Mexico', ko: '멕시코' }, 'opt-in'),
      middleEast('me-central-1', 'UAE', '아랍에미리트', 'opt-in'),
      middleEast('me-south-1', 'Bahrain', '바레인', 'opt-in'),
      middleEast('me-west-1', 'Saudi Arabia', '사우디아라비아', 'opt-in', 'inferred'),
      southAmerica('sa-east-1', 'São Paulo', '상파울루'),
      southAmerica('sa-west-1', 'Chile', '칠레', 'opt-in', 'inferred'),
    ],
  },
  {
    id: 'aws-cn',
    name: { en: 'China', ko: '중국' },
    dnsSuffix: 'amazonaws.com.cn',
    dualStackDnsSuffix: 'api.amazonwebservices.com.cn',
    hasGlobalEndpoint: false,
    fipsLabel: 'sts-fips',
    regions: [china('cn-north-1', 'Beijing', '베이징'), china('cn-northwest-1', 'Ningxia', '닝샤')],
  },
  {
    id: 'aws-us-gov',
    name: { en: 'GovCloud (US)', ko: 'GovCloud(미국)' },
    dnsSuffix: 'amazonaws.com',
    dualStackDnsSuffix: 'api.aws',
    hasGlobalEndpoint: false,
    fipsLabel: 'sts',
    regions: [
      region(
        'us-gov-east-1',
        { en: 'AWS GovCloud (US-East)', ko: 'AWS GovCloud(미국 동부)' },
        { en: 'GovCloud US-East', ko: 'GovCloud 미국 동부' },
        'fips',
      ),
      region(
        'us-gov-west-1',
        { en: 'AWS GovCloud (US-West)', ko: 'AWS GovCloud(미국 서부)' },
        { en: 'GovCloud US-West', ko: 'GovCloud 미국 서부' },
        'fips',
      ),
    ],
  },
  {
    id: 'aws-eusc',
    name: { en: 'European Sovereign Cloud', ko: '유럽 소버린 클라우드' },
    dnsSuffix: 'amazonaws.eu',
    dualStackDnsSuffix: 'api.amazonwebservices.eu',
    hasGlobalEndpoint: false,
    fipsLabel: 'sts-fips',
    regions: [sovereign('eusc-de-east-1', 'Germany', '독일')],
  },
  {
    id: 'aws-iso',
    name: { en: 'ISO (US)', ko: 'ISO(미국)' },
    dnsSuffix: 'c2s.ic.gov',
    dualStackDnsSuffix: 'api.aws.ic.gov',
    hasGlobalEndpoint: false,
    fipsLabel: 'sts-fips',
    regions: [plain('us-iso-east-1', 'US ISO East'), plain('us-iso-west-1', 'US ISO West')],
  },
  {
    id: 'aws-iso-b',
    name: { en: 'ISOB (US)', ko: 'ISOB(미국)' },
    dnsSuffix: 'sc2s.sgov.gov',
    dualStackDnsSuffix: 'api.aws.scloud',
    hasGlobalEndpoint: false,
    fipsLabel: 'sts-fips',
    regions: [isoB('us-isob-east-1', 'Ohio', '오하이오'), plain('us-isob-west-1', 'US ISOB West')],
  },
  {
    id: 'aws-iso-e',
    name: { en: 'ISOE (Europe)', ko: 'ISOE(유럽)' },
    dnsSuffix: 'cloud.adc-e.uk',
    dualStackDnsSuffix: 'api.cloud-aws.adc-e.uk',
    hasGlobalEndpoint: false,
    fipsLabel: 'sts-fips',
    regions: [plain('eu-isoe-west-1', 'EU ISOE West')],
  },
  {
    id: 'aws-iso-f',
    name: { en: 'ISOF (US)', ko: 'ISOF(미국)' },
    dnsSuffix: 'csp.hci.ic.gov',
    dualStackDnsSuffix: 'api.aws.hci.ic.gov',
    hasGlobalEndpoint: false,
    fipsLabel: 'sts-fips',
    regions: [plain('us-isof-east-1', 'US ISOF East'), plain('us-isof-south-1', 'US ISOF South')],
  },
]
