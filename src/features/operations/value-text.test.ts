import { describe, expect, test } from 'vitest'
import type { Parameter, ParameterValue } from '#domain/sts/operations/descriptor.ts'
import { ASSUME_ROLE } from '#domain/sts/operations/assume-role.ts'
import { parameterNamed } from '#domain/sts/operations/descriptor.ts'
import { readValue, writeValue } from './value-text.ts'

const named = (name: string): Parameter => {
  const parameter = parameterNamed(ASSUME_ROLE, name)
  if (!parameter) throw new Error(name)
  return parameter
}

describe('the text of a field', () => {
  test.each<[string, string, ParameterValue]>([
    ['RoleArn', 'arn:aws:iam::111122223333:role/Deploy', 'arn:aws:iam::111122223333:role/Deploy'],
    ['TransitiveTagKeys', 'team\nproject', ['team', 'project']],
    [
      'PolicyArns',
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    ],
    [
      'Tags',
      'team=a=b\nempty',
      [
        { key: 'team', value: 'a=b' },
        { key: 'empty', value: '' },
      ],
    ],
    [
      'ProvidedContexts',
      'arn:aws:iam::aws:contextProvider/IdentityCenter EXAMPLE',
      [
        {
          providerArn: 'arn:aws:iam::aws:contextProvider/IdentityCenter',
          contextAssertion: 'EXAMPLE',
        },
      ],
    ],
  ])('%s is read and written', (name, text, value) => {
    expect(readValue(named(name), text)).toEqual(value)
    expect(writeValue(named(name), value)).toBe(text)
  })

  test('blanks and empty lines are no part of an item', () => {
    expect(readValue(named('Tags'), ' team = a \n\n')).toEqual([{ key: 'team', value: 'a' }])
  })
})
