import { describe, expect, test } from 'vitest'
import { describeCredentials } from '../credentials/describe.ts'
import { Secret } from '../credentials/secret.ts'
import { encodeSessionToken } from '../credentials/session-token-encode.ts'
import type { ReadCredentials } from './reading.ts'
import { putInPlace } from './put-in-place.ts'

const KEY = 'ASIARTX3GSDS2EXAMPLE'
const SECRET = 'EXAMPLE/secret+EXAMPLE/secret+EXAMPLE/00'
const TOKEN = encodeSessionToken({
  version: 2,
  region: 'us-east-1',
  account: '111122223333',
  issuedAt: 1_800_000_000_000,
  ciphertext: new Uint8Array(240).fill(7),
  signature: new Uint8Array(71).fill(9),
  iv: new Uint8Array(12).fill(3),
})

const setOf = (...values: readonly (string | null)[]): ReadCredentials => {
  const [accessKeyId, secretAccessKey, sessionToken] = values.map((text) =>
    text ? { value: new Secret(text), found: { name: '', line: null } } : null,
  )
  return {
    accessKeyId: accessKeyId ?? null,
    secretAccessKey: secretAccessKey ?? null,
    sessionToken: sessionToken ?? null,
    expiration: null,
    region: null,
    profile: null,
  }
}

const textsOf = (set: ReadCredentials): readonly (string | null)[] =>
  [set.accessKeyId, set.secretAccessKey, set.sessionToken].map((v) => v?.value.reveal() ?? null)

describe('putInPlace', () => {
  test.each([
    ['in place', [KEY, SECRET, TOKEN], [KEY, SECRET, TOKEN]],
    ['key and secret swapped', [SECRET, KEY, TOKEN], [KEY, SECRET, TOKEN]],
    ['secret and token swapped', [KEY, TOKEN, SECRET], [KEY, SECRET, TOKEN]],
    ['all three turned', [SECRET, TOKEN, KEY], [KEY, SECRET, TOKEN]],
    ['turned the other way', [TOKEN, KEY, SECRET], [KEY, SECRET, TOKEN]],
    ['a secret and no more', [SECRET, null, null], [null, SECRET, null]],
  ])('%s', (_, before, after) => {
    const set = setOf(...before)
    const values = {
      accessKeyId: set.accessKeyId?.value ?? null,
      secretAccessKey: set.secretAccessKey?.value ?? null,
      sessionToken: set.sessionToken?.value ?? null,
    }
    expect(textsOf(putInPlace(set, describeCredentials(values)))).toEqual(after)
  })
})
