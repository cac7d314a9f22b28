import { describe, expect, test } from 'vitest'
import { Secret } from '#domain/credentials/secret.ts'
import { HOUR, MINUTE, SECOND } from '#domain/time/instant.ts'
import { LONG_TERM_KEYS } from './accounts/user-table.ts'
import { ACCOUNT } from './principal-table.ts'
import {
  ask,
  FORM,
  header,
  longTerm,
  NOW,
  SEOUL,
  session,
  type Call,
} from './signed-call.fixture.ts'

const FULL_STOP = 'The security token included in the request is invalid.'
const NO_FULL_STOP = 'The security token included in the request is invalid'
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'

async function inactive() {
  const id = LONG_TERM_KEYS.find(({ isActive }) => !isActive)?.accessKeyId ?? ''
  return { ...(await longTerm()), accessKeyId: new Secret(id) }
}

describe('refusals, in AWS’s words', () => {
  const cases: readonly (readonly [string, () => Promise<Call>, number, string, string])[] = [
    [
      'a key the sandbox did not make',
      async () => ({
        credentials: { ...(await longTerm()), accessKeyId: new Secret('AKIAY34FZKBOKEXAMPLE') },
      }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'ASIA without its token',
      async () => ({ credentials: { ...(await session()), sessionToken: null } }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'a token cut',
      async () => {
        const credentials = await session()
        const token = credentials.sessionToken?.reveal() ?? ''
        return { credentials: { ...credentials, sessionToken: new Secret(token.slice(0, -8)) } }
      },
      403,
      'InvalidClientTokenId',
      NO_FULL_STOP,
    ],
    [
      'the token of another session',
      async () => ({
        credentials: {
          ...(await session()),
          sessionToken: (await session({ seed: 2 })).sessionToken,
        },
      }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'an ended session with the token of a live one',
      async () => {
        const credentials = await session({ issuedAt: NOW - HOUR })
        return {
          credentials: {
            ...credentials,
            sessionToken: (await session({ seed: 2 })).sessionToken,
          },
        }
      },
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'an inactive key with a live token',
      async () => ({
        credentials: { ...(await inactive()), sessionToken: (await session()).sessionToken },
      }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'an inactive key with a token that is none',
      async () => ({
        credentials: { ...(await inactive()), sessionToken: new Secret('x'.repeat(400)) },
      }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'an inactive key with an expired token',
      async () => ({
        credentials: {
          ...(await inactive()),
          sessionToken: (await session({ issuedAt: NOW - HOUR })).sessionToken,
        },
      }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'a long-term key with a token',
      async () => ({
        credentials: { ...(await longTerm()), sessionToken: (await session()).sessionToken },
      }),
      403,
      'InvalidClientTokenId',
      NO_FULL_STOP,
    ],
    [
      'a version-1 token in an opt-in Region',
      async () => ({ credentials: await session({ tokenVersion: 1 }), region: 'af-south-1' }),
      403,
      'InvalidClientTokenId',
      NO_FULL_STOP,
    ],
    [
      'another partition, temporary',
      async () => ({
        credentials: await session(),
        region: 'cn-north-1',
        host: 'sts.cn-north-1.amazonaws.com.cn',
      }),
      403,
      'InvalidClientTokenId',
      NO_FULL_STOP,
    ],
    [
      'another partition, long-term',
      async () => ({ credentials: await longTerm(), region: 'us-gov-west-1' }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'an ended session, its secret wrong as well',
      async () => ({
        credentials: {
          ...(await session({ issuedAt: NOW - HOUR })),
          secretAccessKey: new Secret('wrong'),
        },
      }),
      403,
      'ExpiredToken',
      'The security token included in the request is expired',
    ],
    [
      'a wrong secret',
      async () => ({ credentials: { ...(await session()), secretAccessKey: new Secret('wrong') } }),
      403,
      'SignatureDoesNotMatch',
      MISMATCH,
    ],
    [
      'a body changed on the way',
      async () => ({
        credentials: await session(),
        change: (request) => ({ ...request, body: `${FORM}&x=1` }),
      }),
      403,
      'SignatureDoesNotMatch',
      MISMATCH,
    ],
    [
      'a slow clock',
      async () => ({ credentials: await session(), at: NOW - 20 * MINUTE }),
      403,
      'SignatureDoesNotMatch',
      'Signature expired: 20261122T004203Z is now earlier than 20261122T004703Z (20261122T010203Z - 15 min.)',
    ],
    [
      'a fast clock',
      async () => ({ credentials: await session(), at: NOW + 20 * MINUTE }),
      403,
      'SignatureDoesNotMatch',
      'Signature not yet current: 20261122T012203Z is still later than 20261122T011703Z (20261122T010203Z + 15 min.)',
    ],
    [
      'the global host signed for another Region',
      async () => ({ credentials: await session(), host: 'sts.amazonaws.com' }),
      403,
      'SignatureDoesNotMatch',
      'Credential should be scoped to a valid region. ',
    ],
    [
      'no such Region, on a loopback host',
      async () => ({ credentials: await session(), host: 'localhost:1', region: 'ap-hong-9' }),
      403,
      'SignatureDoesNotMatch',
      'Credential should be scoped to a valid region. ',
    ],
    [
      'another service',
      async () => ({ credentials: await session(), service: 's3' }),
      403,
      'SignatureDoesNotMatch',
      "Credential should be scoped to correct service: 'sts'. ",
    ],
    [
      'another Region and another service',
      async () => ({ credentials: await session(), host: 'sts.amazonaws.com', service: 's3' }),
      403,
      'SignatureDoesNotMatch',
      "Credential should be scoped to a valid region. Credential should be scoped to correct service: 'sts'. ",
    ],
    [
      'another service and another day',
      async () => ({
        credentials: await session(),
        service: 's3',
        change: header('authorization', (value) => value.replace('/20261122/', '/20261121/')),
      }),
      403,
      'SignatureDoesNotMatch',
      "Credential should be scoped to correct service: 'sts'. Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261121' != '20261122', from '20261122T010203Z'.",
    ],
    [
      'another day',
      async () => ({
        credentials: await session(),
        change: header('authorization', (value) => value.replace('/20261122/', '/20261121/')),
      }),
      403,
      'SignatureDoesNotMatch',
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261121' != '20261122', from '20261122T010203Z'.",
    ],
    [
      'the host not signed',
      async () => ({
        credentials: await session(),
        change: header('authorization', (value) => value.replace('host;', '')),
      }),
      403,
      'SignatureDoesNotMatch',
      "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    ],
    [
      'a blank before the key ID',
      async () => ({
        credentials: await longTerm(),
        change: header('authorization', () => 'AWS4-HMAC-SHA256 Credential= A/d/r/sts/t, X=1'),
      }),
      400,
      'IncompleteSignature',
      "'A/d/r/sts/t' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential= A/d/r/sts/t, X=1'.",
    ],
    [
      'a slash in the key ID',
      async () => ({
        credentials: await longTerm(),
        change: header('authorization', (value) => value.replace(/=A[^,]*/, '=a/b/c/d/e/f')),
      }),
      400,
      'IncompleteSignature',
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/c/d/e/f'",
    ],
    [
      'another algorithm',
      async () => ({
        credentials: await longTerm(),
        change: header('authorization', () => 'Basic eA=='),
      }),
      400,
      'IncompleteSignature',
      "Unsupported AWS 'algorithm': 'Basic'.",
    ],
    [
      'a date of another form',
      async () => ({ credentials: await longTerm(), change: header('x-amz-date', () => 'today') }),
      400,
      'IncompleteSignature',
      "Date must be in ISO-8601 'basic format'. Got 'today'. See http://en.wikipedia.org/wiki/ISO_8601",
    ],
    [
      'no signature',
      async () => ({
        credentials: await longTerm(),
        change: (request) => ({
          ...request,
          headers: request.headers.filter(([name]) => name !== 'authorization'),
        }),
      }),
      403,
      'MissingAuthenticationToken',
      'Request is missing Authentication Token',
    ],
    [
      'two signatures',
      async () => ({
        credentials: await longTerm(),
        change: (request) => ({ ...request, query: 'X-Amz-Algorithm=AWS4-HMAC-SHA256' }),
      }),
      403,
      'SignatureDoesNotMatch',
      '',
    ],
    [
      'a broken escape',
      async () => ({
        credentials: await longTerm(),
        change: (request) => ({ ...request, query: 'a=%g1' }),
      }),
      400,
      'MalformedQueryString',
      'Illegal hex character in escape % pattern: %g1',
    ],
    [
      'another operation',
      async () => ({ credentials: await longTerm(), body: 'Action=No<&Version=2011-06-15' }),
      400,
      'InvalidAction',
      'Could not find operation No&lt; for version 2011-06-15',
    ],
    [
      'another version',
      async () => ({ credentials: await longTerm(), body: 'Action=GetCallerIdentity&Version=1' }),
      400,
      'InvalidAction',
      'Could not find operation GetCallerIdentity for version 1',
    ],
    [
      'an outage',
      async () => ({
        credentials: await longTerm(),
        settings: { interference: 'service-unavailable' },
      }),
      503,
      'ServiceUnavailable',
      'The request has failed due to a temporary failure of the server.',
    ],
    [
      'a defect of the server',
      async () => ({
        credentials: await longTerm(),
        settings: { interference: 'internal-failure' },
      }),
      500,
      'InternalFailure',
      'The request processing has failed because of an unknown error, exception or failure.',
    ],
    [
      'too many requests',
      async () => ({ credentials: await longTerm(), settings: { interference: 'throttling' } }),
      400,
      'Throttling',
      'Rate exceeded',
    ],
    [
      'a session ended before its time',
      async () => {
        const credentials = await session()
        const endedSessions = [credentials.accessKeyId.reveal()]
        return { credentials, settings: { endedSessions } }
      },
      403,
      'ExpiredToken',
      'The security token included in the request is expired',
    ],
    [
      'credentials that are not known everywhere yet',
      async () => ({
        credentials: await session({ issuedAt: NOW - 9 * SECOND }),
        settings: { propagationSeconds: 10 },
      }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'a Region that is not enabled',
      async () => ({
        credentials: await session(),
        region: 'af-south-1',
        settings: { disabledRegions: ['af-south-1'] },
      }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'a Region that is not enabled, with a long-term key',
      async () => ({
        credentials: await longTerm(),
        region: 'af-south-1',
        settings: { disabledRegions: ['af-south-1'] },
      }),
      403,
      'InvalidClientTokenId',
      FULL_STOP,
    ],
    [
      'a Region in which STS is switched off',
      async () => ({
        credentials: await longTerm(),
        body: 'Action=GetSessionToken&Version=2011-06-15',
        settings: { deactivatedRegions: [SEOUL] },
      }),
      403,
      'RegionDisabledException',
      `STS is not activated in this region for account:${ACCOUNT}. Your account administrator can activate STS in this region using the IAM Console.`,
    ],
  ]

  test.each([
    ['propagated', { propagationSeconds: 10 }, NOW - 10 * SECOND],
    ['another session ended', { endedSessions: ['ASIAEXAMPLE'] }, NOW],
    ['STS switched off, GetCallerIdentity', { deactivatedRegions: [SEOUL] }, NOW],
    ['another Region not enabled', { disabledRegions: ['af-south-1'] }, NOW],
  ] as const)('no refusal: %s', async (_name, settings, issuedAt) => {
    expect((await ask({ credentials: await session({ issuedAt }), settings })).status).toBe(200)
  })

  test.each(cases)('%s', async (_name, make, status, code, message) => {
    const came = await ask(await make())
    expect([came.status, came.code, came.message]).toEqual([status, code, message])
    expect(came.body).toMatch(/^<ErrorResponse xmlns=/)
  })

  test.each([
    [15 * MINUTE, 200],
    [15 * MINUTE + SECOND, 403],
    [-15 * MINUTE, 200],
    [-15 * MINUTE - SECOND, 403],
  ])('a clock off by %d ms: %d', async (off, status) => {
    expect((await ask({ credentials: await longTerm(), at: NOW + off })).status).toBe(status)
  })

  test.each([
    [42 * MINUTE - SECOND, 200],
    [42 * MINUTE, 403],
  ])('a session with 42 minutes left, after %d ms: %d', async (later, status) => {
    const call = {
      credentials: await session(),
      at: NOW + later,
      settings: { clockOffsetMs: later },
    }
    expect((await ask(call)).status).toBe(status)
  })
})
