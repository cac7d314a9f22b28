import { describe, expect, test } from 'vitest'
import { readPaste } from './read-paste.ts'
import { A, B, FAMILIES, setsOf } from './written-pastes.ts'

describe('repairs', () => {
  const at = (text: string, width: number, indent = '') =>
    text.replace(new RegExp(`(.{${String(width)}})(?=.)`, 'g'), `$1\n${indent}`)

  test.each([
    [
      'quotes in quotes',
      FAMILIES.camelCase(A).replaceAll(/:"(.*?)"/g, ':"\'$1\'"'),
      3,
      'quotes-removed',
    ],
    ['blanks in quotes', FAMILIES.shell(A).replace(/="/g, '=" '), 3, 'blanks-removed'],
  ])('%s', (_name, text, count, note) => {
    const reading = readPaste(text)
    expect(setsOf(reading)).toEqual([A])
    expect(reading.notes.map(({ note }) => note)).toEqual(Array.from({ length: count }, () => note))
  })

  test.each([
    ['bare, token last', `${A.key}\n${A.secret}\n${at(A.token, 76)}\n`],
    ['bare, token first', `${at(A.token, 76)}\n${A.key}\n${A.secret}`],
    ['bare, token before the secret', `${A.key}\n${at(A.token, 64)}\n${A.secret}`],
    ['bare, indented', `${A.key} ${A.secret}\n${at(A.token, 70, '    ')}`],
    ['bare, a word after it', `${A.key}\n${A.secret}\n${at(A.token, 76)}\nbye`],
    ['bare, forty wide', `${A.key}\n${A.secret}\n${at(A.token, 44)}`],
    ['export', at(FAMILIES['shell without quotes'](A), 80)],
    ['export in quotes', at(FAMILIES.shell(A), 80)],
    ['INI', at(FAMILIES.INI(A), 100)],
    ['JSON', at(FAMILIES['assume-role'](A), 80)],
  ])('wrapped token: %s', (_name, text) => {
    const reading = readPaste(text)
    expect(setsOf(reading)).toEqual([A])
    expect(reading.notes).toMatchObject([{ note: 'line-breaks-removed', field: 'sessionToken' }])
  })

  test('a wrapped token at every width', () => {
    for (let width = 41; width < 200; width += 1) {
      expect([
        width,
        ...setsOf(readPaste(`${A.key}\n${A.secret}\n${at(A.token, width)}\nthe end`)),
      ]).toEqual([width, A])
    }
  })

  test.each([
    ['before the key', `${A.token.slice(0, 400)}\n${A.key}\n${A.secret}`],
    ['before the secret', `${A.key}\n${A.token.slice(0, 400)}\n${A.secret}`],
  ])('a cut token takes no other value: %s', (_name, text) => {
    expect(setsOf(readPaste(text))).toEqual([{ ...A, token: A.token.slice(0, 400) }])
  })

  test('a whole token takes no other token', () => {
    const text = `${A.key}\n${A.secret}\n${A.token}\n${A.token}\n${'QUJD'.repeat(300)}`
    expect(setsOf(readPaste(text.replaceAll('=', '')))[0]?.token).toBe(A.token.replace(/=+$/, ''))
  })

  test('a token that is whole takes no line that follows', () => {
    const text = `${A.key}\n${A.token.replace(/=+$/, '')}\n${B.secret}\nsomethingelse1234567890`
    expect(setsOf(readPaste(text))).toEqual([
      { ...A, secret: B.secret, token: A.token.replace(/=+$/, '') },
    ])
  })
})
