import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, metaContentSecurityPolicy } from './policy.ts'
import { countHosts } from './reachable-hosts.ts'
import { stsHosts } from './sts-hosts.ts'

describe('stsHosts', () => {
  test('holds regional, dual-stack, FIPS and global hosts of every partition', () => {
    expect(stsHosts()).toEqual(
      expect.arrayContaining([
        'sts.amazonaws.com',
        'sts.ap-northeast-2.amazonaws.com',
        'sts.ap-northeast-2.api.aws',
        'sts-fips.us-east-1.amazonaws.com',
        'sts.cn-north-1.amazonaws.com.cn',
        'sts.us-gov-west-1.amazonaws.com',
        'sts.eusc-de-east-1.amazonaws.eu',
        'sts.us-iso-east-1.c2s.ic.gov',
        'sts.us-isob-east-1.sc2s.sgov.gov',
        'sts.eu-isoe-west-1.cloud.adc-e.uk',
        'sts.us-isof-south-1.csp.hci.ic.gov',
      ]),
    )
  })

  test('48 Regions give 48 regional, 48 dual-stack, 4 FIPS hosts and the global one', () => {
    expect(stsHosts()).toHaveLength(48 + 48 + 4 + 1)
  })

  test('is sorted, each host once, nothing but host names of STS', () => {
    const hosts = stsHosts()
    expect(hosts).toEqual([...new Set(hosts)].sort())
    for (const host of hosts) expect(host).toMatch(/^sts(-fips)?(\.[a-z0-9-]+){2,}$/)
  })
})

describe('the policy', () => {
  const directives = (policy: string) =>
    new Map(
      policy.split('; ').map((directive): [string, readonly string[]] => {
        const [name = '', ...sources] = directive.split(' ')
        return [name, sources]
      }),
    )

  test('names every STS host and loopback, and nothing else', () => {
    expect(directives(contentSecurityPolicy()).get('connect-src')).toEqual([
      ...stsHosts().map((host) => `https://${host}`),
      'http://localhost:*',
      'http://127.0.0.1:*',
      'https://localhost:*',
      'https://127.0.0.1:*',
    ])
  })

  test('lets nothing else in', () => {
    const { 'connect-src': _, ...others } = Object.fromEntries(directives(contentSecurityPolicy()))
    expect(others).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ["'none'"],
    })
  })

  test('the meta element has the same without frame-ancestors', () => {
    expect(`${metaContentSecurityPolicy()}; frame-ancestors 'none'`).toBe(contentSecurityPolicy())
  })

  test('fits a header: printable ASCII under 8 KB', () => {
    expect(contentSecurityPolicy()).toMatch(/^[\x20-\x7e]{1,8000}$/)
  })
})

describe('countHosts', () => {
  test.each([
    ['the header', contentSecurityPolicy(), 101, true, false],
    ['the meta element', metaContentSecurityPolicy(), 101, true, false],
    ['no policy', '', 0, false, true],
    ['a policy about other things', "script-src 'self'", 0, false, true],
    ['everything', 'connect-src *', 0, false, true],
    ['one host', 'connect-src https://sts.us-east-1.amazonaws.com', 1, false, false],
    [
      'a host named twice',
      'connect-src https://sts.amazonaws.com https://sts.amazonaws.com',
      1,
      false,
      false,
    ],
    [
      'a wildcard beside a host',
      'connect-src https://sts.amazonaws.com https://*.amazonaws.com',
      1,
      false,
      true,
    ],
    ['the own origin', "connect-src 'self'", 0, false, true],
    ['loopback alone', 'connect-src http://localhost:*', 0, true, false],
    ['nothing', "default-src 'none'", 0, false, false],
    ['the first of two directives', "connect-src 'none'; connect-src *", 0, false, false],
    ['line breaks and capitals', '\nCONNECT-SRC\thttps://STS.amazonaws.com\n;', 1, false, false],
  ])('%s', (_, policy, sts, loopback, open) => {
    expect(countHosts(policy)).toEqual({ sts, loopback, open })
  })
})
