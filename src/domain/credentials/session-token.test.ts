import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR, instantOf } from '../time/instant.ts'
import { encodeSessionToken, type TokenContent } from './session-token-encode.ts'
import { parseSessionToken, readSessionToken } from './session-token.ts'
import { tokenKeyIdAt } from './token-key-id.ts'

const ISSUED = instantOf(2026, 11, 22, 1, 2, 3) ?? 0

const content: TokenContent = {
  version: 2,
  region: 'eu-central-1',
  account: '111122223333',
  issuedAt: ISSUED,
  ciphertext: new Uint8Array(300).map((_, i) => i * 7),
  signature: new Uint8Array(71).map((_, i) => i * 5 + 1),
  iv: new Uint8Array(12).fill(9),
  opaque: new Uint8Array(160).fill(200),
}
const version1: TokenContent = { ...content, version: 1, signature: new Uint8Array(42).fill(3) }

/** Bytes to a token, for layouts that the encoder does not write. */
const tokenOf = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes))
const ascii = (text: string): number[] => [...new TextEncoder().encode(text)]
const SECONDS = [0x80, 0x94, 0xeb, 0xdc, 0x05] // 1,536,870,912

describe('layouts', () => {
  test('the first characters are those of real tokens', () => {
    expect(encodeSessionToken(content)).toMatch(/^IQoJb3JpZ2luX2VjE/)
    expect(encodeSessionToken(version1)).toMatch(/^FwoGZXIvYXdzE/)
    expect(encodeSessionToken({ ...version1, name: 'aws' })).toMatch(/^FwoDYXdz/)
  })

  test('version 2', () => {
    expect(readSessionToken(encodeSessionToken(content))).toMatchObject({
      state: 'whole',
      version: 2,
      firstByte: 0x21,
      name: 'origin_ec',
      region: 'eu-central-1',
      account: '111122223333',
      issuedAt: ISSUED,
      missingBytes: 0,
      flaws: [],
      looksLike: null,
    })
  })

  test('version 1 names neither Region nor account', () => {
    expect(readSessionToken(encodeSessionToken(version1))).toMatchObject({
      state: 'whole',
      version: 1,
      firstByte: 0x17,
      name: 'er/aws',
      region: null,
      account: null,
      issuedAt: ISSUED,
      flaws: [],
    })
  })

  test.each([
    ['0x01', [0x01, 0x0a, 3, ...ascii('aws'), 0x10, 5, 0x1a, 2, 1, 2, 0x20, ...SECONDS], 1],
    [
      '0x15',
      [0x15, 0x0a, 3, ...ascii('aws'), 0x10, 5, 0x1a, 1, 1, 0x22, 1, 1, 0x28, ...SECONDS],
      1,
    ],
    [
      '0x02',
      [0x02, 0x0a, 6, ascii('origin'), 0x10, 5, 0x1a, 9, ascii('us-east-1'), 0x22, 1, 1]
        .concat([0x2a, 24, 8, 0, 16, 0, 0x1a, 12, ascii('111122223333'), 0x22, 1, 1, 0x2a, 1, 1])
        .concat([0x30, SECONDS, 0x3a, 1, 1])
        .flat(),
      2,
    ],
  ])('%s', (_name, bytes, version) => {
    expect(readSessionToken(tokenOf(bytes))).toMatchObject({
      state: 'whole',
      version,
      issuedAt: 1_536_870_912_000,
    })
  })

  test('what was written reads back, opaque parts included', () => {
    const bytes = (maxLength: number) => fc.uint8Array({ maxLength })
    const contents = fc.record({
      version: fc.constantFrom(1, 2),
      region: fc.constantFrom('us-east-1', 'ap-southeast-1', 'eusc-de-east-1'),
      account: fc.stringMatching(/^\d{12}$/),
      issuedAt: fc.integer({ min: 1_400_000_000, max: 2_000_000_000 }).map((s) => s * 1000),
      ciphertext: bytes(700),
      signature: bytes(80),
      iv: bytes(12),
      opaque: bytes(400),
    })
    fc.assert(
      fc.property(contents, (content) => {
        const { facts, parts } = parseSessionToken(encodeSessionToken(content))
        expect(facts.state).toBe('whole')
        expect(facts.issuedAt).toBe(content.issuedAt)
        expect(facts.account).toBe(content.version === 2 ? content.account : null)
        expect(parts).toEqual({
          keyId: tokenKeyIdAt(facts.name ?? '', content.issuedAt),
          iv: content.iv,
          ciphertext: content.ciphertext,
          signature: content.signature,
        })
      }),
    )
  })
})

describe('damage', () => {
  const token = encodeSessionToken(content)

  test('84 bytes cut off are 84 bytes missing', () => {
    expect(readSessionToken(btoa(atob(token).slice(0, -84)))).toMatchObject({
      state: 'cut',
      missingBytes: 84,
      version: 2,
      region: 'eu-central-1',
      account: '111122223333',
      issuedAt: ISSUED,
    })
  })

  test('cut inside the ciphertext the account is still read, the time is not', () => {
    expect(readSessionToken(token.slice(0, 300))).toMatchObject({
      state: 'cut',
      account: '111122223333',
      issuedAt: null,
    })
  })

  test.each([1, 2] as const)('every cut of a version-%i token is seen', (version) => {
    const whole = encodeSessionToken(version === 2 ? content : version1)
    const length = whole.replace(/=+$/, '').length
    for (let kept = 17; kept < length - 1; kept += 1) {
      const facts = readSessionToken(whole.slice(0, kept))
      expect([kept, facts.state, facts.missingBytes > 0]).toEqual([kept, 'cut', true])
      expect(facts.flaws.map(({ flaw }) => flaw)).toEqual(kept % 4 === 1 ? ['length'] : [])
    }
  })

  test.each([
    [
      'two tokens glued',
      token.replace(/=+$/, '').slice(0, 760) + token,
      ['cut', 'damaged', 'whole'],
    ],
    [
      'characters lost before the account',
      token.slice(0, 60) + token.slice(68),
      ['damaged', 'cut'],
    ],
  ])('%s is not whole', (_name, text, states) => {
    const { state } = readSessionToken(text)
    expect(states).toContain(state)
    expect(state).not.toBe('whole')
  })

  test.each([
    [
      'blanks inside',
      `${token.slice(0, 80)}\n  ${token.slice(80)}`,
      [{ flaw: 'blanks', count: 3 }],
    ],
    ['quotes', `"${token}"`, [{ flaw: 'quotes', count: 2 }]],
    [
      'percent-encoded',
      encodeURIComponent(`${token.slice(0, -4)}+/${token.slice(-2)}`),
      [{ flaw: 'percent-encoded' }],
    ],
    [
      'an ellipsis',
      `${token.slice(0, -4)}…${token.slice(-3)}`,
      [{ flaw: 'foreign-characters', count: 1 }],
    ],
  ])('%s', (_name, text, flaws) => {
    expect(readSessionToken(text).flaws).toEqual(expect.arrayContaining(flaws))
    expect(parseSessionToken(text).parts).toBeNull()
  })

  test('base64url letters are foreign, and still read through', () => {
    const bytes = encodeSessionToken({ ...content, opaque: new Uint8Array(160).fill(255) })
    const facts = readSessionToken(bytes.replaceAll('+', '-').replaceAll('/', '_'))
    expect(facts.state).toBe('whole')
    expect(facts.flaws.map(({ flaw }) => flaw)).toEqual(['foreign-characters'])
  })

  test.each([
    [
      'documentation',
      'AQoEXAMPLEH4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5TthT+FvwqnKwRcOIfrRh3c',
      ['placeholder'],
    ],
    [
      'documentation',
      'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZ',
      ['placeholder'],
    ],
    ['documentation', 'EXAMPLEpZ2luX2VjEA0aCXVzLXdlc3QtMiJHMEUCIQCK', ['placeholder']],
    ['words', 'abcd', []],
    ['empty', '', []],
  ])('%s is unknown', (_name, text, flaws) => {
    const facts = readSessionToken(text)
    expect(facts.state).toBe('unknown')
    expect(facts.flaws.map(({ flaw }) => flaw)).toEqual(expect.arrayContaining(flaws))
  })

  test('a hostile length is no gap of gigabytes', () => {
    const bytes = [0x21, 0x0a, 9, ...ascii('origin_ec'), 0x10, 1, 0x1a, 255, 255, 255, 255, 15]
    expect(readSessionToken(tokenOf(bytes))).toMatchObject({ state: 'damaged', missingBytes: 0 })
  })

  test('nothing throws, neither on text nor on bytes behind a real head', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readSessionToken(text)))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 500 }), (bytes, at) => {
        const head = atob(token).slice(0, at)
        void readSessionToken(btoa(head + String.fromCharCode(...bytes)))
      }),
    )
  })
})

describe('the hour counter', () => {
  test('goes up by one each hour and wraps as a signed byte', () => {
    const ids = Array.from(
      { length: 300 },
      (_, hour) => tokenKeyIdAt('origin_ec', ISSUED + hour * HOUR) ?? 0,
    )
    expect(new Set(ids).size).toBe(256)
    expect([Math.min(...ids), Math.max(...ids)]).toEqual([-128, 127])
    expect(ids.slice(1).every((id, i) => (id - (ids[i] ?? 0) + 256) % 256 === 1)).toBe(true)
  })

  test.each([
    ['origin_ec', 1280, -127],
    ['origin_ec', 1279, -128],
    ['er/aws', 360, -110],
    ['er/aws', 359, -111],
    ['aws', 360, null],
  ])('%s at second %i', (name, second, id) => {
    expect(tokenKeyIdAt(name, second * 1000)).toBe(id)
  })
})
