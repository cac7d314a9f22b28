import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childOf, readXml, textOf } from './read-xml.ts'
import type { XmlElement } from './read-xml.ts'

function rootOf(text: string): XmlElement | null {
  const reading = readXml(text)
  return reading.kind === 'read' ? reading.root : null
}

describe('what is read', () => {
  test('an STS error', () => {
    const root = rootOf(
      '<?xml version="1.0"?>\n<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\n' +
        '<!-- <Code>No</Code> --><Error><Code>ExpiredToken</Code><Message>a &lt;b&gt; &amp; &#39;c&#x27;</Message></Error>' +
        '<RequestId>r-1</RequestId></ErrorResponse>\n',
    )
    const error = childOf(root, 'Error')
    expect(textOf(childOf(error, 'Code'))).toBe('ExpiredToken')
    expect(textOf(childOf(error, 'Message'))).toBe("a <b> & 'c'")
    expect(textOf(childOf(root, 'RequestId'))).toBe('r-1')
    expect(root?.attributes['xmlns']).toBe('https://sts.amazonaws.com/doc/2011-06-15/')
  })

  test.each([
    ['a prefix is dropped', '<saml:A xmlns:saml="u"/>', 'A', ''],
    ['CDATA is text', '<a><![CDATA[<x>&amp;]]></a>', 'a', '<x>&amp;'],
    ['blanks inside tags', '<a  b = "1"\n c=\'2\' >x</a >', 'a', 'x'],
    ['a byte order mark', '\uFEFF<a>x</a>', 'a', 'x'],
    ['text around a child', '<a>x<b/>y</a>', 'a', 'xy'],
    ['a character beyond the BMP', '<a>&#x1F511;</a>', 'a', '\u{1F511}'],
  ])('%s', (_, text, name, inner) => {
    const root = rootOf(text)
    expect(root?.name).toBe(name)
    expect(textOf(root)).toBe(inner)
  })

  test('an attribute called __proto__ is only an attribute', () => {
    const root = rootOf('<a __proto__="x"/>')
    expect(root?.attributes['__proto__']).toBe('x')
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})

describe('what is refused', () => {
  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'doctype'],
    ['an HTML page', '<!doctype html><html></html>', 'doctype'],
    ['an unknown entity', '<a>&nbsp;</a>', 'malformed'],
    ['an inherited entity name', '<a>&constructor;</a>', 'malformed'],
    ['a bare ampersand', '<a>a & b</a>', 'malformed'],
    ['a reference to no character', '<a>&#0;</a>', 'malformed'],
    ['a surrogate', '<a>&#xD800;</a>', 'malformed'],
    ['a tag that is not closed', '<a><b></a>', 'malformed'],
    ['an end without a start', '</a>', 'malformed'],
    ['two roots', '<a/><b/>', 'malformed'],
    ['text outside', 'x<a/>', 'malformed'],
    ['a repeated attribute', '<a b="1" b="2"/>', 'malformed'],
    ['an attribute without quotes', '<a b=1/>', 'malformed'],
    ['nothing', '', 'malformed'],
    ['a comment without end', '<a><!-- ', 'malformed'],
    ['JSON', '{"a":1}', 'malformed'],
    ['depth', '<a>'.repeat(65) + '</a>'.repeat(65), 'too-deep'],
    ['size', `<a>${'x'.repeat(1_000_000)}</a>`, 'too-large'],
    ['elements', `<a>${'<b/>'.repeat(20_000)}</a>`, 'too-large'],
  ])('%s', (_, text, why) => {
    expect(readXml(text)).toMatchObject({ kind: 'refused', why })
  })

  test('depth 64 is read', () => {
    expect(readXml('<a>'.repeat(64) + '</a>'.repeat(64)).kind).toBe('read')
  })
})

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

describe('properties', () => {
  test('never throws', () => {
    const piece = fc.constantFrom(
      '<a',
      '>',
      '/>',
      '</a>',
      '<!--',
      '-->',
      '&',
      ';',
      '="',
      "'",
      '<![CDATA[',
      ']]>',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        expect(['read', 'refused']).toContain(readXml(pieces.join('')).kind)
      }),
    )
  })

  test('gives back what was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (inner, attribute) => {
        const root = rootOf(`<a b="${escape(attribute)}">${escape(inner)}</a>`)
        expect(root?.children).toEqual(inner === '' ? [] : [inner])
        expect(root?.attributes['b']).toBe(attribute)
      }),
    )
  })
})
