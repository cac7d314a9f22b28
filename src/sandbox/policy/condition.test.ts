import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holds } from './condition.ts'
import { fits, fitsArn } from './pattern.ts'
import { contextOf } from './request-context.ts'

const CONTEXT = contextOf([
  ['aws:username', 'minji'],
  ['aws:PrincipalArn', 'arn:aws:iam::111122223333:role/team/Dev'],
  ['aws:MultiFactorAuthPresent', 'true'],
  ['aws:MultiFactorAuthAge', '1200'],
  ['aws:TokenIssueTime', '2026-11-22T01:02:03Z'],
  ['aws:SourceIp', '203.0.113.9'],
  ['aws:TagKeys', ['Team', 'Cost']],
  ['pool:amr', ['authenticated', 'example.com']],
  ['sts:ExternalId', 'a*b'],
])

type Row = readonly [
  operator: string,
  key: string,
  values: string | readonly string[],
  holds: boolean,
]

const ROWS: readonly Row[] = [
  ['StringEquals', 'aws:username', 'minji', true],
  ['StringEquals', 'AWS:UserName', ['haneul', 'minji'], true],
  ['StringEquals', 'aws:username', 'Minji', false],
  ['StringEquals', 'aws:username', 'min*', false],
  ['StringEquals', 'aws:username', '${aws:username}', true],
  ['StringEquals', 'sts:ExternalId', 'a*b', true],
  ['StringEqualsIgnoreCase', 'aws:username', 'MINJI', true],
  ['StringNotEquals', 'aws:username', 'haneul', true],
  ['StringNotEquals', 'aws:username', ['haneul', 'minji'], false],
  ['StringNotEqualsIgnoreCase', 'aws:username', 'MINJI', false],
  ['StringLike', 'aws:username', 'm?n*', true],
  ['StringLike', 'aws:username', 'n*', false],
  ['StringNotLike', 'aws:username', 'n*', true],
  ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/team/*', true],
  ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*/Dev', false],
  ['ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/team/Dev', true],
  ['ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/team/*', false],
  ['ArnNotEquals', 'aws:PrincipalArn', 'arn:aws:iam::*:user/*', true],
  ['Bool', 'aws:MultiFactorAuthPresent', 'true', true],
  ['Bool', 'aws:MultiFactorAuthPresent', 'False', false],
  ['NumericEquals', 'aws:MultiFactorAuthAge', '1200.0', true],
  ['NumericNotEquals', 'aws:MultiFactorAuthAge', '1200', false],
  ['NumericLessThan', 'aws:MultiFactorAuthAge', '3600', true],
  ['NumericLessThan', 'aws:MultiFactorAuthAge', '1200', false],
  ['NumericLessThanEquals', 'aws:MultiFactorAuthAge', '1200', true],
  ['NumericGreaterThan', 'aws:MultiFactorAuthAge', '900', true],
  ['NumericGreaterThanEquals', 'aws:MultiFactorAuthAge', '1201', false],
  ['NumericLessThan', 'aws:username', '3600', false],
  ['DateLessThan', 'aws:TokenIssueTime', '2026-11-22T01:02:04Z', true],
  ['DateLessThan', 'aws:TokenIssueTime', '2026-11-22T01:02:03Z', false],
  ['DateLessThanEquals', 'aws:TokenIssueTime', '2026-11-22T01:02:03Z', true],
  ['DateGreaterThan', 'aws:TokenIssueTime', '2026-11-22', true],
  ['DateGreaterThanEquals', 'aws:TokenIssueTime', '1795309323', true],
  ['DateGreaterThan', 'aws:TokenIssueTime', '1795309323', false],
  ['DateEquals', 'aws:TokenIssueTime', '2026-11-22T02:02:03+01:00', true],
  ['DateNotEquals', 'aws:TokenIssueTime', '2026-11-22T01:02:03Z', false],
  ['DateLessThan', 'aws:TokenIssueTime', 'tomorrow', false],
  ['IpAddress', 'aws:SourceIp', '203.0.113.0/24', true],
  ['IpAddress', 'aws:SourceIp', '203.0.113.8', false],
  ['IpAddress', 'aws:SourceIp', '203.0.113.0/99', false],
  ['NotIpAddress', 'aws:SourceIp', ['10.0.0.0/8', '192.168.0.0/16'], true],
  ['Null', 'aws:username', 'false', true],
  ['Null', 'aws:username', 'true', false],
  ['Null', 'aws:Absent', 'true', true],
  ['Null', 'aws:Absent', 'false', false],
  ['ForAnyValue:StringEquals', 'aws:TagKeys', 'Cost', true],
  ['ForAnyValue:StringLike', 'pool:amr', 'auth*', true],
  ['ForAnyValue:StringLike', 'pool:amr', 'unauth*', false],
  ['ForAnyValue:StringNotEquals', 'aws:TagKeys', 'Cost', true],
  ['ForAllValues:StringEquals', 'aws:TagKeys', ['Team', 'Cost', 'More'], true],
  ['ForAllValues:StringEquals', 'aws:TagKeys', 'Cost', false],
]

const ABSENT: readonly (readonly [operator: string, holds: boolean])[] = [
  ['StringEquals', false],
  ['StringLike', false],
  ['ArnLike', false],
  ['Bool', false],
  ['NumericLessThan', false],
  ['DateLessThan', false],
  ['IpAddress', false],
  ['StringNotEquals', true],
  ['StringNotLike', true],
  ['ArnNotLike', true],
  ['NumericNotEquals', true],
  ['NotIpAddress', true],
  ['BoolIfExists', true],
  ['StringEqualsIfExists', true],
  ['ForAllValues:StringEquals', true],
  ['ForAnyValue:StringEquals', false],
  ['ForAnyValue:StringNotEquals', false],
  ['ForAnyValue:StringEqualsIfExists', true],
]

describe('a condition', () => {
  test.each(ROWS)('%s %s %j: %s', (operator, key, values, expected) => {
    expect(holds({ operator, key, values: [values].flat() }, CONTEXT)).toBe(expected)
  })

  test.each(ABSENT)('%s on a key that is not in the request: %s', (operator, expected) => {
    expect(holds({ operator, key: 'aws:Absent', values: ['false'] }, CONTEXT)).toBe(expected)
  })

  test('BoolIfExists still looks at a key that is there', () => {
    const test = { operator: 'BoolIfExists', key: 'aws:MultiFactorAuthPresent', values: ['false'] }
    expect(holds(test, CONTEXT)).toBe(false)
  })
})

describe('a pattern', () => {
  test.each([
    ['*', '', true],
    ['a*c', 'abbbc', true],
    ['a*c*', 'abbbcd', true],
    ['a?c', 'ac', false],
    ['**a', 'bba', true],
    ['a', 'ab', false],
    ['/${aws:username}/*', '/minji/x', true],
    ['/${aws:username}', '/haneul', false],
    ['${sts:ExternalId}', 'aXb', false],
    ['${sts:ExternalId}', 'a*b', true],
    ['${aws:absent}', '', false],
    ["${aws:absent, 'guest'}", 'guest', true],
    ['${*}', '*', true],
    ['${*}', 'x', false],
  ])('%s fits %s: %s', (pattern, text, expected) => {
    expect(fits(pattern, text, CONTEXT)).toBe(expected)
  })

  test('an ARN with a variable in it', () => {
    const pattern = 'arn:aws:iam::111122223333:user/${aws:username}'
    expect(fitsArn(pattern, 'arn:aws:iam::111122223333:user/minji', CONTEXT)).toBe(true)
  })

  test('agrees with a regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 })
    const plain = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
    fc.assert(
      fc.property(letters, plain, (pattern, text) => {
        const regex = pattern.replaceAll('*', '.*').replaceAll('?', '.')
        expect(fits(pattern, text, CONTEXT)).toBe(new RegExp(`^${regex}$`).test(text))
      }),
    )
  })

  test('a hostile pattern takes no more steps than its length times the text', () => {
    expect(fits('*a'.repeat(400), 'a'.repeat(2000) + 'b', CONTEXT)).toBe(false)
  })
})
