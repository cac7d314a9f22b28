import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENDPOINT_KINDS, endpointOptions, resolveEndpoint } from './endpoint.ts'
import type { PartitionId, Target } from './target.ts'

const target = (change: Partial<Target>): Target => ({
  partition: 'aws',
  region: 'ap-northeast-2',
  kind: 'regional',
  customUrl: '',
  ...change,
})

const custom = (customUrl: string) => resolveEndpoint(target({ kind: 'custom', customUrl }))

describe('resolveEndpoint', () => {
  test.each([
    ['regional', {}, 'sts.ap-northeast-2.amazonaws.com', 'ap-northeast-2'],
    ['dual-stack', { kind: 'dual-stack' }, 'sts.ap-northeast-2.api.aws', 'ap-northeast-2'],
    ['global is signed for us-east-1', { kind: 'global' }, 'sts.amazonaws.com', 'us-east-1'],
    ['sandbox', { kind: 'sandbox' }, 'sts.ap-northeast-2.amazonaws.com', 'ap-northeast-2'],
    [
      'FIPS',
      { kind: 'fips', region: 'us-west-1' },
      'sts-fips.us-west-1.amazonaws.com',
      'us-west-1',
    ],
    [
      'FIPS in GovCloud is the ordinary host',
      { partition: 'aws-us-gov', region: 'us-gov-west-1', kind: 'fips' },
      'sts.us-gov-west-1.amazonaws.com',
      'us-gov-west-1',
    ],
    [
      'China, dual-stack',
      { partition: 'aws-cn', region: 'cn-north-1', kind: 'dual-stack' },
      'sts.cn-north-1.api.amazonwebservices.com.cn',
      'cn-north-1',
    ],
  ] as const)('%s', (_, change, host, signingRegion) => {
    expect(resolveEndpoint(target(change))).toEqual({
      kind: 'offered',
      url: `https://${host}/`,
      host,
      signingRegion,
    })
  })

  test.each([
    ['no FIPS host in Seoul', { kind: 'fips' }, 'no-fips'],
    ['no FIPS host in Canada', { kind: 'fips', region: 'ca-central-1' }, 'no-fips'],
    [
      'no global host in China',
      { partition: 'aws-cn', region: 'cn-north-1', kind: 'global' },
      'no-global',
    ],
    [
      'no global host in GovCloud',
      { partition: 'aws-us-gov', region: 'us-gov-east-1', kind: 'global' },
      'no-global',
    ],
    ['a Region of another partition', { region: 'cn-north-1' }, 'unknown-region'],
    ['a Region this build does not know', { region: 'ap-hong-9' }, 'unknown-region'],
    ['an address instead of a Region', { region: 'example.com/#' }, 'unknown-region'],
    ['an address instead of a partition', { partition: 'x' as PartitionId }, 'unknown-region'],
  ] as const)('%s', (_, change, why) => {
    expect(resolveEndpoint(target(change))).toEqual({ kind: 'not-offered', why })
  })

  test.each([
    ['http', 'http://localhost:4566', 'http://localhost:4566/', 'localhost:4566'],
    ['a closing slash', 'http://127.0.0.1:5000/', 'http://127.0.0.1:5000/', '127.0.0.1:5000'],
    ['https', 'https://localhost:8443', 'https://localhost:8443/', 'localhost:8443'],
    ['the port of the scheme', 'http://localhost', 'http://localhost/', 'localhost'],
    ['no scheme', ' localhost:4566 ', 'http://localhost:4566/', 'localhost:4566'],
    ['capitals', 'HTTP://LOCALHOST:4566', 'http://localhost:4566/', 'localhost:4566'],
    ['a short spelling of 127.0.0.1', 'http://127.1:80', 'http://127.0.0.1/', '127.0.0.1'],
  ])('custom, %s', (_, typed, url, host) => {
    expect(custom(typed)).toEqual({ kind: 'offered', url, host, signingRegion: 'ap-northeast-2' })
  })

  test.each([
    ['nothing', '', 'custom-empty'],
    ['blanks', '  ', 'custom-empty'],
    ['a word', 'nonsense', 'custom-not-url'],
    ['another scheme', 'ftp://localhost:21', 'custom-not-url'],
    ['a script', 'javascript:alert(1)', 'custom-not-url'],
    ['a port out of range', 'http://localhost:99999', 'custom-not-url'],
    ['another host', 'https://sts.example.com', 'custom-not-loopback'],
    ['a host that begins like loopback', 'http://localhost.example.com', 'custom-not-loopback'],
    ['a user name that looks like loopback', 'http://localhost@example.com', 'custom-not-loopback'],
    ['a private address', 'http://192.168.0.2:4566', 'custom-not-loopback'],
    ['the rest of 127/8', 'http://127.0.0.2:4566', 'custom-not-loopback'],
    ['IPv6 loopback', 'http://[::1]:4566', 'custom-not-loopback'],
    ['IPv6 loopback without a scheme', '[::1]:4566', 'custom-not-loopback'],
    ['every address of this machine', 'http://0.0.0.0:4566', 'custom-not-loopback'],
    ['a path', 'http://localhost:4566/sts', 'custom-has-path'],
    ['a query', 'http://localhost:4566/?a=b', 'custom-has-path'],
    ['a fragment', 'http://localhost:4566/#a', 'custom-has-path'],
    ['a user', 'http://someone@localhost:4566', 'custom-has-user'],
    ['a password', 'http://:EXAMPLE@localhost:4566', 'custom-has-user'],
  ])('custom, refused: %s', (_, typed, why) => {
    expect(custom(typed)).toEqual({ kind: 'not-offered', why })
  })

  test('whatever is typed, a custom address is on loopback and has no path', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `http://localhost${text}`),
        ),
        (typed) => {
          const endpoint = custom(typed)
          if (endpoint.kind === 'offered')
            expect(endpoint.url).toMatch(/^https?:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?\/$/)
        },
      ),
    )
  })
})

test('endpointOptions gives each kind once, in the order of the list', () => {
  const options = endpointOptions(target({ kind: 'custom', customUrl: 'http://localhost:1' }))
  expect(options.map((option) => option.kind)).toEqual([...ENDPOINT_KINDS])
  expect(options.map((option) => option.endpoint.kind)).toEqual([
    'offered',
    'not-offered',
    'offered',
    'offered',
    'offered',
    'offered',
  ])
})
