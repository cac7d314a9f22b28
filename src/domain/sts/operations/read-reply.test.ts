import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../credentials/secret.ts'
import type { StsReply } from '../call.ts'
import { OPERATIONS } from './operation-table.ts'
import { readReply, secretsInReply, textInReply } from './read-reply.ts'

const KEY = 'ASIARTX3GSDS2EXAMPLE'
const SECRET = 'EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0'
const TOKEN = 'EXAMPLE+token/EXAMPLEtoken=='
const ARN = 'arn:aws:sts::111122223333:assumed-role/Example/minji'
const ENDS = Date.parse('2026-11-22T02:00:00Z')
const {
  AssumeRole,
  AssumeRoleWithWebIdentity,
  DecodeAuthorizationMessage,
  GetAccessKeyInfo,
  GetCallerIdentity,
  GetSessionToken,
  GetWebIdentityToken,
} = OPERATIONS

const timing = { sentAt: 0, tookMs: 90 }
const request = {
  method: 'POST',
  url: 'https://sts.us-east-1.amazonaws.com/',
  host: 'sts.us-east-1.amazonaws.com',
  headers: [],
  body: '',
}

function answered(status: number, body: string): StsReply {
  return {
    kind: 'answered',
    request,
    response: { status, headers: {}, body, bytes: body.length },
    timing,
    result: null,
  }
}

const CREDENTIALS = `<Credentials><AccessKeyId>${KEY}</AccessKeyId><SecretAccessKey>${SECRET}</SecretAccessKey><SessionToken>${TOKEN}</SessionToken><Expiration>2026-11-22T02:00:00Z</Expiration></Credentials>`

const xml = (name: string, inner: string): string =>
  `<${name}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\n  <${name}Result>${inner}</${name}Result>\n  <ResponseMetadata><RequestId>body-1</RequestId></ResponseMetadata></${name}Response>`

const json = (name: string, result: object): string =>
  JSON.stringify({
    [`${name}Response`]: { [`${name}Result`]: result, ResponseMetadata: { RequestId: 'body-1' } },
  })

const xmlError = (code: string, message: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>body-2</RequestId></ErrorResponse>`

describe('done', () => {
  const user = `<AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:minji</AssumedRoleId><Arn>${ARN}</Arn></AssumedRoleUser><PackedPolicySize>6</PackedPolicySize>`
  test.each([
    ['XML', xml('AssumeRole', user + CREDENTIALS)],
    [
      'JSON with a float',
      json('AssumeRole', {
        AssumedRoleUser: { AssumedRoleId: 'AROAEXAMPLE:minji', Arn: ARN },
        PackedPolicySize: 6,
        Credentials: {
          AccessKeyId: KEY,
          SecretAccessKey: SECRET,
          SessionToken: TOKEN,
          Expiration: ENDS / 1000,
        },
      }),
    ],
  ])('a role from %s', (_, body) => {
    const outcome = readReply(AssumeRole, answered(200, body), [])
    expect(outcome).toMatchObject({
      kind: 'done',
      requestId: 'body-1',
      values: [
        { path: 'AssumedRoleUser.AssumedRoleId', text: 'AROAEXAMPLE:minji' },
        { path: 'AssumedRoleUser.Arn', text: ARN },
        { path: 'PackedPolicySize', number: 6 },
      ],
      credentials: { expiration: ENDS },
    })
    if (outcome.kind !== 'done') throw new Error('not done')
    expect(outcome.credentials?.accessKeyId.reveal()).toBe(KEY)
    expect(outcome.credentials?.secretAccessKey.reveal()).toBe(SECRET)
    expect(outcome.credentials?.sessionToken.reveal()).toBe(TOKEN)
    expect(secretsInReply(outcome).map((secret) => secret.reveal())).toEqual([SECRET, TOKEN])
    expect(textInReply(outcome, 'AssumedRoleUser.Arn')).toBe(ARN)
    expect(textInReply(outcome, 'PackedPolicySize')).toBeNull()
    expect(JSON.stringify(outcome)).not.toContain(SECRET)
  })

  test.each([
    ['credentials alone', GetSessionToken, xml('GetSessionToken', CREDENTIALS), []],
    [
      'an identity',
      GetCallerIdentity,
      xml(
        'GetCallerIdentity',
        `<Arn>${ARN}</Arn><UserId>u</UserId><Account>111122223333</Account>`,
      ),
      ['UserId', 'Account', 'Arn'],
    ],
    [
      'an account',
      GetAccessKeyInfo,
      xml('GetAccessKeyInfo', '<Account>111122223333</Account>'),
      ['Account'],
    ],
    [
      'a message',
      DecodeAuthorizationMessage,
      xml('DecodeAuthorizationMessage', '<DecodedMessage>{}</DecodedMessage>'),
      ['DecodedMessage'],
    ],
    [
      'a token',
      GetWebIdentityToken,
      xml(
        'GetWebIdentityToken',
        '<WebIdentityToken>eyJ.EXAMPLE.x</WebIdentityToken><Expiration>2026-11-22T02:00:00Z</Expiration>',
      ),
      ['WebIdentityToken', 'Expiration'],
    ],
    [
      'a web identity',
      AssumeRoleWithWebIdentity,
      xml(
        'AssumeRoleWithWebIdentity',
        `<SubjectFromWebIdentityToken>s</SubjectFromWebIdentityToken><Provider>p</Provider><Audience>a</Audience>${CREDENTIALS}`,
      ),
      ['SubjectFromWebIdentityToken', 'Provider', 'Audience'],
    ],
  ] as const)('%s', (_, descriptor, body, paths) => {
    const outcome = readReply(descriptor, answered(200, body), [])
    expect(outcome.kind).toBe('done')
    if (outcome.kind !== 'done') return
    expect(outcome.values.map(({ path }) => path)).toEqual(paths)
    expect(outcome.credentials !== null).toBe(descriptor.mints !== null)
  })

  test('a token in the answer is a reference', () => {
    const body = xml('GetWebIdentityToken', '<WebIdentityToken>eyJ.EXAMPLE.x</WebIdentityToken>')
    const outcome = readReply(GetWebIdentityToken, answered(200, body), [])
    expect(JSON.stringify(outcome)).not.toContain('eyJ')
    expect(secretsInReply(outcome).map((secret) => secret.reveal())).toEqual(['eyJ.EXAMPLE.x'])
  })

  test('a secret in a text is hidden', () => {
    const body = xml('DecodeAuthorizationMessage', `<DecodedMessage>${SECRET}</DecodedMessage>`)
    const outcome = readReply(DecodeAuthorizationMessage, answered(200, body), [new Secret(SECRET)])
    expect(outcome.kind).toBe('done')
    expect(JSON.stringify(outcome)).not.toContain(SECRET)
  })
})

describe('not done', () => {
  test.each([
    [
      'a refusal',
      answered(403, xmlError('AccessDenied', 'no')),
      { kind: 'refused', code: 'AccessDenied', status: 403, requestId: 'body-2' },
    ],
    [
      'a refusal with status 200',
      answered(200, xmlError('AccessDenied', 'no')),
      { kind: 'refused' },
    ],
    [
      'a refusal in JSON',
      answered(400, '{"Error":{"Code":"ValidationError","Message":"m"}}'),
      { kind: 'refused', code: 'ValidationError' },
    ],
    [
      'credentials without their secret',
      answered(
        200,
        xml('AssumeRole', CREDENTIALS.replace(/<SecretAccessKey>.*<\/SecretAccessKey>/, '')),
      ),
      { kind: 'unreadable', what: 'other' },
    ],
    ['no credentials', answered(200, xml('AssumeRole', '')), { kind: 'unreadable', what: 'other' }],
    [
      'another operation’s answer',
      answered(200, xml('GetSessionToken', CREDENTIALS)),
      { kind: 'unreadable', what: 'other' },
    ],
    [
      'an identity',
      answered(
        200,
        xml(
          'GetCallerIdentity',
          `<Arn>${ARN}</Arn><UserId>u</UserId><Account>111122223333</Account>`,
        ),
      ),
      { kind: 'unreadable', what: 'other' },
    ],
    [
      'credentials with status 500',
      answered(500, xml('AssumeRole', CREDENTIALS)),
      { kind: 'unreadable' },
    ],
    [
      'a portal',
      answered(200, '<html><body>Sign in</body></html>'),
      { kind: 'unreadable', what: 'html' },
    ],
    ['nothing', answered(200, ''), { kind: 'unreadable', what: 'empty' }],
    [
      'half a body',
      answered(200, xml('AssumeRole', CREDENTIALS).slice(0, 200)),
      { kind: 'unreadable' },
    ],
    ['a cancelled call', { kind: 'cancelled', request, timing }, { kind: 'cancelled' }],
    [
      'no answer',
      { kind: 'no-answer', request, timing, online: false, policyViolation: null, message: '' },
      { kind: 'unreachable', why: 'offline' },
    ],
    [
      'nothing sent',
      { kind: 'not-sent', why: 'chunk-unavailable', message: '' },
      { kind: 'not-sent' },
    ],
  ] satisfies readonly (readonly [string, StsReply, object])[])('%s', (_, reply, expected) => {
    expect(readReply(AssumeRole, reply, [])).toMatchObject(expected)
  })

  test('never throws, and credentials come only from a whole answer', () => {
    const whole = xml('AssumeRole', CREDENTIALS)
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.nat(whole.length - 1).map((at) => whole.slice(0, at)),
      fc.json().map((text) => `{"AssumeRoleResponse":{"AssumeRoleResult":${text}}}`),
    )
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), body, (status, text) => {
        expect(readReply(AssumeRole, answered(status, text), []).kind).not.toBe('done')
      }),
    )
  })
})
