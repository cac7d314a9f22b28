import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import { parseAuthorizationHeader, writeAuthorizationHeader } from './authorization-header.ts'
import { revealText } from './secret-text.ts'

const SCOPE = '20261122/us-east-1/sts/aws4_request'

describe('Authorization header', () => {
  test('reads what it writes', () => {
    const text = writeAuthorizationHeader({
      accessKeyId: new Secret('ASIAEXAMPLE'),
      scope: { date: '20261122', region: 'us-east-1', service: 'sts', terminator: 'aws4_request' },
      signedHeaders: ['host', 'x-amz-date'],
      signature: new Secret('00ff'),
    })
    const parsed = parseAuthorizationHeader(revealText(text))
    expect(parsed.kind).toBe('parsed')
    if (parsed.kind !== 'parsed') return
    expect(parsed.credential?.reveal()).toBe(`ASIAEXAMPLE/${SCOPE}`)
    expect(parsed.signedHeaders).toEqual(['host', 'x-amz-date'])
    expect(parsed.signature?.reveal()).toBe('00ff')
  })

  test.each([
    ['blank before the key ID', `Credential= ASIAEXAMPLE/${SCOPE}`, `ASIAEXAMPLE/${SCOPE}`],
    ['blank after the key ID', `Credential=ASIAEXAMPLE /${SCOPE}`, `/${SCOPE}`],
    ['two values', `Credential=ASIAEXAMPLE second/${SCOPE}`, `second/${SCOPE}`],
    ['line break', `Credential=ASIAEXAMPLE\n/${SCOPE}`, `/${SCOPE}`],
  ])('not a key=value pair: %s', (_name, credential, part) => {
    const parsed = parseAuthorizationHeader(
      `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0`,
    )
    expect(parsed.kind).toBe('not-key-value-pair')
    expect(parsed.kind === 'not-key-value-pair' && parsed.part.reveal()).toBe(part)
  })

  test.each([
    ['another algorithm', 'AWS4-ECDSA-P256-SHA256 Credential=a', 'AWS4-ECDSA-P256-SHA256'],
    ['a bearer token', 'Bearer abc', 'Bearer'],
    ['empty', '', ''],
  ])('unsupported algorithm: %s', (_name, text, algorithm) => {
    const parsed = parseAuthorizationHeader(text)
    expect(parsed.kind === 'unsupported-algorithm' && parsed.algorithm.reveal()).toBe(algorithm)
  })

  test('absent parts are null, without commas too', () => {
    expect(parseAuthorizationHeader('AWS4-HMAC-SHA256')).toEqual({
      kind: 'parsed',
      credential: null,
      signedHeaders: null,
      signature: null,
    })
    const parsed = parseAuthorizationHeader('AWS4-HMAC-SHA256 Signature=0 SignedHeaders=b;a')
    expect(parsed.kind === 'parsed' && parsed.signedHeaders).toEqual(['a', 'b'])
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseAuthorizationHeader(`AWS4-HMAC-SHA256 ${text}`)
        parseAuthorizationHeader(text)
      }),
    )
  })
})
