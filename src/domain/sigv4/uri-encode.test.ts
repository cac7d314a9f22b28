import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalQueryString, readParameters } from './canonical-query-string.ts'
import { canonicalUri } from './canonical-uri.ts'
import { decodeComponent, findBrokenEscape, uriEncode } from './uri-encode.ts'

describe('encoding', () => {
  test.each([
    ['unreserved', 'AZaz09-._~', 'AZaz09-._~'],
    ['space', 'a b', 'a%20b'],
    ['sub-delimiters', "!'()*/+=", '%21%27%28%29%2A%2F%2B%3D'],
    ['Korean', '서', '%EC%84%9C'],
  ])('%s', (_name, text, encoded) => {
    expect(uriEncode(text)).toBe(encoded)
  })

  test('decoding undoes encoding, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeComponent(uriEncode(bytes))).toEqual(bytes)
      }),
    )
  })

  test.each([
    ['none', 'a=%20&b=%2f', null],
    ['at the end', 'a=%2', { escape: 'cut' }],
    ['alone', '%', { escape: 'cut' }],
    ['letters', 'a=%zz', { escape: 'not-hexadecimal', characters: 'zz' }],
  ])('broken escape: %s', (_name, wire, expected) => {
    expect(findBrokenEscape(wire)).toEqual(expected)
  })
})

describe('canonical URI', () => {
  test.each([
    ['', '/'],
    ['/', '/'],
    ['/a//b/', '/a/b/'],
    ['/a/./b/../c', '/a/c'],
    ['/../..', '/'],
    ['/a%20b', '/a%2520b'],
  ])('%s', (path, expected) => {
    expect(canonicalUri(path)).toBe(expected)
  })
})

describe('canonical query string', () => {
  test.each([
    ['empty', '', ''],
    ['sorted by name, then value', 'b=2&a=2&a=1&A=0', 'A=0&a=1&a=2&b=2'],
    ['a name without a value', 'a&b=', 'a=&b='],
    ['encoded anew', 'a=x y&b=%2f+%7E', 'a=x%20y&b=%2F%20~'],
    ['without the signature', 'X-Amz-Signature=0&x=1', 'x=1'],
  ])('%s', (_name, wire, expected) => {
    expect(canonicalQueryString(wire)).toBe(expected)
  })

  test('parameters of a form', () => {
    expect(readParameters('Action=GetCallerIdentity&x=%EC%84%9C+1&y')).toEqual([
      ['Action', 'GetCallerIdentity'],
      ['x', '서 1'],
      ['y', ''],
    ])
  })
})
