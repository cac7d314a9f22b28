import { expect, test } from 'vitest'
import { indentXml } from './indent-xml.ts'

test.each([
  ['one line', '<a><b>x</b><c/></a>', '<a>\n  <b>x</b>\n  <c/>\n</a>'],
  [
    'a declaration',
    '<?xml version="1.0"?><a><b>x</b></a>',
    '<?xml version="1.0"?>\n<a>\n  <b>x</b>\n</a>',
  ],
  ['lines already', '<a>\n<b/>\n</a>', '<a>\n<b/>\n</a>'],
  ['a web page', '<html><p>x</p></html>', '<html><p>x</p></html>'],
  ['no XML', 'nothing <b>', 'nothing <b>'],
  ['more ends than beginnings', '</a></a><b/>', '</a>\n</a>\n<b/>'],
])('%s', (_, text, expected) => {
  expect(indentXml(text)).toBe(expected)
})
