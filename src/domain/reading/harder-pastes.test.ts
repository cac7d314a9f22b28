import { describe, expect, test } from 'vitest'
import { readPaste } from './read-paste.ts'
import { A, B, FAMILIES, setsOf } from './written-pastes.ts'

const FOREIGN = 'OTHER/program/EXAMPLE/0123456789/abcdefg'

describe('the secret of another program in the same list', () => {
  const shell = FAMILIES['shell without quotes'](A)
  test.each([
    ['above', `SECRET=${FOREIGN}\n${shell}`],
    ['above, exported', `export SECRET_KEY=${FOREIGN}\n${shell}`],
    ['above, in small letters', `secret=${FOREIGN}\n${FAMILIES['INI, no section'](A)}`],
    ['in a section', `[a]\nsecret_key=${FOREIGN}\n${FAMILIES['INI, no section'](A)}`],
    ['between', shell.replace('export AWS_SESS', `SECRET_KEY=${FOREIGN}\nexport AWS_SESS`)],
    ['below', `${shell}SECRET_KEY=${FOREIGN}\n`],
    ['a token above', `TOKEN=${B.token}\n${shell}`],
    ['in JSON', `{"token":"${B.token}","secret":"${FOREIGN}",${FAMILIES.camelCase(A).slice(1)}`],
  ])('%s', (_name, text) => {
    expect(setsOf(readPaste(text))).toEqual([A])
  })

  test.each([
    ['key first', `ACCESS_KEY=${B.key}\nSECRET_KEY=${B.secret}\n`],
    ['secret first', `SECRET_KEY=${B.secret}\nACCESS_KEY=${B.key}\n`],
  ])('a whole set of weak names stays one: %s', (_name, weak) => {
    const b = { ...B, token: null }
    expect(setsOf(readPaste(shell + weak))).toEqual([A, b])
    expect(setsOf(readPaste(weak + shell))).toEqual([b, A])
  })
})
