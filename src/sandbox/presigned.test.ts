import { describe, expect, test } from 'vitest'
import { Secret } from '#domain/credentials/secret.ts'
import { presign } from '#domain/sigv4/presign.ts'
import { HOUR, MINUTE, type Instant } from '#domain/time/instant.ts'
import { answer } from './answer.ts'
import { ROLE_SESSION } from './principal-table.ts'
import { FORM, longTerm, NOW, SEOUL, session } from './signed-call.fixture.ts'
import { ORDINARY, worldAt } from './world.ts'

type Url = {
  readonly change?: (query: string) => string
  readonly at?: Instant
  readonly region?: string
  readonly service?: string
  readonly headers?: readonly (readonly [string, string])[]
  readonly credentials?: Awaited<ReturnType<typeof session>>
}

/** What a fetch of a presigned URL gives. */
async function fetchUrl(url: Url) {
  const credentials = url.credentials ?? (await session())
  const signed = await presign(
    {
      method: 'GET',
      path: '/',
      query: FORM,
      headers: [['host', `sts.${SEOUL}.amazonaws.com`]],
      body: '',
    },
    credentials,
    { region: url.region ?? SEOUL, service: url.service ?? 'sts' },
    { instant: url.at ?? NOW, expiresSeconds: 60 },
  )
  const query = (url.change ?? ((same) => same))(signed.query)
  const headers = [['host', `sts.${SEOUL}.amazonaws.com`] as const, ...(url.headers ?? [])]
  const request = { method: 'GET', path: '/', query, headers, body: '' }
  const came = await answer(request, worldAt(ORDINARY, NOW, 1))
  if (came.kind === 'fault') throw new Error(came.fault)
  const element = (name: string) =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(came.body)?.[1] ?? null
  return { ...came, code: element('Code'), message: element('Message') }
}

const without = (name: string) => (query: string) =>
  query.replace(new RegExp(`&X-Amz-${name}=[^&]*`), '')

describe('a presigned URL', () => {
  test.each([
    ['of a session', {}],
    ['ten minutes old, good for a minute by its own words', { at: NOW - 10 * MINUTE }],
    ['in another order', { change: (query: string) => query.split('&').toReversed().join('&') }],
  ])('%s', async (_name, url: Url) => {
    const came = await fetchUrl(url)
    expect(came.status).toBe(200)
    expect(came.body).toContain(ROLE_SESSION.arn)
  })

  test('of a long-term key', async () => {
    expect((await fetchUrl({ credentials: await longTerm() })).status).toBe(200)
  })

  const cases: readonly (readonly [string, Url, number, string, string])[] = [
    [
      'a header signature as well',
      { headers: [['authorization', 'AWS4-HMAC-SHA256 Credential=x']] },
      403,
      'SignatureDoesNotMatch',
      '',
    ],
    [
      'another algorithm',
      { change: (query) => query.replace('AWS4-HMAC-SHA256', 'AWS4-X') },
      400,
      'IncompleteSignature',
      "Unsupported AWS 'algorithm': 'AWS4-X'.",
    ],
    ...['Credential', 'Signature', 'SignedHeaders', 'Date'].map(
      (part) =>
        [
          `no ${part}`,
          { change: without(part) },
          400,
          'IncompleteSignature',
          `AWS query-string parameters must include 'X-Amz-${part}'. Re-examine the query-string parameters.`,
        ] as const,
    ),
    [
      'nothing but the algorithm',
      { change: () => `${FORM}&X-Amz-Algorithm=AWS4-HMAC-SHA256` },
      400,
      'IncompleteSignature',
      "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include 'X-Amz-Signature'. AWS query-string parameters must include 'X-Amz-SignedHeaders'. AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.",
    ],
    [
      'no signature at all',
      { change: () => FORM },
      403,
      'MissingAuthenticationToken',
      'Request is missing Authentication Token',
    ],
    [
      'the host not signed',
      { change: (query) => query.replace('SignedHeaders=host', 'SignedHeaders=date') },
      403,
      'SignatureDoesNotMatch',
      "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    ],
    [
      'a date of another form',
      { change: (query) => query.replace(/(X-Amz-Date=)\w+/, '$1today') },
      400,
      'IncompleteSignature',
      "Date must be in ISO-8601 'basic format'. Got 'today'. See http://en.wikipedia.org/wiki/ISO_8601",
    ],
    [
      'too old',
      { at: NOW - 20 * MINUTE },
      403,
      'SignatureDoesNotMatch',
      'Signature expired: 20261122T004203Z is now earlier than 20261122T004703Z (20261122T010203Z - 15 min.)',
    ],
    [
      'too new',
      { at: NOW + 20 * MINUTE },
      403,
      'SignatureDoesNotMatch',
      'Signature not yet current: 20261122T012203Z is still later than 20261122T011703Z (20261122T010203Z + 15 min.)',
    ],
    [
      'a slash too many',
      { change: (query) => query.replace(/(Credential=)[^&]*/, '$1a%2Fb%2Fc%2Fd%2Fe%2Ff') },
      400,
      'IncompleteSignature',
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/c/d/e/f'",
    ],
    [
      'another Region',
      { region: 'us-east-1' },
      403,
      'SignatureDoesNotMatch',
      'Credential should be scoped to a valid region. ',
    ],
    [
      'another service',
      { service: 's3' },
      403,
      'SignatureDoesNotMatch',
      "Credential should be scoped to correct service: 'sts'. ",
    ],
    [
      'another terminator',
      { change: (query) => query.replace('aws4_request', 'aws5_request') },
      403,
      'SignatureDoesNotMatch',
      "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'.",
    ],
    [
      'another day',
      { change: (query) => query.replace('%2F20261122%2F', '%2F20261121%2F') },
      403,
      'SignatureDoesNotMatch',
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261121' != '20261122', from '20261122T010203Z'.",
    ],
    [
      'no token',
      { change: without('Security-Token') },
      403,
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
    ],
    [
      'a cut token',
      { change: (query) => query.replace(/(X-Amz-Security-Token=[^&]*).{8}&/, '$1&') },
      403,
      'InvalidClientTokenId',
      'The security token included in the request is invalid',
    ],
    [
      'a broken escape',
      { change: (query) => `${query}&x=%` },
      400,
      'MalformedQueryString',
      'Incomplete trailing escape % sequence',
    ],
  ]

  test.each(cases)('%s', async (_name, url, status, code, message) => {
    const came = await fetchUrl(url)
    expect([came.status, came.code, came.message]).toEqual([status, code, message])
  })

  test('an ended session', async () => {
    const came = await fetchUrl({ credentials: await session({ issuedAt: NOW - HOUR }) })
    expect(came.code).toBe('ExpiredToken')
  })

  test('a wrong secret: AWS tells what it had calculated', async () => {
    const credentials = { ...(await session()), secretAccessKey: new Secret('wrong') }
    const { status, code, message } = await fetchUrl({ credentials })
    expect([status, code]).toEqual([403, 'SignatureDoesNotMatch'])
    expect(message).toContain(
      "The Canonical String for this request should have been\n'GET\n/\nAction=GetCallerIdentity&amp;Version=2011-06-15&amp;X-Amz-Algorithm=AWS4-HMAC-SHA256",
    )
    expect(message).toContain(
      "The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20261122T010203Z\n20261122/ap-northeast-2/sts/aws4_request\n",
    )
  })
})
