import { expect, test } from 'vitest'
import { accountInArn, roleArnFrom } from './role-arn.ts'

test.each([
  ['111122223333', 'Example', 'arn:aws:iam::111122223333:role/Example'],
  ['1111-2222-3333', '/team/Example', 'arn:aws:iam::111122223333:role/team/Example'],
  [' 111122223333', 'role/Example', 'arn:aws:iam::111122223333:role/Example'],
  ['', '', 'arn:aws:iam:::role/'],
])('account %s, role %s', (account, role, arn) => {
  expect(roleArnFrom({ partition: 'aws', account, role })).toBe(arn)
})

test.each([
  ['arn:aws:iam::111122223333:role/Example', '111122223333'],
  ['arn:aws:iam::aws:policy/ReadOnlyAccess', null],
  ['arn:aws:iam::1111:role/Example', null],
  ['role/Example', null],
  ['', null],
])('the account in %s', (arn, account) => {
  expect(accountInArn(arn)).toBe(account)
})
