import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseArn, partOf } from './arn.ts'
import type { ArnParts } from './arn.ts'

const rejoined = (arn: ArnParts): string =>
  arn.parts.map(({ text, after }) => text + after).join('')

const account = '111122223333'

describe('parseArn', () => {
  test.each([
    [
      'assumed role',
      `arn:aws:sts::${account}:assumed-role/ExampleRole/minji`,
      [
        ['prefix', 'arn', ':'],
        ['partition', 'aws', ':'],
        ['service', 'sts', '::'],
        ['account', account, ':'],
        ['resource-kind', 'assumed-role', '/'],
        ['role-name', 'ExampleRole', '/'],
        ['session-name', 'minji', ''],
      ],
    ],
    [
      'user with a path',
      `arn:aws-cn:iam::${account}:user/division/team/minji`,
      [
        ['prefix', 'arn', ':'],
        ['partition', 'aws-cn', ':'],
        ['service', 'iam', '::'],
        ['account', account, ':'],
        ['resource-kind', 'user', '/'],
        ['path', 'division/team', '/'],
        ['user-name', 'minji', ''],
      ],
    ],
    [
      'a service with a Region',
      `arn:aws:lambda:eu-west-1:${account}:function:example:1`,
      [
        ['prefix', 'arn', ':'],
        ['partition', 'aws', ':'],
        ['service', 'lambda', ':'],
        ['region', 'eu-west-1', ':'],
        ['account', account, ':'],
        ['resource', 'function:example:1', ''],
      ],
    ],
    [
      'neither Region nor account',
      'arn:aws:s3:::example/a/b',
      [
        ['prefix', 'arn', ':'],
        ['partition', 'aws', ':'],
        ['service', 's3', ':::'],
        ['resource', 'example/a/b', ''],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(parseArn(text)?.parts.map(({ kind, text, after }) => [kind, text, after])).toEqual(
      expected,
    )
  })

  test.each([
    ['root', `arn:aws:iam::${account}:root`, 'resource-kind', 'root'],
    ['a bucket called root', 'arn:aws:s3:::root', 'resource', 'root'],
    ['user without a path', `arn:aws:iam::${account}:user/minji`, 'user-name', 'minji'],
    ['no path', `arn:aws:iam::${account}:user/minji`, 'path', null],
    ['role with a path', `arn:aws:iam::${account}:role/a/b/Example`, 'role-name', 'Example'],
    ['federated user', `arn:aws:sts::${account}:federated-user/minji`, 'user-name', 'minji'],
    [
      'session name with @',
      `arn:aws:sts::${account}:assumed-role/R/m@x.kr`,
      'session-name',
      'm@x.kr',
    ],
    [
      'EC2 instance identity',
      `arn:aws:sts::${account}:assumed-role/aws:ec2-instance/i-0123456789abcdef0`,
      'role-name',
      'aws:ec2-instance',
    ],
    [
      'session ARN without a session',
      `arn:aws:sts::${account}:assumed-role/Example`,
      'role-name',
      null,
    ],
    [
      'session ARN with an empty role',
      `arn:aws:sts::${account}:assumed-role//x`,
      'role-name',
      null,
    ],
    ['user ARN without a name', `arn:aws:iam::${account}:user/`, 'user-name', null],
    [
      'a kind of IAM this page does not draw',
      `arn:aws:iam::${account}:group/x`,
      'resource',
      'group/x',
    ],
  ] as const)('%s', (_, text, kind, expected) => {
    const arn = parseArn(text)
    expect(arn && partOf(arn, kind)).toBe(expected)
  })

  test.each([
    ['nothing', ''],
    ['another text', 'not an ARN'],
    ['too few parts', 'arn:aws:iam::111122223333'],
    ['no resource', 'arn:aws:iam::111122223333:'],
    ['no partition', 'arn::iam::111122223333:root'],
    ['no service', 'arn:aws:::111122223333:root'],
    ['capitals', 'ARN:aws:iam::111122223333:root'],
    ['blank before', ' arn:aws:iam::111122223333:root'],
  ])('null for %s', (_, text) => {
    expect(parseArn(text)).toBeNull()
  })

  test('loses no character and leaves no part empty', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', '1', '/', ':', '-', '@', '가') })
    const kind = fc.constantFrom('assumed-role/', 'user/', 'role/', 'federated-user/', 'root', '')
    fc.assert(
      fc.property(fc.constantFrom('iam', 'sts', 's3'), piece, kind, piece, (service, a, b, c) => {
        const text = `arn:aws:${service}:${a}:${b}${c}`
        const arn = parseArn(text)
        if (!arn) return
        expect(rejoined(arn)).toBe(text)
        expect(arn.parts.filter((part) => part.text === '')).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
