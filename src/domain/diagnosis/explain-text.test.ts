import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import { parseDenial } from '../denial/parse-denial.ts'
import { SECOND } from '../time/instant.ts'
import { diagnose } from './diagnose.ts'
import { EXAMPLE, facts, refused, token } from './examples.ts'
import { explainText, NOTHING_BESIDE } from './explain-text.ts'
import { affirms, mentions, readNotes } from './notes.ts'
import { NO_FACTS, readKeyPrefix, readSaidFacts, readToldToken } from './said-facts.ts'

const REFUSED =
  'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.'
const EXPIRED =
  'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token included in the request is expired'
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.'

describe('notes', () => {
  test.each([
    ['behind a proxy', true],
    ['no proxy', false],
    ['there is no proxy in between', false],
    ['the connection does not go through a proxy', false],
    ['without a proxy it works, behind the proxy it fails', true],
    ['a proxy is ruled out', false],
    ['not offline; the proxy rewrites headers', true],
  ])('%s', (text, expected) => {
    expect(affirms(readNotes(text), /\bproxy\b/)).toBe(expected)
  })

  test('words that hold their own "not"', () => {
    expect(mentions(readNotes('the Region was never enabled'), /never enabled/)).toBe(true)
  })
})

describe('facts', () => {
  test.each([
    ['present', 'present'],
    ['missing', 'missing'],
    ['truncated', 'cut'],
    ['not sent', 'missing'],
    ['version 1', 'version-1'],
    ['url-encoded', 'changed'],
    ['purple', null],
  ])('a token that is %s', (text, expected) => {
    expect(readToldToken(text)).toBe(expected)
  })

  test.each([
    ['ASIA', 'temporary'],
    ['AKIA…', 'long-term'],
    ['AKIAEXAMPLE', 'long-term'],
    ['test', 'other'],
    ['', undefined],
  ])('a key ID that begins with %j', (text, kind) => {
    expect(readKeyPrefix(text)?.kind).toBe(kind)
  })

  test('what is null is not known', () => {
    const nulls = Object.fromEntries(Object.keys(NO_FACTS).map((name) => [name, null]))
    expect(readSaidFacts(nulls)).toEqual({ facts: NO_FACTS, ignored: [] })
  })
})

describe('a secret of the same paste', () => {
  const secret = 'EXAMPLEq8Zt/w2XkRm5vB0+hT7cYpL4nJ9sDfGeX'
  const beside = {
    ...NOTHING_BESIDE,
    secrets: [new Secret(secret), new Secret(secret.slice(0, 30))],
  }
  const denied =
    'AccessDenied: User: arn:aws:iam::111122223333:user/Example is not authorized to perform: s3:GetObject on resource:'

  test.each([
    `${denied} ${secret} because no identity-based policy allows the s3:GetObject action`,
    `${denied} arn:aws:s3:::bucket/${secret} because no identity-based policy allows the s3:GetObject action`,
    `ValidationError: 1 validation error detected: Value '${secret}' at 'roleArn' failed to satisfy constraint`,
    `Provided region_name '${secret}' doesn't match a supported format. aws sts: valid region, not '${secret}'`,
    `Could not connect to the endpoint URL: "https://sts.${secret}.amazonaws.com/"`,
    `Could not connect to the endpoint URL: "https://sts.${secret.slice(0, 30).toLowerCase()}.amazonaws.com/"`,
    `${'x'.repeat(1990)} ${secret} ${EXPIRED} ${'y '.repeat(970)}${secret}`,
  ])('%s', (text) => {
    const told = explainText(text, { ...NO_FACTS, other: secret }, beside)
    expect(told).not.toBeNull()
    const shown = JSON.stringify(told).toLowerCase()
    for (let at = 0; at + 10 <= secret.length; at += 1) {
      expect(shown).not.toContain(secret.slice(at, at + 10).toLowerCase())
    }
  })

  test('what is hidden in a denial leaves its parts in place', () => {
    const text = `${denied} arn:aws:s3:::bucket/${secret} because no identity-based policy allows the s3:GetObject action`
    const around = explainText(text, NO_FACTS, beside)?.extracted.around ?? ''
    expect(parseDenial(around)).toMatchObject({
      resource: 'arn:aws:s3:::bucket/[40 characters hidden]',
      policy: 'identity-based policy',
    })
  })
})

describe('evidence', () => {
  test('an expired token of a known temporary key is certain, of an unknown one likely', () => {
    const known = { ...NO_FACTS, accessKeyIdPrefix: 'ASIA', sessionToken: 'present' }
    expect(explainText(EXPIRED, known)).toMatchObject({
      cause: 'expired-session',
      certainty: 'certain',
    })
    expect(explainText(EXPIRED, NO_FACTS)?.certainty).toBe('likely')
  })

  test('newer values turn it into another cause', () => {
    const other =
      'aws sso login was done a minute ago; the environment still holds the old AWS_SESSION_TOKEN'
    const diagnosis = explainText(EXPIRED, { ...NO_FACTS, other })
    expect(diagnosis?.cause).toBe('stale-credential-source')
    expect(diagnosis?.evidence).toContainEqual(expect.objectContaining({ source: 'told' }))
  })

  test('what a person says never makes a cause certain', () => {
    for (const other of ['the key was deleted', 'behind a proxy that rewrites the Host header']) {
      for (const text of [REFUSED, `SignatureDoesNotMatch: ${MISMATCH}`]) {
        expect(explainText(text, { ...NO_FACTS, other })?.certainty).not.toBe('certain')
      }
    }
  })

  test('pasted credentials speak too', () => {
    const credentials = facts().credentials
    const diagnosis = explainText(REFUSED, NO_FACTS, {
      ...NOTHING_BESIDE,
      credentials: { ...credentials, sessionToken: null },
    })
    expect(diagnosis).toMatchObject({ cause: 'missing-session-token', certainty: 'certain' })
  })

  test('the reasons add up', () => {
    const diagnosis = explainText(REFUSED, { ...NO_FACTS, accessKeyIdPrefix: 'AKIA' })
    expect(diagnosis?.ranking.length).toBeGreaterThan(1)
    for (const each of diagnosis?.ranking ?? []) {
      expect(each.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(each.points)
    }
  })
})

describe('the encoded message of a denial, and nothing else', () => {
  const encoded = 'EXAMPLE_4gIOH-lTkIaWHQD0Q0m6XSnuUMCm'.repeat(9)

  test.each([
    ['bare', encoded],
    ['with its words', `Encoded authorization failure message: ${encoded}`],
  ])('%s', (_, text) => {
    const diagnosis = explainText(text, NO_FACTS)
    expect(diagnosis).toMatchObject({
      cause: 'cannot-tell',
      fills: { story: 'encoded-message' },
      extracted: { encodedMessage: encoded, code: null, errors: 0 },
    })
    expect(diagnosis?.steps[0]?.step).toBe('decode-whole-message')
    expect(diagnosis?.alternatives.map(({ cause }) => cause)).toContain('identity-policy-missing')
  })
})

describe('what was tried', () => {
  const outcome = refused('SignatureDoesNotMatch', MISMATCH)

  test('another secret seconds ago leaves the right one in doubt', () => {
    const diagnosis = diagnose(
      outcome,
      facts({ tried: { otherSecretMs: 3 * SECOND, issuedMs: null } }),
    )
    expect(diagnosis).toMatchObject({ cause: 'cannot-tell' })
    expect(diagnosis?.steps[0]?.step).toBe('wait-between-secrets')
    expect(diagnosis?.evidence).toContainEqual(
      expect.objectContaining({ name: 'other-secret-tried', bearing: 'differs' }),
    )
  })

  test('another secret long ago does not', () => {
    const diagnosis = diagnose(
      outcome,
      facts({ tried: { otherSecretMs: 40 * SECOND, issuedMs: null } }),
    )
    expect(diagnosis).toMatchObject({ cause: 'credential-mangled', certainty: 'likely' })
  })

  test('credentials that this page got seconds ago are not known everywhere', () => {
    const sessionToken = token({ issuedAt: EXAMPLE.now - 20 * SECOND })
    const refusal = refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
    )
    const diagnosis = diagnose(
      refusal,
      facts({
        credentials: { sessionToken },
        tried: { otherSecretMs: null, issuedMs: 20 * SECOND },
      }),
    )
    expect(diagnosis).toMatchObject({ cause: 'not-yet-propagated', certainty: 'likely' })
  })
})
