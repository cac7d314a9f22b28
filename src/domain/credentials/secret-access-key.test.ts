import { expect, test } from 'vitest'
import { describeSecret } from './secret-access-key.ts'

const SECRET = 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE'

test.each([
  ['in order', SECRET, { length: 40, flaws: [], isDocumentation: false, looksLike: null }],
  [
    '39 characters',
    SECRET.slice(1),
    { length: 39, flaws: [{ flaw: 'length', expected: 40, seen: 39 }] },
  ],
  ['a blank at its end', `${SECRET} `, { length: 40, flaws: [{ flaw: 'blanks', count: 1 }] }],
  ['no-break space', `\u00A0${SECRET}`, { length: 40, flaws: [{ flaw: 'blanks', count: 1 }] }],
  ['smart quotes', `“${SECRET}”`, { length: 40, flaws: [{ flaw: 'quotes', count: 2 }] }],
  [
    'percent-encoded',
    SECRET.replaceAll('/', '%2F'),
    { length: 40, flaws: [{ flaw: 'percent-encoded' }] },
  ],
  [
    'an underscore',
    SECRET.replace('/', '_'),
    { flaws: [{ flaw: 'foreign-characters', count: 1 }] },
  ],
  ['placeholder', '<your-secret>', { flaws: expect.arrayContaining([{ flaw: 'placeholder' }]) }],
  [
    'documentation',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    { isDocumentation: true, flaws: [] },
  ],
  ['a key ID', 'ASIARTX3GSDSQEXAMPLE', { looksLike: 'access-key-id' }],
])('%s', (_name, text, expected) => {
  expect(describeSecret(text)).toMatchObject(expected)
})
