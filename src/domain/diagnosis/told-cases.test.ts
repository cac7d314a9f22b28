import { describe, expect, test } from 'vitest'
import { SECOND } from '../time/instant.ts'
import { diagnose } from './diagnose.ts'
import { facts, refused } from './examples.ts'
import { explainText } from './explain-text.ts'
import { readSaidFacts } from './said-facts.ts'

const explain = (text: string, said: object = {}) => explainText(text, readSaidFacts(said).facts)

const WHEN = 'when calling the GetCallerIdentity operation'
const INVALID = `An error occurred (InvalidClientTokenId) ${WHEN}: The security token included in the request is invalid.`
const EXPIRED = `An error occurred (ExpiredToken) ${WHEN}: The security token included in the request is expired`
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.'
const NO_PROVIDER =
  'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com'

describe('what is known beside a text decides', () => {
  test.each([
    [
      'region-not-enabled',
      INVALID,
      {
        accessKeyIdPrefix: 'AKIA',
        region: 'ap-southeast-4',
        other: 'the same key works in us-east-1',
      },
    ],
    [
      'region-not-enabled',
      INVALID,
      {
        accessKeyIdPrefix: 'AKIA',
        region: 'me-south-1',
        other: 'fails only in me-south-1, works everywhere else',
      },
    ],
    [
      'key-deleted-or-inactive',
      INVALID,
      { accessKeyIdPrefix: 'AKIA', other: 'no session token; worked last week, now nowhere' },
    ],
    [
      'role-arn-wrong',
      NO_PROVIDER,
      { other: 'role ARN has account 444455556666, our account is 111122223333' },
    ],
    [
      'clock-skew',
      EXPIRED,
      { accessKeyIdPrefix: 'ASIA', clockSkewSeconds: -4000, other: 'countdown says 40 min left' },
    ],
    ['expired-session', EXPIRED, { accessKeyIdPrefix: 'ASIA', clockSkewSeconds: -4000 }],
    [
      'expired-session',
      EXPIRED,
      { accessKeyIdPrefix: 'ASIA', clockSkewSeconds: 4000, other: 'countdown says 40 min left' },
    ],
    ['oidc-provider-missing', NO_PROVIDER, { other: 'the provider was never created' }],
    [
      'cannot-tell',
      NO_PROVIDER,
      { other: 'role ARN has account 111122223333, our account is 111122223333' },
    ],
    ['cannot-tell', 'TypeError: Failed to fetch', { clockSkewSeconds: 1200 }],
    [
      'proxy-or-portal-answered',
      'Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON\n    at de_GetCallerIdentityCommand (index.js:1:2)',
      {},
    ],
    [
      'credential-whitespace',
      "TypeError: Failed to execute 'append' on 'Headers': Invalid value",
      {},
    ],
    [
      'invalid-region-name',
      `An error occurred (IncompleteSignature) ${WHEN}: Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKIAEXAMPLEEXAMPLE22/20261101//sts/aws4_request'`,
      {},
    ],
  ])('%s: %s %j', (cause, text, said) => {
    expect(explain(text, said)?.cause).toBe(cause)
  })

  test.each([
    [
      'Go',
      `operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: c2d94a7f, api error SignatureDoesNotMatch: ${MISMATCH}`,
    ],
    [
      'JavaScript',
      `SignatureDoesNotMatch: ${MISMATCH}\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:1:2)`,
    ],
    [
      'Java',
      `software.amazon.awssdk.services.sts.model.StsException: ${MISMATCH} (Service: Sts, Status Code: 403)`,
    ],
    ['Python', `An error occurred (SignatureDoesNotMatch) ${WHEN}: ${MISMATCH}`],
  ])('an SDK signs as AWS expects: %s', (_, text) => {
    const diagnosis = explain(text)
    expect(diagnosis).toMatchObject({ cause: 'credential-mangled', certainty: 'likely' })
    expect(diagnosis?.alternatives.map(({ cause }) => cause)).not.toContain('signer-faulty')
  })

  test('without an SDK the signer may be at fault', () => {
    const causes = explain(`SignatureDoesNotMatch: ${MISMATCH}`)?.alternatives
    expect(causes?.map(({ cause }) => cause)).toContain('signer-faulty')
  })

  test('where no cause leads, the code alone is no evidence', () => {
    const names = explain('AccessDenied')?.evidence.map(({ name }) => name)
    expect(names).not.toContain('error-code')
  })

  test('other errors of a log are named', () => {
    const denied =
      'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/Example is not authorized to perform: sts:AssumeRole'
    const reading = explain(`10:00 ${denied}\n11:00 ${EXPIRED}`)?.extracted
    expect(reading?.errors).toBe(2)
    expect(new Set([reading?.code, ...(reading?.otherCodes ?? [])])).toEqual(
      new Set(['AccessDenied', 'ExpiredToken']),
    )
    expect(explain(EXPIRED)?.extracted.otherCodes).toEqual([])
  })
})

describe('a closed port of the machine itself', () => {
  test.each([
    'connect ECONNREFUSED 127.0.0.1:4566',
    'dial tcp 127.0.0.1:4566: connect: connection refused',
    'Could not connect to the endpoint URL: "http://127.0.0.1:4566/"',
  ])('%s', (text) => {
    const diagnosis = explain(text, { operation: 'GetCallerIdentity' })
    expect(diagnosis).toMatchObject({
      cause: 'cannot-tell',
      fills: { story: 'nothing-listens', custom: 'yes' },
      extracted: { host: '127.0.0.1:4566', service: null },
    })
    expect(diagnosis?.steps[0]?.step).toBe('start-emulator')
    expect(diagnosis?.alternatives.map(({ cause }) => cause)).toEqual(['service-no-cors'])
  })
})

describe('advice for a denial', () => {
  const denied = (tail: string, action = 'sts:AssumeRole', name = 'ExampleRole/example') =>
    explain(
      `AccessDenied: User: arn:aws:sts::111122223333:assumed-role/${name} is not authorized to perform: ${action} on resource: arn:aws:iam::444455556666:role/ExampleTarget ${tail}`,
    )
  const stepsOf = (diagnosis: ReturnType<typeof denied>) => diagnosis?.steps.map(({ step }) => step)

  test('an explicit deny of a trust policy is narrowed, not outvoted', () => {
    const explicit = denied('with an explicit deny in the role trust policy')
    expect(explicit?.cause).toBe('trust-policy-missing')
    expect(stepsOf(explicit)).toEqual(['read-trust-policy', 'narrow-trust-deny'])
    const implicit = denied('because no role trust policy allows the sts:AssumeRole action')
    expect(stepsOf(implicit)).toEqual(['read-trust-policy', 'add-trust-statement'])
  })

  test('a role of IAM Identity Center is admitted the same way everywhere', () => {
    const diagnosis = denied(
      'because no role trust policy allows the sts:AssumeRole action',
      'sts:AssumeRole',
      'AWSReservedSSO_Example_0123456789abcdef/jane',
    )
    expect(JSON.parse(diagnosis?.steps[1]?.fills.admission ?? '')).toMatchObject({
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
    })
  })

  test('an endpoint policy is looked up at the service of the action', () => {
    const diagnosis = denied(
      'because no VPC endpoint policy allows the s3:GetObject action',
      's3:GetObject',
    )
    expect(diagnosis).toMatchObject({ cause: 'vpc-endpoint-policy', certainty: 'certain' })
    expect(diagnosis?.steps[0]).toMatchObject({
      step: 'read-policy-of-endpoint',
      fills: { service: 's3' },
    })
    // Certain already: nothing is left to be made certain.
    expect(diagnosis?.steps[1]).toMatchObject({ fills: { story: 'named' } })
  })
})

describe('another secret, tried seconds ago', () => {
  const after = (otherSecretMs: number) =>
    diagnose(
      refused('SignatureDoesNotMatch', MISMATCH),
      facts({ tried: { otherSecretMs, issuedMs: null } }),
    )

  test('is a candidate of its own, and known', () => {
    const diagnosis = after(3 * SECOND)
    expect(diagnosis?.alternatives.map(({ cause }) => cause)).toEqual(
      expect.arrayContaining(['credential-mangled', 'not-yet-propagated']),
    )
    expect(diagnosis?.fills.otherSecret).toBe('3000')
    expect(
      diagnosis?.steps.find(({ step }) => step === 'wait-between-secrets')?.fills,
    ).toMatchObject({ otherSecret: '3000' })
  })

  test('long ago it is none', () => {
    const diagnosis = after(30 * SECOND)
    expect(diagnosis?.fills.otherSecret).toBeUndefined()
    expect(diagnosis?.alternatives.map(({ cause }) => cause)).not.toContain('not-yet-propagated')
  })
})
