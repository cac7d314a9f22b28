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

describe('a quote is lost', () => {
  const lost = (text: string, value: string, side: 'opening' | 'closing'): string =>
    side === 'closing' ? text.replace(`${value}"`, value) : text.replace(`"${value}`, value)
  const lines: Readonly<Record<string, string>> = {
    shell: FAMILIES.shell(A),
    'shell, then a name of another program': `${FAMILIES.shell(A)}HOME="/home/example"\n`,
    PowerShell: FAMILIES.PowerShell(A),
    fish: FAMILIES.fish(A).replace(A.token, `"${A.token}"`),
    'one line': FAMILIES.shell(A).replaceAll('\n', ' '),
    JSON: FAMILIES['assume-role'](A),
    'JSON, commas lost': FAMILIES['assume-role'](A).replaceAll(',', ''),
  }
  const fields = { key: 'accessKeyId', secret: 'secretAccessKey', token: 'sessionToken' } as const
  const rows = Object.entries(lines).flatMap(([name, text]) =>
    (['key', 'secret', 'token'] as const).map((value) => [name, value, text] as const),
  )
  test.each(rows)('%s, behind the %s', (_name, value, text) => {
    const reading = readPaste(lost(text, A[value], 'closing'))
    expect(setsOf(reading)).toEqual([A])
    expect(reading.notes).toContainEqual({ note: 'quotes-removed', field: fields[value] })
  })

  test('the next line has lost its opening one', () => {
    const text = lost(lost(FAMILIES.shell(A), A.secret, 'closing'), A.token, 'opening')
    expect(setsOf(readPaste(text))).toEqual([A])
  })

  test('a token broken over lines in quotes is no lost quote', () => {
    const token = A.token.replace(/(.{64})/g, '$1\n')
    const { credentials, notes } = readPaste(FAMILIES.shell({ ...A, token }))
    expect(setsOf({ credentials, notes, lines: 0, shape: null })).toEqual([A])
    expect(notes.map(({ note }) => note)).toEqual(['line-breaks-removed'])
  })
})
