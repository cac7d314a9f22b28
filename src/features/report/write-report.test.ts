import { describe, expect, test } from 'vitest'
import { describeCredentials } from '#domain/credentials/describe.ts'
import { Secret } from '#domain/credentials/secret.ts'
import { encodeSessionToken } from '#domain/credentials/session-token-encode.ts'
import type { ReadCredentials } from '#domain/reading/reading.ts'
import type { Settled } from '#domain/session/desk.ts'
import { writeReport } from './write-report.ts'

const NOW = Date.UTC(2026, 10, 22, 1, 29, 46)
const SECRET = 'EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0'
const TOKEN = encodeSessionToken({
  version: 2,
  region: 'ap-northeast-2',
  account: '111122223333',
  issuedAt: NOW - 1_000_000,
  ciphertext: new Uint8Array(240).fill(7),
  signature: new Uint8Array(71).fill(9),
  iv: new Uint8Array(12).fill(3),
})
const SIGNATURE = 'f0'.repeat(32)

const value = (text: string) => ({ value: new Secret(text), found: { name: '', line: 1 } })

function credentialsOf(key: string): ReadCredentials {
  return {
    accessKeyId: value(key),
    secretAccessKey: value(SECRET),
    sessionToken: value(TOKEN),
    expiration: null,
    region: null,
    profile: null,
  }
}

const settled: Settled = {
  outcome: {
    kind: 'refused',
    code: 'ExpiredToken',
    message: 'The security token included in the request is expired',
    status: 403,
    requestId: 'c2d94a7f-60b3-4e18-8f2d-7a5b1e9c0d36',
  },
  reply: {
    kind: 'answered',
    request: {
      method: 'POST',
      url: 'https://sts.ap-northeast-2.amazonaws.com/',
      host: 'sts.ap-northeast-2.amazonaws.com',
      headers: [['authorization', ['Signature=', new Secret(SIGNATURE)]]],
      body: '',
    },
    response: { status: 403, headers: {}, body: '', bytes: 0 },
    timing: { sentAt: NOW, tookMs: 61 },
    result: null,
  },
  identity: null,
  diagnosis: {
    cause: 'expired-session',
    certainty: 'certain',
    fills: {},
    evidence: [],
    steps: [],
    finer: null,
    ranking: [],
    alternatives: [{ cause: 'clock-skew', certainty: 'possible' }],
  },
  clockDifferenceMs: 400,
  at: NOW,
}

const report = (key = 'ASIARTX3GSDS2EXAMPLE'): string => {
  const credentials = credentialsOf(key)
  const facts = describeCredentials({
    accessKeyId: credentials.accessKeyId?.value ?? null,
    secretAccessKey: credentials.secretAccessKey?.value ?? null,
    sessionToken: credentials.sessionToken?.value ?? null,
  })
  return writeReport(settled, credentials, facts, 'abc 123')
}

describe('the redacted report', () => {
  test('names what happened, the cause and how sure it is', () => {
    const text = report()
    for (const line of [
      'Time: 2026-11-22T01:29:46Z',
      'Access key ID: ASIA…MPLE, 20 characters, temporary',
      'Code: ExpiredToken',
      'Cause: expired-session (certain)',
      'Could also be: clock-skew (possible)',
      'Clock: device minus AWS 0.4 s',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
  })

  test.each([
    ['an ordinary set', 'ASIARTX3GSDS2EXAMPLE'],
    ['the secret in the place of the key ID', SECRET],
    ['the token in the place of the key ID', TOKEN],
  ])('holds no secret, token, signature or whole key ID: %s', (_, key) => {
    const text = report(key)
    for (const secret of [
      SECRET,
      TOKEN,
      SIGNATURE,
      key,
      TOKEN.slice(40, 60),
      SECRET.slice(4, 16),
    ]) {
      expect(text.includes(secret)).toBe(false)
    }
  })
})
