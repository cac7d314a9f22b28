import { expect, test } from 'vitest'
import { otherHostOf } from './other-host.ts'
import type { Target } from './target.ts'

const at = (change: Partial<Target>): Target => ({
  partition: 'aws',
  region: 'ap-northeast-2',
  kind: 'regional',
  customUrl: '',
  ...change,
})

test.each<[string, Target, string | null]>([
  ['a Region of the same partition', at({}), 'sts.us-east-1.amazonaws.com'],
  ['never the one that was asked', at({ region: 'us-east-1' }), 'sts.us-east-2.amazonaws.com'],
  [
    'China has hosts of its own',
    at({ partition: 'aws-cn', region: 'cn-north-1' }),
    'sts.cn-northwest-1.amazonaws.com.cn',
  ],
  [
    'an isolated partition is compared with AWS',
    at({ partition: 'aws-iso', region: 'us-iso-east-1' }),
    'sts.us-east-1.amazonaws.com',
  ],
  ['an address of this machine', at({ kind: 'custom', customUrl: 'http://localhost:1' }), null],
  ['the sandbox', at({ kind: 'sandbox' }), null],
])('%s', (_, target, host) => {
  expect(otherHostOf(target)?.host ?? null).toBe(host)
})
